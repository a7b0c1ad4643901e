use tertius::study::Study;
use tertius::study::Table;
use tertius_formats::{Error, Shape, read, read_as};

use crate::support::{codes, folder, read_file, shown, told};

#[test]
fn tables_are_found_under_their_names_and_synonyms() {
    let folder = folder(&[
        ("Orgs.CSV", b"id,name\na,Alpha\nb,Beta\n"),
        ("edges.tsv", b"from\tto\na\tb\n"),
        ("sources.txt", b"id,title\ns,Minutes\n"),
        ("study.toml", b"title = \"Two\"\n"),
        ("README.txt", b"prose"),
        ("notes.docx", b"PK"),
        (".ties.csv", b"x"),
        ("~$survey.xlsx", b"x"),
        ("layout.csv", b"id,x,y\n"),
    ]);
    let reading = read(folder.path()).unwrap();
    assert_eq!(reading.settings.title, "Two");
    assert_eq!(codes(&reading), [""; 0]);
    assert!(!reading.implied);
    let inputs: Vec<_> = reading.inputs.iter().map(|input| input.file.as_str()).collect();
    assert_eq!(inputs, ["sources.txt", "Orgs.CSV", "edges.tsv", "study.toml"]);
    insta::assert_snapshot!(shown(&reading), @r"
    organisations (1: id | name)
      2: a | Alpha
      3: b | Beta
    ties (1: from | to)
      2: a | b
    sources (1: id | title)
      2: s | Minutes
    ");
}

#[test]
fn source_and_target_are_the_ends_of_a_tie_and_source_alone_is_evidence() {
    let ties = |text: &str| {
        let folder = folder(&[("ties.csv", text.as_bytes())]);
        let reading = read(folder.path()).unwrap();
        shown(&reading) + &told(&reading)
    };
    insta::assert_snapshot!(ties("source,target,weight\na,b,1\n"), @r"
    ties (1: from | to | weight)
      2: a | b | 1
    Note renamed-column at ties.csv, cell A1 (source): read as `from` [source]
    Note renamed-column at ties.csv, cell B1 (target): read as `to` [target]
    ");
    insta::assert_snapshot!(ties("from,target,source\na,b,s1\n"), @r"
    ties (1: from | target | source)
      2: a | b | s1
    ");
}

#[test]
fn files_that_are_not_read_are_named_with_the_nearest_table() {
    let folder = folder(&[
        ("organisatons.csv", b"id\na\n"),
        ("organisations.csv", b"id\na\n"),
        ("actors.csv", b"id\na\n"),
        ("ties 2019.csv", b"from,to\n"),
        ("universities.csv", b"id\n"),
        ("survey.xlsx", b"x"),
        ("old ties (ignore).csv", b"x"),
    ]);
    insta::assert_snapshot!(told(&read(folder.path()).unwrap()), @r"
    Warning unused-file at actors.csv: not read: organisations is in organisations.csv
    Note skipped-file at old ties (ignore).csv: skipped, as the name of the file asks
    Warning unused-file at organisatons.csv: no table of a study has the name of this file -> if it is organisations, rename the file to organisations
    Warning unused-file at survey.xlsx: a workbook in a folder of tables is not read -> give survey.xlsx itself, or save its sheets as CSV
    Warning unused-file at ties 2019.csv: no table of a study has the name of this file -> if it is ties, rename the file to ties
    Warning unused-file at universities.csv: no table of a study has the name of this file
    ");
}

#[test]
fn settings_with_a_mistake_are_told_with_the_line() {
    let folder = folder(&[
        ("ties.csv", b"from,to\na,b\n"),
        ("study.toml", b"title = \"A\"\ngroupngs = [\"sector\"]\n"),
    ]);
    let reading = read(folder.path()).unwrap();
    assert_eq!(reading.sheets.len(), 1);
    insta::assert_snapshot!(told(&reading), @"Error bad-settings at study.toml, row 2: unknown key `groupngs`, expected one of `title`, `description`, `authors`, `licence`, `notice`, `synthetic`, `groupings`, `view`, `sector`, `relation`, `role` -> did you mean `groupings`?");
}

#[test]
fn what_is_not_there_comes_with_its_neighbours() {
    let folder =
        folder(&[("survey.csv", b"from,to\n"), ("survey-2.csv", b""), ("minutes.docx", b"PK")]);
    let at = |name: &str| folder.path().join(name);
    let Err(Error::NotFound { near, .. }) = read(&at("surevy.csv")) else { panic!("it was found") };
    assert_eq!(near, ["survey.csv", "survey-2.csv"]);
    let message = read(&at("surevy.csv")).unwrap_err().to_string();
    assert!(
        message.ends_with("surevy.csv is not there: did you mean survey.csv or survey-2.csv?"),
        "{message}"
    );
    assert!(
        read(&at("quite/else.csv")).unwrap_err().to_string().ends_with("else.csv is not there")
    );
    assert!(matches!(read(&at("minutes.docx")), Err(Error::UnknownKind { .. })));
    assert!(matches!(read_as(folder.path(), Shape::EdgeList), Err(Error::NotOneTable { .. })));
}

#[test]
fn inputs_are_on_record() {
    let reading = read_file("ties.csv", "abc");
    assert_eq!(reading.name, "ties");
    assert_eq!(reading.inputs[0].bytes, 3);
    assert_eq!(
        reading.inputs[0].sha256,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn the_studies_that_come_with_tertius_are_read_without_a_problem() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let mut studies = 0;
    for entry in std::fs::read_dir(data).unwrap().flatten() {
        let reading = read(&entry.path()).unwrap();
        assert_eq!(told(&reading), "", "{}", entry.path().display());
        assert!(reading.sheets.iter().any(|(table, _)| *table == Table::Activities));
        let study = Study::from_reading(reading);
        assert!(!study.has_errors(), "{}: {:?}", entry.path().display(), study.problems);
        studies += 1;
    }
    assert!(studies >= 5);
}
