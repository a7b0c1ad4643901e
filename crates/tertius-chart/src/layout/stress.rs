use super::distance::{Distances, all_pairs, components, neighbours};
use super::majorise::polish;
use super::orient::orient;
use super::quality::{crossings, quality};
use super::random::Random;
use super::{Layout, descent, pack, scaling};
use crate::geometry::{Point, Rect};

/// How [`stress`] goes about it.
#[derive(Debug, Clone, PartialEq)]
pub struct StressOptions {
    /// Where the random starts begin: the same seed gives the same bits on one platform.
    pub seed: u64,
    /// For each actor the groups it belongs to (localities, say), to be held apart; empty for plain stress.
    pub groups: Vec<Vec<usize>>,
    /// λ: how many steps further apart two actors of altogether different groups are drawn. Actors that
    /// share some of their groups get a part of it (one minus the Jaccard index), actors without a group none.
    pub apart: f64,
}

impl Default for StressOptions {
    fn default() -> Self {
        Self { seed: 1, groups: Vec::new(), apart: 1.0 }
    }
}

/// A drawing in which lengths follow the number of steps between actors.
///
/// The stress `Σ ((length − steps) / steps)²` over all pairs of each component is lowered from several
/// starts (multidimensional scaling, and gradient descent from seeded random positions), each polished by
/// majorisation. The lowest is kept, or the one with the fewest crossings among those within a two-hundredth
/// of it. Ties count as one step whatever their weight or direction. Components are drawn apart and packed.
/// Exact: time and memory grow with the square of the largest component, for up to
/// [`MOST_CONNECTED`](super::MOST_CONNECTED) actors.
///
/// ```
/// # use tertius_chart::layout::{StressOptions, stress};
/// let triangle = stress(3, &[(0, 1), (1, 2), (2, 0)], &StressOptions::default());
/// assert!(triangle.quality.stress.unwrap() < 1e-9);
/// ```
///
/// # Panics
///
/// When a tie names an actor that is not below `n`, or `groups` is neither empty nor of length `n`.
pub fn stress(n: usize, ties: &[(usize, usize)], options: &StressOptions) -> Layout {
    let near = neighbours(n, ties);
    let parts = components(&near);
    let drawn: Vec<Vec<Point>> =
        parts.iter().map(|members| component(&near, members, options)).collect();
    let boxes: Vec<Rect> = drawn.iter().map(|xy| Rect::around(xy)).collect();
    let mut xy = vec![Point::default(); n];
    for ((members, part), shift) in parts.iter().zip(&drawn).zip(pack::pack(&boxes, 1.0, 0.8)) {
        for (&actor, &p) in members.iter().zip(part) {
            xy[actor] = p + shift;
        }
    }
    Layout { quality: quality(&xy, ties), method: options.method(), xy }
}

impl StressOptions {
    /// What a caption says of the method.
    pub(crate) fn method(&self) -> String {
        if self.groups.is_empty() {
            format!("stress (seed {})", self.seed)
        } else {
            format!("stress with groups held apart (λ = {}, seed {})", self.apart, self.seed)
        }
    }
}

/// The positions of one component's members, in tie lengths, in standard position.
pub(crate) fn component(
    near: &[Vec<usize>],
    members: &[usize],
    options: &StressOptions,
) -> Vec<Point> {
    if members.len() == 1 {
        return vec![Point::default()];
    }
    let mut wanted = all_pairs(near, members);
    if !options.groups.is_empty() {
        wanted.lengthen(|i, j| {
            options.apart * unlike(&options.groups[members[i]], &options.groups[members[j]])
        });
    }
    let inner = within(near, members);
    let mut xy = fewest_crossings(candidates(&wanted, options.seed), &inner);
    let degrees: Vec<usize> = inner.iter().map(Vec::len).collect();
    orient(&mut xy, &degrees);
    xy
}

