use super::dyads::Dyads;
use super::{Deals, Pick};

/// Dyads up to which it is worth asking how many ways there are to deal ties to them.
const FEW: usize = 5_000;

/// Every way to deal what ties hold to dyads, where the dyads are few.
pub(crate) struct Kinds<T> {
    dyads: Vec<(u32, u32)>,
    /// A card for each dyad: what it holds, from 1, or 0 for nothing.
    deals: Deals,
    held: Vec<T>,
}

impl<T: Copy + PartialOrd> Kinds<T> {
    /// Deals of what `held` is to dyads, or `None` if there are too many of them to list.
    pub(crate) fn few(dyads: &Dyads<'_>, held: &[T]) -> Option<Self> {
        if dyads.len() > FEW {
            return None;
        }
        let mut different: Vec<T> = Vec::new();
        let mut cards = vec![0; dyads.len()];
        for (card, it) in cards.iter_mut().zip(held) {
            let known = different.iter().position(|other| other == it);
            *card = 1 + known.unwrap_or(different.len()) as u32;
            if known.is_none() {
                different.push(*it);
            }
        }
        let strata = vec![Some(0); dyads.len()];
        Some(Self { dyads: dyads.all(), deals: Deals::new(cards, &strata), held: different })
    }

    pub(crate) fn arrangements(&self) -> Option<u64> {
        self.deals.arrangements()
    }

    /// The dyads that hold something in the deal with a number, and what.
    pub(crate) fn nth(&self, number: u64) -> Vec<((u32, u32), T)> {
        let dealt = self.dyads.iter().zip(self.deals.pick(Pick::Nth(number)));
        let held = dealt.filter(|(_, kind)| *kind > 0);
        held.map(|(&dyad, kind)| (dyad, self.held[kind as usize - 1])).collect()
    }
}
