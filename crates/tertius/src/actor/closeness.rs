use serde::{Deserialize, Serialize};

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, Rows};
use crate::options::{self, Direction, Paths, Scale};
use crate::paths::{Distances, Lengths, Set, in_tasks, steps_from_all};
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "closeness",
    source: "Marchiori and Latora 2000; Wasserman and Faust 1994; Freeman 1978",
    page: include_str!("closeness.md"),
    options: &[VARIANT, options::DIRECTION, options::PATHS, SCALE],
    run: Run::Network(|net, arguments, watch| {
        closeness(net, &ClosenessOptions::from_arguments(arguments)?, watch)
    }),
};

const VARIANT: OptionSpec = OptionSpec {
    name: "variant",
    takes: Takes::Words(&["harmonic", "wasserman_faust", "classic"]),
    default: "harmonic",
    about: "what is added up: 1/distance, or distances to those reached, or to all others",
};

/// The other variants have no largest number where ties have strengths.
const SCALE: OptionSpec = OptionSpec {
    about: "the harmonic sum as it is, or the share of the largest possible; other variants have one \
            scale",
    ..options::SCALE
};

/// What closeness makes of the distances to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// The sum of 1/distance: who is not reached adds nothing.
    #[default]
    Harmonic,
    /// Few steps to those reached, times the share of the others that is reached.
    WassermanFaust,
    /// Few steps to all others; undefined for who does not reach them all.
    Classic,
}

/// Options of [`closeness`].
///
/// ```
/// use tertius::actor::ClosenessOptions;
/// use tertius::actor::Closeness;
/// let options = ClosenessOptions { variant: Closeness::Classic, ..ClosenessOptions::default() };
/// assert_ne!(options, ClosenessOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClosenessOptions {
    /// What is made of the distances.
    pub variant: Closeness,
    /// Distances from the actor, to it, or either way.
    pub direction: Direction,
    /// How long a tie is.
    pub paths: Paths,
    /// What is reported, of the harmonic variant.
    pub scale: Scale,
}

impl ClosenessOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            variant: arguments.choice("variant")?,
            direction: arguments.choice("direction")?,
            paths: arguments.choice("paths")?,
            scale: arguments.choice("scale")?,
        })
    }
}

#[doc = include_str!("closeness.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?.with_isolates(["d"]);
/// let closeness = actor::closeness(&path, &Default::default(), &Watch::new())?;
/// assert_eq!(closeness.value("a", "value"), Some(1.5));
/// assert_eq!(closeness.value("b", "value"), Some(2.0));
/// assert_eq!(closeness.value("d", "value"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn closeness(net: &Network, options: &ClosenessOptions, watch: &Watch) -> Result<Results> {
    let rows = net.rows(options.direction);
    let strengths = strengths(&rows, options.paths);
    let near = match strengths {
        // Ties that are all as long are steps of that length.
        (least, most) if least >= most => by_steps(net, options.direction, most.recip(), watch)?,
        _ => by_strength(net, &rows, options.direction, watch)?,
    };
    let largest = |actor: usize| {
        let (own, other) = others(net, actor);
        (other as f64 + own as f64 / 2.0) * strengths.1
    };
    let all = net.actors().len().saturating_sub(1);
    let value = |(actor, near): (usize, &Near)| match (options.variant, options.scale) {
        (Closeness::Harmonic, Scale::Raw) => Ok(near.harmonic),
        (Closeness::Harmonic, _) if largest(actor) == 0.0 => Err(NOBODY),
        (Closeness::Harmonic, _) => Ok(near.harmonic / largest(actor)),
        _ if all == 0 => Err(NOBODY),
        (Closeness::WassermanFaust, _) if near.reached == 0 => Ok(0.0),
        (Closeness::Classic, _) if near.reached < all => Err("paths do not join it to all others"),
        _ => Ok(near.reached as f64 / all as f64 * near.fewest as f64 / near.distance),
    };
    let mut results = Results::by_actor(net)
        .number("value", near.iter().enumerate().map(value))
        .count("reached", near.iter().map(|near| near.reached))
        .option("variant", options.variant.name())
        .option("distances", words(net, options.direction))
        .option(
            "length of a tie",
            if options.paths == Paths::Strength { "1/strength" } else { "1" },
        );
    if options.variant == Closeness::Harmonic {
        return Ok(results.option("scale", options.scale.name()));
    }
    if options.scale == Scale::Normalised {
        let name = options.variant.name();
        results.note(format!("{name} closeness has one scale: normalised changes nothing in it"));
    }
    Ok(results)
}

