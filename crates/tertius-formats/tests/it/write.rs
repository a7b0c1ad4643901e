use std::fs;

use proptest::prelude::*;
use tertius::study::{Reading, Settings, Sheet, Table};
use tertius_formats::{Error, read, to_json, write_folder, write_json};

use crate::support::{folder, read_file, shown, told};

fn study() -> Reading {
    let folder = folder(&[
        ("organisations.csv", "id,name,aliases,blank\na,\"Alpha, Ltd\",A;AA,\nb,\"The \"\"Hub\"\"\",,\n".as_bytes()),
        ("ties.csv", b"weight,from,to,note\n,a,b,\"two\nlines\"\n2.5,b,a,\n"),
        ("study.toml", b"title = \"Two\"\ngroupings = [\"sector\"]\n[view]\nvia = [\"ties\", \"participation\"]\nlevel = \"person\"\n[[relation]]\nid = \"contact\"\nweight = \"ordinal\"\n"),
    ]);
    read(folder.path()).unwrap()
}

#[test]
fn a_folder_that_is_written_reads_back_the_same() {
    let study = study();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("new/copy");
    let written = write_folder(&study.sheets, &study.settings, &copy, false).unwrap();
    assert_eq!(written.len(), 3);
    let again = read(&copy).unwrap();
    assert_eq!(again.sheets, study.sheets);
    assert_eq!(again.settings, study.settings);
    assert_eq!(told(&again), "");
    assert_eq!(fs::read_dir(&copy).unwrap().count(), 3);
}

#[test]
fn nothing_is_overwritten_unasked() {
    let study = study();
    let folder = folder(&[("ties.csv", b"mine")]);
    let refused = write_folder(&study.sheets, &study.settings, folder.path(), false);
    assert_eq!(refused, Err(Error::Exists { path: folder.path().join("ties.csv") }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    write_folder(&study.sheets, &study.settings, folder.path(), true).unwrap();
    assert_eq!(read(folder.path()).unwrap().sheets, study.sheets);
    let json = folder.path().join("a.json");
    write_json(&study.sheets, &study.settings, &json, false).unwrap();
    assert!(write_json(&study.sheets, &study.settings, &json, false).is_err());
    write_json(&study.sheets, &study.settings, &json, true).unwrap();
}

#[test]
fn json_reads_back_the_same() {
    let study = study();
    let again = read_file("study.json", to_json(&study.sheets, &study.settings));
    assert_eq!(told(&again), "");
    assert_eq!(again.settings, study.settings);
    assert_eq!(shown(&again), shown(&study));
}

#[test]
fn json_is_plain() {
    let mut ties = Sheet::new("ties.csv", None, 1, vec!["from".into(), "to".into(), "note".into()]);
    ties.push_row(2, ["a", "b", ""]);
    let json =
        to_json(&[(Table::Ties, ties)], &Settings { title: "One".into(), ..Settings::default() });
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["settings"]["title"], "One");
    assert_eq!(value["columns"], serde_json::json!({"ties": ["from", "to", "note"]}));
    assert_eq!(value["tables"], serde_json::json!({"ties": [{"from": "a", "to": "b"}]}));
}

#[test]
fn json_by_hand_is_read() {
    let reading = read_file(
        "study.json",
        r#"{"settings": {"title": "T", "titel": "U"},
            "tables": {"orgs": [{"id": "a", "localities": ["x", "y"], "count_min": 3}, {"id": "b", "open": true, "more": {}}],
                       "tyes": [], "ties": []}}"#,
    );
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r"
    organisations (1: id | localities | count_min | open | more)
      2: a | x;y | 3 |  | 
      3: b |  |  | yes | 
    ties (1: )
    Error bad-settings at study.json: unknown key `titel`, expected one of `title`, `description`, `authors`, `licence`, `notice`, `synthetic`, `groupings`, `view`, `sector`, `relation`, `role` -> did you mean `title`?
    Error unreadable-file at study.json, sheet orgs, cell E3 (more): an object where a cell should be: read as blank
    Warning unused-file at study.json: no table of a study has this name [tyes] -> did you mean `ties`?
    ");
    insta::assert_snapshot!(told(&read_file("study.json", "{\n  \"tables\": [}")), @r#"Error unreadable-file at study.json: not a study in JSON: invalid type: sequence, expected an object at line 2 column 12 -> a study in JSON is {"tables": {"ties": [{"from": "a", "to": "b"}]}}, a network {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#);
    insta::assert_snapshot!(told(&read_file("study.json", "{\"nodes\": []}")), @r#"Error unreadable-file at study.json: not a study in JSON: unknown field `nodes`, expected one of `settings`, `columns`, `tables` at line 1 column 8 -> a study in JSON is {"tables": {"ties": [{"from": "a", "to": "b"}]}}, a network {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_in_the_cells_is_read_back(cells in prop::collection::vec("[a-z,;\"\t\r\n é–=|'.0-9]{0,12}", 0..30)) {
        let header = ["from", "to", "note"].map(str::to_owned).to_vec();
        let mut ties = Sheet::new("ties.csv", None, 1, header);
        for (number, cells) in (2..).zip(cells.chunks_exact(2)) {
            ties.push_row(number, ["a", &cells[0], &cells[1]]);
        }
        let tables = [(Table::Ties, ties)];
        let folder = tempfile::tempdir().unwrap();
        write_folder(&tables, &Settings::default(), folder.path(), false).unwrap();
        prop_assert_eq!(&read(folder.path()).unwrap().sheets[..], &tables[..]);
        let json = read_file("a.json", to_json(&tables, &Settings::default()));
        prop_assert_eq!(shown(&json), shown(&Reading { sheets: tables.to_vec(), ..Reading::default() }));
    }
}
