//! From a study to a network: what each choice of a view takes in, leaves out, and says.

use tertius::group::Expected;
use tertius::network::{ActorKind, Level, Orientation, Weights};
use tertius::study::Reading;
use tertius::whole::Ties;
use tertius::{Network, Study, View};

use crate::tables::{reading, study_with};

fn study(tables: &str) -> Study {
    Study::from_reading(reading(tables))
}

/// A view by its options and their words.
fn view(options: &[(&str, &str)]) -> View {
    let mut view = View::default();
    for (option, words) in options {
        view.set(option, &words.split(' ').collect::<Vec<_>>()).expect("a view option");
    }
    view
}

fn cut(study: &Study, options: &[(&str, &str)]) -> Network {
    study.network(&view(options)).expect("a network")
}

/// Ties as `a-b:2` or `a>b:2`, then actors without any.
fn shown(net: &Network) -> String {
    let id = |at: u32| net.actors()[at as usize].id.as_str();
    let way = if net.is_directed() { '>' } else { '-' };
    let tie = |tie: &tertius::network::Tie| {
        format!("{}{way}{}:{}", id(tie.from), id(tie.to), tie.strength)
    };
    let lonely =
        |at: &usize| net.out().alters(*at).is_empty() && net.into_rows().alters(*at).is_empty();
    let isolates = (0..net.actors().len()).filter(lonely).map(|at| id(at as u32).to_owned());
    net.ties().iter().map(tie).chain(isolates).collect::<Vec<_>>().join(" ")
}

fn notes(net: &Network) -> Vec<&str> {
    net.provenance().notes.iter().map(String::as_str).collect()
}

/// The evidence behind the tie between two actors.
fn behind(net: &Network, from: &str, to: &str) -> Vec<String> {
    net.behind(tie(net, from, to)).map(|it| format!("{} {}", it.kind, it.what)).collect()
}

/// The people through whom a tie is there, `!` after those without whom it would not be.
fn people(net: &Network, from: &str, to: &str) -> Vec<String> {
    let people = net.people_behind(tie(net, from, to)).iter();
    people.map(|(person, alone)| format!("{person}{}", if *alone { "!" } else { "" })).collect()
}

fn tie(net: &Network, from: &str, to: &str) -> usize {
    let end = |id| net.actor(id).expect("an actor") as u32;
    let ends = (end(from), end(to));
    net.ties().iter().position(|tie| (tie.from, tie.to) == ends).expect("a tie")
}

