use rayon::prelude::*;

use super::crossings::{MOST_CROSSED, crossings};
use super::graph::{Graph, UNREACHED};
use super::stress::MOST_EXACT;
use crate::geometry::Point;

/// How good a drawing is, in numbers that do not change when it is scaled, turned or mirrored.
///
/// Of more than 2,500 actors the first two are estimated from 500 of them, evenly spread in the order given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Scale-normalised stress (Ahmed et al. 2024, arXiv 2408.04688): the mean over connected pairs of
    /// `((α·length − steps) / steps)²` at the best scale α. 0 is perfect; `None` without a connected pair.
    pub stress: Option<f64>,
    /// Neighbourhood preservation: the mean share that an actor's contacts and its equally many nearest
    /// actors on the page have in common (Jaccard). 1 is perfect; `None` without a tie.
    pub neighbourhood: Option<f64>,
    /// How often two ties cross; `None` of more than [`MOST_CROSSED`] ties.
    pub crossings: Option<u64>,
    /// How much nearer actors stand to their own group than to the nearest other (Rousseeuw 1987,
    /// doi 10.1016/0377-0427(87)90125-7), from −1 to 1, the mean over actors of a group; `None` with fewer than two
    /// groups.
    pub silhouette: Option<f64>,
    /// How many pairs of marks overlap.
    pub overlaps: usize,
}

const SAMPLE: usize = 500;

/// What is drawn, besides where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drawn<'a> {
    /// The ties, as pairs of actors.
    pub ties: &'a [(usize, usize)],
    /// The group of each actor; empty when nobody asks.
    pub groups: &'a [Option<usize>],
    /// The radius of each actor's mark, in the unit of the positions; empty for points.
    pub radii: &'a [f64],
}

/// Measures a drawing.
///
/// ```
/// # use tertius_chart::{layout::{Drawn, quality}, point};
/// let path = Drawn { ties: &[(0, 1), (1, 2)], ..Drawn::default() };
/// let straight = quality(&[point(0.0, 0.0), point(5.0, 0.0), point(10.0, 0.0)], &path);
/// assert!(straight.stress.unwrap() < 1e-12);
/// assert_eq!(straight.crossings, Some(0));
/// ```
///
/// # Panics
///
/// When a tie names an actor without a position, or groups or radii are neither empty nor one for each actor.
pub fn quality(xy: &[Point], drawn: &Drawn<'_>) -> Quality {
    let graph = Graph::new(xy.len(), drawn.ties);
    let few = graph.ties().count() <= MOST_CROSSED;
    Quality {
        stress: stress(xy, &graph),
        neighbourhood: neighbourhood(xy, &graph),
        crossings: few.then(|| crossings(xy, &graph)),
        silhouette: silhouette(xy, drawn.groups),
        overlaps: overlaps(xy, drawn.radii),
    }
}

/// All actors, or some of them evenly spread.
fn sampled(n: usize) -> Vec<usize> {
    if n <= MOST_EXACT { (0..n).collect() } else { (0..SAMPLE).map(|at| at * n / SAMPLE).collect() }
}

pub(crate) fn stress(xy: &[Point], graph: &Graph) -> Option<f64> {
    // Of the ratios r = length / steps the mean of (αr − 1)² is least at α = Σr / Σr², where it is
    // 1 − (Σr)² / (N Σr²).
    let rows = sampled(xy.len()).into_par_iter().map_init(
        || (vec![0; xy.len()], Vec::new()),
        |(steps, queue), from| {
            graph.steps(from, steps, queue);
            let mut sums = (0.0, 0.0, 0.0);
            for (to, &steps) in steps.iter().enumerate() {
                if steps != 0 && steps != UNREACHED {
                    let ratio = xy[from].distance(xy[to]) / f64::from(steps);
                    sums = (sums.0 + 1.0, sums.1 + ratio, sums.2 + ratio * ratio);
                }
            }
            sums
        },
    );
    let add = |a: (f64, f64, f64), b: (f64, f64, f64)| (a.0 + b.0, a.1 + b.1, a.2 + b.2);
    // Collected first: sums in the order of the actors are the same on any number of threads.
    let rows: Vec<(f64, f64, f64)> = rows.collect();
    let (pairs, sum, squares) = rows.into_iter().fold((0.0, 0.0, 0.0), add);
    (squares > 0.0).then(|| (1.0 - sum * sum / (pairs * squares)).max(0.0))
}

