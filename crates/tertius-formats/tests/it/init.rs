use std::fs;

use tertius::study::Study;
use tertius::study::TABLES;
use tertius_formats::{Error, init_folder, init_workbook, read};

use crate::support::told;

#[test]
fn an_empty_folder_has_every_table_and_reads_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-study");
    let files = init_folder(&path).unwrap();
    assert_eq!(files.len(), TABLES.len() + 2);
    let reading = read(&path).unwrap();
    assert_eq!(told(&reading), "");
    has_every_column(&reading);
    let name = |file: &std::path::PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
    let mut holds: Vec<String> = files.iter().map(name).collect();
    holds.sort_unstable();
    assert_eq!(init_folder(&path), Err(Error::NotEmpty { path: path.clone(), holds }));
    assert!(matches!(init_folder(&path.join("ties.csv")), Err(Error::Exists { .. })));
}

#[test]
fn the_name_of_a_file_makes_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["new.csv", "new.XLS", "new.tsv", "new.json"] {
        let path = folder.path().join(name);
        assert_eq!(init_folder(&path), Err(Error::NameOfFile { path: path.clone() }), "{name}");
        assert!(!path.exists(), "{name}");
    }
    let said = Error::NameOfFile { path: "my/new.csv".into() }.to_string();
    insta::assert_snapshot!(said.replace('\\', "/"), @"my/new.csv is the name of a file, and a new study is a folder of tables: give a name without an ending, such as my/new, or one that ends in .xlsx for a workbook");
    assert!(init_folder(&folder.path().join("Wave 2.1")).is_ok());
}

