//! Two networks side by side: whether they can be compared, and who is in both.

use std::collections::BTreeSet;

use crate::network::Network;
use crate::{Error, Result, counted};

pub(super) fn refuse_unlike(a: &Network, b: &Network) -> Result<()> {
    let why = if a.is_directed() != b.is_directed() {
        "ties have a direction in one network and none in the other; --orientation undirected takes \
         it from both"
    } else if a.first_mode().is_some() != b.first_mode().is_some() {
        "one network has two modes and the other one"
    } else {
        return Ok(());
    };
    Err(Error::not_applicable("the comparison", why))
}

/// Actors that are in both networks.
pub(super) fn common(a: &Network, b: &Network) -> BTreeSet<String> {
    let ids = |net: &Network| net.actors().iter().map(|it| it.id.clone()).collect::<BTreeSet<_>>();
    ids(a).intersection(&ids(b)).cloned().collect()
}

pub(super) fn among_common(
    a: &Network,
    b: &Network,
    common: &BTreeSet<String>,
    notes: &mut Vec<String>,
) -> Result<(Network, Network)> {
    if common.is_empty() {
        let why = "no actor is in both networks; compare them with pairs=no";
        return Err(Error::not_applicable("the comparison in pairs", why));
    }
    for (net, which) in [(a, "this"), (b, "the other")] {
        let left = net.actors().len() - common.len();
        if left > 0 {
            let left = counted(left, "actor", "actors");
            notes.push(format!("left out: {left} of {which} network alone"));
        }
    }
    let among = |net: &Network| {
        let kept = (0..net.actors().len()).filter(|&at| common.contains(&net.actors()[at].id));
        net.restricted(&kept.collect::<Vec<_>>())
    };
    Ok((among(a), among(b)))
}

pub(super) fn other_in_words(b: &Network) -> String {
    let (actors, ties) = (b.actors().len(), b.ties().len());
    let (actors, ties) = (counted(actors, "actor", "actors"), counted(ties, "tie", "ties"));
    let missing = if b.observed().is_complete() {
        String::new()
    } else {
        format!("; {} of {} dyads were observed", b.observed_dyads(), b.dyads())
    };
    let view = &b.provenance().view;
    let view = if view.is_empty() { String::new() } else { format!(" ({view})") };
    format!("the other network has {actors} and {ties}{view}{missing}")
}