/// A unit of a university, a college, and who works there.
const LEVELS: &str = "
    organisations | id  | parent | sector | localities
                  | uni |        | HE     | north
                  | lab | uni    | HE     | south
                  | col |        | FE     | south
    people        | id
                  | ann
                  | ben
    affiliations  | person | organisation
                  | ann    | lab
                  | ben    | col
    ties          | from | to  | directed
                  | lab  | col | no
                  | ann  | col | no
                  | uni  | lab | no
                  | ann  | ben | no
    ";

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
    assert_eq!(of("organisation"), [["lab"], ["col"]]);
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
fn a_post_that_has_ended_counts_while_it_was_held() {
    let study = study(
        "
        organisations | id
                      | uni
                      | col
                      | vcs
        people        | id
                      | ann
        affiliations  | person | organisation | end
                      | ann    | uni          | 2017
                      | ann    | col          |
        ties          | from | to  | relation | start   | directed
                      | ann  | vcs | before   | 2016-05 | no
                      | ann  | vcs | after    | 2018    | no
                      | ann  | vcs | undated  |         | no
                      | ann  | vcs | over     | 2017    | no
        activities    | id   | start
                      | talk | 2016
                      | club | recurring
        participation | actor | activity
                      | ann   | talk
                      | vcs   | talk
                      | ann   | club
                      | vcs   | club
        ",
    );
    let ties = |relation| shown(&cut(&study, &[("relation", relation)]));
    assert_eq!(ties("before"), "uni-vcs:1 col-vcs:1");
    assert_eq!(ties("after"), "col-vcs:1 uni");
    assert_eq!(ties("undated"), "col-vcs:1 uni");
    assert_eq!(ties("over"), "uni-vcs:1 col-vcs:1");
    // Ann brings both her posts to the talk, which joins each to the charity; that they share her is
    // a tie of its own, via affiliations. Nobody knows when the club met.
    let met = cut(&study, &[("via", "participation"), ("weights", "count")]);
    assert_eq!(shown(&met), "uni-vcs:1 col-vcs:2");
    assert_eq!(behind(&met, "uni", "vcs"), ["activity talk"]);
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
fn a_period_takes_events_on_their_day_and_organisations_while_open() {
    let study = study(
        "
        organisations | id  | opened | closed
                      | old |        | 2016
                      | a   | 2010   |
                      | b   |        |
        activities    | id   | start      | end
                      | talk | 2017-10-17 |
                      | tour | 2016       | 2018
                      | club |            |
        participation | actor | activity
                      | a     | talk
                      | b     | talk
                      | a     | tour
                      | b     | tour
                      | a     | club
                      | b     | club
        ",
    );
    let cut = |period| cut(&study, &[("via", "participation"), ("period", period)]);
    assert_eq!(shown(&cut("2017")), "a-b:2");
    assert_eq!(
        notes(&cut("2017"))[1..],
        [
            "left out: organisations not open in the period (1)",
            "left out: participations in undated activities (2)"
        ]
    );
    // An event does not last: the talk is not in 2018, the tour is.
    assert_eq!(shown(&cut("2018")), "a-b:1");
    assert_eq!(shown(&cut("2019")), "a b");
    assert_eq!(shown(&cut("2015")), "old a b");
    assert_eq!(shown(&cut("2017-10-17")), "a-b:2");
    assert_eq!(shown(&cut("2017-10-18")), "a-b:1");
}

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

/// Boards year by year: ann leaves the bank for the brewery, ben and cat stay.
const BOARDS: &str = "
    organisations | id      | sector
                  | bank    | finance
                  | brewery | food
                  | carrier | transport
    people        | id
                  | ann
                  | ben
                  | cat
    affiliations  | person | organisation | year
                  | ann    | bank         | 2003
                  | ann    | brewery      | 2004
                  | ben    | bank         | 2003
                  | ben    | bank         | 2004
                  | ben    | carrier      | 2004
                  | cat    | brewery      | 2003
                  | cat    | brewery      | 2004
                  | cat    | carrier      |
";

#[test]
fn posts_of_different_waves_join_nothing() {
    let study = study(BOARDS);
    let net = cut(&study, &[("via", "affiliations")]);
    assert_eq!(shown(&net), "bank-carrier:1 brewery-carrier:1");
    assert_eq!(
        notes(&net),
        [
            "2 waves are put together; --wave takes one",
            "left out: pairs of posts not known to be held at the same time (1)"
        ]
    );
    let in_2003 = cut(&study, &[("via", "affiliations"), ("wave", "2003")]);
    assert_eq!(shown(&in_2003), "brewery-carrier:1 bank");
    assert_eq!(notes(&in_2003), Vec::<&str>::new());
    let people = [("via", "affiliations"), ("level", "person")];
    assert_eq!(shown(&cut(&study, &people)), "ann-ben:1 ann-cat:1 ben-cat:1");
    let both = cut(&study, &[("via", "affiliations"), ("level", "actor")]);
    assert_eq!(
        shown(&both),
        "bank-ann:1 bank-ben:1 brewery-ann:1 brewery-cat:1 carrier-ben:1 carrier-cat:1"
    );
    assert_eq!(behind(&both, "bank", "ben"), ["post row 4", "post row 5"]);
    let in_period = cut(&study, &[("via", "affiliations"), ("period", "2003")]);
    assert_eq!(shown(&in_period), "bank brewery carrier");
    assert_eq!(
        notes(&in_period),
        ["left out: posts outside the period (4)", "left out: undated posts as ties (1)"]
    );
    let unknown = "no wave is called `2005`; did you mean `2003`?";
    let view = view(&[("via", "affiliations"), ("wave", "2005")]);
    assert_eq!(study.network(&view).expect_err("no such wave").to_string(), unknown);
}

#[test]
fn a_person_stands_for_the_posts_of_the_wave() {
    let study = study(&format!(
        "{BOARDS}
    activities    | id
                  | talk
    participation | actor   | activity | year
                  | ann     | talk     | 2004
                  | carrier | talk     | 2004
        "
    ));
    assert_eq!(shown(&cut(&study, &[("via", "participation")])), "brewery-carrier:1 bank");
    let net = cut(&study, &[("via", "affiliations"), ("level", "actor"), ("wave", "2004")]);
    let sector = net.attribute("sector").expect("an attribute");
    assert_eq!(sector[net.actor("ann").expect("an actor")], ["food"]);
}

/// Ann left a for b at the turn of 2019; nobody says when the posts of ben were, but for the year.
const MOVERS: &str = "
    organisations | id
                  | a
                  | b
                  | c
                  | d
    people        | id
                  | ann
                  | ben
    affiliations  | person | organisation | start | end  | year
                  | ann    | a            | 2010  | 2019 |
                  | ann    | b            | 2020  |      |
                  | ben    | a            |       |      | 2019
                  | ben    | b            |       |      | 2021
";

#[test]
fn a_wave_that_is_a_year_is_a_date() {
    let ties = |row: &str| {
        study(&format!(
            "{MOVERS}
    ties          | from | to | directed | start | end  | year
                  | {row}
        "
        ))
    };
    let told_in_2015 = ties("ann | d | no | | | 2015");
    for options in [&[][..], &[("wave", "2015")], &[("period", "2015")]] {
        assert_eq!(shown(&cut(&told_in_2015, options)), "a-d:1 b c", "{options:?}");
    }
    // The year of a post is where it was seen, and says nothing of other years.
    assert_eq!(shown(&cut(&ties("ben | c | no | 2021 | 2021 |"), &[])), "b-c:1 a d");
    let talks = study(&format!(
        "{MOVERS}
    activities    | id   | start
                  | talk | 2021-05
                  | meet |
    participation | actor | activity | year
                  | ben   | talk     |
                  | d     | talk     |
                  | ann   | meet     | 2015
                  | c     | meet     | 2015
                  | d     | meet     | 2021
    "
    ));
    // Ben is at b by then; and who meets in one year does not meet who comes in another.
    assert_eq!(shown(&cut(&talks, &[("via", "participation")])), "a-c:1 b-d:1");
}

#[test]
fn an_activity_told_in_waves_counts_in_each() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
        activities    | id
                      | board
        participation | actor | activity | wave
                      | a     | board    | 1
                      | b     | board    | 1
                      | c     | board    | 1
                      | a     | board    | 2
                      | b     | board    | 2
        ",
    );
    let net = cut(&study, &[("via", "participation")]);
    assert_eq!(shown(&net), "a-b:1.5 a-c:0.5 b-c:0.5");
    assert_eq!(notes(&net)[0], "2 waves are put together; --wave takes one");
    let two = cut(&study, &[("via", "two-mode")]);
    assert_eq!(shown(&two), "a-board:1 b-board:1 c-board:1");
}

