//! Periods, waves and dates.

use super::{behind, cut, notes, shown, study, view};

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
