//! Stress of networks too large for the distance of every pair (Ortmann, Klimenta and Brandes 2017,
//! doi 10.7155/jgaa.00440): ties are kept to their length, and every actor to its distance from some pivots
//! that stand for everybody near them.

use tertius::{Result, Watch};

use super::graph::{Graph, UNREACHED};
use super::pull::Pull;
use super::random::Random;
use super::scaling::by_pivots;
use crate::geometry::Point;

/// Pivots up to this many actors, and beyond: what costs more than it shows.
const SOME: (usize, usize) = (20_000, 200);
const FEW: usize = 100;

/// Sweeps of majorisation: with twice as many nothing is gained that could be seen.
const SWEEPS: usize = 30;

/// A connected network drawn by sparse stress, in tie lengths: majorised from scaling by the pivots. Gradient
/// descent from a random start, as for exact stress, is several times slower here and ends no lower.
pub(super) fn draw(
    graph: &Graph,
    extra: &(dyn Fn(usize, usize) -> f64 + Sync),
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let n = graph.len();
    let mut random = Random::seeded(seed);
    let number = if n <= SOME.0 { SOME.1 } else { FEW };
    let pivots = Pivots::of(graph, number, extra, &mut random, watch)?;
    let mut xy = by_pivots(n, pivots.actors.len(), |actor, at| pivots.term(actor, at).0);
    for _ in 0..SWEEPS {
        watch.go_on()?;
        for actor in 0..n {
            let mut pull = Pull::on(xy[actor]);
            for (at, &pivot) in pivots.actors.iter().enumerate() {
                let (want, stands_for) = pivots.term(actor, at);
                if want > 0.0 {
                    pull.add(xy[pivot], want, stands_for);
                }
            }
            for &contact in graph.contacts(actor) {
                pull.add(xy[contact as usize], 1.0 + extra(actor, contact as usize), 1.0);
            }
            xy[actor] = pull.mean().unwrap_or(xy[actor]);
        }
    }
    Ok(xy)
}

/// A few actors spread over the network, and how far everybody is from each.
struct Pivots {
    actors: Vec<usize>,
    /// For each actor and pivot the wanted distance, 0 from itself.
    want: Vec<f32>,
    /// For each actor and pivot how many the pivot stands for: those of its region who are at most half
    /// as far from it.
    stands_for: Vec<f32>,
}

impl Pivots {
    /// The actor with most ties, then, one by one, drawn from those far from all so far. Whoever is farthest would
    /// be at the rim every time, and a rim stands for nobody.
    fn of(
        graph: &Graph,
        number: usize,
        extra: &(dyn Fn(usize, usize) -> f64 + Sync),
        random: &mut Random,
        watch: &Watch,
    ) -> Result<Self> {
        let n = graph.len();
        let number = number.min(n);
        let mut next = (0..n).rev().max_by_key(|&actor| graph.degree(actor)).unwrap_or(0);
        let (mut actors, mut queue) = (Vec::new(), Vec::new());
        let mut steps = vec![vec![0; n]; number];
        let mut nearest = vec![(UNREACHED, 0); n];
        for (at, steps) in steps.iter_mut().enumerate() {
            watch.go_on()?;
            actors.push(next);
            graph.steps(next, steps, &mut queue);
            for (nearest, &steps) in nearest.iter_mut().zip(&*steps) {
                *nearest = (*nearest).min((steps, at));
            }
            next = far_from_all(&nearest, random);
        }
        let regions: Vec<Vec<f32>> =
            (0..number).map(|at| within(&nearest, &steps[at], at)).collect();
        let mut want = vec![0.0; n * number];
        let mut stands_for = vec![0.0; n * number];
        for (actor, (want, stands_for)) in
            want.chunks_mut(number).zip(stands_for.chunks_mut(number)).enumerate()
        {
            for (at, region) in regions.iter().enumerate() {
                let far = steps[at][actor];
                if far > 0 {
                    want[at] = far as f32 + extra(actor, actors[at]) as f32;
                    stands_for[at] = region[(far as usize / 2).min(region.len() - 1)];
                }
            }
        }
        Ok(Self { actors, want, stands_for })
    }

    fn term(&self, actor: usize, at: usize) -> (f64, f64) {
        let cell = actor * self.actors.len() + at;
        (f64::from(self.want[cell]), f64::from(self.stands_for[cell]))
    }
}

/// An actor, the likelier the farther it is from the nearest pivot.
fn far_from_all(nearest: &[(u32, usize)], random: &mut Random) -> usize {
    let all: u64 = nearest.iter().map(|(far, _)| u64::from(*far)).sum();
    let mut drawn = random.below(all as usize) as u64;
    let is_drawn = |&(far, _): &(u32, usize)| {
        let far = u64::from(far);
        let here = drawn < far;
        drawn = drawn.saturating_sub(far);
        here
    };
    nearest.iter().position(is_drawn).unwrap_or(0)
}

/// How many of a pivot's region are at most 0, 1, 2, … steps from it.
fn within(nearest: &[(u32, usize)], steps: &[u32], pivot: usize) -> Vec<f32> {
    let mut count = vec![0.0];
    for (actor, _) in nearest.iter().enumerate().filter(|(_, (_, at))| *at == pivot) {
        let far = steps[actor] as usize;
        if count.len() <= far {
            count.resize(far + 1, 0.0);
        }
        count[far] += 1.0;
    }
    for far in 1..count.len() {
        count[far] += count[far - 1];
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(n: usize) -> Graph {
        Graph::new(n, &(0..n).map(|i| (i, (i + 1) % n)).collect::<Vec<_>>())
    }

    #[test]
    fn pivots_stand_for_those_near_them() {
        let random = &mut Random::seeded(1);
        let pivots = Pivots::of(&ring(12), 12, &|_, _| 0.5, random, &Watch::new()).unwrap();
        let mut everybody = pivots.actors.clone();
        everybody.sort_unstable();
        assert_eq!(everybody, (0..12).collect::<Vec<_>>());
        // Where everybody is a pivot, everybody stands for themselves alone.
        assert_eq!(pivots.term(3, 0), (3.5, 1.0));
        assert!(pivots.term(0, 0).0.abs() < 1e-12);
        let one = Pivots::of(&ring(12), 1, &|_, _| 0.0, random, &Watch::new()).unwrap();
        // Of all twelve, five are at most two of four steps away.
        assert_eq!((one.actors[0], one.term(4, 0)), (0, (4.0, 5.0)));
    }

    #[test]
    fn a_ring_is_drawn_round() {
        let xy = draw(&ring(300), &|_, _| 0.0, 1, &Watch::new()).unwrap();
        let centre = xy.iter().fold(Point::default(), |sum, &p| sum + p) * (1.0 / 300.0);
        let radii: Vec<f64> = xy.iter().map(|p| p.distance(centre)).collect();
        let (low, high) = (
            radii.iter().copied().fold(f64::MAX, f64::min),
            radii.iter().copied().fold(0.0, f64::max),
        );
        assert!(high < 1.1 * low, "{low} to {high}");
    }
}
