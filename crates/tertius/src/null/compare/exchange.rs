use std::collections::BTreeMap;

use crate::network::{Network, Tie};
use crate::null::Pick;
use crate::null::dyads::Dyads;
use crate::{Error, Result};

/// Two networks of the same actors, between which pairs of actors change hands: each with all that
/// ties them, one way or both. Only pairs that were observed in both do.
pub(super) struct Exchange {
    /// Number in the second network of each actor of the first.
    there: Vec<u32>,
    /// Ties that stay, by the numbers of the first network.
    stay: [Vec<Tie>; 2],
    /// Pairs tied otherwise in one than in the other, with what ties them in each.
    differ: Vec<[Vec<Tie>; 2]>,
}

impl Exchange {
    /// Of two networks that have the same actors.
    pub(super) fn new(a: &Network, b: &Network) -> Result<Self> {
        let there = same_actors(a, b).ok_or_else(|| {
            Error::not_applicable("the comparison in pairs", "the actors are not the same")
        })?;
        let mut here = vec![0; there.len()];
        (0..).zip(&there).for_each(|(at, &there)| here[there as usize] = at);
        let pairs = [Dyads::pairs(a), Dyads::pairs(b)];
        let mut held: BTreeMap<(u32, u32), [Vec<Tie>; 2]> = BTreeMap::new();
        let renumbered = b.ties().iter().map(|tie| {
            let (from, to) = (here[tie.from as usize], here[tie.to as usize]);
            Tie { from, to, ..*tie }
        });
        for (at, tie) in a.ties().iter().map(|&tie| (0, tie)).chain(renumbered.map(|it| (1, it))) {
            let pair = (tie.from.min(tie.to), tie.from.max(tie.to));
            held.entry(pair).or_default()[at].push(tie);
        }
        let mut exchange = Self { there, stay: <[_; 2]>::default(), differ: Vec::new() };
        for ((i, j), ties) in held {
            let there = [i, j].map(|it| exchange.there[it as usize] as usize);
            let seen = pairs[0].has(i as usize, j as usize) && pairs[1].has(there[0], there[1]);
            let [mut one, mut other] = ties;
            let same = same_ties(&mut one, &mut other, a.is_directed());
            if seen && !same {
                exchange.differ.push([one, other]);
            } else {
                exchange.stay[0].extend(one);
                exchange.stay[1].extend(other);
            }
        }
        Ok(exchange)
    }

    /// In how many ways pairs can change hands, if that is not beyond counting.
    pub(super) fn arrangements(&self) -> Option<u64> {
        (self.differ.len() < 40).then(|| 1 << self.differ.len())
    }

    pub(super) fn differ(&self) -> usize {
        self.differ.len()
    }

    /// Lays out both networks with the pairs that the pick turns over changed.
    pub(super) fn lay(&self, a: &mut Network, b: &mut Network, mut pick: Pick) {
        let mut ties = self.stay.clone();
        for [one, other] in &self.differ {
            let (here, there) = if pick.heads() { (other, one) } else { (one, other) };
            ties[0].extend(here);
            ties[1].extend(there);
        }
        let [here, there] = ties;
        let number = |at: u32| self.there[at as usize];
        let renumbered = there.into_iter().map(|tie| {
            let (from, to) = (number(tie.from), number(tie.to));
            Tie { from, to, ..tie }
        });
        a.set_ties(here);
        b.set_ties(renumbered.collect());
    }
}

/// Whether two actors are tied alike, in a direction if ties have one.
fn same_ties(one: &mut [Tie], other: &mut [Tie], directed: bool) -> bool {
    let key = |tie: &Tie| {
        let ends = if directed { tie.from } else { tie.from.min(tie.to) };
        (ends, tie.strength.to_bits())
    };
    one.sort_unstable_by_key(key);
    other.sort_unstable_by_key(key);
    one.iter().map(key).eq(other.iter().map(key))
}

/// The number in another network of each actor of one, if both have the same.
pub(super) fn same_actors(a: &Network, b: &Network) -> Option<Vec<u32>> {
    let numbers: BTreeMap<&str, u32> =
        b.actors().iter().map(|actor| actor.id.as_str()).zip(0..).collect();
    let as_many = a.actors().len() == b.actors().len() && a.first_mode() == b.first_mode();
    let there = a.actors().iter().map(|actor| numbers.get(actor.id.as_str()).copied());
    let there: Vec<u32> = there.collect::<Option<_>>()?;
    as_many.then_some(there)
}