#[test]
fn answers_of_another_year_are_not_of_the_period() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
        ties          | from | to | directed | year
                      | a    | b  | no       | 2019
                      | b    | c  | no       | 2021
        respondents   | actor | year | status
                      | a     | 2019 | responded
                      | b     | 2019 | refused
                      | c     | 2019 | refused
                      | a     | 2021 | responded
                      | b     | 2021 | responded
                      | c     | 2021 | partial
        ",
    );
    let seen = |options: &[(&str, &str)]| cut(&study, options).observed_dyads();
    assert_eq!((seen(&[("wave", "2019")]), seen(&[("period", "2019")])), (2, 2));
    assert_eq!((seen(&[("wave", "2021")]), seen(&[("period", "2021")])), (3, 3));
    let both = cut(&study, &[("period", "2019..2021")]);
    assert_eq!(notes(&both), ["2 waves are put together; --wave takes one"]);
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
            "the weight of often is ordinal: its sums are ranks added up, not amounts",
            "left out: ties of weight 0, which is no tie (1)"
        ]
    );
    assert_eq!(shown(&cut(&study, &[("weights", "count")])), "a-b:2 a-c:1 b-c:2");
    assert_eq!(shown(&cut(&study, &[("weights", "binary")])), "a-b:1 a-c:1 b-c:1");
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
    let net = cut(&study(&tables("yes")), &[("direction", "undirected")]);
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
fn a_dyad_on_record_as_unknown_is_not_an_absent_tie() {
    let study = study(
        "
        organisations | id  | parent
                      | a   |
                      | b   |
                      | c   |
                      | lab | a
        ties          | from | to  | directed | status
                      | a    | b   | no       |
                      | a    | b   | no       | unknown
                      | b    | c   | no       | unknown
                      | lab  | a   | no       | unknown
        ",
    );
    let net = cut(&study, &[]);
    // a – b is tied by another row, and lab is a: of three dyads only b – c is not known.
    assert_eq!(shown(&net), "a-b:1 c");
    assert_eq!((net.dyads(), net.observed_dyads()), (3, 2));
    assert!(!net.is_observed(1, 2) && !net.is_observed(2, 1) && net.is_observed(0, 2));
    let inside = self::study(
        "
        organisations | id  | parent
                      | a   |
                      | b   |
                      | lab | a
        ties          | from | to  | directed | status
                      | a    | b   | no       |
                      | lab  | a   | no       | unknown
        ",
    );
    assert!(cut(&inside, &[]).observed().is_complete());
}

