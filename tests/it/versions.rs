//! Plausible versions of a study, beside every version there is.

use tertius::actor::{Doubt, Order, VersionOptions};
use tertius::null::Finding;
use tertius::{Results, Study, View, Watch, actor, whole};

use crate::tables::reading;

const DRAWS: u64 = 4_000;

fn study(tables: &str) -> Study {
    Study::from_reading(reading(tables))
}

fn options(vary: &[Doubt]) -> VersionOptions {
    VersionOptions { vary: vary.to_vec(), draws: DRAWS, ..VersionOptions::default() }
}

fn degree() -> Finding {
    Finding::of("actor degree").expect("a measure").only("degree")
}

fn ranked(study: &Study, view: &View, options: &VersionOptions) -> Results {
    let watch = Watch::new();
    actor::robustness(study, view, &degree(), Order::High, options, &watch).expect("it applies")
}

/// A share of versions, but for chance.
fn near(found: &Results, actor: &str, column: &str, want: f64) {
    let share = found.value(actor, column).expect("a share");
    let versions = found.value(actor, "versions").expect("a count");
    let error = (want * (1.0 - want) / versions).sqrt();
    assert!((share - want).abs() <= 4.5 * error + 1e-9, "{actor} {column}: {share}, not {want}");
}

#[test]
fn evidence_holds_as_often_as_its_certainty_says() {
    // b has two ties, of which one is doubtful; c and d have one each, c's doubtful too.
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
                      | d
        ties          | from | to | directed | certainty
                      | a    | b  | no       | probable
                      | b    | d  | no       | certain
                      | c    | d  | no       | ambiguous
        ",
    );
    let found = ranked(&study, &View::default(), &options(&[Doubt::Ties]));
    // Degrees of b and d: 2 and 2 in 0.4, 2 and 1 in 0.4, 1 and 2 in 0.1, 1 and 1 in 0.1.
    near(&found, "b", "top", 0.9);
    near(&found, "d", "top", 0.6);
    // a is first with b and d alone in none, with 1 1 1 1 of a – b and c – d gone: never.
    near(&found, "a", "top", 0.0);
    near(&found, "c", "top", 0.0);
    let never = VersionOptions { probable: 0.0, ambiguous: 0.0, ..options(&[Doubt::Ties]) };
    let found = ranked(&study, &View::default(), &never);
    assert_eq!(
        (found.value("a", "rank_low"), found.value("b", "rank_high")),
        (Some(3.0), Some(1.0))
    );
    let doubted = VersionOptions { certain: 0.5, probable: 1.0, ambiguous: 1.0, ..never };
    let found = ranked(&study, &View::default(), &doubted);
    near(&found, "a", "top", 0.5);
    near(&found, "b", "top_three", 1.0);
}

#[test]
fn participation_and_posts_are_doubted_too() {
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
        activities    | id
                      | talk
                      | walk
        participation | actor | activity | certainty
                      | a     | talk     | certain
                      | b     | talk     | certain
                      | b     | walk     | probable
                      | c     | walk     | certain
        ",
    );
    let mut view = View::participation();
    let found = ranked(&study, &view, &options(&[Doubt::Ties]));
    near(&found, "c", "top", 0.0);
    near(&found, "a", "top", 0.2);
    view.certainty = tertius::study::Certainty::Certain;
    let refused =
        actor::robustness(&study, &view, &degree(), Order::High, &options(&[]), &Watch::new());
    assert!(refused.is_err(), "what is left is certain");
}

/// a and b answered, c did not; a tells of b and of c.
const ASKED: &str = "
    organisations | id
                  | a
                  | b
                  | c
    ties          | from | to | directed
                  | a    | b  | yes
                  | a    | c  | yes
                  | b    | a  | yes
    respondents   | actor | status
                  | a     | responded
                  | b     | responded
                  | c     | refused
";

#[test]
fn as_many_again_might_not_have_answered() {
    let found = ranked(&study(ASKED), &View::default(), &options(&[Doubt::Answers]));
    // Each of the two is silent in a third of the versions; in and out, a has 3, b 2, c 1.
    near(&found, "a", "top", 1.0);
    // b equals a where a is silent (1 and 1, or none); c has as many where both or a alone are.
    near(&found, "b", "top", 1.0 / 3.0);
    near(&found, "c", "top", 1.0 / 9.0);
}

#[test]
fn what_the_other_end_told_stays() {
    let tables = |reporter: &str| {
        format!(
            "
            organisations | id
                          | a
                          | b
                          | c
                          | d
            ties          | from | to | directed | reporter
                          | a    | b  | no       | {reporter}
                          | c    | d  | no       | d
            respondents   | actor | status
                          | a     | responded
                          | b     | refused
                          | c     | refused
                          | d     | responded
            "
        )
    };
    // a's own account goes with a, half of the time; nobody's account alone does so too, since b
    // did not answer.
    for reporter in ["a", ""] {
        let found =
            ranked(&study(&tables(reporter)), &View::default(), &options(&[Doubt::Answers]));
        // a is first where its tie is there, or where neither is.
        near(&found, "a", "top", 0.75);
    }
    // b told of it: whether a is silent or not, it stays.
    let found = ranked(&study(&tables("b")), &View::default(), &options(&[Doubt::Answers]));
    near(&found, "a", "top", 1.0);
}

