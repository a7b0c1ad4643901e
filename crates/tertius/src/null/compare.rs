use std::collections::BTreeSet;

use serde::Deserialize;

use super::bootstrap::{ABOUT, DRAWS, refuse_rows_of_actors};
use super::cells::Cells;
use super::exchange::{Exchange, same_actors};
use super::interval::{CONFIDENCE, Spread};
use super::options::{Finding, ONLY, SET};
use super::test::ADJUST;
use super::vertices::Vertices;
use super::{Adjust, Chance, Interval, Null, Pick, Plan, Tally};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::draws::Draws;
use crate::network::{Network, View};
use crate::{Arguments, Error, Result, Results, Watch, counted, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "compare",
    source: "Snijders and Borgatti 1999; Good 2005",
    page: include_str!("compare.md"),
    options: &[
        WITH,
        ABOUT,
        options::BY,
        SET,
        ONLY,
        PAIRS,
        SCALE,
        CONFIDENCE,
        DRAWS,
        options::SEED,
        ADJUST,
    ],
    run: Run::Study(|study, view, arguments, watch| {
        let finding = Finding::from_arguments(arguments, ABOUT.default)?;
        let options = CompareOptions::from_arguments(arguments)?;
        let other = other_view(view, &arguments.names(WITH.name))?;
        compare(&study.network(view)?, &study.network(&other)?, &finding, &options, watch)
    }),
};

const WITH: OptionSpec = OptionSpec {
    name: "with",
    takes: Takes::Names,
    default: "",
    about: "what is otherwise in the other network, by options of the view, as in \
        wave=1,certainty=probable",
};

const PAIRS: OptionSpec = OptionSpec {
    name: "pairs",
    takes: Takes::Words(&["auto", "yes", "no"]),
    default: "auto",
    about: "whether each actor is compared with itself: if both networks have the same actors \
        (auto), among the actors that are in both (yes), or not (no)",
};

const SCALE: OptionSpec = OptionSpec {
    name: "scale",
    takes: Takes::Words(&["raw", "edges"]),
    default: "raw",
    about: "the value as it is, or how many standard deviations it lies from what a network of as \
        many actors and ties has by chance",
};

/// How two networks are compared.
///
/// ```
/// use tertius::null::{CompareOptions, Pairs, Size};
/// let options = CompareOptions { pairs: Pairs::Yes, ..CompareOptions::default() };
/// assert_eq!((options.scale, options.draws), (Size::Raw, 2_000));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompareOptions {
    /// Whether each actor is compared with itself.
    pub pairs: Pairs,
    /// Whether size and number of ties are taken out.
    pub scale: Size,
    /// How sure the interval is to be.
    pub confidence: f64,
    /// Number of networks drawn.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
    /// What becomes of the probabilities of many groups.
    pub adjust: Adjust,
}

/// Whether each actor is compared with itself.
///
/// ```
/// assert_eq!(tertius::null::Pairs::Yes.name(), "yes");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pairs {
    /// If both networks have the same actors.
    #[default]
    Auto,
    /// Among the actors that are in both.
    Yes,
    /// The networks are two samples.
    No,
}

/// Whether size and number of ties are taken out of a comparison.
///
/// ```
/// assert_eq!(tertius::null::Size::Edges.name(), "edges");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// The value as it is.
    #[default]
    Raw,
    /// In standard deviations from what as many ties among as many actors give by chance.
    Edges,
}

impl Pairs {
    /// Its name.
    ///
    /// ```
    /// assert_eq!(tertius::null::Pairs::default().name(), "auto");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

impl Size {
    /// Its name.
    ///
    /// ```
    /// assert_eq!(tertius::null::Size::default().name(), "raw");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Edges => "edges",
        }
    }
}

impl Default for CompareOptions {
    fn default() -> Self {
        let (pairs, scale, adjust) = (Pairs::Auto, Size::Raw, Adjust::default());
        Self { pairs, scale, confidence: 0.95, draws: 2_000, seed: 1, adjust }
    }
}

