use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Direction, Ties};
use crate::spectra::{Dominant, Matrix, dominant, same_value, short};
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "eigenvector",
    source: "Bonacich 1972",
    page: include_str!("eigenvector.md"),
    options: &[
        OptionSpec { default: "in", ..options::DIRECTION },
        options::TIES_BY_STRENGTH,
        OptionSpec {
            name: "components",
            takes: Takes::Words(&["main", "each", "lambda_squared"]),
            default: "main",
            about: "where a network is in pieces: scores in the leading piece alone, in each piece \
                    by itself, or in all by UCINET's rule",
        },
        OptionSpec {
            name: "norm",
            takes: Takes::Words(&["max", "euclidean"]),
            default: "max",
            about: "what is 1: the largest score, or the sum of squared scores; with `each`, in each piece",
        },
    ],
    run: Run::Network(|net, arguments, watch| {
        eigenvector(net, &EigenvectorOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`eigenvector`].
///
/// ```
/// use tertius::actor::EigenvectorOptions;
/// use tertius::options::Ties;
/// let options = EigenvectorOptions { ties: Ties::Binary, ..EigenvectorOptions::default() };
/// assert_ne!(options, EigenvectorOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EigenvectorOptions {
    /// Which ties make an actor central, if they have a direction.
    pub direction: Direction,
    /// What a tie counts.
    pub ties: Ties,
    /// What is said of a network in pieces.
    pub components: Components,
    /// What is 1.
    pub norm: Norm,
}

/// What is said of a network in pieces, between which no eigenvector compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Components {
    /// Scores in the piece with the largest eigenvalue; none in other pieces.
    #[default]
    Main,
    /// Scores in each piece, as if it were alone.
    Each,
    /// Scores in all pieces: those of each times its eigenvalue squared and their sum.
    LambdaSquared,
}

/// What is 1: in the whole network, or where each component is by itself, in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Norm {
    /// The largest score.
    #[default]
    Max,
    /// The sum of squared scores.
    Euclidean,
}

impl Default for EigenvectorOptions {
    fn default() -> Self {
        Self {
            direction: Direction::In,
            ties: Ties::Strength,
            components: Components::Main,
            norm: Norm::Max,
        }
    }
}

impl EigenvectorOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            direction: arguments.choice_or("direction", Direction::In)?,
            ties: arguments.choice_or("ties", Ties::Strength)?,
            components: arguments.choice("components")?,
            norm: arguments.choice("norm")?,
        })
    }
}

#[doc = include_str!("eigenvector.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable), where the two largest eigenvalues are too
/// close to tell apart; [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let star = Network::from_ties(false, ["b", "c", "d", "e"].map(|ray| ("a", ray, 1.0)))?;
/// let scores = actor::eigenvector(&star, &Default::default(), &Watch::new())?;
/// assert_eq!(scores.value("a", "value"), Some(1.0));
/// assert!((scores.value("b", "value").unwrap() - 0.5).abs() < 1e-9);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn eigenvector(net: &Network, options: &EigenvectorOptions, watch: &Watch) -> Result<Results> {
    let matrix = Matrix::of(&net.rows(options.direction), options.ties);
    let pieces = pieces(net, &matrix, watch)?;
    let largest = pieces.iter().map(|piece| piece.found.value()).fold(0.0, f64::max);
    let mut scores = match options.components {
        Components::Main => main(net.actors().len(), &pieces, largest),
        Components::Each => each(net.actors().len(), &pieces, options.norm, |_, _| 1.0),
        Components::LambdaSquared if pieces.iter().any(Piece::is_tied) => {
            vec![Err(TIED); net.actors().len()]
        }
        Components::LambdaSquared => {
            let weight = |value: f64, vector: &[f64]| value.powi(2) * vector.iter().sum::<f64>();
            each(net.actors().len(), &pieces, Norm::Euclidean, weight)
        }
    };
    if options.components != Components::Each {
        let known: Vec<f64> = scores.iter().filter_map(|score| score.ok()).collect();
        let one = options.norm.of(&known);
        scores.iter_mut().flatten().for_each(|score| *score /= one);
    }
    let mut results = Results::by_actor(net).number("value", scores);
    if largest > 0.0 {
        results.note(format!("the largest eigenvalue is {}", short(largest)));
    }
    let held = pieces.iter().filter(|piece| piece.found.value() > 0.0).count();
    if held > 1 && options.components == Components::Each {
        results.note("scores compare within a component, not between components");
    }
    Ok(results
        .option("direction", options.direction.name(net.is_directed()))
        .option("ties", options.ties.name())
        .option("components", options.components.name())
        .option("norm", if options.norm == Norm::Max { "max" } else { "euclidean" }))
}

