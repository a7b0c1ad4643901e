//! Ties one way, taken both ways by what their ends say.

use tertius::{Network, View};

use super::{cut, notes, study};

/// a and b say so of each other, a says so of c, who did not answer.
fn net(orientation: &str) -> Network {
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
                      | d
        ties          | from | to | directed | weight
                      | a    | b  | yes      | 2
                      | b    | a  | yes      | 1
                      | a    | c  | yes      | 1
        respondents   | actor | status
                      | a     | responded
                      | b     | responded
                      | c     | refused
                      | d     | responded
        ",
    );
    cut(&study, &[("orientation", orientation)])
}

fn ties(net: &Network) -> Vec<(&str, &str)> {
    let id = |at: u32| net.actors()[at as usize].id.as_str();
    net.ties().iter().map(|tie| (id(tie.from), id(tie.to))).collect()
}

#[test]
fn what_both_say_is_a_tie_and_one_no_is_none() {
    let net = net("mutual");
    assert!(!net.is_directed());
    assert_eq!(ties(&net), [("a", "b")]);
    assert!((net.ties()[0].strength - 3.0).abs() < 1e-12, "the strengths of both");
    // a says so of c, and nobody knows what c would say; b and d say no, which settles it.
    assert_eq!((net.observed_dyads(), net.is_observed(0, 2)), (5, false));
}

#[test]
fn who_did_not_answer_is_known_by_those_who_did() {
    let net = net("reconstructed");
    assert_eq!(ties(&net), [("a", "b"), ("a", "c")]);
    assert_eq!((net.observed_dyads(), net.dyads()), (6, 6));
}

#[test]
fn those_who_answered_among_themselves() {
    let net = net("respondents");
    assert_eq!(ties(&net), [("a", "b")]);
    assert_eq!((net.actors().len(), net.observed_dyads()), (3, 3));
    assert!(notes(&net).contains(&"left out: actors who did not answer (1)"));
}

#[test]
fn unweighted_both_ways_count_one() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
        ties          | from | to | directed
                      | a    | b  | yes
                      | b    | a  | yes
        ",
    );
    for orientation in ["undirected", "mutual", "reconstructed"] {
        let net = cut(&study, &[("orientation", orientation), ("weights", "binary")]);
        assert!((net.ties()[0].strength - 1.0).abs() < 1e-12, "{orientation}");
        let net = cut(&study, &[("orientation", orientation)]);
        assert!((net.ties()[0].strength - 2.0).abs() < 1e-12, "{orientation}");
        assert_eq!(net.behind(0).count(), 2, "{orientation}");
    }
}

#[test]
fn a_person_whom_either_arc_needs_is_needed_by_both() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
        people        | id
                      | ann
        affiliations  | person | organisation
                      | ann    | a
        ties          | from | to | directed
                      | ann  | b  | yes
                      | b    | a  | yes
        ",
    );
    let needed = |orientation| {
        let net = cut(&study, &[("orientation", orientation)]);
        net.people_behind(0).to_vec()
    };
    assert_eq!(needed("mutual"), [("ann".to_owned(), true)]);
    assert_eq!(needed("reconstructed"), [("ann".to_owned(), false)]);
}

#[test]
fn ties_without_direction_and_studies_without_respondents_are_refused() {
    let refused = |tables: &str, orientation: &str| {
        let mut view = View::default();
        view.set("orientation", &[orientation]).expect("a word of the option");
        study(tables).network(&view).expect_err("refused").to_string()
    };
    let two = "
        organisations | id
                      | a
                      | b
        ties          | from | to | directed
                      | a    | b  | ";
    assert!(refused(&format!("{two}no\n"), "mutual").contains("ties that go one way"));
    assert!(refused(&format!("{two}yes\n"), "respondents").contains("a table `respondents` would"));
}
