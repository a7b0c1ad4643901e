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
        let observed = |tie: &&Tie| dyads.has(tie.from as usize, tie.to as usize);
        let strengths: Vec<f64> =
            net.ties().iter().filter(observed).map(|tie| tie.strength).collect();
        let fixed = net.ties().iter().filter(|tie| !observed(tie)).copied().collect();
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
