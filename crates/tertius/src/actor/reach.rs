use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, Rows};
use crate::options::{self, Direction};
use crate::paths::{Set, steps_from_all};
use crate::{Arguments, Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "reach",
    source: "Borgatti 2006",
    page: include_str!("reach.md"),
    options: &[STEPS, options::DIRECTION, DECAY],
    run: Run::Network(|net, arguments, watch| {
        reach(net, &ReachOptions::from_arguments(arguments)?, watch)
    }),
};

const STEPS: OptionSpec = OptionSpec {
    name: "steps",
    takes: Takes::Count { least: 1, most: u64::MAX },
    default: "2",
    about: "how many steps away an actor may be to count as reached",
};

const DECAY: OptionSpec = OptionSpec {
    name: "decay",
    takes: Takes::Number { least: 0.0, most: 1.0 },
    default: "0.8",
    about: "how much of its weight in `decayed` an actor keeps for each step farther away",
};

/// Options of [`reach`].
///
/// ```
/// use tertius::actor::ReachOptions;
/// let options = ReachOptions { steps: 3, ..ReachOptions::default() };
/// assert_ne!(options, ReachOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachOptions {
    /// How many steps away an actor may be to count as reached.
    pub steps: u64,
    /// Which way the steps go.
    pub direction: Direction,
    /// How much of its weight an actor keeps for each step farther away.
    pub decay: f64,
}

impl Default for ReachOptions {
    fn default() -> Self {
        Self { steps: 2, direction: Direction::Out, decay: 0.8 }
    }
}

impl ReachOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            steps: arguments.count(&STEPS)?,
            direction: arguments.choice("direction")?,
            decay: arguments.number(&DECAY)?,
        })
    }
}

#[doc = include_str!("reach.md")]
///
/// # Errors
///
/// If the network has two modes; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?;
/// let reach = actor::reach(&path, &Default::default(), &Watch::new())?;
/// assert_eq!(reach.value("a", "reached"), Some(2.0));
/// assert_eq!(reach.value("b", "share"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn reach(net: &Network, options: &ReachOptions, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes a step from an actor leads to an activity; --via \
                   participation ties the actors who share one";
        return Err(Error::not_applicable("reach", why));
    }
    let n = net.actors().len();
    let reached = count(&net.rows(options.direction.back()), options, watch)?;
    let share = |of: f64| {
        if n > 1 { Ok(of / (n as f64 - 1.0)) } else { Err("there is no other actor to reach") }
    };
    let direction = match options.direction {
        Direction::Out => "out",
        Direction::In => "in",
        Direction::All => "all",
    };
    let results = Results::by_actor(net)
        .count("reached", reached.iter().map(|it| it.0))
        .number("share", reached.iter().map(|it| share(it.0 as f64)))
        .number("decayed", reached.iter().map(|it| share(it.1)))
        .option("steps", options.steps.to_string());
    let results = if net.is_directed() { results.option("direction", direction) } else { results };
    Ok(results.option("decay", options.decay.to_string()))
}

/// For each actor those within the steps, and those at any distance d by weights of decay^(d−1):
/// backwards, who is reached in a step counts, at once, how many reach it.
fn count(back: &Rows, options: &ReachOptions, watch: &Watch) -> Result<Vec<(usize, f64)>> {
    let reach = |reached: &mut Vec<(usize, f64)>, actor: usize, steps: usize, sources: Set| {
        let (within, decayed) = &mut reached[actor];
        *within += if steps as u64 <= options.steps { sources.len() } else { 0 };
        *decayed += sources.len() as f64 * options.decay.powf(steps as f64 - 1.0);
    };
    let mut reached = vec![(0, 0.0); back.len()];
    for part in steps_from_all(back, watch, || reached.clone(), reach)? {
        for ((within, decayed), more) in reached.iter_mut().zip(part) {
            *within += more.0;
            *decayed += more.1;
        }
    }
    Ok(reached)
}
