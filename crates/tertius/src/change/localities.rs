use std::collections::BTreeMap;

use super::deal::Deal;
use super::two::{Became, Pair, Two};
use super::when::{self, Times};
use crate::catalogue::{Measure, OptionSpec, Run, Unit};
use crate::network::{Grouping, Network};
use crate::null::Adjust;
use crate::{Result, Results, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "localities",
    source: "Good 2005; Snijders, van de Bunt and Steglich 2010",
    page: include_str!("localities.md"),
    options: &[BY, when::FROM, when::TO, when::CROSSING, when::WITHOUT],
    run: Run::Study(|study, view, arguments, _| {
        let times = Times::new("change localities", study, view, arguments)?;
        let by = arguments.names(BY.name).first().copied().unwrap_or(BY.default);
        let crossing = when::crossing(arguments);
        let found = localities(&times.before, &times.after, by, crossing)?;
        Ok(times.told(found))
    }),
};

const BY: OptionSpec = OptionSpec {
    default: "locality",
    about: "attribute that groups the actors: locality, sector, kind or a column of your own",
    ..options::BY
};

#[doc = include_str!("localities.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()); if no actor has the attribute.
///
/// # Example
///
/// ```
/// use tertius::{Network, change};
/// let places = ["north", "north", "south", "south"];
/// let before = Network::from_ties(false, [("a", "b", 1.0), ("c", "d", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "b", 1.0), ("a", "c", 1.0)])?.with_isolates(["d"]);
/// let [before, after] = [before, after].map(|net| net.with_attribute("locality", places));
/// let found = change::localities(&before, &after, "locality", None)?;
/// assert_eq!(found.value("south", "lost"), Some(1.0));
/// assert_eq!(found.value("south", "p_low"), Some(0.5), "one of the two ties was lost");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn localities(
    before: &Network,
    after: &Network,
    by: &str,
    crossing: Option<&str>,
) -> Result<Results> {
    let two = Two::new("change localities", before, after, crossing)?;
    let by = two.grouping(by)?;
    let pairs = two.pairs();
    let (dyads, dyads_in_all) = dyads_inside(&two, &by);
    let (sides, all) = sides(&pairs, &by);
    let deal = |(side, &dyads): (&Side, &usize)| {
        // Which dyads could gain a tie, and which could lose one.
        let (free, tied) = (dyads - side.tied, side.tied);
        let gains = Deal { all: dyads_in_all - all.tied, own: free, dealt: all.gained };
        let losses = Deal { all: all.tied, own: tied, dealt: all.lost };
        Dealt { gained: side.gained, lost: side.lost, gains, losses }
    };
    let dealt: Vec<Dealt> = sides.iter().zip(&dyads).map(deal).collect();
    let density = |tied: fn(&Side) -> usize| {
        let share = |(side, &dyads): (&Side, &usize)| match dyads {
            0 => Err("no dyad inside was observed at both times"),
            dyads => Ok(tied(side) as f64 / dyads as f64),
        };
        sides.iter().zip(&dyads).map(share).collect::<Vec<Defined>>()
    };
    let (old, new) = (density(|it| it.tied), density(|it| it.tied + it.gained - it.lost));
    let change: Vec<Defined> =
        old.iter().zip(&new).map(|(old, new)| Ok((*new)? - (*old)?)).collect();
    let mut results = two
        .results(&pairs)
        .text("group", by.labels().iter().cloned())
        .count("inside_before", sides.iter().map(|it| it.inside[0]))
        .count("inside_after", sides.iter().map(|it| it.inside[1]));
    let ways: &[(&str, [usize; 2])] =
        if two.is_directed() { &[("out", [1, 0]), ("in", [0, 1])] } else { &[("across", [1, 1])] };
    for (name, [out, into]) in ways {
        let across =
            |time: usize| sides.iter().map(move |it| out * it.out[time] + into * it.into[time]);
        results = results
            .count(&format!("{name}_before"), across(0))
            .count(&format!("{name}_after"), across(1));
    }
    let tails: Vec<_> = dealt.iter().map(Dealt::tails).collect();
    let p: Vec<Defined> =
        tails.iter().map(|it| it.map(|[low, high]| (2.0 * low.min(high)).min(1.0))).collect();
    let defined: Vec<f64> = p.iter().filter_map(|it| it.ok()).collect();
    let mut adjusted = Adjust::Holm.adjusted(&defined).into_iter();
    let adjusted: Vec<Defined> =
        p.iter().map(|it| it.map(|_| adjusted.next().unwrap_or_default())).collect();
    by.notes().into_iter().for_each(|note| results.note(note));
    two.caveats(by.name()).into_iter().for_each(|caveat| results.note(caveat));
    Ok(results
        .count("dyads", dyads)
        .count("gained", dealt.iter().map(|it| it.gained))
        .count("lost", dealt.iter().map(|it| it.lost))
        .number("density_before", old)
        .number("density_after", new)
        .number("density_change", change)
        .number("expected", dealt.iter().map(|it| Ok(it.expected())))
        .number("sd", dealt.iter().map(|it| Ok(it.variance().sqrt())))
        .number("z", dealt.iter().map(Dealt::z))
        .number("p_low", tails.iter().map(|it| it.map(|tails| tails[0])))
        .number("p_high", tails.iter().map(|it| it.map(|tails| tails[1])))
        .number("p", p)
        .number("p_adjusted", adjusted)
        .option("by", by.name())
        .option("crossing", crossing.unwrap_or("any")))
}

