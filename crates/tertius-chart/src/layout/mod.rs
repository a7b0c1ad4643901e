//! Where to put the actors, and how good the answer is.

mod axis;
mod clear;
mod clusters;
mod concentric;
mod crossings;
mod descent;
mod distance;
mod graph;
mod layered;
mod majorise;
mod method;
mod orient;
mod pack;
mod pieces;
mod pinned;
mod pull;
mod quadtree;
mod quality;
mod random;
mod rings;
mod scaling;
mod sparse;
mod spread;
mod stress;
mod untangle;
mod waves;

pub(crate) use clear::clear;
pub(crate) use concentric::INNERMOST;
pub use crossings::MOST_CROSSED;
pub(crate) use graph::Graph;
pub use method::Method;
pub(crate) use pack::pack;
pub(crate) use pieces::{Freedom, Piece, pieces};
pub(crate) use quality::stress as scale_normalised;
pub use quality::{Drawn, Quality, quality};
pub(crate) use random::Random;
pub(crate) use spread::spread;
use tertius::{Result, Watch};

use crate::geometry::{Point, Rect};

/// Where the actors stand and how that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// One position per actor, in the order of the actors.
    pub xy: Vec<Point>,
    /// How it was made, as a caption would say it.
    pub method: String,
}

/// Gives `n` actors places, in tie lengths. Ties count as one step whatever their strength or direction.
/// Components are drawn apart and packed; each lies the long way across, with the actor of most ties up on the
/// left, so that the same network always looks the same. The same seed gives the same bits.
///
/// ```
/// use tertius::Watch;
/// use tertius_chart::layout::{Drawn, Method, lay_out, quality};
/// let triangle = [(0, 1), (1, 2), (2, 0)];
/// let layout = lay_out(3, &triangle, &Method::Stress, 1, &Watch::new())?;
/// let drawn = Drawn { ties: &triangle, ..Drawn::default() };
/// assert!(quality(&layout.xy, &drawn).stress.unwrap() < 1e-9);
/// # Ok::<(), tertius::Error>(())
/// ```
///
/// # Errors
///
/// [`Stopped`](tertius::Error::Stopped); [`NotApplicable`](tertius::Error::NotApplicable) for a method that
/// cannot draw so many actors.
///
/// # Panics
///
/// When a tie names an actor that is not below `n`.
pub fn lay_out(
    n: usize,
    ties: &[(usize, usize)],
    method: &Method,
    seed: u64,
    watch: &Watch,
) -> Result<Layout> {
    let pieces = pieces(&Graph::new(n, ties), method, seed, watch)?;
    let boxes: Vec<Rect> = pieces.iter().map(|piece| Rect::around(&piece.xy)).collect();
    let mut xy = vec![Point::default(); n];
    for (piece, shift) in pieces.iter().zip(pack(&boxes, 1.0, 0.8)) {
        for (&actor, &p) in piece.members.iter().zip(&piece.xy) {
            xy[actor] = p + shift;
        }
    }
    Ok(Layout { xy, method: method.words(seed) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stress(n: usize, ties: &[(usize, usize)], method: &Method) -> Option<f64> {
        let layout = lay_out(n, ties, method, 1, &Watch::new()).unwrap();
        quality(&layout.xy, &Drawn { ties, ..Drawn::default() }).stress
    }

    #[test]
    fn a_path_is_drawn_straight_and_a_triangle_even() {
        let path = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)];
        assert!(stress(6, &path, &Method::Stress).unwrap() < 1e-6);
        assert!(stress(3, &[(0, 1), (1, 2), (0, 2)], &Method::Stress).unwrap() < 1e-9);
    }

    #[test]
    fn a_square_has_the_stress_of_its_diagonals() {
        // Four sides a and two diagonals a√2 wanted as 1 and 2: the least mean of (r − 1)² over
        // r = (a, a, a, a, a/√2, a/√2) is 1 − (Σr)² / (6 Σr²) with a = 1.
        let sum = 4.0 + 2.0 / 2.0_f64.sqrt();
        let expected = 1.0 - sum * sum / (6.0 * 5.0);
        let square = [(0, 1), (1, 2), (2, 3), (3, 0)];
        assert!((stress(4, &square, &Method::Stress).unwrap() - expected).abs() < 1e-6);
    }

    #[test]
    fn the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
        let ties: Vec<(usize, usize)> = (0..90).map(|i| (i * 7 % 60, i * i % 61)).collect();
        for method in [Method::Stress, Method::Clusters] {
            let on = |threads: usize| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                pool.install(|| lay_out(61, &ties, &method, 1, &Watch::new()).unwrap())
            };
            assert_eq!(on(1), on(3));
        }
    }

    #[test]
    fn groups_held_apart_stand_further_apart() {
        let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (0, 3), (1, 4), (2, 5)];
        let groups = (0..6).map(|i| vec![usize::from(i > 2)]).collect();
        let between = |method: &Method| {
            let layout = lay_out(6, &ties, method, 1, &Watch::new()).unwrap();
            layout.xy[0].distance(layout.xy[3])
        };
        let apart = between(&Method::Grouped { groups, apart: 2.0 });
        assert!(apart > 1.5 * between(&Method::Stress));
    }

    #[test]
    fn a_network_without_actors_or_ties_is_no_trouble() {
        assert!(lay_out(0, &[], &Method::Stress, 1, &Watch::new()).unwrap().xy.is_empty());
        assert_eq!(stress(3, &[], &Method::Clusters), None);
    }

    #[test]
    fn whoever_stops_it_is_obeyed() {
        let watch = Watch::new();
        watch.stop();
        let ring: Vec<(usize, usize)> = (0..9).map(|i| (i, (i + 1) % 9)).collect();
        let places = vec![None; 9];
        for method in [Method::Stress, Method::Clusters, Method::Fixed { places }] {
            assert_eq!(lay_out(9, &ring, &method, 1, &watch), Err(tertius::Error::Stopped));
        }
    }
}
