use serde::Deserialize;

use super::sets::{Choice, best};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, Rows};
use crate::options::{self, Direction};
use crate::paths::{Steps, nearness};
use crate::{Arguments, Error, Result, Results, Watch, counted};

const SIZE: OptionSpec = OptionSpec {
    name: "size",
    takes: Takes::Count { least: 1, most: 50 },
    default: "3",
    about: "how many actors to choose",
};

const STEPS: OptionSpec = OptionSpec {
    name: "steps",
    takes: Takes::Count { least: 1, most: 1_000 },
    default: "2",
    about: "within how many steps an actor counts as reached, by the criterion of reach",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "key_players",
    source: "Borgatti 2006",
    page: include_str!("key_players.md"),
    options: &[
        OptionSpec {
            name: "criterion",
            takes: Takes::Words(&[
                "distance_fragmentation",
                "fragmentation",
                "reach",
                "distance_reach",
            ]),
            default: "distance_fragmentation",
            about: "what they are chosen for: to leave the others apart, or to reach them",
        },
        SIZE,
        STEPS,
        OptionSpec {
            name: "denominator",
            takes: Takes::Words(&["remaining", "all"]),
            default: "remaining",
            about: "share of what: of the actors who are not chosen, or of all, chosen ones among them",
        },
        options::SEED,
    ],
    run: Run::Network(|net, arguments, watch| {
        key_players(net, &KeyPlayersOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`key_players`].
///
/// ```
/// use tertius::actor::KeyPlayersOptions;
/// let options = KeyPlayersOptions { size: 2, ..KeyPlayersOptions::default() };
/// assert_ne!(options, KeyPlayersOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPlayersOptions {
    /// What they are chosen for.
    pub criterion: Criterion,
    /// How many.
    pub size: usize,
    /// Within how many steps an actor counts as reached.
    pub steps: usize,
    /// Of whom the value is a share.
    pub denominator: Denominator,
    /// Where random draws begin, if there are too many sets to try them all.
    pub seed: u64,
}

/// What key players are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Without them, the others are far from one another.
    #[default]
    DistanceFragmentation,
    /// Without them, the others cannot reach one another.
    Fragmentation,
    /// They reach the others within so many steps.
    Reach,
    /// They are near to the others.
    DistanceReach,
}

/// Of whom a value is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    /// Of those who are not chosen.
    #[default]
    Remaining,
    /// Of all: who is chosen is cut off from everybody, or reached.
    All,
}

impl Default for KeyPlayersOptions {
    fn default() -> Self {
        let (criterion, denominator) = (Criterion::default(), Denominator::default());
        Self { criterion, size: 3, steps: 2, denominator, seed: 1 }
    }
}

impl KeyPlayersOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            criterion: arguments.choice("criterion")?,
            size: arguments.count(&SIZE)? as usize,
            steps: arguments.count(&STEPS)? as usize,
            denominator: arguments.choice("denominator")?,
            seed: arguments.count(&options::SEED)?,
        })
    }
}

#[doc = include_str!("key_players.md")]
///
/// # Errors
///
/// If fewer than two others would remain, or there are more actors than sets of them can be tried;
/// [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// A star: without its middle everybody is alone.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let star = Network::from_ties(false, [("a", "b", 1.0), ("a", "c", 1.0), ("a", "d", 1.0)])?;
/// let options = actor::KeyPlayersOptions { size: 1, ..Default::default() };
/// let key = actor::key_players(&star, &options, &Watch::new())?;
/// assert_eq!(key.words("in_set").unwrap()[0].as_deref(), Some("yes"));
/// assert_eq!(key.value("a", "alone"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn key_players(net: &Network, options: &KeyPlayersOptions, watch: &Watch) -> Result<Results> {
    let (n, size) = (net.actors().len(), options.size);
    let apart =
        matches!(options.criterion, Criterion::DistanceFragmentation | Criterion::Fragmentation);
    let most = if apart { MOST_APART } else { MOST_REACHED };
    if n < size + 2 {
        let actors = counted(n, "actor", "actors");
        let why =
            format!("of {actors}, {size} leave fewer than two others; choose fewer by --size");
        return Err(Error::not_applicable("key_players", why));
    }
    if n > most {
        let why = format!(
            "{n} actors make too many sets to try; take up to {most} of them, of a locality or a \
             sector, or see `actor removal`"
        );
        return Err(Error::not_applicable("key_players", why));
    }
    let rows = &net.rows(Direction::All);
    let value = |set: &[usize], steps: &mut Steps| value(rows, set, options, steps);
    let Choice { set, together, alone, how } = best(n, size, options.seed, value, watch)?;
    let chosen = |actor: usize| if set.contains(&actor) { "yes" } else { "no" }.to_owned();
    let mut results = Results::by_actor(net)
        .text("in_set", (0..n).map(chosen))
        .number("alone", alone.into_iter().map(Ok))
        .number("together", (0..n).map(|_| Ok(together)));
    results.note(how);
    let criterion = match options.criterion {
        Criterion::DistanceFragmentation => "distance_fragmentation",
        Criterion::Fragmentation => "fragmentation",
        Criterion::Reach => "reach",
        Criterion::DistanceReach => "distance_reach",
    };
    let remaining = options.denominator == Denominator::Remaining;
    results = results.option("criterion", criterion).option("size", size.to_string());
    if options.criterion == Criterion::Reach {
        results = results.option("steps", options.steps.to_string());
    }
    Ok(results
        .option("denominator", if remaining { "remaining" } else { "all" })
        .option("seed", options.seed.to_string()))
}

/// Beyond so many actors, trying sets takes hours: paths between all the others for each set, or
/// paths from the set alone.
const MOST_APART: usize = 500;
const MOST_REACHED: usize = 5_000;

/// What a set is worth: more is better.
fn value(rows: &Rows, set: &[usize], options: &KeyPlayersOptions, steps: &mut Steps) -> f64 {
    let (n, rest) = (rows.len(), rows.len() - set.len());
    let all = options.denominator == Denominator::All;
    let apart = |joined: f64| {
        let actors = if all { n } else { rest };
        1.0 - joined / (actors * (actors - 1)) as f64
    };
    let reached = |reached: f64| {
        if all { (reached + set.len() as f64) / n as f64 } else { reached / rest as f64 }
    };
    let others = (0..n).filter(|actor| !set.contains(actor));
    match options.criterion {
        Criterion::Fragmentation => {
            let joined =
                others.map(|actor| steps.levels(rows, &[actor], set).iter().sum::<usize>());
            apart(joined.sum::<usize>() as f64)
        }
        Criterion::DistanceFragmentation => {
            apart(others.map(|actor| nearness(&steps.levels(rows, &[actor], set))).sum())
        }
        Criterion::Reach => {
            let levels = steps.levels(rows, set, &[]);
            reached(levels.iter().take(options.steps).sum::<usize>() as f64)
        }
        Criterion::DistanceReach => reached(nearness(&steps.levels(rows, set, &[]))),
    }
}