fn neighbourhood(xy: &[Point], graph: &Graph) -> Option<f64> {
    let tied: Vec<usize> =
        sampled(xy.len()).into_iter().filter(|&actor| graph.degree(actor) > 0).collect();
    let share = |&actor: &usize| {
        let contacts = graph.contacts(actor);
        let mut others: Vec<u32> =
            (0..xy.len() as u32).filter(|&it| it as usize != actor).collect();
        let far = |other: u32| xy[actor].distance(xy[other as usize]);
        let by_nearness = |a: &u32, b: &u32| far(*a).total_cmp(&far(*b)).then(a.cmp(b));
        if contacts.len() < others.len() {
            others.select_nth_unstable_by(contacts.len(), by_nearness);
        }
        let nearest = &others[..contacts.len()];
        let both = nearest.iter().filter(|it| contacts.binary_search(it).is_ok()).count();
        both as f64 / (2 * contacts.len() - both) as f64
    };
    let shares: Vec<f64> = tied.par_iter().map(share).collect();
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}

fn silhouette(xy: &[Point], groups: &[Option<usize>]) -> Option<f64> {
    let number = groups.iter().flatten().max()? + 1;
    let mut sizes = vec![0_u32; number];
    groups.iter().flatten().for_each(|&group| sizes[group] += 1);
    if sizes.iter().filter(|&&size| size > 0).count() < 2 {
        return None;
    }
    let width = |actor: usize, own: usize| {
        // An actor alone in its group counts as 0.
        if sizes[own] == 1 {
            return 0.0;
        }
        let mut sums = vec![0.0; number];
        for (other, group) in groups.iter().enumerate() {
            if let Some(group) = group {
                sums[*group] += xy[actor].distance(xy[other]);
            }
        }
        let within = sums[own] / f64::from(sizes[own] - 1);
        let others = (0..number).filter(|&group| group != own && sizes[group] > 0);
        let nearest = others.map(|group| sums[group] / f64::from(sizes[group]));
        let nearest = nearest.fold(f64::INFINITY, f64::min);
        (nearest - within) / nearest.max(within).max(f64::MIN_POSITIVE)
    };
    let actors = sampled(xy.len());
    let widths: Vec<f64> = actors
        .into_par_iter()
        .filter_map(|actor| groups[actor].map(|own| width(actor, own)))
        .collect();
    (!widths.is_empty()).then(|| widths.iter().sum::<f64>() / widths.len() as f64)
}

fn overlaps(xy: &[Point], radii: &[f64]) -> usize {
    let widest = radii.iter().copied().fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..radii.len()).collect();
    order.sort_by(|&a, &b| xy[a].x.total_cmp(&xy[b].x));
    let with_later = |(at, &i): (usize, &usize)| {
        let near = order[at + 1..].iter().take_while(|&&j| xy[j].x - xy[i].x < radii[i] + widest);
        near.filter(|&&j| xy[i].distance(xy[j]) < radii[i] + radii[j]).count()
    };
    order.iter().enumerate().map(with_later).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    /// Four actors in two groups, the groups ten apart and one wide.
    const PAIRS: [Point; 4] =
        [point(0.0, 0.0), point(1.0, 0.0), point(10.0, 0.0), point(11.0, 0.0)];

    #[test]
    fn two_groups_far_apart_have_the_silhouette_worked_by_hand() {
        let groups = [Some(0), Some(0), Some(1), Some(1)];
        // The outer two: 1 − 1 / 10.5; the inner two: 1 − 1 / 9.5.
        let expected = 1.0 - f64::midpoint(1.0 / 10.5, 1.0 / 9.5);
        assert!((silhouette(&PAIRS, &groups).unwrap() - expected).abs() < 1e-12);
        assert_eq!(silhouette(&PAIRS, &[Some(1); 4]), None);
    }

    #[test]
    fn marks_that_reach_each_other_overlap() {
        assert_eq!(overlaps(&PAIRS, &[0.6; 4]), 2);
        assert_eq!(overlaps(&PAIRS, &[0.5; 4]), 0);
    }
}
