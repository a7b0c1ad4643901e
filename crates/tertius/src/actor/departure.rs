//! What a network loses with the people behind its ties.

use std::collections::{BTreeMap, HashSet};

use petgraph::unionfind::UnionFind;

use super::removal::{Left, pairs};
use crate::network::{Actor, ActorKind, Network};
use crate::shards::Tasks;
use crate::{Error, Result, Results, Watch};

/// People times actors and ties that are looked at: more are refused.
const MOST: usize = 10_000_000_000;

/// Each person through whom ties are there, and what is left without: all actors stay, and lose the
/// ties that need the person.
pub(super) fn departures(net: &Network, watch: &Watch) -> Result<(Results, Vec<Left>)> {
    let refuse = |why: &str| Err(Error::not_applicable("removal of people behind ties", why));
    let is_person = |it: &Actor| it.kind == ActorKind::Person;
    if !net.actors().is_empty() && net.actors().iter().all(is_person) {
        return refuse("the actors are people themselves: --of actor, or --level organisation");
    }
    let people = net.people();
    let size = net.actors().len() + net.ties().len();
    if people.len().saturating_mul(size) > MOST {
        return refuse("people and ties are too many; take a --period or a --locality");
    }
    watch.expect(people.len());
    let before = crate::whole::component_of(net);
    let lost: Vec<HashSet<usize>> = people.values().map(|ties| needed(ties)).collect();
    let left = watch.each(Tasks::of(lost.len()), |person| {
        watch.tick()?;
        Ok(without(net, &before, &lost[person.start]))
    })?;
    let mut results = Results::of(net)
        .text("actor", people.keys().map(|person| (*person).to_owned()))
        .text("name", people.keys().map(|person| net.person_name(person).to_owned()))
        .count("ties", people.values().map(Vec::len));
    if people.is_empty() {
        results.note(
            "no tie of this view is there through people; --via affiliations takes the ties that shared \
             people make",
        );
    }
    Ok((results, left))
}

/// The ties that would not be there.
fn needed(ties: &[(usize, bool)]) -> HashSet<usize> {
    ties.iter().filter(|(_, alone)| *alone).map(|(tie, _)| *tie).collect()
}

fn without(net: &Network, before: &[usize], lost: &HashSet<usize>) -> Left {
    let mut joined = UnionFind::<usize>::new(net.actors().len());
    for (at, tie) in net.ties().iter().enumerate() {
        if !lost.contains(&at) {
            joined.union(tie.from as usize, tie.to as usize);
        }
    }
    // Components as they were, each with the sizes of the pieces it is in now.
    let mut components: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for (actor, &component) in before.iter().enumerate() {
        let pieces = components.entry(component).or_default();
        *pieces.entry(joined.find_mut(actor)).or_default() += 1;
    }
    let mut left =
        Left { ties_lost: lost.len(), pieces: 1, separated: 0, pairs_lost: 0, connected: 0 };
    for pieces in components.values() {
        let size: usize = pieces.values().sum();
        left.pieces += pieces.len() - 1;
        left.separated += size - pieces.values().max().copied().unwrap_or(0);
        left.connected += pairs(size);
        left.pairs_lost += pairs(size) - pieces.values().map(|&size| pairs(size)).sum::<usize>();
    }
    left
}
