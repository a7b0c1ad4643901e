use tertius::study::{Status, Study, Table};
use tertius_formats::Shape;

use crate::support::{codes, read_file, read_file_as, sheet, shown, shown_table, told};

fn both(text: &str) -> String {
    let reading = read_file("survey.csv", text);
    shown(&reading) + &told(&reading)
}

#[test]
fn edge_lists_are_recognised_by_their_columns() {
    for header in [
        "from,to",
        "ego,alter",
        "respondent,partner",
        "source,target",
        "Source,Target",
        "person a,person b",
        "Person_A,Person_B",
        "org1,org2",
        "Organisation 1,Organisation 2",
        "node i,node j",
    ] {
        let reading =
            read_file("survey.csv", format!("{header},year\nAlpha,Beta,2017\nBeta,Gamma,2018\n"));
        assert!(reading.implied);
        let message = &reading.problems[0].message;
        assert!(message.starts_with("read as a list of ties: its columns"), "{header}: {message}");
        let study = Study::from_reading(reading);
        assert_eq!((study.ties.len(), study.organisations.len()), (2, 3), "{header}");
        assert!(!study.has_errors(), "{header}");
    }
}

#[test]
fn columns_that_the_core_does_not_know_are_renamed() {
    insta::assert_snapshot!(both("weight,Person A,Person B\n1,Ann,Bob\n"), @r#"
    ties (1: weight | from | to)
      2: 1 | Ann | Bob
    Note shape at survey.csv: read as a list of ties: its columns "Person A" and "Person B" name two actors
    Note renamed-column at survey.csv, cell B1 (Person A): read as `from` [Person A]
    Note renamed-column at survey.csv, cell C1 (Person B): read as `to` [Person B]
    "#);
}

#[test]
fn the_first_two_columns_are_the_actors_if_nothing_else_is_known() {
    insta::assert_snapshot!(both("school,college,since\nAlpha,Beta,2017\nGamma,Delta,2018\n"), @r"
    ties (1: from | to | since)
      2: Alpha | Beta | 2017
      3: Gamma | Delta | 2018
    Note shape at survey.csv: read as a list of ties: its first two columns are taken for the actors, as nothing else is recognised
    Note renamed-column at survey.csv, cell A1 (school): read as `from` [school]
    Note renamed-column at survey.csv, cell B1 (college): read as `to` [college]
    ");
}

#[test]
fn a_list_without_a_header_loses_no_tie() {
    insta::assert_snapshot!(both("Alpha,Beta\nBeta,Gamma\n"), @r"
    ties (1: from | to)
      1: Alpha | Beta
      2: Beta | Gamma
    Note shape at survey.csv: read as a list of ties: its first two columns are taken for the actors, as nothing else is recognised
    Note renamed-column at survey.csv, row 1: the first row holds names that occur again below: it is read as a row, and the columns as from, to -> put a header above it: from,to
    ");
    assert_eq!(Study::from_reading(read_file("x.csv", "1,2\n3,4\n5,6\n")).ties.len(), 3);
}

#[test]
fn a_list_without_a_header_loses_no_column() {
    insta::assert_snapshot!(both("Alpha,Beta,3,,ann\nBeta,Gamma,\"2,5\",,\nGamma,Alpha,NA,,bob\n"), @r"
    ties (1: from | to | weight |  | column 5)
      1: Alpha | Beta | 3 |  | ann
      2: Beta | Gamma | 2,5 |  | 
      3: Gamma | Alpha | NA |  | bob
    Note shape at survey.csv: read as a list of ties: its first two columns are taken for the actors, as nothing else is recognised
    Note renamed-column at survey.csv, row 1: the first row holds names that occur again below: it is read as a row, and the columns as from, to, weight, column 5 -> put a header above it: from,to,weight,,column 5
    ");
    let reading = read_file("survey.csv", "Alpha,Beta,3\nBeta,Gamma,2\n");
    let weights: Vec<_> = Study::from_reading(reading).ties.iter().map(|tie| tie.weight).collect();
    assert_eq!(weights, [Some(3.0), Some(2.0)]);
}

#[test]
fn a_third_column_of_words_is_no_weight() {
    insta::assert_snapshot!(both("Alpha,Beta,often,3\nBeta,Gamma,2,1\n"), @r"
    ties (1: from | to | column 3 | column 4)
      1: Alpha | Beta | often | 3
      2: Beta | Gamma | 2 | 1
    Note shape at survey.csv: read as a list of ties: its first two columns are taken for the actors, as nothing else is recognised
    Note renamed-column at survey.csv, row 1: the first row holds names that occur again below: it is read as a row, and the columns as from, to, column 3, column 4 -> put a header above it: from,to,column 3,column 4
    ");
}

#[test]
fn a_list_of_participation_is_recognised() {
    let reading = read_file("survey.csv", "organisation,project\nAlpha,Bid\nBeta,Bid\n");
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r#"
    participation (1: organisation | project)
      2: Alpha | Bid
      3: Beta | Bid
    Note shape at survey.csv: read as a list of participation: its columns "organisation" and "project" name actors and activities
    "#);
    assert_eq!(Study::from_reading(reading).participation.len(), 2);
}

#[test]
fn words_for_nothing_are_no_names_in_a_list() {
    let text =
        "organisation,event\nAsh,Launch\nAsh,n/a\n-,Launch\nnone,Forum\nOak,N/A\nBirch,None\n";
    let reading = read_file("survey.csv", text);
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r#"
    participation (1: organisation | event)
      2: Ash | Launch
    Note shape at survey.csv: read as a list of participation: its columns "organisation" and "event" name actors and activities
    Error blank-id at survey.csv, cell B3 (event): this is no name, and every row of a list needs one here [n/a] -> write the name, or delete the row
    Error blank-id at survey.csv, cell A4 (organisation): this is no name, and every row of a list needs one here [-] -> write the name, or delete the row
    Error blank-id at survey.csv, cell A5 (organisation): this is no name, and every row of a list needs one here [none] -> write the name, or delete the row
    Error blank-id at survey.csv, cell B6 (event): this is no name, and every row of a list needs one here [N/A] -> write the name, or delete the row
    Error blank-id at survey.csv, cell B7 (event): this is no name, and every row of a list needs one here [None] -> write the name, or delete the row
    "#);
    let study = Study::from_reading(reading);
    assert_eq!((study.organisations.len(), study.activities.len()), (1, 1));
    let ties = Study::from_reading(read_file("survey.csv", "from,to\nAsh,Oak\nAsh,NA\n?,Oak\n"));
    assert_eq!((ties.organisations.len(), ties.has_errors()), (2, true));
}

#[test]
fn rows_of_totals_in_a_list_are_left_out() {
    let text = "organisation,event,date\nAsh,Launch,2019\nOak,Launch,2019\nTotal,4,\n";
    insta::assert_snapshot!(both(text), @r#"
    participation (1: organisation | event | date)
      2: Ash | Launch | 2019
      3: Oak | Launch | 2019
    Note shape at survey.csv: read as a list of participation: its columns "organisation" and "event" name actors and activities
    Note shape at survey.csv, row 4: left out, because it is a row of totals [Total]
    "#);
    for text in [
        "from,to,weight\nAsh,Oak,3\nTotal,,3\n",
        "from,to,weight\nAsh,Oak,3\n,Grand total:,3\n",
        "Ash,Oak,3\nOak,Birch,1\nSUM,,4\n",
    ] {
        let study = Study::from_reading(read_file("survey.csv", text));
        assert!(!study.has_errors(), "{text}");
        assert!(study.organisations.iter().all(|it| ["Ash", "Oak", "Birch"].contains(&&*it.id)));
    }
    let company = read_file("survey.csv", "from,to\nTotal,Shell\nShell,Total\n");
    assert_eq!(Study::from_reading(company).ties.len(), 2);
}

#[test]
fn a_table_of_actors_alone_is_not_taken_for_ties() {
    let reading = read_file("organisations.csv", "id,name\na,Alpha\n");
    assert!(!reading.implied);
    assert_eq!(shown(&reading), "organisations (1: id | name)\n  2: a | Alpha\n");
}

#[test]
fn a_table_of_actors_under_another_name_is_not_taken_for_ties() {
    insta::assert_snapshot!(both("id,rank,name\n1,5,Alpha\n2,7,Beta\n"), @r"
    organisations (1: id | rank | name)
      2: 1 | 5 | Alpha
      3: 2 | 7 | Beta
    Note shape at survey.csv: read as a table of organisations: its columns name each row and say nothing of ties
    ");
}

#[test]
fn a_symmetric_matrix_is_undirected_ties_once() {
    insta::assert_snapshot!(both(",Alpha,Beta,Gamma\nAlpha,0,2,\nBeta,2,1,x\nGamma,,x,0\n"), @r"
    organisations (1: id | name)
      2: Alpha | Alpha
      3: Beta | Beta
      4: Gamma | Gamma
    ties (1: from | to | directed | weight | status)
      2: Alpha | Beta | no | 2 | 
      3: Beta | Gamma | no | 1 | 
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 3 row and column names are the same
    Note shape at survey.csv: the matrix is symmetric: ties are read as undirected
    Note shape at survey.csv, cell C3 (Beta): not read: the number of an actor for itself [1]
    Note blank-cells at survey.csv, cell D2 (Gamma): 2 blank cells are read as no tie -> write NA where nobody was asked
    ");
}

#[test]
fn a_matrix_in_another_order_with_loose_spelling_is_the_same_matrix() {
    insta::assert_snapshot!(both("name,Gamma,St Mary’s,alpha\nAlpha,1,2.5,0\nGamma,,1,1\nst mary's,1,,\n"), @r"
    organisations (1: id | name)
      2: Alpha | Alpha
      3: Gamma | Gamma
      4: st mary's | st mary's
    ties (1: from | to | directed | weight | status)
      2: Alpha | Gamma | yes | 1 | 
      2: Alpha | st mary's | yes | 2.5 | 
      3: Gamma | Alpha | yes | 1 | 
      3: Gamma | st mary's | yes | 1 | 
      4: st mary's | Gamma | yes | 1 | 
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 3 row and column names are the same
    Note shape at survey.csv: the matrix is not symmetric: ties are read as directed, from row to column
    Note blank-cells at survey.csv, cell D4 (alpha): 1 blank cell is read as no tie -> write NA where nobody was asked
    ");
}

#[test]
fn half_a_matrix_is_undirected() {
    insta::assert_snapshot!(both(",A,B,C\nA,,1,2\nB,,,NA\nC,,,\n"), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
      4: C | C
    ties (1: from | to | directed | weight | status)
      2: A | B | no | 1 | 
      2: A | C | no | 2 | 
      3: B | C | no |  | unknown
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 3 row and column names are the same
    Note shape at survey.csv: only the upper half is filled: ties are read as undirected
    ");
}

#[test]
fn unobserved_and_unreadable_cells_are_told_apart() {
    insta::assert_snapshot!(both(",A,B,C,D\nA,0,NA,1,often\nB,.,0,-,1\nC,1,-1,0,0\nD,1,1,\"1,234\",0\n"), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
      4: C | C
      5: D | D
    ties (1: from | to | directed | weight | status)
      2: A | B | yes |  | unknown
      2: A | C | yes | 1 | 
      3: B | A | yes |  | unknown
      3: B | C | yes |  | unknown
      3: B | D | yes | 1 | 
      4: C | A | yes | 1 | 
      5: D | A | yes | 1 | 
      5: D | B | yes | 1 | 
    Note shape at survey.csv: read as an adjacency matrix: 4 of its 4 row and column names are the same
    Error bad-number at survey.csv, cell E2 (D): not a number that is zero or more, a mark or a blank [often] -> write a number, x or yes; 0 or blank for nothing; NA if not known
    Error bad-number at survey.csv, cell C4 (B): not a number that is zero or more, a mark or a blank [-1] -> write a number, x or yes; 0 or blank for nothing; NA if not known
    Error bad-number at survey.csv, cell D5 (C): not a number that is zero or more, a mark or a blank [1,234] -> write a number, x or yes; 0 or blank for nothing; NA if not known
    Note shape at survey.csv: the matrix is not symmetric: ties are read as directed, from row to column
    ");
}

#[test]
fn every_word_for_a_missing_value_is_one_in_a_matrix() {
    for word in ["NA", "n/a", "#N/A", "null", "NaN", ".", "-", "–", "?"] {
        let reading = read_file("survey.csv", format!(",A,B,C\nA,,{word},1\nB,1,,1\nC,1,1,\n"));
        let study = Study::from_reading(reading);
        assert_eq!(study.ties[0].status, Status::Unknown, "{word}");
        assert!(!study.has_errors(), "{word}");
    }
}

#[test]
fn names_that_do_not_match_are_named() {
    let text = ",A,B,C,D,E,Total\nA,,1,,,,1\nB,1,,,,,1\nC,,,,,1,1\nD,,,,,,0\nF,,,1,,,1\n";
    insta::assert_snapshot!(both(text), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
      4: C | C
      5: D | D
      6: F | F
      1: E | E
    ties (1: from | to | directed | weight | status)
      2: A | B | yes | 1 | 
      3: B | A | yes | 1 | 
      4: C | E | yes | 1 | 
      6: F | C | yes | 1 | 
    Note shape at survey.csv: read as an adjacency matrix: 4 of its 5 row and column names are the same
    Error not-square at survey.csv: in the first column and not in the header: F -> add a column for each, with NA in the rows that were not asked about it; `--shape incidence-matrix` if the columns are activities
    Error not-square at survey.csv: in the header and not in the first column: E -> add a row for each, with NA in every cell if it gave no account
    Note shape at survey.csv: the matrix is not symmetric: ties are read as directed, from row to column
    Note shape at survey.csv: left out, because they are totals: Total
    Note blank-cells at survey.csv, cell D2 (C): 17 blank cells are read as no tie -> write NA where nobody was asked
    ");
    let reading = read_file_as("survey.csv", ",A,B\nA,,1\nB,1,\nA,,1\n", Shape::AdjacencyMatrix);
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
    ties (1: from | to | directed | weight | status)
      2: A | B | no | 1 | 
    Note shape at survey.csv: read as an adjacency matrix: as asked
    Error not-square at survey.csv: more than once in the first column: A
    Note shape at survey.csv: the matrix is symmetric: ties are read as undirected
    ");
}

#[test]
fn a_problem_in_a_matrix_is_placed_in_its_row() {
    let text = ",Oak & Elm,Oak and Elm\nOak & Elm,,1\nOak and Elm,1,\n";
    let study = Study::from_reading(read_file("survey.csv", text));
    let near = study.problems.iter().filter(|problem| problem.code == "near-duplicate-name");
    let places: Vec<_> = near.map(|problem| problem.place.to_string()).collect();
    assert_eq!(places, ["survey.csv, row 3"]);
}

#[test]
fn a_matrix_of_actors_by_activities_is_recognised() {
    let marks = read_file("survey.csv", ",Bid,Forum,Report\nAlpha,1,,x\nBeta,0,1,NA\nGamma,,,1\n");
    insta::assert_snapshot!(shown(&marks) + &told(&marks), @r"
    organisations (1: id | name)
      2: Alpha | Alpha
      3: Beta | Beta
      4: Gamma | Gamma
    activities (1: id | name)
      1: Bid | Bid
      1: Forum | Forum
      1: Report | Report
    participation (1: actor | activity | status)
      2: Alpha | Bid | 
      2: Alpha | Forum | unknown
      2: Alpha | Report | 
      3: Beta | Forum | 
      3: Beta | Report | unknown
      4: Gamma | Bid | unknown
      4: Gamma | Forum | unknown
      4: Gamma | Report | 
    Note shape at survey.csv: read as an incidence matrix: 3 names in its rows, 3 others in its header, and marks or numbers in its cells
    Warning blank-among-zeros at survey.csv, cell C2 (Forum): 3 blank cells are read as not observed, as other cells say 0 where there is nothing -> type 0 where a blank means not taking part, and NA where nobody knows
    ");
    let text =
        "who;Bid;Forum;Report;Total\nAlpha;2;;;2\nBeta;;1;;1\nGamma;;;maybe;0\nTotal;2;1;0;3\n";
    let numbers = read_file("survey.csv", text);
    for table in [Table::Organisations, Table::Activities] {
        assert_eq!(sheet(&numbers, table), sheet(&marks, table));
    }
    insta::assert_snapshot!(shown_table(&numbers, Table::Participation) + &told(&numbers), @r"
    participation (1: actor | activity | status)
      2: Alpha | Bid | 
      3: Beta | Forum | 
    Note separator at survey.csv: cells are separated by semicolons
    Note shape at survey.csv: read as an incidence matrix: 3 names in its rows, 3 others in its header, and marks or numbers in its cells
    Error bad-number at survey.csv, cell D4 (Report): not a number that is zero or more, a mark or a blank [maybe] -> write a number, x or yes; 0 or blank for nothing; NA if not known
    Note shape at survey.csv, cell B2 (Bid): numbers other than 0 and 1 are read as taking part: how much is not used [2]
    Note blank-cells at survey.csv, cell C2 (Forum): 6 blank cells are read as not taking part -> write NA where nobody was asked
    Note shape at survey.csv: left out, because they are totals: Total, Total
    ");
}

/// What is said of the cells of a matrix, and the ties in it that are not observed.
fn blanks(text: &str) -> String {
    let mut reading = read_file("survey.csv", text);
    reading
        .problems
        .retain(|problem| problem.code.contains("blank") || problem.code == "unanswered-row");
    let told = told(&reading);
    let study = Study::from_reading(reading);
    let pairs = study.ties.iter().map(|it| (it.status, format!("{}-{}", it.from, it.to)));
    let parts = study.participation.iter();
    let parts = parts.map(|it| (it.status, format!("{}-{}", it.actor, it.activity)));
    let unknown = pairs.chain(parts).filter(|(status, _)| *status == Status::Unknown);
    let unknown: Vec<_> = unknown.map(|(_, pair)| pair).collect();
    format!("{told}not observed: {}", unknown.join(" "))
}

#[test]
fn blank_cells_of_a_matrix_of_marks_are_no_ties_and_counted() {
    insta::assert_snapshot!(blanks(",A,B,C\nA,,1,\nB,1,,NA\nC,1,1,\n"), @r"
    Note blank-cells at survey.csv, cell D2 (C): 1 blank cell is read as no tie -> write NA where nobody was asked
    not observed: B-C
    ");
    insta::assert_snapshot!(blanks(",A,B,C\nA,,1,\nB,,,1\nC,,,\n"), @r"
    Note blank-cells at survey.csv, cell D2 (C): 1 blank cell is read as no tie -> write NA where nobody was asked
    not observed:
    ");
    insta::assert_snapshot!(blanks(",Talk,Book\nA,x,\nB,,x\nC,x,x\n"), @r"
    Note blank-cells at survey.csv, cell C2 (Book): 2 blank cells are read as not taking part -> write NA where nobody was asked
    not observed:
    ");
    insta::assert_snapshot!(blanks(",A,B\nA,0,1\nB,1,0\n"), @"not observed:");
}

#[test]
fn blank_cells_among_zeros_are_not_observed() {
    insta::assert_snapshot!(blanks(",A,B,C\nA,,1,\nB,1,,0\nC,1,,\n"), @r"
    Warning blank-among-zeros at survey.csv, cell D2 (C): 2 blank cells are read as not observed, as other cells say 0 where there is nothing -> type 0 where a blank means no tie, and NA where nobody knows
    not observed: A-C C-B
    ");
    insta::assert_snapshot!(blanks(",A,B,C\nA,,1,\nB,,,0\nC,,,\n"), @r"
    Warning blank-among-zeros at survey.csv, cell D2 (C): 1 blank cell is read as not observed, as other cells say 0 where there is nothing -> type 0 where a blank means no tie, and NA where nobody knows
    not observed: A-C
    ");
    insta::assert_snapshot!(blanks(",Talk,Book\nA,x,no\nB,,x\nC,x,x\n"), @r"
    Warning blank-among-zeros at survey.csv, cell B3 (Talk): 1 blank cell is read as not observed, as other cells say 0 where there is nothing -> type 0 where a blank means not taking part, and NA where nobody knows
    not observed: B-Talk
    ");
}

#[test]
fn a_blank_row_whose_actor_others_name_is_not_observed() {
    let text = ",A,B,C,D\nA,,1,,\nB,1,,1,\nC,,,,\nD,,,,\n";
    insta::assert_snapshot!(blanks(text), @r"
    Warning unanswered-row at survey.csv, row 4: this row is blank, and other rows name its actor: read as one who gave no account, not observed [C] -> type 0 in its cells if that means no tie
    Note blank-cells at survey.csv, cell D2 (C): 6 blank cells are read as no tie -> write NA where nobody was asked
    not observed: C-A C-B C-D
    ");
    insta::assert_snapshot!(blanks(&text.replace("A,,1,,", "A,,1,,0")), @r"
    Warning unanswered-row at survey.csv, row 4: this row is blank, and other rows name its actor: read as one who gave no account, not observed [C] -> type 0 in its cells if that means no tie
    Warning blank-among-zeros at survey.csv, cell D2 (C): 5 blank cells are read as not observed, as other cells say 0 where there is nothing -> type 0 where a blank means no tie, and NA where nobody knows
    not observed: A-C B-D C-A C-B C-D D-A D-B D-C
    ");
}

#[test]
fn the_diagonal_is_no_tie() {
    for mark in ["", "0", "-", "X", "NA", "///", "self"] {
        let text = format!(",A,B,C\nA,{mark},1,2\nB,1,{mark},1\nC,2,1,{mark}\n");
        let reading = read_file("survey.csv", text);
        assert_eq!(codes(&reading), [""; 0], "{mark}");
        assert_eq!(reading.problems.len(), 2, "{mark}");
        assert_eq!(Study::from_reading(reading).ties.len(), 3, "{mark}");
    }
    let reading = read_file("survey.csv", ",A,B,C\nA,1,1,2\nB,1,3,1\nC,2,1,0\n");
    insta::assert_snapshot!(told(&reading), @r"
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 3 row and column names are the same
    Note shape at survey.csv: the matrix is symmetric: ties are read as undirected
    Note shape at survey.csv, cell B2 (A): not read: the numbers of 2 actors for themselves [1]
    ");
    assert_eq!(Study::from_reading(reading).problems.len(), 3);
}

#[test]
fn text_below_a_matrix_is_left_out() {
    let text = ",A,B,C,Total\nA,,1,1,2\nB,1,,,1\nC,,,,\nTotal,1,1,1,3\n\nn/a = did not know\nSource: survey\n";
    insta::assert_snapshot!(both(text), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
      4: C | C
    ties (1: from | to | directed | weight | status)
      2: A | B | yes | 1 | 
      2: A | C | yes | 1 | 
      3: B | A | yes | 1 | 
      4: C | A | yes |  | unknown
      4: C | B | yes |  | unknown
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 3 row and column names are the same
    Note shape at survey.csv: the matrix is not symmetric: ties are read as directed, from row to column
    Note shape at survey.csv: left out, because they are totals: Total, Total
    Note shape at survey.csv, row 7: left out, because it is text below the matrix [n/a = did not know]
    Note shape at survey.csv, row 8: left out, because it is text below the matrix [Source: survey]
    Warning unanswered-row at survey.csv, row 4: this row is blank, and other rows name its actor: read as one who gave no account, not observed [C] -> type 0 in its cells if that means no tie
    Note blank-cells at survey.csv, cell D3 (C): 1 blank cell is read as no tie -> write NA where nobody was asked
    ");
    let close = ",A,B,C\nA,,1,1\nB,1,,1\nC,1,1,\nSource: survey\n";
    assert!(
        told(&read_file("survey.csv", close)).contains("row 5: left out, because it is text below")
    );
    let actors = read_file("survey.csv", ",Talk,Book,Walk\nA,x,,x\nB,,x,\nC,,,\n\nD,,,\n");
    insta::assert_snapshot!(shown_table(&actors, Table::Organisations), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
      4: C | C
    ");
    assert!(told(&actors).contains("row 6: left out"));
}

#[test]
fn a_misspelt_name_is_told_with_the_one_meant() {
    let text = "who,Ash,Birch,Council,Dale College\nBirch ,0,1,2,3\nASH,1,0,1,1\nCouncil,1,0,0,1\nDale coll.,1,1,1,0\n";
    insta::assert_snapshot!(told(&read_file("survey.csv", text)), @r"
    Note shape at survey.csv: read as an adjacency matrix: 3 of its 4 row and column names are the same
    Error not-square at survey.csv, row 5: this name is not in the header [Dale coll.] -> did you mean `Dale College`? write it alike in both
    Note shape at survey.csv: the matrix is not symmetric: ties are read as directed, from row to column
    Note shape at survey.csv, cell C2 (Birch): not read: the numbers of 2 actors for themselves [1]
    ");
}

#[test]
fn names_that_are_twice_hint_at_the_other_kind_of_matrix() {
    let text = ",Talk,Book,Ash,Birch\nAsh,1,,,\nBirch,,1,,\nOak,,1,1,\nElm,1,,,1\n";
    insta::assert_snapshot!(told(&read_file("survey.csv", text)), @r"
    Note shape at survey.csv: read as an incidence matrix: 4 names in its rows, 4 others in its header, and marks or numbers in its cells -> if its rows and columns are the same actors: `--shape adjacency-matrix`
    Note blank-cells at survey.csv, cell C2 (Book): 10 blank cells are read as not taking part -> write NA where nobody was asked
    ");
}

#[test]
fn lists_with_numbers_are_not_taken_for_matrices() {
    for text in [
        "who,whom,strength\n1,2,3\n2,3,5\n4,1,2\n",
        "who,whom\n1,2\n2,3\n4,1\n",
        "name,age,pupils,staff\nAlpha,10,200,12\nBeta,11,300,14\n",
    ] {
        let reading = read_file("survey.csv", text);
        assert!(reading.problems[0].message.starts_with("read as a list of ties"), "{text}");
    }
}

#[test]
fn the_shape_may_be_given() {
    let text = "who,one,two\nA,1,0\nB,0,1\n";
    assert_eq!(codes(&read_file("x.csv", text)), [""; 0]);
    let tables = |shape| {
        let reading = read_file_as("x.csv", text, shape);
        reading.sheets.iter().map(|(table, _)| table.spec().name).collect::<Vec<_>>()
    };
    assert_eq!(tables(Shape::EdgeList), ["ties"]);
    assert_eq!(tables(Shape::ParticipationList), ["participation"]);
    assert_eq!(tables(Shape::AdjacencyMatrix), ["organisations", "ties"]);
    assert_eq!(tables(Shape::IncidenceMatrix), ["organisations", "activities", "participation"]);
}

#[test]
fn nothing_much_is_no_reason_to_stop() {
    for text in ["", "one\n", "one\ntwo\n", ",\n,\n", ",,,\n", "a\n,b\n"] {
        for shape in [
            Shape::EdgeList,
            Shape::ParticipationList,
            Shape::AdjacencyMatrix,
            Shape::IncidenceMatrix,
        ] {
            let _ = Study::from_reading(read_file_as("x.csv", text, shape));
        }
        let _ = Study::from_reading(read_file("x.csv", text));
    }
}
