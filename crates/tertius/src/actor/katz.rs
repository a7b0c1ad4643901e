use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Attenuation, Direction, Ties};
use crate::spectra::{Matrix, factor, largest, short, walks};
use crate::{Arguments, Result, Results, Watch};

const ALPHA: OptionSpec = OptionSpec {
    name: "alpha",
    takes: Takes::Number { least: 0.0, most: f64::MAX },
    default: "0.85",
    about: "how much each further step of a walk counts: a share of the largest possible, below 1 \
            (see attenuation)",
};

const BETA: OptionSpec = OptionSpec {
    name: "beta",
    takes: Takes::Number { least: 0.0, most: f64::MAX },
    default: "1",
    about: "what everybody has to begin with: all scores are multiplied by it",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "katz",
    source: "Katz 1953",
    page: include_str!("katz.md"),
    options: &[
        ALPHA,
        options::ATTENUATION,
        BETA,
        OptionSpec { default: "in", ..options::DIRECTION },
        options::TIES_BY_STRENGTH,
    ],
    run: Run::Network(|net, arguments, watch| {
        katz(net, &KatzOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`katz`].
///
/// ```
/// use tertius::actor::KatzOptions;
/// let options = KatzOptions { alpha: 0.1, ..KatzOptions::default() };
/// assert_ne!(options, KatzOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KatzOptions {
    /// How much each further step counts.
    pub alpha: f64,
    /// Of what that is a share.
    pub attenuation: Attenuation,
    /// What everybody has to begin with.
    pub beta: f64,
    /// Which ties make an actor central, if they have a direction.
    pub direction: Direction,
    /// What a tie counts.
    pub ties: Ties,
}

impl Default for KatzOptions {
    fn default() -> Self {
        Self {
            alpha: 0.85,
            attenuation: Attenuation::Share,
            beta: 1.0,
            direction: Direction::In,
            ties: Ties::Strength,
        }
    }
}

impl KatzOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            alpha: arguments.number(&ALPHA)?,
            attenuation: arguments.choice("attenuation")?,
            beta: arguments.number(&BETA)?,
            direction: arguments.choice_or("direction", Direction::In)?,
            ties: arguments.choice_or("ties", Ties::Strength)?,
        })
    }
}

#[doc = include_str!("katz.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable), where alpha is not below one over the
/// largest eigenvalue; [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(true, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "b", 1.0)])?;
/// let katz = actor::katz(&net, &Default::default(), &Watch::new())?;
/// assert_eq!(katz.value("a", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn katz(net: &Network, options: &KatzOptions, watch: &Watch) -> Result<Results> {
    let matrix = Matrix::of(&net.rows(options.direction), options.ties);
    let largest = largest(&matrix, "katz", watch)?;
    let alpha = factor("katz", ALPHA.name, options.alpha, options.attenuation, largest)?;
    let mut results = Results::by_actor(net);
    results = match alpha {
        None => {
            let why = "ties run in no circle, so that alpha can be as large as you like and there \
                       is no largest to take a share of: give alpha itself (attenuation = absolute)";
            results.number("value", vec![Err(why); matrix.len()])
        }
        Some(alpha) => {
            let start = vec![options.beta; matrix.len()];
            let scores = walks(&matrix, &start, alpha, "katz", watch)?;
            results.note(match largest {
                0.0 => format!("alpha is {}", short(alpha)),
                _ => {
                    format!("alpha is {}; it must be below {}", short(alpha), short(1.0 / largest))
                }
            });
            results.number("value", scores.into_iter().map(Ok))
        }
    };
    Ok(results
        .option("alpha", options.alpha.to_string())
        .option("attenuation", options.attenuation.name())
        .option("beta", options.beta.to_string())
        .option("direction", options.direction.name(net.is_directed()))
        .option("ties", options.ties.name()))
}
