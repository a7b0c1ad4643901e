//! Columns of actors, in an order with few crossings (Sugiyama, Tagawa and Toda 1981, doi 10.1109/TSMC.1981.4308636).

use super::graph::Graph;
use crate::geometry::{Point, point};

/// Sweeps by barycentre, to the right and back.
const SWEEPS: usize = 24;
/// Sweeps that move actors towards their contacts without changing the order.
const STRAIGHTENED: usize = 12;

/// Places with the layer as x and a slot, one apart, as y.
pub(super) fn draw(graph: &Graph, layers: &[usize]) -> Vec<Point> {
    let number = layers.iter().max().map_or(0, |last| last + 1);
    let mut order: Vec<Vec<usize>> = vec![Vec::new(); number];
    for &actor in &by_search(graph) {
        order[layers[actor]].push(actor);
    }
    let mut columns = Columns { graph, layers, slot: vec![0; layers.len()], order };
    columns.number();
    let mut best = (columns.crossings(), columns.order.clone());
    for sweep in 0..SWEEPS {
        columns.sweep(sweep % 2 == 1);
        let crossings = columns.crossings();
        if crossings < best.0 {
            best = (crossings, columns.order.clone());
        }
    }
    columns.order = best.1;
    columns.number();
    while columns.swap_neighbours() {}
    let y = columns.straightened();
    layers.iter().zip(y).map(|(&layer, y)| point(layer as f64, y)).collect()
}

/// Actors in the order of a breadth-first search from those with most ties: contacts start near each other.
fn by_search(graph: &Graph) -> Vec<usize> {
    let (mut steps, mut queue) = (vec![0; graph.len()], Vec::new());
    let mut found = Vec::with_capacity(graph.len());
    for members in graph.components() {
        let first = members.into_iter().rev().max_by_key(|&actor| graph.degree(actor));
        graph.steps(first.unwrap_or(0), &mut steps, &mut queue);
        found.extend(queue.iter().map(|&actor| actor as usize));
    }
    found
}

struct Columns<'a> {
    graph: &'a Graph,
    layers: &'a [usize],
    order: Vec<Vec<usize>>,
    /// The place of each actor in its column.
    slot: Vec<usize>,
}

impl Columns<'_> {
    fn number(&mut self) {
        for column in &self.order {
            for (slot, &actor) in column.iter().enumerate() {
                self.slot[actor] = slot;
            }
        }
    }

    /// Where an actor stands in its column, from 0 to 1: columns differ in length.
    fn height(&self, actor: usize) -> f64 {
        (self.slot[actor] as f64 + 0.5) / self.order[self.layers[actor]].len() as f64
    }

    /// Orders each column by the mean height of its actors' contacts.
    fn sweep(&mut self, backwards: bool) {
        let mut columns: Vec<usize> = (0..self.order.len()).collect();
        if backwards {
            columns.reverse();
        }
        for column in columns {
            let mut keyed: Vec<(f64, usize)> = self.order[column]
                .iter()
                .map(|&actor| (self.barycentre(actor, |other| self.height(other)), actor))
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.order[column] = keyed.into_iter().map(|(_, actor)| actor).collect();
            self.number();
        }
    }

    /// The mean of the contacts in other columns, or the actor's own where there is none.
    fn barycentre(&self, actor: usize, height: impl Fn(usize) -> f64) -> f64 {
        let (mut sum, mut number) = (0.0, 0.0);
        for other in self.elsewhere(actor) {
            sum += height(other);
            number += 1.0;
        }
        if number > 0.0 { sum / number } else { height(actor) }
    }

    fn elsewhere(&self, actor: usize) -> impl Iterator<Item = usize> + '_ {
        let contacts = self.graph.contacts(actor).iter().map(|&other| other as usize);
        contacts.filter(move |&other| self.layers[other] != self.layers[actor])
    }

    /// Crossings between each two columns.
    fn crossings(&self) -> usize {
        let mut ties: Vec<(usize, usize, usize, usize)> = self
            .graph
            .ties()
            .map(|(a, b)| if self.layers[a] < self.layers[b] { (a, b) } else { (b, a) })
            .filter(|&(a, b)| self.layers[a] != self.layers[b])
            .map(|(a, b)| (self.layers[a], self.layers[b], self.slot[a], self.slot[b]))
            .collect();
        ties.sort_unstable();
        let between = ties.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        between.map(|ties| inversions(&ties.iter().map(|it| it.3).collect::<Vec<_>>())).sum()
    }

    /// Swaps neighbours in a column where that saves a crossing; whether any did.
    fn swap_neighbours(&mut self) -> bool {
        let mut swapped = false;
        for column in 0..self.order.len() {
            for upper in 0..self.order[column].len().saturating_sub(1) {
                let (a, b) = (self.order[column][upper], self.order[column][upper + 1]);
                if self.crossed(b, a) < self.crossed(a, b) {
                    self.order[column].swap(upper, upper + 1);
                    self.slot.swap(a, b);
                    swapped = true;
                }
            }
        }
        swapped
    }

    /// Crossings between the ties of two actors of a column, the first above the second.
    fn crossed(&self, upper: usize, lower: usize) -> usize {
        self.elsewhere(upper)
            .map(|a| {
                let same =
                    |&b: &usize| self.layers[a] == self.layers[b] && self.slot[b] < self.slot[a];
                self.elsewhere(lower).filter(same).count()
            })
            .sum()
    }

    /// Heights in the order found, at least one apart, as near to the contacts' mean as that allows.
    fn straightened(&self) -> Vec<f64> {
        let longest = self.order.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let mut y: Vec<f64> =
            (0..self.slot.len()).map(|actor| self.height(actor) * longest - 0.5).collect();
        for _ in 0..STRAIGHTENED {
            for column in &self.order {
                let wanted: Vec<f64> =
                    column.iter().map(|&actor| self.barycentre(actor, |other| y[other])).collect();
                let settled = one_apart(&wanted, longest - 1.0);
                for (&actor, settled) in column.iter().zip(settled) {
                    y[actor] = settled;
                }
            }
        }
        y
    }
}

