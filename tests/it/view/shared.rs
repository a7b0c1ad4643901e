//! What shared activities and shared people join.

use tertius::Study;
use tertius::network::ActorKind;
use tertius::study::Reading;

use super::{EQUALLS, behind, cut, notes, people, shown, study, view};
use crate::tables::reading;

#[test]
fn a_shared_activity_counts_by_how_many_share_it() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
        activities    | id
                      | all
                      | two
                      | one
        participation | actor | activity
                      | a     | all
                      | b     | all
                      | c     | all
                      | a     | two
                      | b     | two
                      | c     | one
        ",
    );
    let weights = |word| shown(&cut(&study, &[("via", "participation"), ("weights", word)]));
    // Newman (2001): 1/2 for each pair of three, 1 for a pair alone.
    assert_eq!(weights("newman"), "a-b:1.5 a-c:0.5 b-c:0.5");
    assert_eq!(weights("count"), "a-b:2 a-c:1 b-c:1");
    assert_eq!(weights("binary"), "a-b:1 a-c:1 b-c:1");
    let net = cut(&study, &[("via", "participation")]);
    assert_eq!(behind(&net, "a", "b"), ["activity all", "activity two"]);
    assert_eq!(
        notes(&net),
        [
            "shared activities are opportunities to work together, not yet ties",
            "left out: activities with a single actor of the view (1)"
        ]
    );
}

#[test]
fn several_people_of_one_organisation_are_one_of_those_who_share() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
                      | vcs
        people        | id
                      | ann
                      | bob
                      | cat
        affiliations  | person | organisation
                      | ann    | uni
                      | bob    | uni
                      | cat    | col
        activities    | id
                      | talk
        participation | actor | activity | role
                      | ann   | talk     | host
                      | ann   | talk     | author
                      | bob   | talk     |
                      | cat   | talk     |
                      | vcs   | talk     |
        ",
    );
    let net = cut(&study, &[("via", "participation")]);
    assert_eq!(shown(&net), "uni-col:0.5 uni-vcs:0.5 col-vcs:0.5");
    // Either ann or bob would do for uni; nobody but cat for col.
    assert_eq!(people(&net, "uni", "col"), ["ann", "bob", "cat!"]);
    assert_eq!(people(&net, "uni", "vcs"), ["ann", "bob"]);
    assert_eq!(people(&net, "col", "vcs"), ["cat!"]);
}

#[test]
fn two_modes_are_not_projected() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
                      | vcs
        activities    | id   | name      | kind
                      | talk | Open talk | meeting
                      | walk | Open walk |
        participation | actor | activity
                      | uni   | talk
                      | col   | talk
        ",
    );
    let net = cut(&study, &[("via", "two-mode")]);
    assert_eq!(shown(&net), "uni-talk:1 col-talk:1 vcs");
    assert_eq!(net.first_mode(), Some(3));
    assert_eq!(net.dyads(), 3);
    assert_eq!(
        (net.actors()[3].kind, net.actors()[3].name.as_str()),
        (ActorKind::Activity, "Open talk")
    );
    let refused = study.network(&view(&[("via", "two-mode participation")])).expect_err("refused");
    let why = "a network does not apply: two modes cannot be joined with other ties: \
        give --via two-mode alone";
    assert_eq!(refused.to_string(), why);
}

#[test]
fn shared_people_join_organisations_and_organisations_join_people() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
                      | vcs
        people        | id
                      | ann
                      | ben
                      | cat
        affiliations  | person | organisation | role | start | end
                      | ann    | uni          | dean |       |
                      | ann    | uni          | head |       |
                      | ann    | col          |      |       |
                      | ben    | uni          |      |       |
                      | cat    | uni          |      | 2015  | 2017
                      | cat    | vcs          |      | 2018  |
        ",
    );
    // Ann's two posts in uni are one way to col; cat's posts did not meet.
    let net = cut(&study, &[("via", "affiliations")]);
    assert_eq!(shown(&net), "uni-col:1 vcs");
    assert_eq!(people(&net, "uni", "col"), ["ann!"]);
    let left = "left out: pairs of posts not known to be held at the same time (1)";
    assert_eq!(notes(&net), [left]);
    // Three people of uni, of whom two were there at once, however many posts they hold.
    let net = cut(&study, &[("via", "affiliations"), ("level", "person")]);
    assert_eq!(shown(&net), "ann-ben:1 cat");
    assert_eq!(behind(&net, "ann", "ben"), ["organisation uni"]);
    // As recorded, a post is a tie, and two posts are two.
    let net = cut(&study, &[("via", "affiliations"), ("level", "actor")]);
    assert_eq!(shown(&net), "uni-ann:2 uni-ben:1 uni-cat:1 col-ann:1 vcs-cat:1");
}

#[test]
fn ties_and_activities_add_up_and_rest_on_people_only_where_all_do() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
                      | vcs
        people        | id
                      | ann
        affiliations  | person | organisation
                      | ann    | uni
                      | ann    | vcs
        ties          | from | to  | directed
                      | uni  | col | no
        activities    | id
                      | talk
        participation | actor | activity
                      | ann   | talk
                      | col   | talk
        ",
    );
    let net = cut(&study, &[("via", "ties participation affiliations")]);
    // The talk has three members: uni and vcs through ann, who join col and not each other, and col.
    assert_eq!(shown(&net), "uni-col:1.5 uni-vcs:1 col-vcs:0.5");
    assert_eq!(behind(&net, "uni", "col"), ["tie row 2", "activity talk"]);
    assert_eq!(behind(&net, "uni", "vcs"), ["person ann"]);
    assert_eq!(people(&net, "uni", "col"), ["ann"]);
    assert_eq!(people(&net, "uni", "vcs"), ["ann!"]);
    assert_eq!(people(&net, "col", "vcs"), ["ann!"]);
}

#[test]
fn equalls_is_the_golden_projection() {
    let study = study(EQUALLS);
    let net = cut(&study, &[("via", "participation"), ("level", "person")]);
    let golden =
        "Greany-Cowhitt:2 Noyes-Gripton:1 Gripton-Hudson:1 Gripton-Cowhitt:1 Hudson-Cowhitt:1";
    assert_eq!(shown(&net), golden);
    assert_eq!(behind(&net, "Greany", "Cowhitt"), ["activity post-2", "activity post-3"]);
    let modes = cut(&study, &[("via", "two-mode"), ("level", "person")]);
    assert_eq!((modes.ties().len(), modes.dyads(), modes.first_mode()), (14, 40, Some(5)));
}

#[test]
fn a_single_list_of_participation_implies_actors_and_activities() {
    let tables = "
        participation | actor | activity
                      | uni   | talk
                      | col   | talk
                      | uni   | walk
        ";
    let study = Study::from_reading(Reading { implied: true, ..reading(tables) });
    assert!(!study.has_errors(), "{:?}", study.problems);
    assert_eq!(study.activities.len(), 2);
    assert_eq!(shown(&cut(&study, &[("via", "participation")])), "uni-col:1");
}
