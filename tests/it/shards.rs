//! Measures in parts: the same bits as in one, and nothing that does not go together.

use proptest::prelude::*;
use tertius::shards::{Call, Shard};
use tertius::{Arguments, Error, MEASURES, Measure, Network, Result, Results, Study, View, Watch};

use crate::laws::{any_tables, every_choice, exact, few_draws};
use crate::networks::{any_grouped, network};
use crate::tables::reading;

/// One, few, as many as there are tasks or about that, and more.
const SHARES: [usize; 5] = [1, 2, 3, 7, 100];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_of_any_network_make_the_whole(
        (ties, groups) in any_grouped(7),
        accounts in proptest::option::of(proptest::collection::vec(any::<bool>(), 7)),
        of in prop::sample::select(SHARES.to_vec()),
    ) {
        let mut net = ties.network().with_attribute("sector", &groups);
        if let Some(accounts) = accounts {
            net = net.with_accounts(accounts.into_iter().take(ties.actors));
        }
        for measure in splitting() {
            for arguments in every_choice(measure) {
                same(measure, &net, &arguments, of);
            }
        }
    }

    #[test]
    fn parts_of_any_study_make_the_whole(
        tables in any_tables(), of in prop::sample::select(SHARES.to_vec()),
    ) {
        let study = Study::from_reading(reading(&tables));
        same_of_study(&study, &View::default(), of);
    }
}

fn splitting() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().filter(|it| it.splits())
}

fn same(measure: &Measure, net: &Network, arguments: &Arguments, of: usize) {
    let found = Call::of_network(measure, net, arguments).and_then(|it| it.run(of, &Watch::new()));
    let direct = measure.of_network(net, arguments, &Watch::new());
    assert_eq!(bits(found), bits(direct), "{} {}, {of} shares", measure.unit, measure.name);
}

fn same_of_study(study: &Study, view: &View, of: usize) {
    let Ok(net) = study.network(view) else { return };
    for measure in splitting() {
        let mut arguments = few_draws(measure);
        if measure.name == "compare" {
            arguments = arguments.with("with", "status=wished");
        }
        let call = Call::of_cut(measure, &net, (study, view), &arguments);
        let found = call.and_then(|it| it.run(of, &Watch::new()));
        let direct = measure.of_study(study, view, &arguments, &Watch::new());
        assert_eq!(bits(found), bits(direct), "{} {}, {of} shares", measure.unit, measure.name);
    }
}

/// All that was found, its numbers to the last bit.
fn bits(found: Result<Results>) -> Result<(Vec<Vec<String>>, Results)> {
    let found = found?;
    Ok((found.columns.iter().map(|column| exact(&found, column)).collect(), found))
}

/// Strengths whose reciprocals round, in a network large enough for many tasks.
fn large(directed: bool) -> Network {
    let ties = (0..70_u32).flat_map(|i| {
        let others = [i * 7 + 1, i * i + 3, i * 31 + 11].map(|j| j % 70);
        others.map(|j| (i.to_string(), j.to_string(), f64::from(1 + (i * 13 + j) % 9) / 3.0))
    });
    let net = Network::from_ties(directed, ties).expect("strengths above zero");
    net.with_attribute("sector", (0..70).map(|actor| ["HE", "FE", "VCS"][actor % 3]))
}

#[test]
fn parts_make_the_whole_of_networks_of_every_kind() {
    let parts = (0..90_u32).map(|i| (format!("p{}", i * 7 % 31), format!("x{}", i * i % 17)));
    for net in [large(true), large(false), Network::from_participation(parts)] {
        for measure in splitting() {
            for of in SHARES {
                same(measure, &net, &few_draws(measure), of);
            }
        }
    }
    let betweenness = Measure::named("actor betweenness").expect("a measure");
    let by_strength = Arguments::default().with("paths", "strength");
    SHARES.into_iter().for_each(|of| same(betweenness, &large(true), &by_strength, of));
}

