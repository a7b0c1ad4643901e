use super::two::{Became, Two};
use super::when::{self, Times};
use crate::brokerage::{TwoPath, two_paths};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "closure",
    source: "Obstfeld 2005; Gould and Fernandez 1989",
    page: include_str!("closure.md"),
    options: &[when::FROM, when::TO, when::CROSSING, when::WITHOUT],
    run: Run::Study(|study, view, arguments, watch| {
        let times = Times::new("change closure", study, view, arguments)?;
        let found = closure(&times.before, &times.after, when::crossing(arguments), watch)?;
        Ok(times.told(found))
    }),
};

/// What is counted of the pairs that an actor brokered, in order.
const COUNTED: [&str; 9] = [
    "brokered",
    "alone",
    "closed",
    "closed_alone",
    "still",
    "by_others",
    "apart",
    "left",
    "not_observed",
];

#[doc = include_str!("closure.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()); [`Error::Stopped`](crate::Error::Stopped).
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, change};
/// let before = Network::from_ties(false, [("a", "hub", 1.0), ("b", "hub", 1.0), ("c", "hub", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "hub", 1.0), ("b", "hub", 1.0), ("a", "b", 1.0)])?;
/// let closure = change::closure(&before, &after, None, &Watch::new())?;
/// assert_eq!(closure.value("hub", "brokered"), Some(3.0));
/// assert_eq!(closure.value("hub", "closed"), Some(1.0), "a and b");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn closure(
    before: &Network,
    after: &Network,
    crossing: Option<&str>,
    watch: &Watch,
) -> Result<Results> {
    let two = Two::new("change closure", before, after, crossing)?;
    // Without direction each pair is seen from both its ends.
    let ways = if two.is_directed() { 1.0 } else { 2.0 };
    let brokered: Vec<[f64; 9]> = two_paths(
        &two.before,
        |_| true,
        watch,
        |sums, path: &TwoPath| {
            if two.counts(path.from, path.to) {
                let sum = &mut sums[path.broker];
                let alone = path.brokers == 1;
                let fate = fate(&two, path);
                sum[0] += 1.0;
                sum[1] += if alone { 1.0 } else { 0.0 };
                sum[fate as usize] += 1.0;
                sum[3] += if alone && fate == Fate::Closed { 1.0 } else { 0.0 };
            }
        },
    )?;
    let mut later = vec![0.0; two.len()];
    let number = |at: usize| two.numbers_after()[at] as usize;
    let still: Vec<[f64; 1]> = two_paths(
        &two.after,
        |_| true,
        watch,
        |sums, path: &TwoPath| {
            if two.counts(number(path.from), number(path.to)) {
                sums[path.broker][0] += 1.0;
            }
        },
    )?;
    for (at, [pairs]) in still.into_iter().enumerate() {
        later[number(at)] = pairs / ways;
    }

    let there = |actor: usize| two.in_before(actor).is_some();
    let of = |actor: usize, column: usize| brokered[actor][column] / ways;
    let all = Open::new(&two);
    let everyone = 0..two.len();
    let mut results = two
        .results(&two.pairs())
        .text("actor", everyone.clone().map(|it| two.actor(it).id.clone()))
        .text("name", everyone.clone().map(|it| two.actor(it).name.clone()));
    for (column, name) in COUNTED.into_iter().enumerate() {
        let count = |actor| {
            if there(actor) { Ok(of(actor, column)) } else { Err("it was not there before") }
        };
        results = results.number(name, everyone.clone().map(count));
    }
    // Pairs of which it is known whether they are tied now, and those closed.
    let known = |actor: usize| of(actor, 0) - of(actor, 7) - of(actor, 8);
    let other = |actor: usize| {
        let (pairs, closed) = if there(actor) { (known(actor), of(actor, 2)) } else { (0.0, 0.0) };
        (all.pairs[actor] - pairs, all.closed[actor] - closed)
    };
    let share = |actor: usize| match there(actor) {
        false => Err("it was not there before"),
        true if of(actor, 0) == 0.0 => Err("it brokered no pair"),
        true if known(actor) == 0.0 => Err("of no pair it brokered is it known what became"),
        true => Ok(of(actor, 2) / known(actor)),
    };
    let share_other = |actor: usize| match other(actor) {
        (0.0, _) => Err("there is no other pair to compare with"),
        (pairs, closed) => Ok(closed / pairs),
    };
    let gone = |actor: usize| match two.in_after(actor) {
        Some(_) => Ok(later[actor]),
        None => Err("it was no longer there after"),
    };
    Ok(results
        .number("share_closed", everyone.clone().map(share))
        .number("other_pairs", everyone.clone().map(|it| Ok(other(it).0)))
        .number("other_closed", everyone.clone().map(|it| Ok(other(it).1)))
        .number("share_other", everyone.clone().map(share_other))
        .number("brokered_after", everyone.map(gone))
        .option("crossing", crossing.unwrap_or("any")))
}

/// What became of a brokered pair: the column that counts it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Closed = 2,
    Still = 4,
    ByOthers = 5,
    Apart = 6,
    Left = 7,
    NotObserved = 8,
}

fn fate(two: &Two<'_>, path: &TwoPath) -> Fate {
    let (Some(a), Some(b)) = (two.in_after(path.from), two.in_after(path.to)) else {
        return Fate::Left;
    };
    let ties = two.after.out();
    let still = |v: usize| ties.has(a, v) && ties.has(v, b);
    if !two.after.is_observed(a, b) {
        Fate::NotObserved
    } else if ties.has(a, b) {
        Fate::Closed
    } else if two.in_after(path.broker).is_some_and(still) {
        Fate::Still
    } else if ties.alters(a).iter().any(|&v| ties.has(v as usize, b)) {
        Fate::ByOthers
    } else {
        Fate::Apart
    }
}

/// Pairs not tied before of which both times were observed, and those of them tied after: all but
/// those that an actor is itself an end of.
struct Open {
    pairs: Vec<f64>,
    closed: Vec<f64>,
}

impl Open {
    fn new(two: &Two<'_>) -> Self {
        let classes = two.classes(|_| ());
        let mut own: Vec<f64> = classes.of_actors().into_iter().map(|dyads| dyads as f64).collect();
        let mut own_closed = vec![0.0; two.len()];
        let (mut all, mut closed) = (classes.dyads().values().sum::<usize>() as f64, 0.0);
        for pair in two.pairs() {
            let ends = [pair.from as usize, pair.to as usize];
            match pair.became {
                Became::Kept | Became::Lost => {
                    all -= 1.0;
                    ends.into_iter().for_each(|end| own[end] -= 1.0);
                }
                Became::Gained => {
                    closed += 1.0;
                    ends.into_iter().for_each(|end| own_closed[end] += 1.0);
                }
                _ => {}
            }
        }
        let without = |all: f64, own: Vec<f64>| own.into_iter().map(|own| all - own).collect();
        Self { pairs: without(all, own), closed: without(closed, own_closed) }
    }
}
