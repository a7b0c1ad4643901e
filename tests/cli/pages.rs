//! The narrated page, codes with their key, and whom codes cannot hide.

use std::fs;

use crate::support::{study, tertius};

/// A star of health and schools: everybody is alone with something.
fn star() -> tempfile::TempDir {
    study(&[
        (
            "organisations.csv",
            "id,name,sector\nhub,\"Hub, the\",health\na,Alpha,schools\nb,Bravo,schools\nc,Charlie,schools\n",
        ),
        ("ties.csv", "from,to\nhub,a\nhub,b\nhub,c\n"),
    ])
}

#[test]
fn a_page_is_written_and_says_how_it_was_made() {
    let (star, out) = (star(), tempfile::tempdir().expect("a folder"));
    let (path, page) = (star.path().to_str().expect("a name"), out.path().join("page.html"));
    let to = page.to_str().expect("a name");
    let done = tertius(["page", path, "-o", to, "--seed", "7"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let html = fs::read_to_string(&page).expect("a page");
    assert!(html.contains("stress (seed 7)") && html.contains("tertius page"));
    let printed = tertius(["page", path, "--seed", "7"]).out;
    assert!(printed.starts_with("<!DOCTYPE html>") && printed.ends_with("</html>\n"));
    let done = tertius(["page", path, "-o", "page.pdf"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("a page is a web page"), "{}", done.err);
    let done = tertius(["page", path, "--by", "colour"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("it can be grouped by sector"), "{}", done.err);
}

#[test]
fn a_key_says_who_is_who_and_replaces_nothing() {
    let (star, out) = (star(), tempfile::tempdir().expect("a folder"));
    let path = star.path().to_str().expect("a name");
    let file = |name: &str| out.path().join(name).to_str().expect("a name").to_owned();
    let commands: [(&[&str], &str); 3] = [
        (&["page"], "page.html"),
        (&["report"], "report.html"),
        (&["chart", "sociogram"], "a.svg"),
    ];
    for (command, name) in commands {
        let (to, key) = (file(name), file(&format!("{name}.csv")));
        let more = [path, "-o", &to, "--anonymise", "--key", &key];
        let done = tertius(command.iter().chain(&more));
        assert_eq!(done.code, 0, "{}", done.err);
        let text = fs::read_to_string(&key).expect("a key");
        let expected = "code,id,name\nhealth 01,hub,\"Hub, the\"\nschools 01,a,Alpha\nschools 02,b,Bravo\nschools 03,c,Charlie\n";
        assert_eq!(text, expected);
        let said = "note: 1 of 4 actors could be named in spite of codes";
        assert!(done.err.contains(said) && done.err.contains("tertius disclosure"), "{}", done.err);
        let written = fs::read_to_string(&to).expect("it was written");
        assert!(written.contains("health 01") && !written.contains("Bravo"));
        let again = tertius(command.iter().chain(&more));
        assert_eq!(again.code, 3);
        assert!(again.err.contains("a key replaces nothing"), "{}", again.err);
        let open = tertius(command.iter().chain(&[path, "--key", &key]));
        assert_eq!(open.code, 2, "a key without codes");
    }
}

#[test]
fn whom_codes_cannot_hide_is_listed() {
    let star = star();
    let path = star.path().to_str().expect("a name");
    let done = tertius(["disclosure", path, "--format", "csv"]);
    assert_eq!(done.out, "actor,name,sector,contacts,held_by\nhub,\"Hub, the\",health,3,1\n");
    let done = tertius(["disclosure", path, "--at-least", "4", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(json["rows"].as_array().expect("rows").len(), 4);
    assert_eq!(json["method"]["measure"], "disclosure");
    let done = tertius(["disclosure", path, "--by", "sectr"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("did you mean `sector`?"), "{}", done.err);
    assert_eq!(tertius(["disclosure", path, "--at-least", "1"]).code, 2);
}