impl CompareOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            pairs: arguments.choice(PAIRS.name)?,
            scale: arguments.choice(SCALE.name)?,
            confidence: arguments.number(&CONFIDENCE)?,
            draws: arguments.count(&DRAWS)?,
            seed: arguments.count(&options::SEED)?,
            adjust: arguments.choice(ADJUST.name)?,
        })
    }
}

#[doc = include_str!("compare.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for measures of actors and ties, and for networks of which one alone
/// has directed ties, or two modes; those of the measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let before = Network::from_ties(false, [("uni", "col", 1.0)])?.with_isolates(["hub", "vcs"]);
/// let ties = [("uni", "col", 1.0), ("col", "hub", 1.0), ("hub", "vcs", 1.0), ("uni", "vcs", 1.0)];
/// let after = Network::from_ties(false, ties)?;
/// let density = Finding::of("whole density")?.only("density");
/// let found = null::compare(&before, &after, &density, &Default::default(), &Watch::new())?;
/// assert_eq!(found.value("density", "difference"), Some(0.5));
/// assert_eq!(found.value("density", "p"), Some(0.25), "two of 2³ ways to exchange three pairs");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn compare(
    a: &Network,
    b: &Network,
    finding: &Finding,
    options: &CompareOptions,
    watch: &Watch,
) -> Result<Results> {
    refuse_rows_of_actors("the comparison", finding.measure)?;
    refuse_unlike(a, b)?;
    let (mut a, mut b) = (a.clone(), b.clone());
    let common = common(&a, &b);
    let mut notes = vec![other_in_words(&b)];
    if options.pairs == Pairs::Yes {
        (a, b) = among_common(&a, &b, &common, &mut notes)?;
    } else if !common.is_empty() && same_actors(&a, &b).is_none() {
        notes.push(format!(
            "{} in both networks, which are compared as if they were others: with pairs=yes, each \
             is compared with itself",
            counted(common.len(), "actor is", "actors are")
        ));
    }
    let paired = options.pairs != Pairs::No && same_actors(&a, &b).is_some();
    if options.scale == Size::Raw && a.actors().len() != b.actors().len() {
        notes.push(
            "density falls with the number of actors, and many other numbers change: compare with \
             scale=edges what does not come of that"
                .to_owned(),
        );
    }
    let found = finding.of_network(&a, &watch.part())?;
    let other = finding.of_network(&b, &watch.part())?;
    let cells = Cells::new(&found, finding.measure.unit, &finding.only)?;
    let both = Both { a: &a, b: &b, finding, cells: &cells, watch, options };
    let values = [cells.values(), cells.values_in(&other)];
    let compared = match options.scale {
        Size::Edges => both.against_edges(&values)?,
        Size::Raw => both.as_they_are(values, paired)?,
    };
    let mut results = finding.told(cells.begin(Results::of(&a)), &found);
    let known = &a.provenance().notes;
    let more = b.provenance().notes.iter().filter(|note| !known.contains(note));
    notes.extend(more.map(|it| format!("the other network: {it}")));
    notes.extend(compared.note.clone());
    notes.into_iter().for_each(|note| results.note(note));
    let how = if paired { "yes" } else { "no" };
    let results = results.option("pairs", how).option("scale", options.scale.name());
    let results = results.option("confidence", options.confidence.to_string());
    let results = results.option("draws", options.draws.to_string());
    let results = results.option("seed", options.seed.to_string());
    let results = told(results, &cells, &compared);
    let whole = finding.measure.unit == Unit::Whole;
    Ok(if whole { results } else { adjusted(results, &cells, &compared, options.adjust) })
}

/// The view of the other network: this one, with some options otherwise.
fn other_view(view: &View, words: &[&str]) -> Result<View> {
    let mut options: Vec<(&str, Vec<&str>)> = Vec::new();
    for word in words {
        match (word.split_once('='), options.last_mut()) {
            (Some((option, value)), _) => options.push((option.trim(), vec![value.trim()])),
            (None, Some((_, values))) => values.push(word),
            (None, None) => {
                return Err(Error::Option {
                    option: WITH.name.to_owned(),
                    value: (*word).to_owned(),
                    expected: "write option=value, as in wave=1".to_owned(),
                });
            }
        }
    }
    if options.is_empty() {
        let why = "it takes another network: say what is otherwise in it by options of the view, \
            as in with=wave=1, or on the command line --with wave=1";
        return Err(Error::not_applicable("the comparison", why));
    }
    let mut view = view.clone();
    options.iter().try_for_each(|(option, values)| view.set(option, values))?;
    Ok(view)
}

