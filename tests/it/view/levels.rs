//! Who the actors are: units, organisations, people, groups, the largest component.

use tertius::network::ActorKind;

use super::{LEVELS, behind, cut, notes, people, shown, study};

#[test]
fn organisations_take_in_their_units_and_what_their_people_do() {
    // Rows 2, 3 and 5 all come to uni – col; row 4 is inside uni.
    let net = cut(&study(LEVELS), &[]);
    assert_eq!(shown(&net), "uni-col:3");
    assert_eq!(behind(&net, "uni", "col"), ["tie row 2", "tie row 3", "tie row 5"]);
    assert_eq!(people(&net, "uni", "col"), ["ann", "ben"]);
    assert_eq!(notes(&net), ["left out: ties inside one actor (1)"]);
}

#[test]
fn units_stand_for_themselves_at_their_level() {
    let net = cut(&study(LEVELS), &[("level", "unit")]);
    assert_eq!(shown(&net), "uni-lab:1 lab-col:3");
    assert_eq!(notes(&net), [""; 0]);
}

#[test]
fn people_have_the_ties_of_people_only() {
    let net = cut(&study(LEVELS), &[("level", "person")]);
    assert_eq!(shown(&net), "ann-ben:1");
    let left = "left out: ties with an end that is not among the actors of the view (3)";
    assert_eq!(notes(&net), [left]);
    // Sector, place and organisation of a person are those of the posts.
    let of = |attribute: &str| net.attribute(attribute).expect("an attribute").to_vec();
    assert_eq!(of("sector"), [["HE"], ["FE"]]);
    assert_eq!(of("locality"), [["south"], ["south"]]);
    assert_eq!(of("organisation"), [["uni"], ["col"]]);
    assert_eq!(of("unit"), [["lab"], ["col"]]);
}

#[test]
fn units_and_people_know_the_organisation_they_are_part_of() {
    let of = |level: &str| {
        let net = cut(&study(LEVELS), &[("level", level)]);
        net.attribute("organisation").map(<[Vec<String>]>::concat)
    };
    assert_eq!(of("organisation"), None);
    assert_eq!(of("unit").expect("units"), ["uni", "uni", "col"]);
    assert_eq!(of("actor").expect("units and people"), ["uni", "uni", "col", "uni", "col"]);
}

#[test]
fn actors_as_recorded_are_not_carried_anywhere() {
    let net = cut(&study(LEVELS), &[("level", "actor")]);
    assert_eq!(shown(&net), "uni-lab:1 lab-col:1 col-ann:1 ann-ben:1");
    let kinds: Vec<_> = net.actors().iter().map(|it| it.kind).collect();
    let [o, p] = [ActorKind::Organisation, ActorKind::Person];
    assert_eq!(kinds, [o, o, o, p, p]);
}

#[test]
fn a_row_carried_to_one_pair_both_ways_is_one_piece_of_evidence() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
        people        | id
                      | ann
                      | ben
        affiliations  | person | organisation
                      | ann    | uni
                      | ann    | col
                      | ben    | uni
                      | ben    | col
        ties          | from | to  | directed
                      | ann  | ben | no
        ",
    );
    let net = cut(&study, &[]);
    assert_eq!(shown(&net), "uni-col:1");
    assert_eq!(behind(&net, "uni", "col"), ["tie row 2"]);
    assert_eq!(people(&net, "uni", "col"), ["ann!", "ben!"]);
}

/// A university, a group of colleges that was counted, and one that nobody is tied to.
const GROUPS: &str = "
    organisations | id       | kind  | count_min
                  | uni      |       |
                  | colleges | group | 20
                  | schools  | group |
    ties          | from | to       | directed
                  | uni  | colleges | no
    ";

#[test]
fn groups_are_actors_where_something_joins_them() {
    let net = cut(&study(GROUPS), &[]);
    assert_eq!(shown(&net), "uni-colleges:1");
    assert_eq!(net.actors()[1].group.as_deref(), Some("20 or more"));
    assert_eq!(
        notes(&net),
        [
            "1 group actor (counted, not named) counts as one actor",
            "left out: group actors without a tie in this view (1)"
        ]
    );
}

#[test]
fn groups_can_be_left_out_and_it_is_said() {
    let net = cut(&study(GROUPS), &[("groups", "out")]);
    assert_eq!(shown(&net), "uni");
    assert_eq!(
        notes(&net),
        [
            "left out: group actors (2)",
            "left out: ties with an end that is not among the actors of the view (1)"
        ]
    );
}

#[test]
fn the_largest_component_is_the_first_of_equals() {
    let study = study(
        "
        organisations | id  | sector
                      | a   | HE
                      | b   | FE
                      | c   | HE
                      | d   |
                      | e   | FE
        people        | id
                      | ann
        affiliations  | person | organisation
                      | ann    | c
                      | ann    | d
        ties          | from | to | directed
                      | a    | b  | no
        ",
    );
    let net = cut(&study, &[("via", "ties affiliations"), ("component", "largest")]);
    assert_eq!(shown(&net), "a-b:1");
    assert_eq!(notes(&net), ["left out: actors outside the largest component (3)"]);
}

#[test]
fn attributes_and_evidence_go_with_the_actors_that_are_kept() {
    let study = study(
        "
        organisations | id  | sector
                      | a   | HE
                      | b   | FE
                      | c   | HE
                      | d   |
                      | e   | FE
        people        | id
                      | ann
                      | ben
        affiliations  | person | organisation
                      | ann    | c
                      | ann    | d
                      | ben    | a
                      | ben    | b
        ties          | from | to | directed
                      | c    | d  | no
                      | d    | e  | no
        ",
    );
    let net = cut(&study, &[("via", "ties affiliations"), ("component", "largest")]);
    assert_eq!(shown(&net), "c-d:2 d-e:1");
    let sectors = net.attribute("sector").expect("sectors").concat();
    assert_eq!(sectors, ["HE", "FE"]);
    assert_eq!(behind(&net, "c", "d"), ["tie row 2", "person ann"]);
    assert_eq!(people(&net, "c", "d"), ["ann"]);
    assert_eq!(people(&net, "d", "e"), [""; 0]);
    let net = net.restricted(&[1, 2]);
    assert_eq!(shown(&net), "d-e:1");
    assert_eq!(behind(&net, "d", "e"), ["tie row 3"]);
}
