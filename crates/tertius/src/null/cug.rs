use serde::Deserialize;

use super::options::{DRAWS, Finding, MEASURE as TESTED, ONLY, SET};
use super::{Null, TestOptions, test};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::{Result, Results, Watch, options};

/// Transitivity is what such tests are usually asked about.
const OF: OptionSpec = OptionSpec { default: "whole transitivity", ..TESTED };

const GIVEN: OptionSpec = OptionSpec {
    name: "given",
    takes: Takes::Words(&["edges", "dyads", "size"]),
    default: "edges",
    about: "what random networks share with the observed one: the number of ties (edges), of pairs \
        tied both ways and one way (dyads), or of actors alone (size)",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "cug",
    source: "Anderson, Butts and Carley 1999",
    page: include_str!("cug.md"),
    options: &[OF, options::BY, SET, ONLY, GIVEN, DRAWS, options::SEED],
    run: Run::Network(|net, arguments, watch| {
        let finding = Finding::from_arguments(arguments, OF.default)?;
        let (draws, seed) = (arguments.count(&DRAWS)?, arguments.count(&options::SEED)?);
        cug(net, &finding, arguments.choice(GIVEN.name)?, draws, seed, watch)
    }),
};

/// What random networks share with the observed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// Actors, and the number of ties.
    #[default]
    Edges,
    /// Actors, and the numbers of pairs tied both ways, one way and not at all.
    Dyads,
    /// Actors; each dyad is tied or not by the toss of a coin.
    Size,
}

#[doc = include_str!("cug.md")]
///
/// # Errors
///
/// As of [`test`].
///
/// ```
/// use tertius::null::{self, Finding, Given};
/// use tertius::{Network, Watch};
/// let ties = [("uni", "col", 1.0), ("col", "hub", 1.0), ("hub", "uni", 1.0)];
/// let net = Network::from_ties(false, ties)?.with_isolates(["vcs"]);
/// let closed = Finding::of("whole transitivity")?.only("transitivity");
/// let test = null::cug(&net, &closed, Given::Edges, 9_999, 1, &Watch::new())?;
/// assert_eq!(test.value("transitivity", "p_high"), Some(4.0 / 20.0), "triangles of all twenty");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn cug(
    net: &Network,
    finding: &Finding,
    given: Given,
    draws: u64,
    seed: u64,
    watch: &Watch,
) -> Result<Results> {
    let against = match given {
        Given::Edges => Null::Edges,
        Given::Dyads => Null::Dyads,
        Given::Size => Null::Size,
    };
    test(net, finding, &TestOptions { against, draws, seed, ..TestOptions::default() }, watch)
}
