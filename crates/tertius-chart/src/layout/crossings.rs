use rayon::prelude::*;

use super::graph::Graph;
use crate::geometry::{Point, cross};

/// More ties than these are not looked at pair by pair.
pub const MOST_CROSSED: usize = 50_000;

/// How often two ties cross that share no end.
pub(crate) fn crossings(xy: &[Point], graph: &Graph) -> u64 {
    let mut ties: Vec<(usize, usize)> = graph.ties().collect();
    let left = |&(a, b): &(usize, usize)| xy[a].x.min(xy[b].x);
    let right = |&(a, b): &(usize, usize)| xy[a].x.max(xy[b].x);
    ties.sort_by(|a, b| left(a).total_cmp(&left(b)));
    let with_later = |at: usize| {
        let (a, b) = ties[at];
        let end = right(&ties[at]);
        // Ties that begin further right than this one ends cannot cross it.
        let near = ties[at + 1..].iter().take_while(|later| left(later) <= end);
        let crossed = near.filter(|&&(c, d)| {
            let shared = a == c || a == d || b == c || b == d;
            !shared && cross((xy[a], xy[b]), (xy[c], xy[d]))
        });
        crossed.count() as u64
    };
    (0..ties.len()).into_par_iter().with_min_len(64).map(with_later).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn crossings_are_those_of_every_pair_looked_at(
            places in proptest::collection::vec((0.0..1.0, 0.0..1.0), 4..20),
            ends in proptest::collection::vec((0_usize..20, 0_usize..20), 0..40),
        ) {
            let xy: Vec<Point> = places.iter().map(|p| point(p.0, p.1)).collect();
            let n = xy.len();
            let ties: Vec<(usize, usize)> = ends.iter().map(|e| (e.0 % n, e.1 % n)).collect();
            let graph = Graph::new(n, &ties);
            let all: Vec<(usize, usize)> = graph.ties().collect();
            let mut count = 0;
            for (at, &(a, b)) in all.iter().enumerate() {
                for &(c, d) in &all[at + 1..] {
                    let apart = a != c && a != d && b != c && b != d;
                    count += u64::from(apart && cross((xy[a], xy[b]), (xy[c], xy[d])));
                }
            }
            prop_assert_eq!(crossings(&xy, &graph), count);
        }
    }
}
