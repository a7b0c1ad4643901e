//! Identifiers, names and words, and what they point to.

use tertius::Study;
use tertius::study::Reading;

use super::{fine_and, problems, shown};
use crate::tables::{reading, study_with};

#[test]
fn blank_id() {
    let tables = "
        organisations | id  | name
                      |     | University
                      | col | College
        ties          | from | to
                      | col  |
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error blank-id: organisations.csv, cell A2 (id): a row of organisations needs an identifier
    error blank-id: ties.csv, cell B2 (to): `to` is blank, and a row of ties needs it | write it in every row, even if it is that of the row above
    ");
}

#[test]
fn duplicate_id() {
    let tables = "
        people     | id
                   | col
        activities | id
                   | uni
        localities | id
                   | uni
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    error duplicate-id: activities.csv, cell A2 (id): `uni` row 2 of organisations has this identifier too | rename one, or merge the two rows
    error duplicate-id: people.csv, cell A2 (id): `col` row 3 of organisations has this identifier too | rename one, or merge the two rows
    ");
}

#[test]
fn unknown_id() {
    let tables = "
        people       | id  | name
                     | ann | Ann Other
                     | any | Ann Other
        affiliations | person    | organisation | source
                     | ann       | colege       |
                     | Ann Other | hospital     | page 3
                     | ann       | talk         |
        activities   | id
                     | talk
        sources      | id
                     | minutes
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    error unknown-id: affiliations.csv, cell B2 (organisation): `colege` no row of organisations has this identifier or name | did you mean `College`?
    error unknown-id: affiliations.csv, cell A3 (person): `Ann Other` 2 rows answer to this name | write the identifier of the one meant
    error unknown-id: affiliations.csv, cell B3 (organisation): `hospital` no row of organisations has this identifier or name
    error unknown-id: affiliations.csv, cell C3 (source): `page 3` no row of sources has this identifier or name
    error unknown-id: affiliations.csv, cell B4 (organisation): `talk` no row of organisations has this identifier or name
    warning near-duplicate-name: people.csv, cell B3 (name): `Ann Other` the same as `Ann Other` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    ");
}

#[test]
fn tie_to_activity() {
    let tables = "
        organisations | id
                      | uni
        activities    | id   | name
                      | talk | Open talk
        ties          | from | to
                      | uni  | talk
                      | uni  | Open Talk
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error tie-to-activity: ties.csv, cell B2 (to): `talk` this is an activity, and a tie joins two actors | record who took part in participation, with a role
    error tie-to-activity: ties.csv, cell B3 (to): `Open Talk` this is an activity, and a tie joins two actors | record who took part in participation, with a role
    ");
}

#[test]
fn post_of_organisation() {
    let tables = "
        people       | id
                     | ann
        affiliations | person  | organisation
                     | College | uni
        ";
    insta::assert_snapshot!(fine_and(tables), @"error post-of-organisation: affiliations.csv, cell A2 (person): `College` this is an organisation, and posts are held by people | put the relation into ties, or the nesting into `parent`");
}

#[test]
fn parent_loop() {
    let tables = "
        organisations | id   | parent
                      | uni  | lab
                      | lab  | desk
                      | desk | uni
                      | self | self
                      | col  | uni
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error parent-loop: organisations.csv, cell B2 (parent): `lab` a circle: uni in lab in desk in uni | blank the cell of the outermost
    error parent-loop: organisations.csv, cell B5 (parent): `self` a circle: self in self | blank the cell of the outermost
    ");
}

#[test]
fn locality_loop() {
    let tables = "
        localities | id    | parent
                   | north | county
                   | county | north
        ";
    insta::assert_snapshot!(fine_and(tables), @"error locality-loop: localities.csv, cell B2 (parent): `county` a circle: north in county in north | blank the cell of the outermost");
}

