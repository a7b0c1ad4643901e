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
    let groups = by.labels().len();
    let (dyads, dyads_in_all) = dyads_inside(&two, &by);
    let of = |group: usize, counts: &dyn Fn(&Pair) -> bool| {
        let inside = |it: &&Pair| is_in(&by, it.from, group) && is_in(&by, it.to, group);
        pairs.iter().filter(inside).filter(|it| counts(it)).count()
    };
    let in_all = |counts: &dyn Fn(&Pair) -> bool| {
        let inside = |it: &&Pair| by.share_a_group(it.from as usize, it.to as usize);
        pairs.iter().filter(inside).filter(|it| counts(it)).count()
    };
    let became = |what: Became| move |it: &Pair| it.became == what;
    let was = |it: &Pair| matches!(it.became, Became::Kept | Became::Lost);
    let all = [in_all(&became(Became::Gained)), in_all(&became(Became::Lost)), in_all(&was)];
    let deal = |group: usize| {
        let [gained, lost] = [Became::Gained, Became::Lost].map(|it| of(group, &became(it)));
        let tied = of(group, &was);
        // Which dyads could gain a tie, and which could lose one.
        let gains = Deal { all: dyads_in_all - all[2], own: dyads[group] - tied, dealt: all[0] };
        let losses = Deal { all: all[2], own: tied, dealt: all[1] };
        Dealt { gained, lost, gains, losses }
    };
    let dealt: Vec<Dealt> = (0..groups).map(deal).collect();
    let density = |tied: &dyn Fn(&Pair) -> bool| {
        let share = |group: usize| match dyads[group] {
            0 => Err("no dyad inside was observed at both times"),
            dyads => Ok(of(group, tied) as f64 / dyads as f64),
        };
        (0..groups).map(share).collect::<Vec<std::result::Result<f64, &str>>>()
    };
    let is = |it: &Pair| matches!(it.became, Became::Kept | Became::Gained);
    let (old, new) = (density(&was), density(&is));
    let change: Vec<_> = old.iter().zip(&new).map(|(old, new)| Ok((*new)? - (*old)?)).collect();
    let mut results = two.results(&pairs).text("group", by.labels().iter().cloned());
    results = results
        .count("inside_before", (0..groups).map(|group| of(group, &|it| it.before.is_some())))
        .count("inside_after", (0..groups).map(|group| of(group, &|it| it.after.is_some())));
    for (name, leaves) in ways(two.is_directed()) {
        let across = |group: usize, tied: &dyn Fn(&Pair) -> bool| {
            let ends = |it: &Pair| [it.from, it.to].map(|end| is_in(&by, end, group));
            pairs.iter().filter(|it| leaves(ends(it)) && tied(it)).count()
        };
        results = results
            .count(
                &format!("{name}_before"),
                (0..groups).map(|group| across(group, &|it| it.before.is_some())),
            )
            .count(
                &format!("{name}_after"),
                (0..groups).map(|group| across(group, &|it| it.after.is_some())),
            );
    }
    let p: Vec<_> = dealt.iter().map(Dealt::p).collect();
    let defined: Vec<f64> = p.iter().filter_map(|it| it.ok()).collect();
    let mut adjusted = Adjust::Holm.adjusted(&defined).into_iter();
    let adjusted: Vec<_> =
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
        .number("p_low", dealt.iter().map(|it| it.tails().map(|tails| tails[0])))
        .number("p_high", dealt.iter().map(|it| it.tails().map(|tails| tails[1])))
        .number("p", p)
        .number("p_adjusted", adjusted)
        .option("by", by.name())
        .option("crossing", crossing.unwrap_or("any")))
}

fn is_in(by: &Grouping, actor: u32, group: usize) -> bool {
    by.groups(actor as usize).contains(&(group as u32))
}

/// Whether a tie leaves a group this way, by which of its ends are in it.
type Leaves = fn([bool; 2]) -> bool;

fn ways(directed: bool) -> Vec<(&'static str, Leaves)> {
    if directed {
        vec![("out", |ends| ends == [true, false]), ("in", |ends| ends == [false, true])]
    } else {
        vec![("across", |ends| ends[0] != ends[1])]
    }
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

type Defined = std::result::Result<f64, &'static str>;

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

    fn p(&self) -> Defined {
        let [low, high] = self.tails()?;
        Ok((2.0 * low.min(high)).min(1.0))
    }
}

/// Sums of none, of the first, of the first two …
fn sums<'c>(chances: impl Iterator<Item = &'c f64>) -> Vec<f64> {
    let mut sums = vec![0.0];
    chances.for_each(|chance| sums.push(sums[sums.len() - 1] + chance));
    sums
}

const SAME: &str = "however ties are dealt, it changes as much";
