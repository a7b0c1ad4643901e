use serde::Deserialize;

use crate::catalogue::{OptionSpec, Takes};
use crate::null::Adjust;
use crate::null::bootstrap::DRAWS;
use crate::null::interval::CONFIDENCE;
use crate::null::test::ADJUST;
use crate::{Arguments, Result, options};

pub(super) const PAIRS: OptionSpec = OptionSpec {
    name: "pairs",
    takes: Takes::Words(&["auto", "yes", "no"]),
    default: "auto",
    about: "whether each actor is compared with itself: if both networks have the same actors \
        (auto), among the actors that are in both (yes), or not (no)",
};

pub(super) const SCALE: OptionSpec = OptionSpec {
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
    pub(super) fn from_arguments(arguments: &Arguments) -> Result<Self> {
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