#[test]
fn implied_actors() {
    let reading =
        Reading { implied: true, ..reading("ties | from | to\n | uni | col\n | col | Uni") };
    let study = Study::from_reading(reading);
    assert_eq!(study.organisations.len(), 2);
    insta::assert_snapshot!(shown(&study), @r"
    note folded-match: ties.csv, cell B3 (to): `Uni` read as `uni`, by its name or another spelling: 1 cell
    note implied-actors: ties.csv: 2 actors are named here and in no table of actors
    ");
}

#[test]
fn folded_match() {
    let tables = "
        organisations | id  | name       | aliases
                      | uni | University | The Uni; UoM
                      | col | College    |
        ties          | from       | to
                      | UNIVERSITY | col
                      | uom        | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning repeated-tie: ties.csv, cell A3 (from): `uni – col` row 2 records the same tie
    note folded-match: ties.csv, cell A2 (from): `UNIVERSITY` read as `uni`, by its name or another spelling: 2 cells, the first here
    ");
}

#[test]
fn near_duplicate_name() {
    let tables = "
        organisations | id | name                       | aliases
                      | a  | University of Wolverhampton |
                      | b  | University of Wolverhamton  |
                      | c  | Ward 3                     |
                      | d  | Ward 4                     |
                      | e  | College                    | WMCETT
                      | f  | Centre                     | wmcett
        ties          | from | to
                      | a    | b
        people        | id | name
                      | p  | Cath Gripton
                      | q  | Catherine Gripton
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning near-duplicate-name: organisations.csv, cell B3 (name): `University of Wolverhamton` nearly `University of Wolverhampton` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    warning near-duplicate-name: organisations.csv, cell B7 (name): `Centre` has a name or alias in common with `College` in row 6 | if they are one, merge the rows and keep the other spelling in `aliases`
    warning near-duplicate-name: people.csv, cell B3 (name): `Catherine Gripton` nearly `Cath Gripton` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    ");
}

#[test]
fn near_names_that_only_a_list_mentions_have_the_cell_of_the_first_mention() {
    let list = "participation | organisation | event\n | Oak & Elm | Launch\n | Hub | Forum\n | Oak and Elm | Forum\n | Oak and elm | Launch";
    let study = Study::from_reading(Reading { implied: true, ..reading(list) });
    let near = study.problems.iter().filter(|it| it.code == "near-duplicate-name").cloned();
    let near = Study { problems: near.collect(), ..Study::default() };
    insta::assert_snapshot!(shown(&near), @"warning near-duplicate-name: participation.csv, cell A4 (organisation): `Oak and Elm` nearly `Oak & Elm` in row 2 | if they are one, write one spelling in column organisation");
}

#[test]
fn near_duplicate_word() {
    let tables = "
        organisations | id | sector           | localities
                      | a  | Higher education | Leeds
                      | b  | higher Education | leeds; York
                      | c  | FE               | Leds
                      | d  | FE               | Leeds;York
                      | e  | FEE              | Ward 11
                      | f  | HE               | Ward 12
        activities    | id | kind             | locality
                      | t1 | Event            | Leeds
                      | t2 | event            | Yrok
                      | t3 | Evnet            |
        ties          | from | to | relation
                      | a    | b  | advises
                      | a    | c  | advises
                      | a    | d  | advise
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning near-duplicate-word: activities.csv, cell C3 (locality): `Yrok` 1 row looks like `York` (2 rows) | write `York` if that is meant; they are kept apart
    warning near-duplicate-word: activities.csv, cell B4 (kind): `Evnet` 1 row looks like `Event` (2 rows) | write `Event` if that is meant; they are kept apart
    warning near-duplicate-word: organisations.csv, cell C4 (localities): `Leds` 1 row looks like `Leeds` (4 rows) | write `Leeds` if that is meant; they are kept apart
    warning near-duplicate-word: organisations.csv, cell B6 (sector): `FEE` 1 row looks like `FE` (2 rows) | write `FE` if that is meant; they are kept apart
    warning near-duplicate-word: ties.csv, cell C4 (relation): `advise` 1 row looks like `advises` (2 rows) | write `advises` if that is meant; they are kept apart
    note folded-match: activities.csv, cell B3 (kind): `event` read as the same word in another spelling: 1 cell
    note folded-match: organisations.csv, cell B3 (sector): `higher Education` read as the same word in another spelling: 1 cell
    note folded-match: organisations.csv, cell C3 (localities): `leeds` read as `Leeds`, by its name or another spelling: 1 cell
    ");
}

#[test]
fn unknown_word() {
    let settings = "
        [[sector]]
        id = \"higher-education\"
        label = \"Higher education\"
        ";
    let tables = "
        organisations | id  | sector           | kind
                      | uni | Higher Education | unti
                      | col | higer-education  |
                      | vcs | voluntary        | organisation
        ties          | from | to  | directed | status   | certainty
                      | uni  | col | perhaps  | obsreved | certain
        ";
    insta::assert_snapshot!(shown(&study_with(settings, tables)), @r"
    error unknown-word: organisations.csv, cell C2 (kind): `unti` `kind` is one of organisation, unit, partnership, network, fund, group | did you mean `unit`?
    error unknown-word: organisations.csv, cell B3 (sector): `higer-education` this sector is not in the vocabulary of study.toml | did you mean `higher-education`?
    error unknown-word: organisations.csv, cell B4 (sector): `voluntary` this sector is not in the vocabulary of study.toml | declare it in study.toml under [[sector]]
    error unknown-word: ties.csv, cell C2 (directed): `perhaps` this is neither yes nor no | write yes, no, or leave the cell blank
    error unknown-word: ties.csv, cell D2 (status): `obsreved` `status` is one of observed, aggregate, wished, reported_absent, unknown | did you mean `observed`?
    note folded-match: organisations.csv, cell B2 (sector): `Higher Education` read as the same word in another spelling: 1 cell
    ");
}
