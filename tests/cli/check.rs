use crate::support::{broken, study, tertius};

#[test]
fn it_says_what_was_understood_then_every_problem_with_its_cell() {
    let study = broken();
    let done = tertius(["check".as_ref(), study.path().as_os_str()]);
    assert_eq!(done.code, 1);
    let name = study.path().file_name().expect("a name").to_string_lossy().into_owned();
    insta::assert_snapshot!(done.out.replace(&name, "STUDY"), @r#"
    STUDY

      organisations    2 (kind not stated)
      sectors          1 GOV, 1 HE
      ties             2
      certainty        2 certain

    error[unknown-id] a cell points to something that no table lists
      ties.csv, cell A3 (from): "wmcet" no row of organisations or people has this identifier or name
          → did you mean `wmcett`?

    1 error, 0 warnings, 0 notes
    `tertius explain CODE` tells more.
    "#);
    assert_eq!(done.err, "tertius: 1 error must be mended before an analysis\n");
}

#[test]
fn json_says_the_same() {
    let study = broken();
    let done = tertius(["check".as_ref(), study.path().as_os_str(), "--json".as_ref()]);
    assert_eq!(done.code, 1);
    let json: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let problem = &json["problems"][0];
    assert_eq!(problem["code"], "unknown-id");
    assert_eq!((&problem["row"], &problem["column"]), (&3.into(), &"A".into()));
    assert_eq!(problem["value"], "wmcet");
    assert_eq!(problem["suggestion"], "did you mean `wmcett`?");
    assert_eq!(json["understood"]["ties"][0]["count"], 2);
    assert_eq!(json["record"]["inputs"].as_array().map(Vec::len), Some(2));
}

#[test]
fn warnings_do_not_stop_and_many_cells_are_cut_short() {
    let rows: String = (0..9).map(|_| "a,a\n").collect();
    let study = study(&[
        ("organisations.csv", "id\na\nb\n"),
        ("ties.csv", &format!("from,to\na,b\n{rows}")),
    ]);
    let path = study.path().as_os_str();
    let done = tertius(["check".as_ref(), path]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(done.out.contains("… and 4 more (--all shows them)"), "{}", done.out);
    let all = tertius(["check".as_ref(), path, "--all".as_ref()]);
    assert_eq!(all.out.matches("`from` and `to` are the same actor").count(), 9);
}

#[test]
fn every_study_in_data_is_sound() {
    for name in crate::support::root().join("data").read_dir().expect("data").flatten() {
        let done = tertius(["check".as_ref(), name.path().as_os_str()]);
        assert_eq!(done.code, 0, "{}: {}", name.path().display(), done.out);
        assert!(!done.out.contains("error["), "{}", done.out);
    }
}

#[test]
fn what_was_understood_is_told_in_people_s_words_and_short_lines() {
    let places = ["Leeds", "York", "Hull", "Bath", "Ely", "Wells", "Truro"];
    let rows: Vec<_> = (1..)
        .zip(places)
        .map(|(at, place)| format!("o{at},Group {at},group,he,{place}; Leeds"))
        .collect();
    let rows = rows.join("\n");
    let study = study(&[
        (
            "study.toml",
            "[[sector]]\nid = \"he\"\nlabel = \"Higher education\"\n[[relation]]\nid = \"w\"\nlabel = \"works with\"\n",
        ),
        ("organisations.csv", &format!("id,name,kind,sector,localities\n{rows}")),
        ("ties.csv", "from,to,relation\no1,o2,w\n"),
    ]);
    let done = tertius(["check".as_ref(), study.path().as_os_str()]);
    let (_, understood) = done.out.split_once("\n\n").expect("a blank line under the title");
    insta::assert_snapshot!(understood, @r"
      organisations    7 (group)
        of them groups Group 1 (number not known); Group 2 (number not known); Group 3 (number not
                       known); Group 4 (number not known); Group 5 (number not known) and 2 more
      sectors          7 Higher education
      ties             1 (works with)
      localities       7: Leeds, Bath, Ely, Hull, Truro and 2 more
      certainty        1 certain

    No problem found.
    ");
    assert!(done.out.lines().all(|line| line.chars().count() <= 100));
}
