//! Studies for other programs, and back.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Done, broken, root, study, tertius};

fn convert(words: &[&str]) -> Done {
    tertius([&["convert"], words].concat())
}

fn temporary() -> (tempfile::TempDir, impl Fn(&str) -> String) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_owned();
    (dir, move |name: &str| path.join(name).to_str().expect("UTF-8").to_owned())
}

#[test]
fn the_ending_tells_the_format_and_what_is_lost_is_said() {
    let (_dir, path) = temporary();
    for (name, begins) in [
        ("n.graphml", "<?xml"),
        ("n.gexf", "<?xml"),
        ("n.net", "*Vertices 21"),
        ("n.dl", "dl n=21"),
        ("n.csv", "from,to,directed,weight"),
        ("n.json", "{"),
    ] {
        let file = path(name);
        let done = convert(&["data/dialogues-synthetic", &file]);
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
        assert!(done.err.starts_with(&format!("wrote {file}\n")), "{}", done.err);
        assert!(done.err.contains("3 pairs were not observed"), "{}", done.err);
        assert!(done.err.contains("264 rows with their source"), "{}", done.err);
        assert!(fs::read_to_string(&file).expect("a file").starts_with(begins), "{name}");
        let check = tertius(["check", &file]);
        assert_eq!(check.code, 0, "{}{}", check.out, check.err);
        let [ours, theirs] = ["data/dialogues-synthetic", &file].map(|study| {
            let done = tertius(["actor", "degree", study, "--sort", "actor", "--format", "csv"]);
            let line = |row: &str| {
                row.split(',')
                    .next()
                    .map(|_| row.splitn(3, ',').map(str::to_owned).collect::<Vec<_>>())
            };
            let rows = done.out.lines().skip(1).filter_map(line);
            let mut rows: Vec<_> = rows.map(|cells| (cells[0].clone(), cells[2].clone())).collect();
            rows.sort();
            rows
        });
        assert_eq!(ours, theirs, "{name}");
    }
    assert!(Path::new(&path("n.nodes.csv")).exists());
}

