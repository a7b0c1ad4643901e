use crate::support::{study, tertius};

fn pairs() -> tempfile::TempDir {
    study(&[("ties.csv", "from,to\n\"a, b\",c|d\n"), ("organisations.csv", "id\n\"a, b\"\nc|d\n")])
}

#[test]
fn the_ending_of_a_file_tells_its_format_and_what_made_it_is_beside_it() {
    let study = pairs();
    let path = |name: &str| study.path().join(name);
    let mut words = vec!["actor".into(), "degree".into(), study.path().as_os_str().to_owned()];
    for name in ["d.csv", "d.tsv", "d.json", "d.md", "d.tex", "d.txt"] {
        words.extend(["-o".into(), path(name).into_os_string()]);
    }
    let done = tertius(words);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let read = |name: &str| std::fs::read_to_string(path(name)).expect("a file");
    assert!(read("d.csv").starts_with("actor,name,"));
    assert!(read("d.csv").contains("\"a, b\""));
    assert!(read("d.tsv").starts_with("actor\tname\t"));
    assert!(read("d.md").contains("c\\|d"));
    assert!(read("d.tex").contains("\\begin{tabular}"));
    let beside: serde_json::Value = serde_json::from_str(&read("d.csv.meta.json")).expect("JSON");
    let command = beside["record"]["command"].as_str().expect("the command");
    assert!(command.starts_with("tertius actor degree "), "{command}");
    assert_eq!(beside["record"]["inputs"][0]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(beside["method"]["measure"], "actor degree");
}

#[test]
fn an_ending_that_says_nothing_is_refused_and_nothing_is_written() {
    let study = pairs();
    let file = study.path().join("result.doc");
    let done = tertius([
        "actor".as_ref(),
        "degree".as_ref(),
        study.path().as_os_str(),
        "-o".as_ref(),
        file.as_os_str(),
    ]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(done.err.contains(".csv, .tsv, .json"), "{}", done.err);
    assert!(!file.exists());
}

#[test]
fn no_output_overwrites_the_study() {
    let study = pairs();
    let ties = study.path().join("ties.csv");
    let before = std::fs::read(&ties).expect("a file");
    let words = |first: &[&str]| {
        let mut words: Vec<std::ffi::OsString> = first.iter().map(Into::into).collect();
        words.extend([study.path().into(), "-o".into(), ties.clone().into()]);
        words
    };
    for first in [&["actor", "degree"][..], &["report"]] {
        let done = tertius(words(first));
        assert_eq!(done.code, 3, "{}", done.err);
        assert!(done.err.contains("is part of the study"), "{}", done.err);
        assert_eq!(std::fs::read(&ties).expect("a file"), before);
    }
}

#[test]
fn no_output_becomes_part_of_the_study() {
    let study = pairs();
    let written = |name: &str| {
        let (here, file) = (study.path().as_os_str(), study.path().join(name));
        let format = if name == "study.toml" { "csv" } else { "table" };
        let words = ["whole".as_ref(), "density".as_ref(), here, "--format".as_ref()];
        let words = words.into_iter().chain([format.as_ref(), "-o".as_ref(), file.as_os_str()]);
        (tertius(words), file.exists())
    };
    // A synonym, another case and another ending of a table are read as well.
    for name in ["respondents.csv", "Orgs.TXT", "people.tab", "study.toml"] {
        let (done, is_there) = written(name);
        assert_eq!((done.code, is_there), (3, false), "{name}: {}", done.err);
        assert!(done.err.contains("would become part of the study"), "{}", done.err);
        assert!(done.err.contains("another folder"), "{}", done.err);
    }
    std::fs::create_dir(study.path().join("out")).expect("a folder");
    for name in ["respondents.md", "density.txt", "out/respondents.csv"] {
        let (done, is_there) = written(name);
        assert_eq!((done.code, is_there), (0, true), "{name}: {}", done.err);
    }
}

#[test]
fn two_outputs_of_one_name_are_refused() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let (csv, beside) = (path("q.csv"), path("q.csv.meta.json"));
    let words = ["whole", "density", "data/equalls", "--format", "csv", "-o", &csv, "-o"];
    for second in [&csv, &beside] {
        let done = tertius(words.iter().copied().chain([second.as_str()]));
        assert_eq!(done.code, 3, "{}", done.err);
        assert!(done.err.contains("would be written twice"), "{}", done.err);
        assert_eq!(std::fs::read_dir(dir.path()).expect("a folder").count(), 0);
    }
}

#[test]
fn what_cannot_be_written_says_the_true_cause_and_leaves_nothing_behind() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let missing = path("nosuch/x.csv");
    let folder = path("nosuch");
    let protected = path("kept.csv");
    std::fs::write(&protected, "mine").expect("a file");
    let mut permissions = std::fs::metadata(&protected).expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&protected, permissions).expect("permissions");
    let here = dir.path().to_str().expect("UTF-8");
    for (file, said) in [
        (missing.as_str(), format!("the folder {folder} is not there")),
        (here, format!("{here} is a folder: give the name of a file in it")),
        (&protected, format!("{protected} may not be written: it is protected")),
    ] {
        let done = tertius(["actor", "degree", "data/equalls", "--format", "csv", "-o", file]);
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
        assert!(done.err.contains(&said), "{}", done.err);
    }
    assert_eq!(std::fs::read_to_string(&protected).expect("a file"), "mine");
    assert_eq!(dir.path().read_dir().expect("the folder").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_the_words_of_the_system() {
    let done = tertius(["actor", "degree", "data/equalls", "--format", "csv", "-o", "/dev/full"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("No space left on device"), "{}", done.err);
}

#[test]
fn several_outputs_are_all_written_or_none() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let (svg, png) = (path("a.svg"), path("nosuch/a.png"));
    let done = tertius(["chart", "sociogram", "data/equalls", "-o", &svg, "-o", &png, "-o", "-"]);
    assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
    let (csv, beside) = (path("d.csv"), path("d.csv.meta.json"));
    std::fs::create_dir(&beside).expect("a folder in the way");
    let done = tertius(["actor", "degree", "data/equalls", "-o", &csv]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert_eq!(dir.path().read_dir().expect("the folder").count(), 1);
}

#[test]
fn what_tertius_did_not_write_is_replaced_only_where_it_is_named_as_what_it_is() {
    let (study, dir) = (pairs(), tempfile::tempdir().expect("a temporary folder"));
    let path = |name: &str| dir.path().join(name).to_str().expect("a name").to_owned();
    let (from, document) = (study.path().to_str().expect("a name"), path("notes.docx"));
    std::fs::write(&document, "mine").expect("a file");
    let commands: [&[&str]; 3] = [
        &["actor", "degree", from, "--format", "csv", "-o", &document],
        &["convert", from, &document, "--to", "graphml"],
        &["convert", from, &document, "--to", "study-json"],
    ];
    for command in commands {
        let done = tertius(command);
        assert_eq!(done.code, 3, "{command:?}: {}", done.err);
        assert!(done.err.contains("is there already, and not from tertius"), "{}", done.err);
    }
    for command in
        [&["report", from][..], &["page", from], &["chart", "sociogram", from], &["layout", from]]
    {
        let done = tertius(command.iter().chain(&["-o", &document[..]]));
        assert_ne!(done.code, 0, "{command:?}: {}", done.err);
    }
    assert_eq!(std::fs::read_to_string(&document).expect("a file"), "mine");
    let (table, beside) = (path("d.csv"), path("d.csv.meta.json"));
    std::fs::write(&beside, "{}").expect("a file");
    let done = tertius(["actor", "degree", from, "-o", &table]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("d.csv.meta.json"), "{}", done.err);
    std::fs::remove_file(&beside).expect("it is there");
    for _ in 0..2 {
        let done = tertius(["actor", "degree", from, "-o", &table]);
        assert_eq!(done.code, 0, "its own are replaced: {}", done.err);
    }
}

#[test]
fn init_names_what_is_in_the_way_and_offers_no_more_than_there_is() {
    let study = pairs();
    let done = tertius(["init".as_ref(), study.path().as_os_str()]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("it holds organisations.csv, ties.csv"), "{}", done.err);
    assert!(done.err.contains("an empty folder or a new name"), "{}", done.err);
    let book = study.path().join("book.xlsx");
    std::fs::write(&book, "mine").expect("a file");
    let done = tertius(["init".as_ref(), book.as_os_str()]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("is not overwritten: choose another name"), "{}", done.err);
    assert_eq!(std::fs::read_to_string(&book).expect("a file"), "mine");
}

#[test]
fn init_writes_tables_that_check_understands_and_touches_nothing_that_is_there() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for name in ["mine", "mine.xlsx"] {
        let path = dir.path().join(name);
        let done = tertius(["init".as_ref(), path.as_os_str()]);
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.out.contains("tertius check"), "{}", done.out);
        let again = tertius(["init".as_ref(), path.as_os_str()]);
        assert_eq!(again.code, 3, "{}", again.out);
        let check = tertius(["check".as_ref(), path.as_os_str()]);
        assert_eq!(check.code, 1, "{}", check.out);
        assert!(check.out.contains("error[empty-table]"), "{}", check.out);
        assert!(!check.out.contains("warning["), "{}", check.out);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_tertius"))
        .args(["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tertius runs");
    drop(child.stdout.take());
    let done = child.wait_with_output().expect("it ends");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}
