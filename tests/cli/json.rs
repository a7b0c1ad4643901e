//! What a machine reads.

use serde_json::Value;

use crate::support::{broken, tertius};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn what_was_written_is_said_on_standard_output_and_nothing_else_anywhere() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let (html, svg, csv) = (path("r.html"), path("f.svg"), path("d.csv"));
    let (new, book, joined, net) = (path("new"), path("new.xlsx"), path("joined"), path("n.net"));
    for (words, files) in [
        (&["report", "data/equalls", "-o", &html][..], 1),
        (&["chart", "sociogram", "data/equalls", "-o", &svg], 1),
        (&["actor", "degree", "data/equalls", "-o", &csv], 2),
        (&["init", &new], 12),
        (&["init", &book], 1),
        (&["join", "data/wm-lsrn", "data/wolverhampton", "-o", &joined], 9),
        (&["convert", "data/equalls", &net], 1),
    ] {
        let done = tertius(words.iter().chain(&["--json"]));
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{words:?}");
        let json = parsed(&done.out);
        assert_eq!(json["schema"], "tertius.written/1", "{words:?}");
        let written = json["written"].as_array().expect("a list");
        assert_eq!(written.len(), files, "{words:?}");
        for it in written {
            let file = it["file"].as_str().expect("a name");
            let size = std::fs::metadata(file).expect("the file").len();
            assert_eq!(it["bytes"].as_u64(), Some(size), "{file}");
        }
        let command = json["record"]["command"].as_str().expect("the command");
        assert!(command.starts_with(&format!("tertius {}", words[0])), "{command}");
    }
    assert!(std::fs::read_to_string(csv).expect("a file").starts_with("actor,name,"));
}

#[test]
fn a_result_on_standard_output_is_json_and_nothing_else_anywhere() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let csv = dir.path().join("d.csv");
    let words = ["actor", "degree", "data/equalls", "--json", "-o", "-"];
    let file = ["-o", csv.to_str().expect("UTF-8")];
    for more in [&[][..], &file] {
        let done = tertius(words.iter().chain(more));
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{more:?}");
        assert_eq!(parsed(&done.out)["schema"], "tertius.results/1");
    }
    assert!(std::fs::read_to_string(csv).expect("a file").starts_with("actor,name,"));
}

#[test]
fn json_and_another_format_exclude_each_other() {
    for words in [
        &["--json", "actor", "degree", "data/equalls", "--format", "csv"][..],
        &["actor", "degree", "data/equalls", "--format", "csv", "-o", "-", "--json"],
    ] {
        let done = tertius(words);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
        let error = &parsed(&done.err)["error"];
        assert!(error["hint"].as_str().is_some_and(|it| it.contains("--format csv alone")));
    }
}

#[test]
fn problems_and_notes_are_counted_with_what_was_written() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let file = dir.path().join("f.svg");
    let file = file.to_str().expect("UTF-8");
    let done = tertius(["chart", "sociogram", "data/wolverhampton", "-o", file, "--json"]);
    let json = parsed(&done.out);
    let check = parsed(&tertius(["check", "data/wolverhampton", "--json"]).out);
    let found = check["problems"].as_array().map(Vec::len);
    let counts = ["errors", "warnings", "notes"].map(|it| json["problems"][it].as_u64());
    assert_eq!(counts.into_iter().flatten().sum::<u64>() as usize, found.expect("a list"));
    assert!(json["notes"].is_array());
}

#[test]
fn every_failure_has_one_shape() {
    let broken = broken();
    let broken = broken.path().to_str().expect("UTF-8");
    for (words, kind, exit, hint) in [
        (&["actor", "degree", broken][..], "problems", 1, Some("tertius check")),
        (&["check", broken], "problems", 1, None),
        (&["degree", "data/equalls"], "usage", 2, Some("tertius actor degree data/equalls")),
        (&["actor"], "usage", 2, None),
        (&["actor", "degree"], "usage", 2, None),
        (&["actor", "degree", "data/equalls", "--via", "tie"], "usage", 2, Some("ties")),
        (
            &["actor", "degree", "data/wolverhampton", "--relation", "adviss"],
            "usage",
            2,
            Some("advises"),
        ),
        (&["explain", "brokrage"], "usage", 2, Some("brokerage")),
        (&["report", "data/equalls"], "usage", 2, Some("-o report.html")),
        (&["completions", "bash"], "usage", 2, None),
        (&["man"], "usage", 2, None),
        (&["check", "data/nosuch"], "file", 3, None),
        (&["actor", "degree", "data/equalls", "-o", "nosuch/x.csv"], "file", 3, None),
        (
            &["actor", "brokerage", "data/equalls", "--via", "two-mode", "--by", "kind"],
            "not-applicable",
            4,
            None,
        ),
    ] {
        let done = tertius(words.iter().chain(&["--json"]));
        assert_eq!(done.code, exit, "{words:?}: {}", done.err);
        let error = &parsed(&done.err)["error"];
        assert_eq!(error["kind"], kind, "{words:?}");
        assert_eq!(error["exit"], exit, "{words:?}");
        let message = error["message"].as_str().expect("a message");
        assert!(!message.is_empty() && !message.contains("Usage:"), "{message}");
        let said = error["hint"].as_str();
        assert!(
            hint.is_none_or(|hint| said.is_some_and(|it| it.contains(hint))),
            "{words:?}: {said:?}"
        );
    }
}

#[test]
fn the_shapes_are_explained() {
    let page = tertius(["explain", "json"]).out;
    for word in [
        "tertius.results/1",
        "tertius.check/1",
        "tertius.written/1",
        "tertius.record/1",
        "\"error\"",
    ] {
        assert!(page.contains(word), "{word}: {page}");
    }
    for (term, key) in
        [("brokerage", "measures"), ("unknown-id", "problem"), ("ties", "table"), ("view", "view")]
    {
        assert!(page.contains(&format!("{{ \"{key}\"")), "{key}: {page}");
        assert!(!parsed(&tertius(["explain", term, "--json"]).out)[key].is_null(), "{key}");
    }
    assert!(parsed(&tertius(["explain", "json", "--json"]).out)["json"].is_string());
}
