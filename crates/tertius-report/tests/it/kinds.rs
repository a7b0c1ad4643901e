//! Pictures of one actor, of two modes and of two waves, and those around a centre.

use std::collections::BTreeSet;
use std::f64::consts::TAU;

use tertius::actor::{self, BetweennessOptions};
use tertius::network::{Network, Via};
use tertius::options::Direction;
use tertius::{Study, View, Watch, change};
use tertius_chart::{Figure, Page};
use tertius_report::{Chart, Choice, Places, Run, chart, layout};

use crate::studies::{STUDIES, study};

fn run() -> Run {
    Run { version: "0.1.0".into(), seed: 1, ..Run::default() }
}

fn drawn(kind: Chart, study: &Study, view: &View, choice: &Choice) -> tertius::Result<Figure> {
    chart(kind, study, view, choice, &run(), &Page::double(), &Watch::new())
}

/// The caption and all other words; names run over several lines.
fn words(figure: &Figure) -> String {
    let svg = figure.svg();
    let texts = svg.split("</text>").filter_map(|it| it.rsplit('>').next());
    texts
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{a0}', " ")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The actors that a figure names, by what viewers show of each mark.
fn marked(figure: &Figure) -> BTreeSet<String> {
    let svg = figure.svg();
    let titles = svg.split("class=\"actor\"").skip(1).filter_map(|it| it.split("<title>").nth(1));
    let name = |title: &str| title.split(['<', ';']).next().unwrap_or_default().to_owned();
    titles.map(|title| name(&title.replace("&#39;", "'").replace("&amp;", "and"))).collect()
}

/// The contacts of an actor, and ties and pairs among them, counted one by one.
fn by_hand(net: &Network, ego: usize) -> (BTreeSet<usize>, usize, usize) {
    let end = |of: usize, tie: &tertius::network::Tie| {
        let (from, to) = (tie.from as usize, tie.to as usize);
        if from == of { Some(to) } else { (to == of).then_some(from) }
    };
    let alters: BTreeSet<usize> = net.ties().iter().filter_map(|tie| end(ego, tie)).collect();
    let has = |at: u32| alters.contains(&(at as usize));
    let among = net.ties().iter().filter(|tie| has(tie.from) && has(tie.to)).count();
    let n = alters.len();
    (alters, among, if net.is_directed() { n * (n - 1) } else { n * (n - 1) / 2 })
}

#[test]
fn an_ego_picture_shows_the_alters_and_nobody_else() {
    for name in STUDIES {
        let study = study(name);
        let view = study.default_view().expect("a view");
        let net = study.network(&view).expect("a network");
        for ego in 0..net.actors().len() {
            let rows = net.rows(Direction::All);
            let choice = Choice { ego: Some(net.actors()[ego].id.clone()), ..Choice::default() };
            if rows.alters(ego).is_empty() {
                let refused = drawn(Chart::Ego, &study, &view, &choice).expect_err("alone");
                assert!(refused.to_string().contains("has no tie in this view"), "{refused}");
                continue;
            }
            // A few of each study are enough of the same.
            if ego % 7 != 0 {
                continue;
            }
            let figure = drawn(Chart::Ego, &study, &view, &choice).expect("a figure");
            let (alters, among, pairs) = by_hand(&net, ego);
            let shown: BTreeSet<usize> = alters.iter().copied().chain([ego]).collect();
            let expected: BTreeSet<String> =
                shown.iter().map(|&at| net.actors()[at].name.replace('&', "and")).collect();
            let expected: BTreeSet<String> = expected
                .iter()
                .map(|it| it.split(';').next().unwrap_or_default().to_owned())
                .collect();
            assert_eq!(marked(&figure), expected, "{name}");
            let xy = &figure.layout().expect("places").xy;
            assert_eq!(xy.len(), shown.len());
            let middle = xy[shown.iter().position(|&at| at == ego).expect("it is shown")];
            let far: Vec<f64> = xy
                .iter()
                .map(|p| (*p - middle).x.hypot((*p - middle).y))
                .filter(|far| *far > 0.0)
                .collect();
            assert_eq!(far.len(), alters.len());
            assert!(far.iter().all(|it| (it - far[0]).abs() < 1e-6), "{name}: on one ring {far:?}");
            let said = words(&figure);
            let among = if among == 0 { "no".to_owned() } else { among.to_string() };
            assert!(said.contains(&format!("with {among} tie")), "{name}: {among} in {said}");
            if pairs > 0 && net.observed().is_complete() {
                assert!(said.contains(&format!(" of {pairs} ")), "{name}: {pairs} in {said}");
            }
            let constraint =
                actor::constraint(&net, tertius::options::Model::default(), &Watch::new());
            let constraint = constraint.expect("values").numbers("value").expect("a column")[ego];
            let constraint = constraint.expect("it has alters");
            let decimals = if constraint >= 1.0 { 2 } else { 3 + usize::from(constraint < 0.1) };
            let three = format!("{constraint:.decimals$}");
            let three = three.trim_end_matches('0').trim_end_matches('.');
            assert!(
                said.contains(&format!(" is {three}, its effective size ")),
                "{three} in {said}"
            );
        }
    }
}

#[test]
fn two_steps_are_a_second_ring() {
    let study = study("dialogues-synthetic");
    let view = study.default_view().expect("a view");
    let net = study.network(&view).expect("a network");
    let rows = net.rows(Direction::All);
    let ego = net.actor("fe-ca1").expect("it is there");
    let first: BTreeSet<u32> = rows.alters(ego).iter().copied().collect();
    let second: BTreeSet<u32> = first
        .iter()
        .flat_map(|&at| rows.alters(at as usize))
        .copied()
        .filter(|at| !first.contains(at) && *at as usize != ego)
        .collect();
    let choice =
        Choice { ego: Some("FE College CA1 (invented)".into()), steps: 2, ..Choice::default() };
    let figure = drawn(Chart::Ego, &study, &view, &choice).expect("by its name, too");
    assert_eq!(marked(&figure).len(), 1 + first.len() + second.len());
    assert!(words(&figure).contains(&format!("{} organisations are two steps away", second.len())));
}

#[test]
fn whoever_is_not_there_is_refused_with_who_is() {
    let study = study("wolverhampton");
    let view = study.default_view().expect("a view");
    let refused = |ego: Option<&str>, run: &Run| {
        let choice = Choice { ego: ego.map(str::to_owned), ..Choice::default() };
        let done = chart(Chart::Ego, &study, &view, &choice, run, &Page::double(), &Watch::new());
        done.err().map(|it| it.to_string()).unwrap_or_default()
    };
    let asked = refused(None, &run());
    assert!(asked.contains("--ego university-of-wolverhampton (21)"), "{asked}");
    let near = refused(Some("university-of-wolverhamton"), &run());
    assert!(near.contains("did you mean `university-of-wolverhampton`?"), "{near}");
    // Whoever anonymises knows the identifier, not the code; the code works, too.
    let coded = Run { anonymise: true, ..run() };
    let code = tertius_report::key(&study)
        .into_iter()
        .find(|it| it[1] == "university-of-wolverhampton")
        .expect("it has a code")[0]
        .clone();
    for ego in ["university-of-wolverhampton", "University of Wolverhampton", &code] {
        assert_eq!(refused(Some(ego), &coded), "");
    }
    let asked = refused(None, &coded);
    assert!(asked.contains(&format!("--ego \"{code}\" (21)")), "{asked}");
    let near = refused(Some("university-of-wolverhamton"), &coded);
    assert!(near.contains("did you mean `university-of-wolverhampton`?"), "{near}");
}

#[test]
fn two_modes_are_counted_whatever_the_view_joins_actors_by() {
    for name in ["wolverhampton", "dialogues-synthetic", "equalls"] {
        let study = study(name);
        let view = study.default_view().expect("a view");
        let net =
            study.network(&View { via: vec![Via::TwoMode], ..view.clone() }).expect("two modes");
        let first = net.first_mode().expect("two modes");
        let figure = drawn(Chart::TwoMode, &study, &view, &Choice::default()).expect("a figure");
        let said = words(&figure);
        let (activities, ties) = (net.actors().len() - first, net.ties().len());
        let activities =
            format!("{activities} {}", if activities == 1 { "activity" } else { "activities" });
        for wanted in
            [&activities, &format!("{ties} ties: each joins"), "Activities", "dark diamond"]
        {
            assert!(said.contains(wanted), "{name}: {wanted} in {said}");
        }
        assert!(said.contains("as two modes"), "{name}: the view");
        let taken: BTreeSet<u32> = net.ties().iter().map(|tie| tie.from.min(tie.to)).collect();
        let mean = ties as f64 / taken.len() as f64;
        let mean = format!("in {mean:.2}");
        assert!(
            said.contains(mean.trim_end_matches('0').trim_end_matches('.')),
            "{mean} in {said}"
        );
    }
}

#[test]
fn before_and_after_are_counted_as_the_measure_of_change_counts() {
    let study = study("dialogues-synthetic");
    let own = study.default_view().expect("a view");
    for relation in ["works-with", "trusts"] {
        let view = View { relation: vec![relation.into()], ..own.clone() };
        let at = |wave: &str| View { wave: Some(wave.into()), ..view.clone() };
        let [before, after] = ["1", "2"].map(|wave| study.network(&at(wave)).expect("a network"));
        let found = change::ties(&before, &after, None).expect("what changed");
        let count = |name: &str| found.value(name, "value").expect("a count");
        let figure = drawn(Chart::Compare, &study, &view, &Choice::default()).expect("a figure");
        let said = words(&figure);
        for wanted in [
            format!(
                "{} ties in wave 1: {} kept, {} lost",
                count("ties_before"),
                count("kept"),
                count("lost")
            ),
            format!(
                "{} ties in wave 2: {} kept from wave 1, {} gained",
                count("ties_after"),
                count("kept"),
                count("gained")
            ),
        ] {
            assert!(said.contains(&wanted), "{wanted} in {said}");
        }
        assert_eq!(figure.svg().matches("class=\"actor\"").count(), 2 * 21, "in both panels");
        assert_eq!(said.matches("kept: there in both waves").count(), 1, "one legend");
    }
}

/// Around a centre: how far from it is the value, and no part of the circle is empty.
#[test]
fn concentric_places_keep_their_values_and_use_the_whole_circle() {
    for name in ["wolverhampton", "dialogues-synthetic", "west-midlands"] {
        let study = study(name);
        let view = study.default_view().expect("a view");
        let net = study.network(&view).expect("a network");
        let placed =
            layout(&study, &view, &Places::Concentric, &run(), &Page::double(), &Watch::new())
                .expect("places");
        let value = actor::betweenness(&net, &BetweennessOptions::default(), &Watch::new())
            .expect("values");
        let value: Vec<f64> =
            value.numbers("value").expect("a column").into_iter().flatten().collect();
        let rows = net.rows(Direction::All);
        let tied: Vec<usize> = (0..value.len()).filter(|&at| !rows.alters(at).is_empty()).collect();
        let high = tied.iter().map(|&at| value[at]).fold(f64::MIN, f64::max);
        let low = tied.iter().map(|&at| value[at]).fold(f64::MAX, f64::min);
        let hub = tied.iter().copied().find(|&at| value[at] >= high).expect("somebody is highest");
        let centre = placed.rows[hub].1;
        let from_centre = |at: usize| placed.rows[at].1 - centre;
        let far = |at: usize| from_centre(at).x.hypot(from_centre(at).y);
        let outermost = tied.iter().map(|&at| far(at)).fold(0.0, f64::max);
        let others: Vec<usize> = tied.into_iter().filter(|&at| at != hub).collect();
        for &at in &others {
            // Nobody but the highest comes nearer to the centre than 0.15 of the way.
            let share = ((high - value[at]) / (high - low)).max(0.15);
            assert!((far(at) / outermost - share).abs() < 1e-6, "{name}: {}", placed.rows[at].0);
        }
        let mut turns: Vec<f64> =
            others.iter().map(|&at| from_centre(at).y.atan2(from_centre(at).x)).collect();
        turns.sort_by(f64::total_cmp);
        turns.push(turns[0] + TAU);
        let widest = turns.windows(2).map(|two| two[1] - two[0]).fold(0.0, f64::max);
        // An even share each, and a little more where marks had to part.
        assert!(widest < 1.6 * TAU / others.len() as f64, "{name}: {widest} of {}", others.len());
    }
}
