use std::fs;

use crate::support::{broken, root, study, tertius};

#[test]
fn the_joined_study_is_what_its_parts_give() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let made = dir.path().join("west-midlands");
    let kept = root().join("data/west-midlands");
    let settings = fs::read_to_string(kept.join("study.toml")).expect("study.toml");
    let line = |key: &str| {
        let line = settings.lines().find(|line| line.starts_with(key)).expect("the key");
        line.split_once(" = ").expect("a value").1.trim_matches('"').to_owned()
    };
    let (title, notice) = (line("title"), line("notice"));
    let words = ["join", "data/wm-lsrn", "data/wolverhampton", "data/changing-the-dynamics"];
    let more = ["--title", &title, "--notice", &notice, "-o", made.to_str().expect("UTF-8")];
    let done = tertius(words.iter().chain(&more));
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.out.contains("`University of Wolverhampton` joined from wm-lsrn, wolverhampton"),
        "{}",
        done.out
    );
    let mut files = 0;
    for file in fs::read_dir(&made).expect("the folder").flatten() {
        let (made, kept) = (fs::read(file.path()), fs::read(kept.join(file.file_name())));
        assert_eq!(
            made.expect("made"),
            kept.expect("kept"),
            "{:?}: run `make data`",
            file.file_name()
        );
        files += 1;
    }
    assert_eq!(files, 9);
}

#[test]
fn edge_lists_join_into_a_sound_study() {
    let parts = study(&[("a.csv", "from,to\nUni,Col\n"), ("b.csv", "from,to\nuni,School\n")]);
    let path = |name: &str| parts.path().join(name).to_str().expect("UTF-8").to_owned();
    let (a, b, made) = (path("a.csv"), path("b.csv"), path("made"));
    let done = tertius(["join", &a, &b, "-o", &made]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("3 organisations"), "{}", done.out);
    let done = tertius(["check", &made]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
}

#[test]
fn a_joined_study_with_errors_is_not_written() {
    let part = |x: &str, y: &str| {
        let rows = format!("id,name,parent\nx,X,{x}\ny,Y,{y}\n");
        study(&[("organisations.csv", &rows), ("ties.csv", "from,to\nx,y\n")])
    };
    let (a, b) = (part("y", ""), part("", "x"));
    let made = a.path().join("made");
    let paths = [a.path(), b.path(), &made].map(|path| path.to_str().expect("UTF-8"));
    let done = tertius(["join", paths[0], paths[1], "-o", paths[2]]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.err.contains("a circle: x in y in x"), "{}", done.err);
    assert!(!made.exists());
}

#[test]
fn a_part_with_errors_is_named_in_the_command_that_shows_them() {
    let (part, dir) = (broken(), tempfile::tempdir().expect("a temporary folder"));
    let (part, made) = (part.path().to_str().expect("UTF-8"), dir.path().join("made"));
    let done = tertius(["join", "data/equalls", part, "-o", made.to_str().expect("UTF-8")]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains(&format!("`tertius check {part}` shows them all")), "{}", done.err);
    assert!(!made.exists());
}