const NOBODY: &str = "there is nobody to be close to";

impl Closeness {
    fn name(self) -> &'static str {
        match self {
            Self::Harmonic => "harmonic",
            Self::WassermanFaust => "Wasserman-Faust",
            Self::Classic => "classic",
        }
    }
}

fn words(net: &Network, direction: Direction) -> &'static str {
    match direction {
        _ if !net.is_directed() => "along ties",
        Direction::Out => "from the actor",
        Direction::In => "to the actor",
        Direction::All => "along ties taken either way",
    }
}

/// The least and the greatest strength; 1 where there is no tie, or each counts as 1.
fn strengths(rows: &Rows, paths: Paths) -> (f64, f64) {
    let all = (0..rows.len()).flat_map(|actor| rows.strengths(actor)).copied();
    let ends = |(least, most): (f64, f64), it: f64| (least.min(it), most.max(it));
    match all.fold((f64::INFINITY, 0.0), ends) {
        (least, most) if paths == Paths::Strength && least <= most => (least, most),
        _ => (1.0, 1.0),
    }
}

/// How many others are of an actor's own mode and of the other: a tie away at the least, and two if
/// they are of the own. In one mode a tie is enough for all.
fn others(net: &Network, actor: usize) -> (usize, usize) {
    let n = net.actors().len();
    match net.first_mode() {
        None => (0, n - 1),
        Some(first) if actor < first => (first - 1, n - first),
        // Two actors of one mode meet through the other: without it there is nobody to reach.
        Some(first) => (n - first - 1, first),
    }
}

/// How near an actor is to the others.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Near {
    /// Sum of 1/distance.
    harmonic: f64,
    /// Sum of distances to those reached.
    distance: f64,
    /// Fewest ties that could lead to those reached, one by one.
    fewest: usize,
    reached: usize,
}

impl Near {
    fn add(&mut self, actors: usize, distance: f64, fewest: usize) {
        self.harmonic += actors as f64 / distance;
        self.distance += actors as f64 * distance;
        self.fewest += actors * fewest;
        self.reached += actors;
    }

    fn join(&mut self, other: &Self) {
        self.harmonic += other.harmonic;
        self.distance += other.distance;
        self.fewest += other.fewest;
        self.reached += other.reached;
    }
}

/// Steps from everybody, backwards: who is reached in a step counts, at once, how many reach it.
fn by_steps(net: &Network, direction: Direction, length: f64, watch: &Watch) -> Result<Vec<Near>> {
    let back = net.rows(direction.back());
    let n = back.len();
    let modes = net.first_mode().is_some();
    let reach = |near: &mut Vec<Near>, actor: usize, steps: usize, sources: Set| {
        // Between two modes an even number of steps leads to the own mode.
        let fewest = if modes && steps.is_multiple_of(2) { 2 } else { 1 };
        near[actor].add(sources.len(), steps as f64 * length, fewest);
    };
    let mut near = vec![Near::default(); n];
    for part in steps_from_all(&back, watch, || near.clone(), reach)? {
        near.iter_mut().zip(part).for_each(|(near, part)| near.join(&part));
    }
    Ok(near)
}

/// Distances from each actor in turn.
fn by_strength(
    net: &Network,
    rows: &Rows,
    direction: Direction,
    watch: &Watch,
) -> Result<Vec<Near>> {
    let either_way = !net.is_directed() || direction == Direction::All;
    let lengths = Lengths::new(rows, either_way, watch)?;
    let same_mode = |one: u32, other: u32| {
        net.first_mode().is_some_and(|first| ((one as usize) < first) == ((other as usize) < first))
    };
    let work = |distances: &mut Distances, near: &mut Vec<Near>, sources: &[u32]| {
        for &source in sources {
            distances.from(source);
            let mut here = Near::default();
            for (actor, distance) in distances.reached() {
                here.add(1, distance, if same_mode(source, actor) { 2 } else { 1 });
            }
            near.push(here);
        }
        Ok(())
    };
    let all: Vec<u32> = (0..rows.len() as u32).collect();
    let new = || (Distances::new(&lengths), Vec::new());
    Ok(in_tasks(&all, 1, 64, watch, new, work)?.concat())
}
