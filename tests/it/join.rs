//! Studies joined: what becomes one, what stays apart, and that nothing vanishes silently.

use tertius::Study;
use tertius::study::{Joined, Reading, Table, join};

use crate::tables::{reading, study_with};

fn named(name: &str, settings: &str, tables: &str) -> Study {
    Study { name: name.to_owned(), ..study_with(settings, tables) }
}

/// Studies `a`, `b` … of tables.
fn joined<const N: usize>(tables: [&str; N]) -> Joined {
    let studies: Vec<Study> =
        ["a", "b", "c"].into_iter().zip(tables).map(|(name, it)| named(name, "", it)).collect();
    join("joined", &studies)
}

/// A table as lines of cells between `|`.
fn shown(joined: &Joined, table: Table) -> String {
    let (_, sheet) = joined.reading.sheets.iter().find(|(it, _)| *it == table).expect("the table");
    let rows = sheet.rows().map(|row| row.cells().collect::<Vec<_>>().join("|"));
    std::iter::once(sheet.header().join("|")).chain(rows).collect::<Vec<_>>().join("\n")
}

fn is_told(joined: &Joined, words: &str) -> bool {
    joined.notes.iter().any(|note| note.contains(words))
}

fn is_sound(joined: Joined) -> bool {
    !Study::from_reading(joined.reading).has_errors()
}

#[test]
fn two_rows_of_one_study_never_become_one() {
    let joined = joined([
        "organisations | id | name
                       | a1 | St Mary",
        "organisations | id | name
                       | b1 | St Mary
                       | b2 | St Mary",
        "organisations | id | name
                       | c1 | St Mary",
    ]);
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|name|study
    a1|St Mary|a;b;c
    b2|St Mary|b
    ");
    assert!(is_told(&joined, "`b2` of b stays apart from `a1`"), "{:?}", joined.notes);
}

#[test]
fn groups_are_never_joined() {
    let joined = joined([
        "organisations | id       | name     | kind  | count_min
                       | colleges | Colleges | Group |
                       | schools  | Schools  |       | 4",
        "organisations | id       | name     | kind  | count_min
                       | colleges | Colleges | GROUP |
                       | schools  | Schools  |       | 4",
    ]);
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|name|kind|count_min|study
    colleges|Colleges|Group||a
    schools|Schools||4|a
    b-colleges|Colleges|GROUP||b
    b-schools|Schools||4|b
    ");
}

const TIE: &str = "
    organisations | id | sector
                  | x  | he
                  | y  | he
    ties          | from | to | relation
                  | x    | y  | Works With";

#[test]
fn a_relation_of_another_meaning_stays_apart() {
    let declared = |name, label: &str, rest: &str| {
        let settings = format!(
            "[[sector]]\nid = 'he'\nlabel = '{label}'\n[[relation]]\nid = 'works'\nlabel = 'works with'\n{rest}"
        );
        named(name, &settings, TIE)
    };
    let studies = [
        declared("a", "Universities", "weight = 'strength'"),
        declared("b", "Higher education", "weight = 'distance'"),
        declared("c", "Universities", "weight = 'distance'"),
    ];
    let joined = join("joined", &studies);
    insta::assert_snapshot!(shown(&joined, Table::Ties), @r"
    from|to|relation|study
    x|y|works|a
    x|y|b-works|b
    x|y|b-works|c
    ");
    assert!(is_told(&joined, "relation `works` of b has another"), "{:?}", joined.notes);
    let label = "sector `he` stays labelled `Universities`, not `Higher education` as in b";
    assert!(is_told(&joined, label), "{:?}", joined.notes);
    assert!(is_sound(joined));
}

#[test]
fn words_of_a_study_that_declares_none_are_declared() {
    let a = named(
        "a",
        "[[relation]]\nid = 'funds'\ndirected = true\n[[sector]]\nid = 'fe'",
        "
        organisations | id | sector
                      | z  | fe
                      | x  |
        ties          | from | to | relation
                      | z    | x  | funds",
    );
    let joined = join("joined", &[a, named("b", "", TIE)]);
    let relations: Vec<_> = joined.reading.settings.relation.iter().map(|it| &it.id).collect();
    assert_eq!(relations, ["funds", "Works With"]);
    assert!(joined.reading.settings.relation[1].directed, "as it is where nothing is declared");
    assert!(is_sound(joined));
}

#[test]
fn implied_actors_are_listed() {
    let edges = |name: &str, ties: &str| {
        let reading = Reading { name: name.to_owned(), implied: true, ..reading(ties) };
        Study::from_reading(reading)
    };
    let a = edges("a", "ties | from | to\n | Uni | Col");
    let b = edges("b", "ties | from | to\n | uni | School");
    let joined = join("joined", &[a, b]);
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|study
    Uni|a;b
    Col|a
    School|b
    ");
    assert!(shown(&joined, Table::Ties).ends_with("Uni|School|b"));
    assert!(is_sound(joined));
}

#[test]
fn sources_that_one_study_does_not_list_get_rows() {
    let joined = joined([
        "organisations | id | source
                       | x  | doc
         ties          | from | to | source
                       | x    | x  | DOC
         sources       | id  | title
                       | doc | The page",
        "organisations | id | source
                       | y  | Letter
                       | z  | letter",
    ]);
    insta::assert_snapshot!(shown(&joined, Table::Sources), @r"
    id|title|study
    doc|The page|a
    Letter||b
    ");
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|source|study
    x|doc|a
    y|Letter|b
    z|Letter|b
    ");
    assert!(is_sound(joined));
}

#[test]
fn evidence_that_gives_way_is_kept_in_the_note() {
    let joined = joined([
        "organisations | id | name | source | locator | certainty | note | study
                       | x  | Uni  | one    | L3      |           | Host | pilot",
        "organisations | id | name | source | locator | certainty | note  | quote | study
                       | x  | Uni  | two    | L9      | probable  | Owner | ours  | main",
    ]);
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|name|study|source|locator|note|joined_from
    x|Uni|pilot|one|L3|Host [also two L9: Owner]|a;b
    ");
    insta::assert_snapshot!(joined.notes.join("\n"), @"organisations: `Uni` joined from a, b (certainty stays blank, not `probable`; quote stays blank, not `ours`; study stays `pilot`, not `main`)");
}

#[test]
fn pointers_by_name_follow_their_row() {
    let joined = joined([
        "organisations | id  | name       | aliases
                       | uni | University | The Uni
                       | col | College    |
         ties          | from | to
                       | uni  | col",
        "organisations | id  | name    | aliases | parent
                       | col | School  |         | Academy
                       | COL | Academy |         |
                       | u   | The Uni |         | School
         ties          | from   | to      | reporter
                       | School | the uni | COL
                       | COL    | col     | Academy",
    ]);
    insta::assert_snapshot!(shown(&joined, Table::Organisations), @r"
    id|name|aliases|parent|study
    uni|University|The Uni|b-col|a;b
    col|College|||a
    b-col|School||COL|b
    COL|Academy|||b
    ");
    insta::assert_snapshot!(shown(&joined, Table::Ties), @r"
    from|to|reporter|study
    uni|col||a
    b-col|uni|COL|b
    COL|b-col|COL|b
    ");
    assert!(is_sound(joined));
}
