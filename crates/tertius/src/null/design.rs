//! Ties and terms over the dyads of a network, while one of them moves with the actors.

use super::{Deals, Dyadic};
use crate::network::Network;
use crate::{Error, Result, Results};

/// Ties and terms by dyad.
pub(super) struct Design<'d> {
    pub(super) ties: &'d Dyadic,
    pub(super) terms: &'d [Dyadic],
    /// Whether everything is the same both ways, and each pair of actors counts once.
    pairs: bool,
}

/// From and to.
pub(super) type Cell = (u32, u32);

impl<'d> Design<'d> {
    pub(super) fn new(ties: &'d Dyadic, terms: &'d [Dyadic]) -> Self {
        let pairs = ties.is_symmetric() && terms.iter().all(Dyadic::is_symmetric);
        Self { ties, terms, pairs }
    }

    /// The dyads that could count.
    fn dyads(&self) -> impl Iterator<Item = (usize, usize)> {
        let (n, pairs) = (self.ties.actors(), self.pairs);
        (0..n).flat_map(move |from| {
            (if pairs { from + 1 } else { 0 }..n).map(move |to| (from, to)).filter(|(i, j)| i != j)
        })
    }

    /// How many these are.
    pub(super) fn len(&self) -> usize {
        let n = self.ties.actors();
        n * n.saturating_sub(1) / if self.pairs { 2 } else { 1 }
    }

    /// The dyads of which each of some variables is known.
    pub(super) fn known(&self, of: &[&Dyadic]) -> Vec<Cell> {
        let n = self.ties.actors();
        let known =
            |&(from, to): &(usize, usize)| of.iter().all(|it| !it.values()[from * n + to].is_nan());
        self.dyads().filter(known).map(|(from, to)| (from as u32, to as u32)).collect()
    }

    /// Ties and all terms but one.
    pub(super) fn without(&self, term: usize) -> Vec<&'d Dyadic> {
        let others = self.terms.iter().enumerate().filter(|(at, _)| *at != term);
        others.map(|(_, it)| it).collect()
    }

    /// A matrix of all dyads from values of some of them; the others are not known.
    pub(super) fn spread(&self, cells: &[Cell], values: &[f64]) -> Vec<f64> {
        let n = self.ties.actors();
        let mut matrix = vec![f64::NAN; n * n];
        for (&(from, to), &value) in cells.iter().zip(values) {
            matrix[from as usize * n + to as usize] = value;
            if self.pairs {
                matrix[to as usize * n + from as usize] = value;
            }
        }
        matrix
    }

    /// Says which dyads count, and what has to be said of the terms.
    pub(super) fn told(&self, mut results: Results) -> Results {
        if self.ties.is_symmetric() && !self.pairs {
            let one_way = self.terms.iter().filter(|it| !it.is_symmetric());
            let one_way: Vec<&str> = one_way.map(Dyadic::name).collect();
            results.note(format!(
                "ties have no direction and {} has: each pair of actors counts both ways",
                one_way.join(", ")
            ));
        }
        for note in self.terms.iter().flat_map(Dyadic::notes) {
            results.note(note);
        }
        let names: Vec<&str> = self.terms.iter().map(Dyadic::name).collect();
        results.option("with", names.join(","))
    }
}

/// The values of a variable in some dyads.
pub(super) fn column(of: &Dyadic, cells: &[Cell]) -> Vec<f64> {
    let n = of.actors();
    cells.iter().map(|&(from, to)| of.values()[from as usize * n + to as usize]).collect()
}

/// All orders of the actors of a network.
pub(super) fn orders(net: &Network) -> Deals {
    let n = net.actors().len();
    Deals::new((0..n as u32).collect(), &vec![Some(0); n])
}

/// The order in which everybody stays.
pub(super) fn as_they_are(actors: usize) -> Vec<u32> {
    (0..actors as u32).collect()
}

/// Refuses terms of another number of actors than the network has, and no terms.
pub(super) fn refuse_misfit(net: &Network, terms: &[Dyadic], method: &str) -> Result<()> {
    if terms.is_empty() {
        return Err(Error::not_applicable(method, "there is nothing to set beside the ties"));
    }
    let Some(other) = terms.iter().find(|it| it.actors() != net.actors().len()) else {
        return Ok(());
    };
    let (name, own, theirs) = (other.name(), net.actors().len(), other.actors());
    let why = format!("the network has {own} actors and {name} {theirs}");
    Err(Error::not_applicable(method, why))
}