fn refuse_unlike(a: &Network, b: &Network) -> Result<()> {
    let why = if a.is_directed() != b.is_directed() {
        "ties have a direction in one network and none in the other; try orientation=undirected \
         for both"
    } else if a.first_mode().is_some() != b.first_mode().is_some() {
        "one network has two modes and the other one"
    } else {
        return Ok(());
    };
    Err(Error::not_applicable("the comparison", why))
}

/// Actors that are in both networks.
fn common(a: &Network, b: &Network) -> BTreeSet<String> {
    let ids = |net: &Network| net.actors().iter().map(|it| it.id.clone()).collect::<BTreeSet<_>>();
    ids(a).intersection(&ids(b)).cloned().collect()
}

fn among_common(
    a: &Network,
    b: &Network,
    common: &BTreeSet<String>,
    notes: &mut Vec<String>,
) -> Result<(Network, Network)> {
    if common.is_empty() {
        let why = "no actor is in both networks; compare them with pairs=no";
        return Err(Error::not_applicable("the comparison in pairs", why));
    }
    for (net, which) in [(a, "this"), (b, "the other")] {
        let left = net.actors().len() - common.len();
        if left > 0 {
            let left = counted(left, "actor", "actors");
            notes.push(format!("left out: {left} of {which} network alone"));
        }
    }
    let among = |net: &Network| {
        let kept = (0..net.actors().len()).filter(|&at| common.contains(&net.actors()[at].id));
        net.restricted(&kept.collect::<Vec<_>>())
    };
    Ok((among(a), among(b)))
}

fn other_in_words(b: &Network) -> String {
    let (actors, ties) = (b.actors().len(), b.ties().len());
    let (actors, ties) = (counted(actors, "actor", "actors"), counted(ties, "tie", "ties"));
    let missing = if b.observed().is_complete() {
        String::new()
    } else {
        format!("; {} of {} dyads were observed", b.observed_dyads(), b.dyads())
    };
    let view = &b.provenance().view;
    let view = if view.is_empty() { String::new() } else { format!(" ({view})") };
    format!("the other network has {actors} and {ties}{view}{missing}")
}

/// Two networks, and what is compared.
struct Both<'a> {
    a: &'a Network,
    b: &'a Network,
    finding: &'a Finding,
    cells: &'a Cells<'a>,
    watch: &'a Watch,
    options: &'a CompareOptions,
}

/// What a comparison found, for each cell; NaN is undefined.
struct Compared {
    values: [Vec<f64>; 2],
    /// Why a value is undefined that the measure has.
    why: &'static str,
    /// Differences between draws of both.
    spreads: Vec<Spread>,
    /// Whether there is an interval.
    interval: Option<f64>,
    /// Differences that chance gives, if they are not taken from the draws.
    tallies: Option<Vec<Tally>>,
    note: Option<String>,
}