/// One minus the Jaccard index of two memberships; 0 when either is not known.
fn unlike(a: &[usize], b: &[usize]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let both = a.iter().filter(|group| b.contains(group)).count();
    1.0 - both as f64 / (a.len() + b.len() - both) as f64
}

/// Polished drawings from several starts, with their stress: many where that costs nothing, one where
/// a single start takes a second.
fn candidates(wanted: &Distances, seed: u64) -> Vec<(f64, Vec<Point>)> {
    let (starts, tolerance, sweeps) = match wanted.n {
        0..=150 => (16, 1e-6, 1_000),
        151..=1_000 => (3, 1e-5, 300),
        _ => (1, 1e-5, 60),
    };
    let mut random = Random::seeded(seed);
    let mut drawn: Vec<Vec<Point>> =
        (0..starts).map(|_| descent::descend(wanted, &mut random)).collect();
    if wanted.n <= 500 {
        drawn.push(scaling::classical(wanted));
    }
    drawn.into_iter().map(|mut xy| (polish(&mut xy, wanted, tolerance, sweeps), xy)).collect()
}

/// The lowest stress, or, among drawings that a reader could not tell from it by stress, the fewest crossings.
fn fewest_crossings(drawn: Vec<(f64, Vec<Point>)>, near: &[Vec<usize>]) -> Vec<Point> {
    let lowest = drawn.iter().map(|(stress, _)| *stress).fold(f64::INFINITY, f64::min);
    drawn
        .into_iter()
        .filter(|(stress, _)| *stress <= lowest * 1.005 + 1e-9)
        .map(|(_, xy)| xy)
        .min_by_key(|xy| crossings(xy, near))
        .unwrap_or_default()
}

/// The ties among members, with members numbered from 0.
fn within(near: &[Vec<usize>], members: &[usize]) -> Vec<Vec<usize>> {
    members
        .iter()
        .map(|&actor| {
            near[actor].iter().filter_map(|next| members.binary_search(next).ok()).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sns(n: usize, ties: &[(usize, usize)]) -> f64 {
        stress(n, ties, &StressOptions::default()).quality.stress.unwrap()
    }

    #[test]
    fn a_path_is_drawn_straight_and_a_triangle_even() {
        assert!(sns(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]) < 1e-6);
        assert!(sns(3, &[(0, 1), (1, 2), (0, 2)]) < 1e-9);
    }

    #[test]
    fn a_square_has_the_stress_of_its_diagonals() {
        // Four sides a and two diagonals a√2 wanted as 1 and 2: the least mean of (r − 1)² over
        // r = (a, a, a, a, a/√2, a/√2) is 1 − (Σr)² / (6 Σr²) with a = 1.
        let sum = 4.0 + 2.0 / 2.0_f64.sqrt();
        let expected = 1.0 - sum * sum / (6.0 * 5.0);
        assert!((sns(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]) - expected).abs() < 1e-6);
    }

    #[test]
    fn the_same_seed_gives_the_same_bits() {
        let ties = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (5, 6)];
        let options = StressOptions::default();
        assert_eq!(stress(8, &ties, &options), stress(8, &ties, &options));
    }

    #[test]
    fn groups_held_apart_stand_further_apart() {
        let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (0, 3), (1, 4), (2, 5)];
        let plain = stress(6, &ties, &StressOptions::default());
        let groups = (0..6).map(|i| vec![usize::from(i > 2)]).collect();
        let apart =
            stress(6, &ties, &StressOptions { groups, apart: 2.0, ..StressOptions::default() });
        let between = |layout: &Layout| layout.xy[0].distance(layout.xy[3]);
        assert!(between(&apart) > 1.5 * between(&plain));
    }

    #[test]
    fn a_network_without_actors_or_ties_is_no_trouble() {
        assert!(stress(0, &[], &StressOptions::default()).xy.is_empty());
        assert_eq!(stress(3, &[], &StressOptions::default()).quality.stress, None);
    }
}
