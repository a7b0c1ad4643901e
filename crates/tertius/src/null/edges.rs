use super::dyads::Dyads;
use super::{Kinds, Pick};
use crate::network::{Network, Tie};

/// As many ties as there are, of the same strengths, laid at random into the dyads that were
/// observed. Ties in other dyads, known from somebody else, stay.
pub(crate) struct Edges<'n> {
    dyads: Dyads<'n>,
    strengths: Vec<f64>,
    fixed: Vec<Tie>,
    listed: Option<Kinds<f64>>,
}

impl<'n> Edges<'n> {
    pub(crate) fn new(net: &'n Network) -> Self {
        let dyads = Dyads::new(net);
        let (loose, fixed) = dyads.split();
        let strengths: Vec<f64> = loose.iter().map(|tie| tie.strength).collect();
        let listed = Kinds::few(&dyads, &strengths);
        Self { dyads, strengths, fixed, listed }
    }

    pub(crate) fn arrangements(&self) -> Option<u64> {
        self.listed.as_ref()?.arrangements()
    }

    pub(crate) fn pick(&self, pick: Pick) -> Vec<Tie> {
        let dealt: Vec<_> = match (pick, &self.listed) {
            (Pick::Nth(number), Some(listed)) => listed.nth(number),
            (Pick::Draw(mut draws), _) => {
                let dyads = self.dyads.some(self.strengths.len(), &mut draws);
                dyads.into_iter().zip(self.strengths.iter().copied()).collect()
            }
            (Pick::Nth(_), None) => Vec::new(),
        };
        let laid = dealt.into_iter().map(|((from, to), strength)| Tie { from, to, strength });
        self.fixed.iter().copied().chain(laid).collect()
    }
}
