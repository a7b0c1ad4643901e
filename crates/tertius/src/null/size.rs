use super::Pick;
use super::dyads::Dyads;
use crate::network::{Network, Tie};
use crate::{Error, Result};

/// Half of the dyads hold a tie: more dyads than so many make no network of use.
const MOST: usize = 20_000_000;

/// Ties that are each there or not by the toss of a coin, in the dyads that were observed. Ties in
/// other dyads stay.
pub(crate) struct Size {
    dyads: Vec<(u32, u32)>,
    fixed: Vec<Tie>,
}

impl Size {
    pub(crate) fn new(net: &Network) -> Result<Self> {
        let dyads = Dyads::new(net);
        if dyads.len() > MOST {
            let why = format!(
                "against the null `size` half of the {} dyads would hold a tie; try `edges`",
                dyads.len()
            );
            return Err(Error::not_applicable("the test", why));
        }
        let (_, fixed) = dyads.split();
        Ok(Self { dyads: dyads.all(), fixed })
    }

    pub(crate) fn arrangements(&self) -> Option<u64> {
        (self.dyads.len() < 40).then(|| 1 << self.dyads.len())
    }

    pub(crate) fn pick(&self, mut pick: Pick) -> Vec<Tie> {
        let mut ties = self.fixed.clone();
        for &(from, to) in &self.dyads {
            if pick.heads() {
                ties.push(Tie { from, to, strength: 1.0 });
            }
        }
        ties
    }
}