/// A component, ties taken either way, and what holds of it.
struct Piece {
    members: Vec<usize>,
    found: Dominant,
}

impl Piece {
    fn is_tied(&self) -> bool {
        matches!(self.found, Dominant::Tied(_))
    }
}

fn pieces(net: &Network, matrix: &Matrix, watch: &Watch) -> Result<Vec<Piece>> {
    let piece = |members: Vec<usize>| {
        let found = dominant(&matrix.among(&members), "eigenvector", watch)?;
        Ok(Piece { members, found })
    };
    crate::whole::members(net).into_iter().map(piece).collect()
}

type Score = std::result::Result<f64, &'static str>;

const NOTHING: &str = "there is no tie, or ties run in no circle, so that nobody draws on anybody \
                       for ever: take another centrality";
const TIED: &str = "several groups of actors have the same largest eigenvalue, and no one vector is \
                    theirs: take another centrality";
const ELSEWHERE: &str = "it is not in the component with the largest eigenvalue: scores do not \
                         compare between components";

/// Scores in the piece with the largest eigenvalue.
fn main(n: usize, pieces: &[Piece], largest: f64) -> Vec<Score> {
    if largest == 0.0 {
        return vec![Err(NOTHING); n];
    }
    let leading: Vec<_> =
        pieces.iter().filter(|piece| same_value(piece.found.value(), largest)).collect();
    let [Piece { members, found: Dominant::One(_, vector) }] = leading[..] else {
        return vec![Err(TIED); n];
    };
    let mut scores = vec![Err(ELSEWHERE); n];
    let alone = pieces.iter().filter(|piece| piece.members.len() == 1);
    alone.for_each(|piece| scores[piece.members[0]] = Ok(0.0));
    members.iter().zip(vector).for_each(|(&member, &part)| scores[member] = Ok(part));
    scores
}

/// Scores in each piece, under a norm, times a weight that its eigenvalue and vector give it.
fn each(n: usize, pieces: &[Piece], norm: Norm, weight: impl Fn(f64, &[f64]) -> f64) -> Vec<Score> {
    let mut scores = vec![Err(NOTHING); n];
    let tied = pieces.iter().any(|piece| piece.found.value() > 0.0);
    for Piece { members, found } in pieces {
        match found {
            Dominant::One(value, vector) => {
                let one = norm.of(vector);
                let vector: Vec<f64> = vector.iter().map(|part| part / one).collect();
                let weight = weight(*value, &vector);
                let parts = members.iter().zip(&vector);
                parts.for_each(|(&member, part)| scores[member] = Ok(part * weight));
            }
            Dominant::Tied(_) => members.iter().for_each(|&member| scores[member] = Err(TIED)),
            Dominant::Nothing if tied && members.len() == 1 => scores[members[0]] = Ok(0.0),
            Dominant::Nothing => {}
        }
    }
    scores
}

impl Components {
    fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Each => "each",
            Self::LambdaSquared => "lambda_squared",
        }
    }
}

impl Norm {
    /// What scores are divided by.
    fn of(self, scores: &[f64]) -> f64 {
        match self {
            Self::Max => scores.iter().copied().fold(0.0, f64::max),
            Self::Euclidean => scores.iter().map(|score| score * score).sum::<f64>().sqrt(),
        }
    }
}
