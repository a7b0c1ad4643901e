use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Attenuation, Direction, Ties};
use crate::spectra::{Matrix, factor, largest, short, walks};
use crate::{Arguments, Result, Results, Watch};

const BETA: OptionSpec = OptionSpec {
    name: "beta",
    takes: Takes::Number { least: f64::MIN, most: f64::MAX },
    default: "0.5",
    about: "how much the alters' own power counts, below zero if it weakens the actor: a share of \
            the largest possible, between -1 and 1 (see attenuation)",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "bonacich_power",
    source: "Bonacich 1987",
    page: include_str!("bonacich_power.md"),
    options: &[BETA, options::ATTENUATION, options::DIRECTION, options::TIES_BY_STRENGTH],
    run: Run::Network(|net, arguments, watch| {
        bonacich_power(net, &BonacichPowerOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`bonacich_power`].
///
/// ```
/// use tertius::actor::BonacichPowerOptions;
/// let options = BonacichPowerOptions { beta: -0.5, ..BonacichPowerOptions::default() };
/// assert_ne!(options, BonacichPowerOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BonacichPowerOptions {
    /// How much the alters' own power counts.
    pub beta: f64,
    /// Of what that is a share.
    pub attenuation: Attenuation,
    /// Which ties count, if they have a direction.
    pub direction: Direction,
    /// What a tie counts.
    pub ties: Ties,
}

impl Default for BonacichPowerOptions {
    fn default() -> Self {
        Self {
            beta: 0.5,
            attenuation: Attenuation::Share,
            direction: Direction::Out,
            ties: Ties::Strength,
        }
    }
}

impl BonacichPowerOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            beta: arguments.number(&BETA)?,
            attenuation: arguments.choice("attenuation")?,
            direction: arguments.choice("direction")?,
            ties: arguments.choice_or("ties", Ties::Strength)?,
        })
    }
}

#[doc = include_str!("bonacich_power.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable), where beta is not below one over the
/// largest eigenvalue; [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// Where it weakens an actor that its alters have others to turn to, the ends depend on the second.
///
/// ```
/// use tertius::actor::{BonacichPowerOptions, bonacich_power};
/// use tertius::{Network, Watch};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0), ("d", "e", 1.0)];
/// let path = Network::from_ties(false, ties)?;
/// let options = BonacichPowerOptions { beta: -0.9, ..Default::default() };
/// let power = bonacich_power(&path, &options, &Watch::new())?;
/// assert!(power.value("b", "value") > power.value("c", "value"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn bonacich_power(
    net: &Network,
    options: &BonacichPowerOptions,
    watch: &Watch,
) -> Result<Results> {
    let name = "bonacich_power";
    let matrix = Matrix::of(&net.rows(options.direction), options.ties);
    let n = matrix.len();
    let largest = largest(&matrix, name, watch)?;
    let beta = factor(name, BETA.name, options.beta, options.attenuation, largest)?;
    let mut results = Results::by_actor(net);
    let degrees = matrix.times(&vec![1.0; n]);
    let scores = match beta {
        _ if net.ties().is_empty() => vec![Err("there is no tie"); n],
        None => vec![Err(NO_CIRCLE); n],
        Some(beta) => {
            results.note(match largest {
                0.0 => format!("beta is {}", short(beta)),
                _ => {
                    format!("beta is {}; it must be within ±{}", short(beta), short(1.0 / largest))
                }
            });
            let scores = walks(&matrix, &degrees, beta, name, watch)?;
            let squares: f64 = scores.iter().map(|score| score * score).sum();
            let scale = (n as f64 / squares).sqrt();
            scores.into_iter().map(|score| Ok(score * scale)).collect()
        }
    };
    Ok(results
        .number("value", scores)
        .option("beta", options.beta.to_string())
        .option("attenuation", options.attenuation.name())
        .option("direction", options.direction.name(net.is_directed()))
        .option("ties", options.ties.name()))
}

const NO_CIRCLE: &str = "ties run in no circle, so that beta can be as large as you like and there \
                         is no largest to take a share of: give beta itself (attenuation = absolute)";