impl Both<'_> {
    fn values(&self, a: &Network, b: &Network) -> Result<[Vec<f64>; 2]> {
        let values = |net| self.finding.values(net, self.cells, &self.watch.part());
        Ok([values(a)?, values(b)?])
    }

    /// Draws actors for the interval, and exchanges pairs for the probability where both have the
    /// same actors.
    fn as_they_are(&self, values: [Vec<f64>; 2], paired: bool) -> Result<Compared> {
        let CompareOptions { draws, seed, confidence, .. } = *self.options;
        let there = same_actors(self.a, self.b).filter(|_| paired);
        let (one, other) = (Vertices::new(self.a), Vertices::new(self.b));
        let drawn = |random: &mut Draws| {
            let here = one.draw(random);
            let Some(there) = &there else {
                let a = one.network(&here, random);
                return (a, other.network(&other.draw(random), random));
            };
            let actors: Vec<u32> = here.iter().map(|&at| there[at as usize]).collect();
            // From here on both draw alike, so that of two draws of one actor the same pair is laid.
            (one.network(&here, &mut random.clone()), other.network(&actors, random))
        };
        let differences = self.drawn(draws, seed, |random| {
            let (a, b) = drawn(random);
            self.values(&a, &b)
        })?;
        let observed = difference(&values);
        let spreads = spreads(&observed, &differences.iter().map(difference).collect::<Vec<_>>());
        let (mut tallies, mut note) = (None, None);
        if paired {
            let exchange = Exchange::new(self.a, self.b)?;
            let plan = Plan::new(exchange.arrangements(), draws, seed);
            let start = || (self.a.clone(), self.b.clone());
            tallies = Some(plan.tally(&observed, self.watch, start, |(a, b), pick| {
                exchange.lay(a, b, pick);
                Ok(difference(&self.values(a, b)?))
            })?);
            let differ = counted(exchange.differ(), "pair of actors is", "pairs of actors are");
            note = Some(format!(
                "{differ} tied otherwise in one network than in the other: p is of {} in which each \
                 of these is exchanged or not",
                match plan {
                    Plan::Every(all) => format!("all {all} arrangements"),
                    Plan::Drawn { draws, .. } => format!("{draws} random arrangements"),
                }
            ));
        }
        let why = "the measure has no such row, or no value, for the other network";
        Ok(Compared { values, why, spreads, interval: Some(confidence), tallies, note })
    }

    /// Compares how far each lies from what chance gives as many ties among as many actors.
    fn against_edges(&self, values: &[Vec<f64>; 2]) -> Result<Compared> {
        let CompareOptions { draws, seed, .. } = *self.options;
        let by = self.finding.arguments.by();
        let chance = |net| Chance::new(net, Null::Edges, by, None, seed, self.watch);
        let (one, other) = (chance(self.a)?, chance(self.b)?);
        let drawn = self.drawn(draws, seed, |random| {
            let mut stream = || Pick::Draw(Draws::new(random.below(1 << 53) as u64, seed));
            let (mut a, mut b) = (self.a.clone(), self.b.clone());
            one.lay(&mut a, self.a, stream(), self.watch)?;
            other.lay(&mut b, self.b, stream(), self.watch)?;
            self.values(&a, &b)
        })?;
        let standing = |which: usize| -> Vec<Tally> {
            let tally = |at: usize| {
                let mut tally = Tally::new(values[which][at], false);
                drawn.iter().for_each(|both| tally.add(both[which][at]));
                tally
            };
            (0..self.cells.len()).map(tally).collect()
        };
        let standing = [standing(0), standing(1)];
        let z = |which: usize, values: &[f64]| -> Vec<f64> {
            let z = |(tally, value): (&Tally, &f64)| match (tally.expected(), tally.sd()) {
                (Ok(mean), Ok(sd)) if sd > 0.0 => (value - mean) / sd,
                _ => f64::NAN,
            };
            standing[which].iter().zip(values).map(z).collect()
        };
        let both = |[a, b]: &[Vec<f64>; 2]| [z(0, a), z(1, b)];
        let (values, by_chance) = (both(values), drawn.iter().map(|it| difference(&both(it))));
        let observed = difference(&values);
        let spreads = spreads(&observed, &by_chance.collect::<Vec<_>>());
        let tallies = Some(spreads.iter().map(|it| it.tally.clone()).collect());
        let note =
            "p is of differences between two networks of which both are as chance makes them";
        Ok(Compared {
            values,
            why: "it has no value, or is the same whatever chance does with as many ties",
            spreads,
            interval: None,
            tallies,
            note: Some(note.to_owned()),
        })
    }

    fn drawn(
        &self,
        draws: u64,
        seed: u64,
        values: impl Fn(&mut Draws) -> Result<[Vec<f64>; 2]> + Sync + Send,
    ) -> Result<Vec<[Vec<f64>; 2]>> {
        let n = self.cells.len();
        let mut all = Vec::new();
        let each = |(): &mut (), pick| {
            let Pick::Draw(mut random) = pick else { return Ok(Vec::new()) };
            Ok(values(&mut random)?.concat())
        };
        Plan::Drawn { draws, seed }.each(
            self.watch,
            || (),
            each,
            |mut values| {
                let other = values.split_off(n);
                all.push([values, other]);
            },
        )?;
        Ok(all)
    }
}

