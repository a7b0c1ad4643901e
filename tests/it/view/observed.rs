//! Which dyads were observed.

use tertius::whole;

use super::{cut, notes, shown, study};

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
    // Directed ties taken as undirected: that there is none takes two answers, so that a – c, which
    // c may not know of, is in no density, and any of the other five may be tied.
    let net = cut(&study(&tables("yes")), &[("orientation", "undirected")]);
    assert_eq!((net.dyads(), net.observed_dyads(), net.observed_ties().count()), (6, 1, 0));
    assert!(net.is_observed(0, 1) && !net.is_observed(0, 2) && !net.is_observed(3, 0));
    assert_eq!(
        notes(&net),
        ["1 directed tie taken as undirected: a pair was observed if both answered"]
    );
    let density = whole::density(&net).unwrap();
    let bounds = ["lowest", "highest"].map(|quantity| density.value(quantity, "value"));
    assert_eq!(bounds, [Some(1.0 / 6.0), Some(5.0 / 6.0)]);
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
