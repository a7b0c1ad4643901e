use super::Matrix;
use crate::{Result, Watch};

const NOT_FOUND: u32 = u32::MAX;

/// The search of Tarjan (1972) for actors who draw from one another, without calling itself: a
/// chain of actors may be as long as the network is large.
struct Search<'m> {
    matrix: &'m Matrix,
    /// When each actor was found.
    found: Vec<u32>,
    /// The first found of those whom an actor is known to draw from and who may draw from it.
    first: Vec<u32>,
    /// Actors whose circle is not complete, in the order in which they were found.
    open: Vec<usize>,
    is_open: Vec<bool>,
    /// The actors from the start of the search to where it is, and how far each of their rows was
    /// read.
    trail: Vec<(usize, usize)>,
    circles: Vec<Vec<usize>>,
}

impl Matrix {
    /// Actors who draw from one another, directly or not: those who do so with anybody.
    pub(crate) fn circles(&self, watch: &Watch) -> Result<Vec<Vec<usize>>> {
        let n = self.len();
        let mut search = Search {
            matrix: self,
            found: vec![NOT_FOUND; n],
            first: vec![0; n],
            open: Vec::new(),
            is_open: vec![false; n],
            trail: Vec::new(),
            circles: Vec::new(),
        };
        let mut number = 0;
        for start in 0..n {
            let mut next = (search.found[start] == NOT_FOUND).then_some(start);
            while let Some(actor) = next {
                watch.go_on()?;
                search.find(actor, number);
                number += 1;
                next = search.go_on();
            }
        }
        search.circles.sort_unstable();
        Ok(search.circles)
    }
}

impl Search<'_> {
    fn find(&mut self, actor: usize, number: u32) {
        (self.found[actor], self.first[actor]) = (number, number);
        self.open.push(actor);
        self.is_open[actor] = true;
        self.trail.push((actor, 0));
    }

    /// The next actor that was not found; `None` when the search is back from where it started.
    fn go_on(&mut self) -> Option<usize> {
        while let Some((actor, read)) = self.trail.last_mut() {
            let actor = *actor;
            let rest = &self.matrix.columns(actor)[*read..];
            let new = rest.iter().position(|&to| {
                let to = to as usize;
                if self.is_open[to] {
                    self.first[actor] = self.first[actor].min(self.found[to]);
                }
                self.found[to] == NOT_FOUND
            });
            if let Some(at) = new {
                let to = rest[at] as usize;
                *read += at + 1;
                return Some(to);
            }
            self.leave(actor);
        }
        None
    }

    /// Whoever is at the end of the trail has been read: with all found since, it is a circle, unless
    /// somebody before it is of the same one.
    fn leave(&mut self, actor: usize) {
        self.trail.pop();
        if let Some(&(before, _)) = self.trail.last() {
            self.first[before] = self.first[before].min(self.first[actor]);
        }
        if self.first[actor] < self.found[actor] {
            return;
        }
        let start = self.open.iter().rposition(|&it| it == actor).unwrap_or_default();
        let mut circle = self.open.split_off(start);
        circle.iter().for_each(|&it| self.is_open[it] = false);
        if circle.len() > 1 {
            circle.sort_unstable();
            self.circles.push(circle);
        }
    }
}

#[cfg(test)]
mod tests {
    use petgraph::algo::kosaraju_scc;
    use petgraph::graph::{DiGraph, NodeIndex};
    use proptest::prelude::*;

    use crate::Watch;
    use crate::spectra::Matrix;

    proptest! {
        #[test]
        fn circles_are_those_of_petgraph(arcs in prop::collection::vec((0..12_u32, 0..12_u32), 0..40)) {
            let row = |i: u32| {
                let from = arcs.iter().filter(move |(from, to)| *from == i && to != from);
                from.map(|(_, to)| (*to as usize, 1.0)).collect::<Vec<_>>()
            };
            let matrix = Matrix::new(12, |i| row(i as u32));
            let mut graph = DiGraph::<(), ()>::from_edges(&arcs);
            while graph.node_count() < 12 {
                graph.add_node(());
            }
            let circles = kosaraju_scc(&graph).into_iter().filter(|circle| circle.len() > 1);
            let mut circles: Vec<Vec<usize>> =
                circles.map(|circle| circle.into_iter().map(NodeIndex::index).collect()).collect();
            circles.iter_mut().for_each(|circle| circle.sort_unstable());
            circles.sort_unstable();
            prop_assert_eq!(matrix.circles(&Watch::new()).unwrap(), circles);
        }
    }
}
