use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Direction, Ties};
use crate::spectra::{Matrix, resistances};
use crate::{Arguments, Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "information",
    source: "Stephenson and Zelen 1989",
    page: include_str!("information.md"),
    options: &[
        options::TIES_BY_STRENGTH,
        OptionSpec {
            name: "scaling",
            takes: Takes::Words(&["stephenson_zelen", "current_flow"]),
            default: "stephenson_zelen",
            about: "size of the component over the sum of resistances, or 1 over the sum",
        },
    ],
    run: Run::Network(|net, arguments, watch| {
        information(net, InformationOptions::from_arguments(arguments)?, watch)
    }),
};

/// The largest component that is solved.
const MOST: usize = 3_000;

/// Options of [`information`].
///
/// ```
/// use tertius::actor::InformationOptions;
/// use tertius::actor::Scaling;
/// let scaling = Scaling::CurrentFlow;
/// let options = InformationOptions { scaling, ..InformationOptions::default() };
/// assert_ne!(options, InformationOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InformationOptions {
    /// What a tie counts.
    pub ties: Ties,
    /// What resistances are divided into.
    pub scaling: Scaling,
}

/// What the sum of resistances is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scaling {
    /// The number of actors in the component: one over the mean resistance, itself counted.
    #[default]
    StephensonZelen,
    /// 1, as in current-flow closeness.
    CurrentFlow,
}

impl Default for InformationOptions {
    fn default() -> Self {
        Self { ties: Ties::Strength, scaling: Scaling::default() }
    }
}

impl InformationOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            ties: arguments.choice_or("ties", Ties::Strength)?,
            scaling: arguments.choice("scaling")?,
        })
    }
}

#[doc = include_str!("information.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`], if a component has more than 3000 actors; [`Error::Stopped`], if the
/// watch is asked to stop.
///
/// # Example
///
/// Two ways round a square share the current: the resistance to a neighbour is 3/4, across 1.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0), ("d", "a", 1.0)];
/// let square = Network::from_ties(false, ties)?;
/// let information = actor::information(&square, Default::default(), &Watch::new())?;
/// assert!((information.value("a", "value").unwrap() - 4.0 / 2.5).abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn information(net: &Network, options: InformationOptions, watch: &Watch) -> Result<Results> {
    let matrix = Matrix::of(&net.rows(Direction::All), options.ties);
    let mut members = crate::whole::members(net);
    members.retain(|members| members.len() > 1);
    if let Some(large) = members.iter().map(Vec::len).find(|&size| size > MOST) {
        let why = format!(
            "a component has {large} actors, and it is solved for up to {MOST}: look at a part of \
             the network, or take harmonic closeness"
        );
        return Err(Error::not_applicable("information", why));
    }
    let mut scores = vec![Err("there is no other actor in its component"); matrix.len()];
    for members in &members {
        let sums = resistances(&matrix.among(members), watch)?;
        let over = match options.scaling {
            Scaling::StephensonZelen => members.len() as f64,
            Scaling::CurrentFlow => 1.0,
        };
        members.iter().zip(sums).for_each(|(&member, sum)| scores[member] = Ok(over / sum));
    }
    let mut results = Results::by_actor(net).number("value", scores);
    if members.len() > 1 {
        results.note("scores compare within a component, not between components");
    }
    if net.is_directed() {
        results.note("ties are taken either way, and strengths both ways add up");
    }
    let scaling = match options.scaling {
        Scaling::StephensonZelen => "stephenson_zelen",
        Scaling::CurrentFlow => "current_flow",
    };
    Ok(results.option("ties", options.ties.name()).option("scaling", scaling))
}
