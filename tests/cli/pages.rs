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
fn a_report_leads_to_its_page_by_a_way_that_bears_moving() {
    let (star, out) = (star(), tempfile::tempdir().expect("a folder"));
    let path = star.path().to_str().expect("a name");
    let file = |name: &str| out.path().join(name).to_str().expect("a name").to_owned();
    fs::create_dir(out.path().join("more: here")).expect("a folder");
    let leads = |report: &str| {
        let html = fs::read_to_string(out.path().join(report)).expect("a report");
        let (_, rest) = html.split_once("open <a href=\"")?;
        Some(rest.split_once('"').expect("it ends").0.to_owned())
    };
    for (page, way) in
        [("a page.html", "a%20page.html"), ("more: here/p.html", "more%3A%20here/p.html")]
    {
        let done = tertius(["report", path, "-o", &file("a.html"), "--page", &file(page)]);
        assert_eq!(done.code, 0, "{}", done.err);
        assert_eq!(leads("a.html").as_deref(), Some(way));
        let alone = tertius(["page", path]).out;
        let data = |html: &str| {
            let (_, data) = html.split_once("tertius-packed").expect("data");
            data.replace(&format!("tertius report {path} -o {} --page ", file("a.html")), "")
        };
        let made = fs::read_to_string(out.path().join(page)).expect("a page");
        let (made, alone) = (data(&made), data(&alone));
        assert_eq!(made.split("\"command\"").next(), alone.split("\"command\"").next());
    }
    let (down, up) = (file("more: here/r.html"), file("p.html"));
    assert_eq!(tertius(["report", path, "-o", &down, "--page", &up]).code, 0);
    assert_eq!(leads("more: here/r.html").as_deref(), Some("../p.html"));
    assert_eq!(tertius(["report", path, "-o", &file("b.html")]).code, 0);
    assert_eq!(leads("b.html"), None);
}

#[test]
fn a_page_beside_a_report_replaces_neither_it_nor_the_study() {
    let (star, out) = (star(), tempfile::tempdir().expect("a folder"));
    let path = star.path().to_str().expect("a name");
    let report = out.path().join("a.html").to_str().expect("a name").to_owned();
    let same = out.path().join(".").join("a.html").to_str().expect("a name").to_owned();
    let ties = star.path().join("ties.csv").to_str().expect("a name").to_owned();
    for (page, code, said) in [
        (&same, 2, "would be both the report and its page"),
        (&ties, 2, "a page is a web page"),
        (&"-".to_owned(), 2, "from file to file"),
    ] {
        let done = tertius(["report", path, "-o", &report, "--page", page]);
        assert_eq!(done.code, code, "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
        assert!(!out.path().join("a.html").exists(), "{page}: nothing is written");
    }
    assert_eq!(tertius(["report", path, "--page", "page.html"]).code, 2, "a report on a screen");
}

#[test]
fn codes_are_the_same_in_a_report_and_its_page() {
    let (star, out) = (star(), tempfile::tempdir().expect("a folder"));
    let path = star.path().to_str().expect("a name");
    let file = |name: &str| out.path().join(name).to_str().expect("a name").to_owned();
    let (report, page) = (file("a.html"), file("b.html"));
    let done = tertius(["report", path, "-o", &report, "--page", &page, "--anonymise"]);
    assert_eq!(done.code, 0, "{}", done.err);
    for file in [&report, &page] {
        let html = fs::read_to_string(file).expect("it was written");
        assert!(html.contains("schools 03") && !html.contains("Charlie"), "{file}");
    }
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
