//! Fewer crossings around a centre, with everybody as far from it as before.

use tertius::{Result, Watch};

use super::graph::Graph;
use crate::geometry::{Point, cross};

/// Rounds over all pairs of actors: a few settle it.
const ROUNDS: usize = 24;
/// Two ties are looked at together so often in a round at most; with more, only lengths are.
const MOST_LOOKED: usize = 50_000_000;

/// Lets actors of one class exchange their directions from the origin wherever that saves crossings, or length where
/// crossings are as many. Actors without a class stay.
pub(super) fn untangle(
    graph: &Graph,
    xy: &mut [Point],
    class: &[Option<usize>],
    watch: &Watch,
) -> Result<()> {
    let ties: Vec<(usize, usize)> = graph.ties().collect();
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); xy.len()];
    for (at, &(a, b)) in ties.iter().enumerate() {
        of[a].push(at);
        of[b].push(at);
    }
    let looked = 2 * xy.len() * ties.len() * ties.len();
    let tangle = Tangle { ties: &ties, of, counts: looked <= MOST_LOOKED };
    for _ in 0..ROUNDS {
        let mut swapped = false;
        for a in 0..xy.len() {
            watch.go_on()?;
            for b in 0..a {
                if class[a].is_some() && class[a] == class[b] {
                    swapped |= tangle.swap(xy, a, b);
                }
            }
        }
        if !swapped {
            break;
        }
    }
    Ok(())
}

struct Tangle<'a> {
    ties: &'a [(usize, usize)],
    /// The ties of each actor.
    of: Vec<Vec<usize>>,
    /// Whether crossings are counted, or lengths alone.
    counts: bool,
}

impl Tangle<'_> {
    /// Exchanges the directions of two actors if that is better; whether it was.
    fn swap(&self, xy: &mut [Point], a: usize, b: usize) -> bool {
        let before = self.cost(xy, a, b);
        let kept = (xy[a], xy[b]);
        (xy[a], xy[b]) = (kept.1.unit() * kept.0.length(), kept.0.unit() * kept.1.length());
        let after = self.cost(xy, a, b);
        let better = after.0 < before.0 || (after.0 == before.0 && after.1 < before.1 - 1e-9);
        if !better {
            (xy[a], xy[b]) = kept;
        }
        better
    }

    /// Crossings and length of the ties of two actors. A crossing of two of those ties counts double, before as after.
    fn cost(&self, xy: &[Point], a: usize, b: usize) -> (usize, f64) {
        let (mut crossings, mut length) = (0, 0.0);
        for &own in self.of[a].iter().chain(&self.of[b]) {
            let line = self.line(xy, own);
            length += line.0.distance(line.1);
            if self.counts {
                let others = 0..self.ties.len();
                crossings += others.filter(|&other| cross(line, self.line(xy, other))).count();
            }
        }
        (crossings, length)
    }

    fn line(&self, xy: &[Point], tie: usize) -> (Point, Point) {
        (xy[self.ties[tie].0], xy[self.ties[tie].1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::crossings::crossings;

    #[test]
    fn a_ring_drawn_as_a_star_is_untangled_and_radii_stay() {
        let graph = Graph::new(7, &(0..7).map(|i| (i, (i + 1) % 7)).collect::<Vec<_>>());
        let spot = |i: usize| {
            let (sin, cos) = libm::sincos(std::f64::consts::TAU * (i * 3 % 7) as f64 / 7.0);
            crate::point(cos, sin) * (1.0 + i as f64 / 10.0)
        };
        let mut xy: Vec<Point> = (0..7).map(spot).collect();
        assert!(crossings(&xy, &graph) > 5);
        untangle(&graph, &mut xy, &[Some(0); 7], &Watch::new()).unwrap();
        assert_eq!(crossings(&xy, &graph), 0);
        for (i, p) in xy.iter().enumerate() {
            assert!((p.length() - (1.0 + i as f64 / 10.0)).abs() < 1e-9);
        }
    }
}
