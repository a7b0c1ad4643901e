use serde::Deserialize;

use super::alters::Composition;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Direction, Ties};
use crate::{Arguments, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "participation",
    source: "Guimerà and Amaral 2005",
    page: include_str!("participation.md"),
    options: &[
        options::BY,
        options::DIRECTION,
        options::TIES,
        OptionSpec {
            name: "spread",
            takes: Takes::Words(&["population", "sample"]),
            default: "population",
            about: "standard deviation behind z: over the members of the group, or over one fewer",
        },
    ],
    run: Run::Network(|net, arguments, _| {
        let options = ParticipationOptions::from_arguments(arguments)?;
        participation(net, &arguments.grouping(net)?, options)
    }),
};

/// Options of [`participation`].
///
/// ```
/// use tertius::actor::ParticipationOptions;
/// use tertius::actor::Spread;
/// let spread = Spread::Sample;
/// let options = ParticipationOptions { spread, ..ParticipationOptions::default() };
/// assert_ne!(options, ParticipationOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ParticipationOptions {
    /// Whose ties count.
    pub direction: Direction,
    /// What a tie counts.
    pub ties: Ties,
    /// Which standard deviation z is in.
    pub spread: Spread,
}

/// Which standard deviation a z-score is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Spread {
    /// Of all members, who are the population.
    #[default]
    Population,
    /// Of members as a sample: over one fewer.
    Sample,
}

impl ParticipationOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            direction: arguments.choice("direction")?,
            ties: arguments.choice("ties")?,
            spread: arguments.choice("spread")?,
        })
    }
}

#[doc = include_str!("participation.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let found = actor::participation(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(found.value("b", "participation"), Some(0.5));
/// assert_eq!(found.value("c", "own_share"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn participation(
    net: &Network,
    by: &Grouping,
    options: ParticipationOptions,
) -> Result<Results> {
    let ParticipationOptions { direction, ties, spread } = options;
    let rows = net.rows(direction);
    let of = |ego| Composition::of(&rows, by, ego, ties);
    let egos: Vec<Composition> = (0..net.actors().len()).map(of).collect();
    let own_share = |ego: usize| match by.groups(ego) {
        [] => Err("its group is not known"),
        groups => egos[ego].share(groups),
    };
    let inside: Vec<f64> = (0..egos.len()).map(|ego| egos[ego].amount(by.groups(ego))).collect();
    let mut results = Results::by_actor(net)
        .number("participation", egos.iter().map(Composition::blau))
        .number("z", within_group(by, &inside, spread))
        .number("own_share", (0..egos.len()).map(own_share));
    by.notes().into_iter().for_each(|note| results.note(note + ": z is undefined there"));
    Ok(results
        .by(by)
        .option("direction", direction.name(net.is_directed()))
        .option("ties", ties.name())
        .option("spread", if spread == Spread::Population { "population" } else { "sample" }))
}

/// How far ties inside the group are above the mean of the group, in standard deviations.
fn within_group(by: &Grouping, inside: &[f64], spread: Spread) -> Vec<Result<f64, &'static str>> {
    let groups = by.partition();
    let mut members = vec![Vec::new(); by.labels().len()];
    for (actor, group) in groups.iter().enumerate() {
        group.iter().for_each(|&group| members[group as usize].push(inside[actor]));
    }
    let profile = |members: &Vec<f64>| {
        let n = members.len() as f64;
        let mean = members.iter().sum::<f64>() / n;
        let squares: f64 = members.iter().map(|ties| (ties - mean).powi(2)).sum();
        let most = members.iter().copied().fold(0.0, f64::max);
        let over = if spread == Spread::Population { n } else { n - 1.0 };
        let sd = if over > 0.0 { (squares / over).sqrt() } else { 0.0 };
        // Strengths that add up to the same may differ by rounding.
        (mean, if sd <= 1e-12 * most { 0.0 } else { sd })
    };
    let profiles: Vec<(f64, f64)> = members.iter().map(profile).collect();
    let z = |actor: usize| match (by.groups(actor), groups[actor]) {
        ([], _) => Err("its group is not known"),
        (_, None) => Err("it is in several groups"),
        (_, Some(group)) => match profiles[group as usize] {
            (_, 0.0) => Err("the members of its group do not differ"),
            (mean, sd) => Ok((inside[actor] - mean) / sd),
        },
    };
    (0..inside.len()).map(z).collect()
}
