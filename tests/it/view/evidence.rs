//! Which rows count: status, certainty, relation, weight, direction; and what the network says of it.

use tertius::View;
use tertius::network::{Level, Orientation, Weights};

use super::{EQUALLS, LEVELS, cut, notes, shown, study, view};
use crate::tables::study_with;

/// A tie of each status and certainty.
const EVIDENCE: &str = "
    organisations | id
                  | a
                  | b
                  | c
                  | d
                  | e
    ties          | from | to | status          | certainty | relation | directed | wave | start
                  | a    | b  |                 |           | funds    | no       | 1    | 2017
                  | a    | c  | wished          |           | funds    | no       | 1    | 2018
                  | a    | d  | reported_absent | probable  | advises  | no       | 2    | 2018
                  | a    | e  | aggregate       | ambiguous | advises  | no       | 2    |
                  | b    | c  | observed        | probable  | advises  | no       | 2    |
                  | c    | d  | observed        | ambiguous | funds    | no       |      | 2019
    ";

#[test]
fn only_what_was_observed_counts_unless_asked() {
    let study = study(EVIDENCE);
    let net = cut(&study, &[]);
    assert_eq!(shown(&net), "a-b:1 b-c:1 c-d:1 e");
    assert_eq!(
        notes(&net),
        [
            "2 waves are put together; --wave takes one",
            "left out: rows reported absent (1)",
            "left out: rows reported in aggregate (1)",
            "left out: wished-for rows (1)"
        ]
    );
    let status = |words| shown(&cut(&study, &[("status", words)]));
    assert_eq!(status("wished"), "a-c:1 b d e");
    assert_eq!(status("observed aggregate"), "a-b:1 a-e:1 b-c:1 c-d:1");
    assert_eq!(status("reported_absent"), "a-d:1 b c e");
}

#[test]
fn certainty_sets_the_least() {
    let study = study(EVIDENCE);
    let certainty = |word| shown(&cut(&study, &[("certainty", word)]));
    assert_eq!(certainty("ambiguous"), "a-b:1 b-c:1 c-d:1 e");
    assert_eq!(certainty("probable"), "a-b:1 b-c:1 d e");
    assert_eq!(certainty("certain"), "a-b:1 c d e");
    let net = cut(&study, &[("certainty", "certain")]);
    assert!(notes(&net).contains(&"left out: ties less certain than asked (2)"));
}

#[test]
fn relations_waves_and_localities_are_those_of_the_study() {
    let study = study(EVIDENCE);
    assert_eq!(shown(&cut(&study, &[("relation", "advises")])), "b-c:1 a d e");
    assert_eq!(shown(&cut(&study, &[("relation", "advises funds")])), "a-b:1 b-c:1 c-d:1 e");
    assert_eq!(shown(&cut(&study, &[("wave", "2")])), "b-c:1 a d e");
    assert_eq!(study.waves(), ["1", "2"]);
    let net = cut(&study, &[("wave", "2")]);
    assert!(notes(&net).contains(&"left out: ties without a wave (1)"), "{:?}", notes(&net));
    let refused =
        |option, word| study.network(&view(&[(option, word)])).expect_err("refused").to_string();
    assert_eq!(refused("relation", "fund"), "no relation is called `fund`; did you mean `funds`?");
    assert_eq!(refused("wave", "3"), "no wave is called `3`; there is: 1, 2");
    let nowhere = "no locality is called `north`; there is none in this study";
    assert_eq!(refused("locality", "north"), nowhere);
}

#[test]
fn undated_ties_are_in_no_period_and_it_is_said() {
    let study = study(EVIDENCE);
    // A tie without an end lasts: that of 2017 is there in 2018 still, that of 2019 not yet.
    let net = cut(&study, &[("period", "2018")]);
    assert_eq!(shown(&net), "a-b:1 c d e");
    assert!(notes(&net).contains(&"left out: undated ties (1)"), "{:?}", notes(&net));
    assert_eq!(shown(&cut(&study, &[("period", "..2016")])), "a b c d e");
}