type Defined = std::result::Result<f64, &'static str>;

/// Ties of a group, or inside any.
#[derive(Debug, Clone, Copy, Default)]
struct Side {
    /// Both ends in it, the first alone, the second alone: before, and after.
    inside: [usize; 2],
    out: [usize; 2],
    into: [usize; 2],
    /// Inside, of dyads observed at both times: those tied before, and what became of them.
    tied: usize,
    gained: usize,
    lost: usize,
}

impl Side {
    fn add_inside(&mut self, pair: &Pair) {
        add(&mut self.inside, pair);
        self.tied += usize::from(matches!(pair.became, Became::Kept | Became::Lost));
        self.gained += usize::from(pair.became == Became::Gained);
        self.lost += usize::from(pair.became == Became::Lost);
    }
}

fn add(ties: &mut [usize; 2], pair: &Pair) {
    ties[0] += usize::from(pair.before.is_some());
    ties[1] += usize::from(pair.after.is_some());
}

/// The ties of each group, and those inside any.
fn sides(pairs: &[Pair], by: &Grouping) -> (Vec<Side>, Side) {
    let (mut sides, mut all) = (vec![Side::default(); by.labels().len()], Side::default());
    for pair in pairs {
        let [from, to] = [pair.from, pair.to].map(|end| by.groups(end as usize));
        for &group in from {
            let side = &mut sides[group as usize];
            if to.contains(&group) { side.add_inside(pair) } else { add(&mut side.out, pair) }
        }
        for &group in to.iter().filter(|group| !from.contains(group)) {
            add(&mut sides[group as usize].into, pair);
        }
        if by.share_a_group(pair.from as usize, pair.to as usize) {
            all.add_inside(pair);
        }
    }
    (sides, all)
}

/// Dyads observed at both times inside each group, and inside any.
fn dyads_inside(two: &Two<'_>, by: &Grouping) -> (Vec<usize>, usize) {
    let mut sets: Vec<&[u32]> = Vec::new();
    let mut numbers: BTreeMap<&[u32], usize> = BTreeMap::new();
    let set_of: Vec<usize> = (0..two.len())
        .map(|actor| {
            *numbers.entry(by.groups(actor)).or_insert_with_key(|set| {
                sets.push(set);
                sets.len() - 1
            })
        })
        .collect();
    let (mut inside, mut in_all) = (vec![0; by.labels().len()], 0);
    for ((a, b), dyads) in two.classes(|actor| set_of[actor]).dyads() {
        let shared: Vec<u32> = sets[a].iter().copied().filter(|it| sets[b].contains(it)).collect();
        in_all += if shared.is_empty() { 0 } else { dyads };
        shared.into_iter().for_each(|group| inside[group as usize] += dyads);
    }
    (inside, in_all)
}

/// What a group gained and lost, and what it would if that were dealt at random.
struct Dealt {
    gained: usize,
    lost: usize,
    gains: Deal,
    losses: Deal,
}

impl Dealt {
    fn net(&self) -> f64 {
        self.gained as f64 - self.lost as f64
    }

    fn expected(&self) -> f64 {
        self.gains.mean() - self.losses.mean()
    }

    fn variance(&self) -> f64 {
        self.gains.variance() + self.losses.variance()
    }

    fn z(&self) -> Defined {
        let sd = self.variance().sqrt();
        if sd > 0.0 { Ok((self.net() - self.expected()) / sd) } else { Err(SAME) }
    }

    /// Probability of a net change as low, and as high; not told where it could be no other.
    fn tails(&self) -> std::result::Result<[f64; 2], &'static str> {
        if self.variance() == 0.0 {
            return Err(SAME);
        }
        let (gains, losses) = (self.gains.chances(), self.losses.chances());
        // Sums from either end, so that the smallest probabilities are not lost to rounding.
        let up_to: Vec<f64> = sums(losses.iter());
        let mut from: Vec<f64> = sums(losses.iter().rev());
        from.reverse();
        let (mut low, mut high) = (0.0, 0.0);
        for (gained, chance) in gains.iter().enumerate() {
            // Losses that leave just the net change observed, if any do.
            let even = (gained + self.lost).checked_sub(self.gained);
            low += chance * from[even.unwrap_or(0).min(losses.len())];
            high += chance * even.map_or(0.0, |even| up_to[(even + 1).min(losses.len())]);
        }
        Ok([low, high].map(|p: f64| p.clamp(f64::MIN_POSITIVE, 1.0)))
    }
}

/// Sums of none, of the first, of the first two …
fn sums<'c>(chances: impl Iterator<Item = &'c f64>) -> Vec<f64> {
    let mut sums = vec![0.0];
    chances.for_each(|chance| sums.push(sums[sums.len() - 1] + chance));
    sums
}

const SAME: &str = "however ties are dealt, it changes as much";
