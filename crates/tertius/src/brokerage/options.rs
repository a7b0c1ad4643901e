use serde::Deserialize;

use crate::catalogue::{OptionSpec, Takes};
use crate::{Arguments, Result, Results};

/// Options of brokerage: of actors, of groups and of the whole network.
///
/// ```
/// use tertius::actor::{BrokerageOptions, Null};
/// let options = BrokerageOptions { null: Null::Labels, ..BrokerageOptions::default() };
/// assert_ne!(options, BrokerageOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BrokerageOptions {
    /// What is left to chance.
    pub null: Null,
    /// What a pair with several brokers counts for each.
    pub counting: Counting,
}

/// What is left to chance, and what is kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Null {
    /// Each tie is there or not, whatever the others, with the density found.
    #[default]
    Density,
    /// As many ties as there are lie anywhere.
    Edges,
    /// The ties stay; the groups of all but the broker are dealt out anew.
    Labels,
    /// As [`Null::Density`], in the way of R sna: every network taken as directed.
    Sna,
}

/// What a pair with several brokers counts for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counting {
    /// One.
    #[default]
    Pairs,
    /// One between them.
    Shared,
}

pub(crate) const NULL: OptionSpec = OptionSpec {
    name: "null",
    takes: Takes::Words(&["density", "edges", "labels", "sna"]),
    default: "density",
    about: "what is left to chance: each tie at the density found, where a fixed number of ties lie, \
            who is in which group, or density as in R sna",
};

pub(crate) const COUNTING: OptionSpec = OptionSpec {
    name: "counting",
    takes: Takes::Words(&["pairs", "shared"]),
    default: "pairs",
    about: "a pair with several brokers counts 1 for each, or is shared among them",
};

impl BrokerageOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { null: arguments.choice("null")?, counting: arguments.choice("counting")? })
    }

    /// Says which were taken.
    pub(crate) fn told(self, results: Results) -> Results {
        let null = match self.null {
            Null::Density => "density",
            Null::Edges => "edges",
            Null::Labels => "labels",
            Null::Sna => "sna",
        };
        let counting = match self.counting {
            Counting::Pairs => "pairs",
            Counting::Shared => "shared",
        };
        results.option("null", null).option("counting", counting)
    }
}