#[test]
fn dyads_of_those_who_did_not_answer_were_not_observed() {
    let tables = |directed: &str| {
        format!(
            "
            organisations | id
                          | a
                          | b
                          | c
                          | d
            people        | id
                          | ann
            affiliations  | person | organisation
                          | ann    | b
            ties          | from | to | directed
                          | a    | c  | {directed}
            respondents   | actor | status
                          | a     | responded
                          | ann   | responded
                          | c     | refused
                          | d     | partial
            "
        )
    };
    // Ann's answer is that of b. Undirected, only c – d is seen from neither end.
    let net = cut(&study(&tables("no")), &[]);
    assert_eq!(net.observed().accounts(), Some(&[true, true, false, false][..]));
    assert_eq!((net.dyads(), net.observed_dyads()), (6, 5));
    // Directed, the rows of c and d are missing.
    let net = cut(&study(&tables("yes")), &[]);
    assert_eq!((net.dyads(), net.observed_dyads()), (12, 6));
    // Taking part is a matter of record: nobody had to be asked.
    let net = cut(&study(&tables("no")), &[("via", "affiliations")]);
    assert!(net.observed().is_complete());
}

#[test]
fn who_answered_is_asked_for_the_wave_at_hand() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
        ties          | from | to | directed | wave
                      | a    | b  | yes      | 1
                      | a    | b  | yes      | 2
        respondents   | actor | wave | status
                      | a     | 1    | responded
                      | b     | 1    | responded
                      | a     | 2    | responded
                      | b     | 2    | not_asked
        ",
    );
    let observed = |wave| cut(&study, &[("wave", wave)]).observed_dyads();
    assert_eq!((observed("1"), observed("2")), (2, 1));
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
    let declared = "[view]\nlevel = \"unit\"\nweights = \"count\"\ndirection = \"undirected\"";
    let declared = default(declared, LEVELS);
    assert_eq!((declared.level, declared.weights), (Level::Unit, Weights::Count));
    assert_eq!(declared.direction, Orientation::Undirected);
    let refused = study_with("[view]\nlevel = \"town\"", LEVELS).default_view();
    let why = "no value of --level is called `town`; there is: organisation, unit, person, actor";
    assert_eq!(refused.expect_err("refused").to_string(), why);
}

/// Authors of eight blog posts of the EQuaLLS project, from the list of its posts.
const EQUALLS: &str = "
    people        | id      | name              | aliases
                  | Greany  | Toby Greany       |
                  | Noyes   | Andy Noyes        |
                  | Gripton | Catherine Gripton | Cath Gripton
                  | Hudson  | Georgina Hudson   |
                  | Cowhitt | Thomas Cowhitt    |
    activities    | id     | name
                  | post-1 | Researching local learning systems
                  | post-2 | Levelling up
                  | post-3 | Three methodological questions
                  | post-4 | Looking inside
                  | post-5 | Changing faces
                  | post-6 | Place and hubs
                  | post-7 | Three localities
                  | post-8 | Competition and collaboration
    participation | actor        | activity
                  | Greany       | post-8
                  | Noyes        | post-7
                  | Cath Gripton | post-7
                  | Hudson       | post-6
                  | Gripton      | post-6
                  | Gripton      | post-5
                  | Cowhitt      | post-5
                  | Cowhitt      | post-4
                  | Hudson       | post-4
                  | Greany       | post-3
                  | Cowhitt      | post-3
                  | Greany       | post-2
                  | Cowhitt      | post-2
                  | Greany       | post-1
    ";

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