#[test]
fn the_view_and_the_codes_are_those_of_the_report() {
    let (_dir, path) = temporary();
    let file = path("people.graphml");
    let done = convert(&[
        "data/wolverhampton",
        &file,
        "--level",
        "person",
        "--via",
        "affiliations",
        "--anonymise",
        "--quiet",
    ]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let text = fs::read_to_string(&file).expect("a file");
    assert!(text.contains("<node id=\"Person 01\">"), "{text}");
    let people = fs::read_to_string(root().join("data/wolverhampton/people.csv")).expect("people");
    for row in people.lines().skip(1) {
        let name = row.split(',').next().expect("an id");
        assert!(!text.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn json_tells_the_files_and_the_losses_with_their_numbers() {
    let (_dir, path) = temporary();
    let file = path("n.net");
    let done = convert(&["data/dialogues-synthetic", &file, "--json"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(json["schema"], "tertius.written/1");
    assert_eq!(json["written"][0]["file"], file.as_str());
    let losses = json["losses"].as_array().expect("a list");
    let loss =
        |what: &str| losses.iter().find(|it| it["what"] == what).map(|it| it["count"].as_u64());
    assert_eq!(loss("unobserved"), Some(Some(3)));
    assert_eq!(loss("waves"), Some(Some(188)));
    assert!(json["view"].as_str().is_some_and(|it| it.contains("wave 2")));
    for (words, said) in [
        (
            &["data/equalls", "-", "--to", "pajek", "--json"][..],
            "with --json, standard output says what was written",
        ),
        (&["data/equalls", "-"], "nothing says in which format"),
        (&["data/equalls", "-", "--to", "statnet"], "is several files"),
        (&["data/equalls", "-", "--to", "study"], "a folder cannot go to standard output"),
    ] {
        let done = convert(words);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
        assert!(done.err.contains(said), "{words:?}: {}", done.err);
    }
}

#[test]
fn a_network_goes_to_standard_output_where_the_format_is_named() {
    let done = convert(&["data/equalls", "-", "--to", "pajek"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.starts_with("*Vertices 5\n"), "{}", done.out);
    assert!(done.err.contains("not in the file:") && !done.err.contains("wrote"), "{}", done.err);
}

#[test]
fn a_whole_study_loses_nothing() {
    let (_dir, path) = temporary();
    let (json, folder) = (path("s.json"), path("s"));
    for words in [
        &["data/wm-lsrn", &json, "--to", "study-json"][..],
        &[&json, &folder],
        &[&json, &folder, "--force"],
    ] {
        let done = convert(words);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    for file in fs::read_dir(root().join("data/wm-lsrn")).expect("the study").flatten() {
        if file.path().extension().is_some_and(|it| it == "csv") {
            // Cells are the same; only what needs quotation marks is quoted.
            let [ours, theirs] = [file.path(), Path::new(&folder).join(file.file_name())]
                .map(|path| fs::read_to_string(path).expect("a table").replace('"', ""));
            assert_eq!(ours, theirs, "{:?}", file.file_name());
        }
    }
    let again = convert(&[&json, &folder]);
    assert_eq!(again.code, 3, "{}", again.err);
    assert!(again.err.contains("--force replaces"), "{}", again.err);
    let done = convert(&["data/wm-lsrn", &path("t"), "--level", "person"]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(done.err.contains("are for networks"), "{}", done.err);
}

#[test]
fn a_file_of_another_program_becomes_a_study() {
    let (dir, path) = temporary();
    fs::write(dir.path().join("a.net"), "*Vertices 2\n1 \"Uni\"\n2 \"Col\"\n*Arcs\n1 2 2\n")
        .expect("a file");
    let done = convert(&[&path("a.net"), &path("study")]);
    assert_eq!(done.code, 0, "{}", done.err);
    let ties = fs::read_to_string(dir.path().join("study/ties.csv")).expect("ties");
    assert_eq!(ties, "from,to,directed,weight\nUni,Col,yes,2\n");
    assert_eq!(tertius(["check", &path("study")]).code, 0);
    // A list by itself names its actors and activities; the tables of a study list them.
    for (list, rows) in
        [("ties.csv", "from,to\nUni,Col\n"), ("parts.csv", "actor,activity\nUni,Talk\n")]
    {
        fs::write(path(list), rows).expect("a file");
        let made = path(&list.replace(".csv", ""));
        assert_eq!(convert(&[&path(list), &made]).code, 0);
        let check = tertius(["check", &made]);
        assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    }
}

#[test]
fn nothing_of_the_users_is_overwritten() {
    let parts = study(&[("organisations.csv", "id\na\nb\n"), ("ties.csv", "from,to\na,b\n")]);
    let path = |name: &str| parts.path().join(name).to_str().expect("UTF-8").to_owned();
    let here = path("");
    for (out, to, said) in [
        ("ties.csv", "edge-list", "is part of the study"),
        ("people.csv", "edge-list", "would become part of the study"),
        ("", "statnet", "would become part of the study"),
        ("", "study", "is part of the study"),
        ("no/such.net", "pajek", "is not there"),
    ] {
        let done = convert(&[&here, &path(out), "--to", to]);
        assert_eq!(done.code, 3, "{out}: {}", done.err);
        assert!(done.err.contains(said), "{out}: {}", done.err);
    }
    assert_eq!(fs::read_dir(parts.path()).expect("the folder").count(), 2);
    assert_eq!(fs::read_to_string(path("ties.csv")).expect("ties"), "from,to\na,b\n");
    let net = path("ties.net");
    assert_eq!(convert(&[&here, &net]).code, 0);
    let before = fs::read(&net).expect("a file");
    let done = convert(&[&net, &net]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert_eq!(fs::read(&net).expect("a file"), before);
    let (list, beside) = (path("list.csv"), path("list.nodes.csv"));
    fs::write(&beside, "mine").expect("a file");
    let done = convert(&[&here, &list]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert_eq!(fs::read_to_string(&beside).expect("a file"), "mine");
    assert_eq!(convert(&[&here, &list, "--force"]).code, 0);
    assert_eq!(convert(&[&here, &list]).code, 0);
    let made = path("for-r");
    assert_eq!(convert(&[&here, &made, "--to", "statnet"]).code, 0);
    let done = convert(&[&here, &made, "--to", "statnet"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("is already there"), "{}", done.err);
    assert_eq!(convert(&[&here, &made, "--to", "statnet", "--force"]).code, 0);
}

#[test]
fn what_cannot_be_converted_says_why() {
    let (_dir, path) = temporary();
    let done = convert(&["data/equalls", &path("a.gml")]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(done.err.contains("use .graphml, .gexf, .net, .dl, .csv or .json"), "{}", done.err);
    let wrong = broken();
    let done = convert(&[wrong.path().to_str().expect("UTF-8"), &path("a.net")]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.err.contains("shows them all"), "{}", done.err);
    let done = convert(&["data/equalls", &path("a.net"), "--relation", "trusts"]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(!Path::new(&path("a.net")).exists());
}
