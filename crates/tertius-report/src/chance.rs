//! What was found, against what chance gives.

use tertius::network::View;
use tertius::null::{self, Finding, Null, TestOptions};
use tertius::{Error, Network, Result, Results, Watch};

use crate::ground::Ground;

/// Tests of the network of the view; those that apply and do not take long.
#[derive(Default)]
pub(crate) struct Chance {
    /// The E–I index by every attribute that divides the actors, with groups dealt anew.
    pub(crate) boundaries: Option<Results>,
    /// How many two-paths are closed, against networks of as many ties, and of the same degrees.
    pub(crate) closed: Option<[Results; 2]>,
}

/// Random arrangements that a test looks at, and random networks.
const DRAWS: u64 = 9_999;
const NETWORKS: u64 = 1_999;

/// A test looks at every tie in every arrangement: more would keep the page waiting.
const MOST_TIES: usize = 5_000;

/// To make a random network takes longer than to deal groups.
const MOST_REDRAWN: usize = 1_000;

impl Chance {
    pub(crate) fn of(ground: &Ground<'_>, view: &View, watch: &Watch) -> Result<Self> {
        let net = &ground.net;
        if net.ties().is_empty() || net.ties().len() > MOST_TIES || ground.is_two_mode() {
            return Ok(Self::default());
        }
        let seed = ground.run.seed;
        let options = TestOptions { draws: DRAWS, seed, ..TestOptions::default() };
        let index = Finding::of("whole ei_index")?.only("ei_index");
        let boundaries = match null::boundaries(net, &[], &index, &options, watch) {
            Ok(boundaries) => Some(boundaries),
            Err(Error::NotApplicable { .. }) => None,
            Err(error) => return Err(error),
        };
        let closed = closed(net, view, &options, watch)?;
        Ok(Self { boundaries, closed })
    }
}

/// Two-paths closed, where ties are told one by one: those who share an activity or a person are tied
/// in threes and more by what a tie is.
fn closed(
    net: &Network,
    view: &View,
    options: &TestOptions,
    watch: &Watch,
) -> Result<Option<[Results; 2]>> {
    if view.via != [tertius::network::Via::Ties] || net.ties().len() > MOST_REDRAWN {
        return Ok(None);
    }
    let quantity = if net.is_directed() { "weak" } else { "transitivity" };
    let finding = Finding::of("whole transitivity")?.only(quantity);
    let against = |against| {
        let options = TestOptions { against, draws: NETWORKS, ..options.clone() };
        null::test(net, &finding, &options, watch)
    };
    Ok(Some([against(Null::Edges)?, against(Null::Rewiring)?]))
}
