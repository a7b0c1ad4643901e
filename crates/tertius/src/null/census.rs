use super::dyads::Dyads;
use super::{Kinds, Pick};
use crate::network::{Network, Tie};

/// As many pairs tied both ways, one way and not at all as there are, of the same strengths, dealt
/// at random to the pairs that were observed both ways; what goes one way turns by the toss of a
/// coin. Ties of other pairs stay.
pub(crate) struct Census<'n> {
    pairs: Dyads<'n>,
    /// Strengths one way and the other of each tied pair; 0 is no tie.
    tied: Vec<(f64, f64)>,
    /// How many of them go one way.
    one_way: u32,
    fixed: Vec<Tie>,
    listed: Option<Kinds<(f64, f64)>>,
}

impl<'n> Census<'n> {
    pub(crate) fn new(net: &'n Network) -> Self {
        let pairs = Dyads::pairs(net);
        let (loose, fixed) = pairs.split();
        let mut tied = Vec::new();
        for tie in loose {
            let back = net.out().strength(tie.to as usize, tie.from as usize);
            match back {
                None => tied.push((tie.strength, 0.0)),
                Some(back) if tie.from < tie.to => tied.push((tie.strength, back)),
                Some(_) => {}
            }
        }
        let one_way = tied.iter().filter(|tied| tied.1 == 0.0).count() as u32;
        let listed = Kinds::few(&pairs, &tied);
        Self { pairs, tied, one_way, fixed, listed }
    }

    pub(crate) fn arrangements(&self) -> Option<u64> {
        let turns = 1_u64.checked_shl(self.one_way).filter(|_| self.one_way < 40)?;
        self.listed.as_ref()?.arrangements()?.checked_mul(turns)
    }

    pub(crate) fn pick(&self, mut pick: Pick) -> Vec<Tie> {
        let dealt: Vec<_> = match (&mut pick, &self.listed) {
            (Pick::Nth(number), Some(listed)) => {
                let turns = 1 << self.one_way;
                let deal = listed.nth(*number / turns);
                *number %= turns;
                deal
            }
            (Pick::Draw(draws), _) => {
                let pairs = self.pairs.some(self.tied.len(), draws);
                pairs.into_iter().zip(self.tied.iter().copied()).collect()
            }
            (Pick::Nth(_), None) => Vec::new(),
        };
        let mut ties = self.fixed.clone();
        for ((a, b), (there, back)) in dealt {
            let turned = back == 0.0 && pick.heads();
            let (from, to) = if turned { (b, a) } else { (a, b) };
            ties.push(Tie { from, to, strength: there });
            if back > 0.0 {
                ties.push(Tie { from: to, to: from, strength: back });
            }
        }
        ties
    }
}