/// The value in the other network less that in this.
fn difference([a, b]: &[Vec<f64>; 2]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| b - a).collect()
}

fn spreads(observed: &[f64], drawn: &[Vec<f64>]) -> Vec<Spread> {
    let spread = |at: usize| Spread::new(observed[at], drawn.iter().map(|values| values[at]));
    (0..observed.len()).map(spread).collect()
}

type Defined = std::result::Result<f64, &'static str>;

impl Compared {
    fn error(&self, at: usize) -> Defined {
        self.spreads[at].tally.sd()
    }

    fn ends(&self, at: usize) -> std::result::Result<(f64, f64), &'static str> {
        let confidence = self.interval.ok_or("no interval is known for a distance from chance")?;
        Interval::Percentile.ends(&self.spreads[at], confidence)
    }

    fn z(&self, at: usize) -> Defined {
        let error = self.error(at)?;
        let difference = self.spreads[at].tally.observed;
        if error == 0.0 {
            Err("the difference is the same in every draw")
        } else {
            Ok(difference / error)
        }
    }

    /// Of exchanges or of chance; else twice the smaller share of draws on either side of none.
    fn p(&self, at: usize) -> Defined {
        match &self.tallies {
            Some(tallies) => tallies[at].p(),
            None => self.spreads[at].beyond_zero(),
        }
    }

    fn p_error(&self, at: usize) -> Defined {
        let tally = self.tallies.as_ref().map_or(&self.spreads[at].tally, |it| &it[at]);
        Ok(tally.error(self.p(at)?))
    }
}

/// Columns that say how each cell differs.
fn told(results: Results, cells: &Cells<'_>, compared: &Compared) -> Results {
    let [here, there] = &compared.values;
    let all = 0..cells.len();
    let value =
        |of: &[f64], at: usize| if of[at].is_nan() { Err(compared.why) } else { Ok(of[at]) };
    let defined = |at: usize| value(here, at).and(value(there, at));
    let column = |of: &dyn Fn(usize) -> Defined| {
        all.clone().map(|at| defined(at).and_then(|_| of(at))).collect::<Vec<_>>()
    };
    let own = |at: usize| {
        let unknown = here[at].is_nan() && compared.interval.is_some();
        if unknown { Err(cells.reason(at)) } else { value(here, at) }
    };
    results
        .number("value", all.clone().map(own))
        .number("value_with", all.clone().map(|at| value(there, at)))
        .number("difference", column(&|at| Ok(there[at] - here[at])))
        .number("error", column(&|at| compared.error(at)))
        .number("low", column(&|at| Ok(compared.ends(at)?.0)))
        .number("high", column(&|at| Ok(compared.ends(at)?.1)))
        .number("z", column(&|at| compared.z(at)))
        .number("p", column(&|at| compared.p(at)))
        .number("p_error", column(&|at| compared.p_error(at)))
        .count("draws", compared.spreads.iter().map(|it| it.tally.values as usize))
}

/// Adds probabilities adjusted for the number of groups that are asked the same.
fn adjusted(results: Results, cells: &Cells<'_>, compared: &Compared, adjust: Adjust) -> Results {
    let [here, there] = &compared.values;
    let undefined = |at: usize| here[at].is_nan() || there[at].is_nan();
    let p = |at| if undefined(at) { Err(compared.why) } else { compared.p(at) };
    let mut adjusted: Vec<_> = (0..cells.len()).map(p).collect();
    for mut family in cells.families() {
        family.retain(|&at| adjusted[at].is_ok());
        let p: Vec<f64> = family.iter().filter_map(|&at| adjusted[at].ok()).collect();
        family.iter().zip(adjust.adjusted(&p)).for_each(|(&at, p)| adjusted[at] = Ok(p));
    }
    results.number("p_adjusted", adjusted).option("adjust", adjust.name())
}