#[test]
fn weights_mean_what_the_study_declares() {
    let settings = "
        [[relation]]
        id = \"hours\"
        [[relation]]
        id = \"minutes\"
        weight = \"distance\"
        [[relation]]
        id = \"often\"
        weight = \"ordinal\"
        [[relation]]
        id = \"knows\"
        weight = \"none\"
        ";
    let study = study_with(
        settings,
        "
        organisations | id
                      | a
                      | b
                      | c
        ties          | from | to | relation | weight
                      | a    | b  | hours    | 4
                      | a    | b  | minutes  | 4
                      | a    | c  | often    | 3
                      | b    | c  | knows    | 9
                      | b    | c  | hours    |
                      | a    | c  | hours    | 0
        ",
    );
    let net = cut(&study, &[]);
    assert_eq!(shown(&net), "a-b:4.25 a-c:3 b-c:2");
    assert_eq!(
        notes(&net),
        [
            "weights of different relations are added together (hours, knows, minutes, often); \
             --relation takes one, --weights count takes every tie as 1",
            "the weight of often is ordinal: its sums are ranks added up, not amounts",
            "left out: ties of weight 0, which is no tie (1)"
        ]
    );
    assert_eq!(shown(&cut(&study, &[("weights", "count")])), "a-b:2 a-c:1 b-c:2");
    assert_eq!(shown(&cut(&study, &[("weights", "binary")])), "a-b:1 a-c:1 b-c:1");
}

#[test]
fn weights_of_different_relations_are_added_and_it_is_said() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
        ties          | from | to | directed | relation | weight
                      | a    | b  | no       | funds    | 5000
                      | a    | b  | no       | meets    |
        ",
    );
    let net = cut(&study, &[]);
    assert_eq!(shown(&net), "a-b:5001");
    let said = "weights of different relations are added together (funds, meets); --relation takes \
                one, --weights count takes every tie as 1";
    assert_eq!(notes(&net), [said]);
    assert_eq!(notes(&cut(&study, &[("relation", "funds")])), Vec::<&str>::new());
    assert_eq!(notes(&cut(&study, &[("weights", "count")])), Vec::<&str>::new());
}

#[test]
fn a_network_is_directed_if_every_tie_is() {
    let tables = |last: &str| {
        format!(
            "
            organisations | id
                          | a
                          | b
                          | c
            ties          | from | to | directed
                          | b    | a  | yes
                          | a    | b  |
                          | b    | c  | {last}
            "
        )
    };
    let net = cut(&study(&tables("yes")), &[]);
    assert_eq!(shown(&net), "a>b:1 b>a:1 b>c:1");
    let net = cut(&study(&tables("yes")), &[("orientation", "undirected")]);
    assert_eq!(shown(&net), "a-b:2 b-c:1");
    assert_eq!(notes(&net), ["3 directed ties taken as undirected"]);
    let net = cut(&study(&tables("no")), &[]);
    assert_eq!(shown(&net), "a-b:2 b-c:1");
    assert_eq!(notes(&net), ["2 directed ties taken as undirected"]);
}

#[test]
fn a_relation_says_whether_its_ties_go_one_way() {
    let settings = "
        [[relation]]
        id = \"funds\"
        directed = true
        [[relation]]
        id = \"meets\"
        ";
    let study = study_with(
        settings,
        "
        organisations | id
                      | a
                      | b
        ties          | from | to | relation
                      | b    | a  | funds
                      | b    | a  | meets
        ",
    );
    assert_eq!(shown(&cut(&study, &[("relation", "funds")])), "b>a:1");
    assert_eq!(shown(&cut(&study, &[("relation", "meets")])), "a-b:1");
}

#[test]
fn a_network_says_where_it_comes_from() {
    let settings = "title = \"A study\"\nnotice = \"Invented.\"";
    let net = cut(&study_with(settings, LEVELS), &[("level", "person"), ("weights", "count")]);
    let from = net.provenance();
    assert_eq!((from.study.as_str(), from.notice.as_str()), ("A study", "Invented."));
    assert_eq!(from.view, "via ties; people; observed evidence; a tie counts 1");
}

#[test]
fn a_view_that_leaves_nobody_says_what_to_try() {
    let refused = study(EVIDENCE).network(&view(&[("level", "person")])).expect_err("refused");
    let why = "a network does not apply: no actor is left in the view (via ties; people; observed \
        evidence; a tie counts its weight, or 1); try another --level, or \
        without --locality or --period";
    assert_eq!(refused.to_string(), why);
}

#[test]
fn the_view_of_a_study_suits_its_tables_unless_it_declares_one() {
    let default =
        |settings: &str, tables: &str| study_with(settings, tables).default_view().expect("a view");
    assert_eq!(default("", LEVELS), View::ties());
    let people = default("", EQUALLS);
    assert_eq!(people, View::participation().level(Level::Person));
    let declared = "[view]\nlevel = \"unit\"\nweights = \"count\"\norientation = \"undirected\"";
    let declared = default(declared, LEVELS);
    assert_eq!((declared.level, declared.weights), (Level::Unit, Weights::Count));
    assert_eq!(declared.orientation, Orientation::Undirected);
    let refused = study_with("[view]\nlevel = \"town\"", LEVELS).default_view();
    let why = "no value of --level is called `town`; there is: organisation, unit, person, actor";
    assert_eq!(refused.expect_err("refused").to_string(), why);
}