const DOUBTED: &str = "
    organisations | id | sector | size
                  | a  | HE     | large
                  | b  | HE     | small
                  | c  | FE     | large
                  | d  | FE     | small
    ties          | from | to | directed | certainty
                  | a    | b  | yes      | probable
                  | b    | c  | yes      | certain
                  | c    | d  | yes      | ambiguous
                  | a    | c  | yes      | certain
    respondents   | actor | status
                  | a     | responded
                  | b     | responded
                  | c     | refused
                  | d     | responded
";

#[test]
fn a_ranking_under_several_doubts_takes_a_round_for_each() -> Result<()> {
    let study = Study::from_reading(reading(DOUBTED));
    let view = View::default();
    SHARES.into_iter().for_each(|of| same_of_study(&study, &view, of));

    let (net, watch) = (study.network(&view)?, Watch::new());
    let robustness = Measure::named("whole robustness")?;
    let arguments = Arguments::default().with("draws", "20").with("vary", "ties,answers");
    let call = Call::of_cut(robustness, &net, (&study, &view), &arguments)?;
    let (mut parts, mut rounds) = (Vec::new(), 0);
    let found = loop {
        rounds += 1;
        let more: Result<Vec<_>> =
            Shard::all(2).map(|shard| call.partial(shard, &parts, &watch)).collect();
        // In whatever order they arrive.
        parts.splice(0..0, more?.into_iter().rev());
        if let Some(found) = call.combine(&parts, &watch)? {
            break found;
        }
    };
    assert_eq!(rounds, 3, "ties, answers, and both");
    assert_eq!(found, robustness.of_study(&study, &view, &arguments, &watch)?);
    Ok(())
}

/// A network, what is asked of it, and its parts.
fn parts(net: &Network, measure: &str, arguments: &Arguments, of: usize) -> Vec<Vec<u8>> {
    let measure = Measure::named(measure).expect("a measure");
    let call = Call::of_network(measure, net, arguments).expect("it splits");
    let none: [Vec<u8>; 0] = [];
    let part = |shard| call.partial(shard, &none, &Watch::new()).expect("a part");
    Shard::all(of).map(part).collect()
}

fn refused(net: &Network, parts: &[Vec<u8>]) -> String {
    let (measure, none) = (Measure::named("actor betweenness").expect("one"), Arguments::default());
    let call = Call::of_network(measure, net, &none).expect("it splits");
    let refused = call.combine(parts, &Watch::new()).expect_err("parts of another call");
    assert!(matches!(refused, Error::Parts { .. }), "{refused}");
    let again = call.partial(Shard::new(0, 3).expect("a share"), parts, &Watch::new());
    assert!(matches!(again, Err(Error::Parts { .. })), "{again:?}");
    let words = refused.to_string();
    words.strip_prefix("these parts do not go together: ").expect("how it begins").to_owned()
}

#[test]
fn parts_that_do_not_go_together_are_refused() {
    let (net, none) = (network("a-b:2 b-c c-d", "e"), Arguments::default());
    let good = parts(&net, "actor betweenness", &none, 3);
    let mixed =
        |other: &[Vec<u8>]| refused(&net, &[good[0].clone(), other[1].clone(), good[2].clone()]);

    assert_eq!(refused(&net, &good[..2]), "part 3 of 3 is missing");
    let twice = [&good[..], &good[1..2]].concat();
    assert_eq!(refused(&net, &twice), "part 2 of 3 is there twice");
    let of_two = parts(&net, "actor betweenness", &none, 2);
    assert_eq!(mixed(&of_two), "part 2 of 2 does not go with parts of 3");

    let of_closeness = parts(&net, "actor closeness", &none, 3);
    let is_of = "part 2 of 3 is of actor closeness, not of actor betweenness";
    assert_eq!(mixed(&of_closeness), is_of);
    let options = Arguments::default().with("paths", "strength").with("scale", "normalised");
    let with = "part 2 of 3 was worked out with the options paths=strength scale=normalised, not \
        with no options";
    assert_eq!(mixed(&parts(&net, "actor betweenness", &options, 3)), with);
    let of_another = "part 2 of 3 is of another network, study or view";
    for other in ["a-b:2 b-c c-d:2", "a-b:2 b-c b-d", "a>b:2 b>c c>d"] {
        let other = parts(&network(other, "e"), "actor betweenness", &none, 3);
        assert_eq!(mixed(&other), of_another);
    }
    let sectors = net.clone().with_attribute("sector", ["HE", "FE", "HE", "FE", "HE"]);
    assert_eq!(mixed(&parts(&sectors, "actor betweenness", &none, 3)), of_another);
}

