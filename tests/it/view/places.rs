//! Localities.

use tertius::Network;
use tertius::group::Expected;
use tertius::options::Ties;

use super::{cut, notes, shown, study};

#[test]
fn a_locality_holds_those_within_it() {
    let study = study(
        "
        localities    | id     | parent
                      | county |
                      | town   | county
                      | ward   | town
                      | shire  |
        organisations | id | localities
                      | a  | ward
                      | b  | county; shire
                      | c  | shire
                      | d  |
        ties          | from | to | directed
                      | a    | b  | no
                      | b    | c  | no
        ",
    );
    let net = cut(&study, &[("locality", "county")]);
    assert_eq!(shown(&net), "a-b:1");
    assert_eq!(
        notes(&net),
        [
            "left out: organisations not known to work in the locality (2)",
            "left out: ties with an end that is not among the actors of the view (1)"
        ]
    );
    assert_eq!(shown(&cut(&study, &[("locality", "ward")])), "a");
    assert_eq!(shown(&cut(&study, &[("locality", "shire")])), "b-c:1");
}

#[test]
fn places_of_one_kind_can_be_compared() {
    let study = study(
        "
        localities    | id     | kind    | parent
                      | union  | country |
                      | realm  | country | union
                      | county | region  | realm
                      | shire  | region  | realm
                      | town   | LA      | county
                      | ward   |         | town
                      | port   | LA      | shire
                      | abroad |         |
        organisations | id | localities
                      | a  | ward
                      | b  | county
                      | c  | town; port
                      | d  | realm
                      | e  |
                      | f  | abroad
        ties          | from | to | directed
                      | a    | b  | no
                      | b    | c  | no
        ",
    );
    let net = cut(&study, &[]);
    let of = |name: &str| -> Vec<String> {
        net.attribute(name).expect("an attribute").iter().map(|it| it.join(" ")).collect()
    };
    assert_eq!(of("locality"), ["ward", "county", "town port", "realm", "", "abroad"]);
    assert_eq!(of("locality:LA"), ["town", "", "port town", "", "", ""]);
    assert_eq!(of("locality:region"), ["county", "county", "county shire", "", "", ""]);
    assert_eq!(of("locality:country"), ["realm", "realm", "realm", "realm", "", ""]);
    // The realm is a country in another: the nearest of a kind is meant.
    // a in a ward of the county, b in the county: apart by place, together by region.
    let inside = |by: &str| {
        let by = net.grouping(by).expect("a grouping");
        let index = tertius::whole::ei_index(&net, &by, Ties::default()).expect("an index");
        (index.value("internal", "value"), index.method.notes.clone())
    };
    let (ties, notes) = inside("locality");
    assert_eq!(ties, Some(0.0));
    assert!(notes.contains(
        &"4 localities lie in another (as county in realm), and ties between the two count as going \
          outside; places of one kind are compared by locality:LA, locality:country, \
          locality:region"
            .to_owned()
    ));
    let (ties, notes) = inside("locality:region");
    assert_eq!(ties, Some(2.0));
    assert!(!notes.iter().any(|note| note.contains("lie in another")), "{notes:?}");
}

#[test]
fn a_thousand_groups_are_as_many_as_mixing_sets_side_by_side() {
    let net = Network::from_ties(false, [("a0", "a1", 1.0)]).expect("a network");
    let grouped = |groups: usize| {
        let net = net.clone().with_isolates((0..groups).map(|at| format!("a{at}")));
        let net = net.with_attribute("place", (0..groups).map(|at| format!("p{at}")));
        let by = net.grouping("place").expect("a grouping");
        tertius::group::mixing(&net, &by, Ties::default(), Expected::default())
    };
    assert_eq!(grouped(1_000).expect("a table").len(), 500_500);
    let why = grouped(1_001).expect_err("too many").to_string();
    assert!(why.contains("there are 1001 groups by place"), "{why}");
}
