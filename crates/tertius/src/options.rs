//! The choices that several measures share, each with the words that make it.

use serde::Deserialize;

use crate::catalogue::{OptionSpec, Takes};
use crate::network::Tie;

/// `by`: what actors are grouped by.
pub const BY: OptionSpec = OptionSpec {
    name: "by",
    takes: Takes::Grouping,
    default: "sector",
    about: "attribute that groups the actors: sector, locality, kind or a column of your own",
};

/// `ties`: a [`Ties`].
pub const TIES: OptionSpec = OptionSpec {
    name: "ties",
    takes: Takes::Words(&["binary", "strength"]),
    default: "binary",
    about: "whether each tie counts as 1 or by its strength",
};

/// `ties`: a [`Ties`], where strengths count unless binary is asked for.
pub const TIES_BY_STRENGTH: OptionSpec =
    OptionSpec { takes: Takes::Words(&["strength", "binary"]), default: "strength", ..TIES };

/// `paths`: a [`Paths`].
pub const PATHS: OptionSpec = OptionSpec {
    name: "paths",
    takes: Takes::Words(&["strength", "binary"]),
    default: "strength",
    about: "length of a tie: 1/strength, or 1",
};

/// `paths`: a [`Paths`], where steps count unless strength is asked for.
pub const PATHS_BY_STEPS: OptionSpec =
    OptionSpec { takes: Takes::Words(&["binary", "strength"]), default: "binary", ..PATHS };

/// `direction`: a [`Direction`].
pub const DIRECTION: OptionSpec = OptionSpec {
    name: "direction",
    takes: Takes::Words(&["out", "in", "all"]),
    default: "out",
    about: "which ties of a directed network count: those sent, those received, or either way",
};

/// `model`: a [`Model`].
pub const MODEL: OptionSpec = OptionSpec {
    name: "model",
    takes: Takes::Words(&["whole", "ego"]),
    default: "whole",
    about: "an alter's ties that count: all of them (Burt), or those within the ego network (UCINET)",
};

/// `scale`: a [`Scale`].
pub const SCALE: OptionSpec = OptionSpec {
    name: "scale",
    takes: Takes::Words(&["raw", "normalised"]),
    default: "raw",
    about: "as counted, or the share of the largest number possible",
};

/// `attenuation`: an [`Attenuation`].
pub const ATTENUATION: OptionSpec = OptionSpec {
    name: "attenuation",
    takes: Takes::Words(&["share", "absolute"]),
    default: "share",
    about: "whether the factor is given as a share of the largest possible (1/λ₁), or as it is",
};

/// `seed`: where random draws begin.
pub const SEED: OptionSpec = OptionSpec {
    name: "seed",
    takes: Takes::Count { least: 0, most: u64::MAX },
    default: "1",
    about: "where random draws begin: the same seed gives the same numbers",
};

/// Whether each tie counts as 1 or by its strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ties {
    /// Each tie counts as 1.
    #[default]
    Binary,
    /// Each tie counts by its strength.
    Strength,
}

/// How long a tie is on a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paths {
    /// 1/strength: strong ties are short.
    #[default]
    Strength,
    /// 1.
    Binary,
}

/// Which ties of a directed network count for an actor; in an undirected network all do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Those it sends: paths that start from it.
    #[default]
    Out,
    /// Those it receives: paths that lead to it.
    In,
    /// Either way, as if the network were undirected: strengths both ways add up.
    All,
}

/// Which ties of an alter its share of attention is taken over, around a structural hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    /// All it has in the network, as Burt has it.
    #[default]
    Whole,
    /// Those to the ego and to other alters of the ego, as UCINET has it.
    Ego,
}

/// Whether scores are raw or shares of the largest possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// As counted.
    #[default]
    Raw,
    /// Share of the largest possible.
    Normalised,
}

impl Scale {
    /// Its name.
    ///
    /// ```
    /// use tertius::options::Scale;
    /// assert_eq!(Scale::Normalised.name(), "normalised");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Normalised => "normalised",
        }
    }
}

impl Model {
    /// Its name.
    ///
    /// ```
    /// use tertius::options::Model;
    /// assert_eq!(Model::Ego.name(), "ego");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Ego => "ego",
        }
    }
}

/// How the factor is given by which each step of a walk counts less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attenuation {
    /// As a share of the largest possible, one over the largest eigenvalue: comparable between
    /// networks.
    #[default]
    Share,
    /// As it is.
    Absolute,
}

impl Attenuation {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Absolute => "absolute",
        }
    }
}

impl Direction {
    /// Its name; in an undirected network, that there is none to choose.
    pub(crate) fn name(self, directed: bool) -> &'static str {
        match self {
            _ if !directed => "none",
            Self::Out => "out",
            Self::In => "in",
            Self::All => "all",
        }
    }

    /// The same ties seen from their other end.
    pub(crate) fn back(self) -> Self {
        match self {
            Self::Out => Self::In,
            Self::In => Self::Out,
            Self::All => Self::All,
        }
    }
}

impl Ties {
    /// Its name.
    ///
    /// ```
    /// use tertius::options::Ties;
    /// assert_eq!(Ties::Strength.name(), "strength");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Strength => "strength",
        }
    }

    /// What a tie counts.
    pub(crate) fn strength(self, tie: &Tie) -> f64 {
        match self {
            Self::Binary => 1.0,
            Self::Strength => tie.strength,
        }
    }
}