#[test]
fn silent_dyads_hold_ties_as_often_as_others() {
    let mut view = View::default();
    view.set("orientation", &["reconstructed"]).expect("an option");
    let study = study(
        "
        organisations | id
                      | a
                      | b
                      | c
                      | d
        ties          | from | to | directed
                      | a    | b  | yes
                      | a    | c  | yes
        respondents   | actor | status
                      | a     | responded
                      | b     | responded
                      | c     | refused
                      | d     | refused
        ",
    );
    let found = ranked(&study, &view, &options(&[Doubt::Silence]));
    // Of five dyads seen two hold a tie; c – d does in two of five versions, and c equals a then.
    near(&found, "c", "top", 0.4);
    near(&found, "a", "top", 1.0);
    near(&found, "d", "top", 0.0);
}

#[test]
fn rules_for_directed_ties_are_as_likely_as_each_other() {
    let mut view = View::default();
    view.set("orientation", &["undirected"]).expect("an option");
    let found = ranked(&study(ASKED), &view, &options(&[Doubt::Rules]));
    // If either says so a has two ties; if both do, or among a and b alone, a and b have one each.
    near(&found, "b", "top", 0.5);
    // c is not there among those who answered.
    let there = found.value("c", "versions").expect("a count") / DRAWS as f64;
    assert!((there - 0.75).abs() < 0.05, "{there}");
    // Directed as recorded, no rule is needed.
    let refused = actor::robustness(
        &study(ASKED),
        &View::default(),
        &degree(),
        Order::High,
        &options(&[Doubt::Rules]),
        &Watch::new(),
    );
    assert!(refused.is_err());
}

#[test]
fn units_are_rolled_up_or_not() {
    let study = study(
        "
        organisations | id  | parent
                      | uni |
                      | lab | uni
                      | a   |
                      | b   |
        ties          | from | to | directed
                      | lab  | a  | no
                      | lab  | b  | no
                      | uni  | b  | no
        ",
    );
    let found = ranked(&study, &View::default(), &options(&[Doubt::Levels]));
    // uni has two alters rolled up and one by itself, when lab and b have two.
    near(&found, "uni", "top", 0.5);
    near(&found, "b", "top", 0.5);
    assert_eq!(found.value("lab", "rank"), None, "it is not there as observed");
}

#[test]
fn actors_are_coded_in_other_ways() {
    let study = study(
        "
        organisations | id | sector | remit
                      | a  | HE     | HE
                      | b  | FE     | HE
                      | c  | HE     | FE
        ties          | from | to | directed
                      | a    | b  | no
                      | b    | c  | no
        ",
    );
    let finding = Finding::of("actor brokerage").expect("a measure").only("itinerant");
    let options = VersionOptions { codings: vec!["remit".to_owned()], ..options(&[]) };
    let found =
        actor::robustness(&study, &View::default(), &finding, Order::High, &options, &Watch::new());
    let found = found.expect("it applies");
    assert_eq!(found.value("b", "value"), Some(2.0));
    // By remit b brokers between its own and another, and nobody is itinerant: all are first.
    near(&found, "a", "top", 0.5);
    let unknown = VersionOptions { codings: vec!["remits".to_owned()], ..options };
    let refused =
        actor::robustness(&study, &View::default(), &finding, Order::High, &unknown, &Watch::new());
    assert!(refused.expect_err("refused").to_string().contains("did you mean `remit`?"));
}

#[test]
fn each_cause_by_itself_and_all_together() {
    let study = study(
        &ASKED
            .replace(
                "ties          | from | to | directed\n",
                "ties          | from | to | directed | certainty\n",
            )
            .replace("| c  | yes", "| c  | yes | probable"),
    );
    let watch = Watch::new();
    let run = |vary: &[Doubt]| {
        let (view, options) = (View::default(), options(vary));
        whole::robustness(&study, &view, &degree(), Order::High, &options, &watch)
            .expect("it applies")
    };
    let found = run(&[]);
    assert_eq!(found.words("quantity").expect("rows").len(), 4);
    assert_eq!(found.value("ties", "top"), Some(1.0), "a stays first, alone or with b");
    let actors =
        actor::robustness(&study, &View::default(), &degree(), Order::High, &options(&[]), &watch);
    let actors = actors.expect("it applies");
    assert_eq!(found.value("all", "top"), actors.value("a", "top"), "the same versions");
    assert_eq!(run(&[Doubt::Ties]).len(), 1);
    // Values 3 2 1 and, without the doubtful tie, 2 2 0: Spearman's r is √3/2.
    let r = 0.8 + 0.2 * 3.0_f64.sqrt() / 2.0;
    assert!((found.value("ties", "correlation").expect("a mean") - r).abs() < 0.01);
    let low = found.value("ties", "correlation_low").expect("a value");
    assert!((low - 3.0_f64.sqrt() / 2.0).abs() < 1e-12);
}

#[test]
fn the_number_of_threads_changes_no_version() {
    let study = study(ASKED);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("a pool").install(|| ranked(&study, &View::default(), &options(&[])))
    };
    assert_eq!(run(1), run(2));
}