#[test]
#[expect(clippy::too_many_lines, reason = "the text is shown whole, and every table is in it")]
fn a_newcomer_is_told_how_to_fill_it_in() {
    let folder = tempfile::tempdir().unwrap();
    init_folder(folder.path()).unwrap();
    let path = folder.path();
    insta::assert_snapshot!(fs::read_to_string(path.join("README.txt")).unwrap(), @r"
    How to fill in this study

    Each file is a table: one row for each thing, and the first row says what goes into each column.
    Fill in what you have. You need organisations.csv or people.csv, and one of ties.csv,
    affiliations.csv and participation.csv. Leave the other files empty, or delete them.

    1. Give every organisation, person, activity, place and source a short id that you use everywhere
       else: for instance wcc for Wolverhampton City Council. Names can be as long as they are.
    2. Leave a cell blank if something is not known. Blank means not known; it does not mean no or 0.
    3. Write dates as exactly as you know them: 2017, 2019-03 or 2017-10-17.
    4. Separate several things in one cell with a semicolon.
    5. You may add columns of your own, such as phase or size: they can group and colour the network.
    6. Who was asked and did not answer belongs in respondents.csv: what they would have said is
       unknown, which is not the same as no ties.
    7. Say where each row comes from, with the columns at the end of every table.

    When you have entered a few rows, type

        tertius check NAME

    where NAME is the name of this folder. It says what was understood and names each cell to mend.

    organisations.csv: one row is an organisation, unit or partnership, or a group that was counted and not named
     * id                   short name that other tables point to (each once)
       name                 full name
       aliases              other spellings, separated by ;
       sector               sector; blank if not known (your own words)
       subsector            finer sector
       kind                 organisation, unit, partnership, network, fund or group
       parent               the organisation it is part of (an id from organisations)
       count_min            for a group: at least how many (a whole number)
       count_max            for a group: at most how many (a whole number)
       localities           where it works, separated by ; (ids from localities)
       opened               when it came into being (a date)
       closed               when it ended (a date)

    people.csv: one row is a person, by name or pseudonym
     * id                   short name that other tables point to (each once)
       name                 name or pseudonym
       aliases              other spellings, separated by ;
       sector               only if it is not that of the posts (your own words)
       localities           where the person works, separated by ; (ids from localities)
       designated_spanner   whether someone says this person is a boundary spanner (yes or no)

    affiliations.csv: one row is a post of a person in an organisation
     * person               who (an id from people)
     * organisation         where (an id from organisations)
       role                 as what (your own words)
       share                share of full time: 0.4 or 40%
       start                since when (a date)
       end                  until when; blank if not known or still so (a date)
       wave                 wave of a repeated survey

    activities.csv: one row is a project, event, report or meeting
     * id                   short name that other tables point to (each once)
       name                 full name
       kind                 project, event, report, meeting …
       start                when it began (a date)
       end                  when it ended (a date)
       locality             where (ids from localities)
       formality            formal or informal, as coded

    participation.csv: one row is an actor's part in an activity
     * actor                who: an organisation or a person (an id from organisations or people)
     * activity             in what (an id from activities)
       role                 as what: lead, partner, host, author … (your own words)
       wave                 wave of a repeated survey
       status               observed, aggregate, wished, reported_absent or unknown; blank is observed

    ties.csv: one row is a relation between two actors
     * from                 the actor it starts at (an id from organisations or people)
     * to                   the actor it goes to (an id from organisations or people)
       relation             what kind of tie (your own words)
       directed             whether it goes one way; blank is what study.toml says of the relation (yes or no)
       weight               how strong or how far, as study.toml declares (a number, zero or more)
       start                since when (a date)
       end                  until when (a date)
       wave                 wave of a repeated survey
       status               observed, aggregate, wished, reported_absent or unknown; blank is observed
       reporter             who said so (an id from organisations or people)

    localities.csv: one row is a place or jurisdiction
     * id                   short name that other tables point to (each once)
       name                 full name
       kind                 authority, trust, region …; `--by locality:region` compares regions
       parent               the larger place it is part of (an id from localities)
       x                    easting or longitude (a number)
       y                    northing or latitude (a number)

    respondents.csv: one row is an actor who was, or was not, asked
     * actor                who (an id from organisations or people)
       wave                 wave of a repeated survey
     * status               responded, partial, refused or not_asked; only responded is an account of all ties: ties that a partial answer reports are in the network, what it leaves out is not known

    sources.csv: one row is a document, interview, survey or record
     * id                   short name that rows point to (each once)
       kind                 web page, report, survey, interview …
       title                title
       date                 when it was made (a date)
       licence              under what terms it may be used

    story.csv: one row is a step of the story that the page tells, in the order of the rows
     * title                what the step is called
       text                 what there is to see, in plain words
       actors               who is in focus, separated by ; and everybody if blank (ids from organisations or people)
       sector               only these sectors stay in sight, separated by ;
       locality             only these localities, separated by ; (ids from localities)
       relation             only these relations, separated by ;
       wave                 only these waves, separated by ;
       certainty            only evidence so sure: certain, probable, ambiguous
       status               only evidence of these: observed, aggregate, wished, reported_absent, unknown
       size                 the measure that marks are sized by: degree, betweenness, closeness, constraint, effective_size, brokerage or eigenvector
       color                the grouping, such as sector, or the measure that colours show

    At the end of every table: where a row comes from
       source               the source the row comes from (an id from sources)
       locator              where in the source: a line, a page, a question
       certainty            how sure the coder is; blank counts as certain (certain, probable, ambiguous)
       coding               whether the source says it or the coder concludes it (stated, inferred)
       note                 what the source says, in the coder's words
       quote                words of the source, where they may be shown

    * must be filled in
    ");
}

#[test]
fn an_empty_workbook_has_every_table_and_reads_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-study.xlsx");
    init_workbook(&path).unwrap();
    let reading = read(&path).unwrap();
    assert_eq!(told(&reading), "");
    has_every_column(&reading);
    assert_eq!(init_workbook(&path), Err(Error::Exists { path: path.clone() }));
}

#[test]
fn every_line_of_the_settings_is_right_when_uncommented() {
    let folder = tempfile::tempdir().unwrap();
    init_folder(folder.path()).unwrap();
    let about = folder.path().join("study.toml");
    let text = fs::read_to_string(&about).unwrap();
    let said = |line: &str| {
        line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
    };
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if said(rest) => rest,
        _ => line,
    });
    fs::write(&about, lines.collect::<Vec<_>>().join("\n")).unwrap();
    let reading = read(folder.path()).unwrap();
    assert_eq!(told(&reading), "");
    assert!(reading.settings.synthetic);
    assert_eq!(reading.settings.relation[0].label, "Works with");
    assert_eq!((reading.settings.sector.len(), reading.settings.role.len()), (1, 1));
}

fn has_every_column(reading: &tertius::study::Reading) {
    for (spec, (table, sheet)) in TABLES.iter().zip(&reading.sheets) {
        assert_eq!(spec.table, *table);
        let columns: Vec<_> = spec.all_columns().map(|column| column.name).collect();
        assert_eq!(sheet.header(), columns);
        assert!(sheet.is_empty());
    }
    let _ = Study::from_reading(reading.clone());
}