/// Pairs in the wrong order, ties between equals not counted.
fn inversions(values: &[usize]) -> usize {
    // The places a Fenwick tree counts, from the highest value down.
    let most = values.iter().max().map_or(0, |most| most + 1);
    let mut tree = vec![0_usize; most + 1];
    let mut found = 0;
    for (before, &value) in values.iter().enumerate() {
        let (mut at, mut not_above) = (value + 1, 0);
        while at > 0 {
            not_above += tree[at];
            at &= at - 1;
        }
        found += before - not_above;
        at = value + 1;
        while at <= most {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    found
}

/// The ascending heights from 0 to `most`, each at least one above the last, with the least squares from those
/// wanted: isotonic regression by pooling (Ayer, Brunk, Ewing, Reid and Silverman 1955).
fn one_apart(wanted: &[f64], most: f64) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (at, want) in wanted.iter().enumerate() {
        let mut pool = (want - at as f64, 1);
        while let Some(&(mean, number)) = pools.last()
            && mean > pool.0
        {
            let all = number + pool.1;
            pool = ((mean * number as f64 + pool.0 * pool.1 as f64) / all as f64, all);
            pools.pop();
        }
        pools.push(pool);
    }
    let last = (most - (wanted.len() as f64 - 1.0)).max(0.0);
    let flat = pools.into_iter().flat_map(|(mean, number)| std::iter::repeat_n(mean, number));
    flat.enumerate().map(|(at, mean)| mean.clamp(0.0, last) + at as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::crossings::crossings;
    use proptest::prelude::*;

    #[test]
    fn a_ladder_is_drawn_without_a_crossing() {
        // Six on the left, six on the right, tied crosswise in the order given.
        let ties: Vec<(usize, usize)> = (0..6).map(|i| (i, 6 + (i * 5) % 6)).collect();
        let graph = Graph::new(12, &ties);
        let layers: Vec<usize> = (0..12).map(|i| i / 6).collect();
        let xy = draw(&graph, &layers);
        assert_eq!(crossings(&xy, &graph), 0);
        assert!(ties.iter().all(|&(a, b)| (xy[a].y - xy[b].y).abs() < 1e-9), "{xy:?}");
    }

    proptest! {
        #[test]
        fn slots_are_one_apart_and_no_cheaper_order_of_two_is_missed(
            ends in proptest::collection::vec((0_usize..7, 7_usize..14), 1..25),
        ) {
            let graph = Graph::new(14, &ends);
            let layers: Vec<usize> = (0..14).map(|i| i / 7).collect();
            let xy = draw(&graph, &layers);
            for a in 0..14 {
                for b in 0..a {
                    prop_assert!(layers[a] != layers[b] || (xy[a].y - xy[b].y).abs() > 1.0 - 1e-9);
                }
            }
            let found = crossings(&xy, &graph);
            for layer in 0..2 {
                let mut column: Vec<usize> = (0..14).filter(|&i| layers[i] == layer).collect();
                column.sort_by(|&a, &b| xy[a].y.total_cmp(&xy[b].y));
                for pair in column.windows(2) {
                    let mut other = xy.clone();
                    (other[pair[0]].y, other[pair[1]].y) = (xy[pair[1]].y, xy[pair[0]].y);
                    prop_assert!(crossings(&other, &graph) >= found);
                }
            }
        }

        #[test]
        fn inversions_are_those_counted_pair_by_pair(values in proptest::collection::vec(0_usize..9, 0..30)) {
            let mut count = 0;
            for (at, a) in values.iter().enumerate() {
                count += values[at + 1..].iter().filter(|b| *b < a).count();
            }
            prop_assert_eq!(inversions(&values), count);
        }
    }
}