#[test]
fn parts_of_another_study_or_view_are_refused() -> Result<()> {
    let robustness = Measure::named("actor robustness")?;
    let arguments = Arguments::default().with("draws", "10");
    let part = |study: &Study, view: &View| {
        let net = study.network(view)?;
        let call = Call::of_cut(robustness, &net, (study, view), &arguments)?;
        call.partial(Shard::new(0, 1)?, &[[]; 0], &Watch::new())
    };
    let (study, view) = (Study::from_reading(reading(DOUBTED)), View::default());
    let net = study.network(&view)?;
    let call = Call::of_cut(robustness, &net, (&study, &view), &arguments)?;
    let found = call.combine(&[part(&study, &view)?], &Watch::new())?;
    assert!(found.is_some());

    // The same network, of evidence that is less certain.
    let other = Study::from_reading(reading(&DOUBTED.replace("probable", "ambiguous")));
    let refused = call.combine(&[part(&other, &view)?], &Watch::new()).unwrap_err().to_string();
    assert!(refused.ends_with("part 1 of 1 is of another network, study or view"), "{refused}");
    let mut other = view.clone();
    other.set("orientation", &["undirected"])?;
    assert!(call.combine(&[part(&study, &other)?], &Watch::new()).is_err());
    Ok(())
}

#[test]
fn damaged_parts_are_refused() {
    let (net, none) = (network("a-b:2 b-c c-d", "e"), Arguments::default());
    let good = parts(&net, "actor betweenness", &none, 1);
    let damaged = "the bytes of the part at place 0 are damaged, or of something else";
    for at in 0..good[0].len() {
        let mut part = good[0].clone();
        part[at] ^= 1;
        assert_eq!(refused(&net, &[part]), damaged);
        assert_eq!(refused(&net, &[good[0][..at].to_vec()]), damaged);
    }
    assert_eq!(refused(&net, &[[&good[0][..], b"more"].concat()]), damaged);
}

#[test]
fn a_measure_that_does_not_split_says_which_do() {
    let (net, none) = (network("a-b", ""), Arguments::default());
    for measure in MEASURES.iter().filter(|it| !it.splits()) {
        let refused = Call::of_network(measure, &net, &none).unwrap_err().to_string();
        let start = format!(
            "working out {} {} in parts does not apply: call it directly; those that can be split \
             are actor betweenness, ",
            measure.unit, measure.name
        );
        assert!(refused.starts_with(&start), "{refused}");
    }
}

#[test]
fn each_part_has_its_share_of_the_steps() -> Result<()> {
    let net = large(true);
    for name in ["actor betweenness", "actor closeness", "null bootstrap", "null jackknife"] {
        let (measure, all) = (Measure::named(name)?, Watch::new());
        let arguments = few_draws(measure);
        measure.of_network(&net, &arguments, &all)?;
        let call = Call::of_network(measure, &net, &arguments)?;
        let steps = Shard::all(3).map(|shard| {
            let watch = Watch::new();
            call.partial(shard, &[[]; 0], &watch)?;
            let (done, expected) = watch.progress();
            assert_eq!(done, expected, "{name}");
            Ok(done)
        });
        let steps = steps.collect::<Result<Vec<u64>>>()?;
        assert_eq!(steps.iter().sum::<u64>(), all.progress().1, "{name}: {steps:?}");
    }
    Ok(())
}

#[test]
fn a_part_stops_when_it_is_asked_to() -> Result<()> {
    let (net, watch) = (large(false), Watch::new());
    watch.stop();
    for measure in splitting() {
        let arguments = few_draws(measure);
        let call = Call::of_network(measure, &net, &arguments)?;
        let Ok(_) = measure.of_network(&net, &arguments, &Watch::new()) else { continue };
        let stopped = call.partial(Shard::new(0, 2)?, &[[]; 0], &watch);
        assert_eq!(stopped, Err(Error::Stopped), "{} {}", measure.unit, measure.name);
    }
    Ok(())
}
