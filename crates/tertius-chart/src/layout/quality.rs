use super::distance::{all_pairs, components, neighbours};
use crate::geometry::{Point, cross};

/// How good a drawing is, in numbers that do not change when it is scaled, turned or mirrored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Scale-normalised stress (Ahmed et al. 2024, arXiv 2408.04688): the mean over connected pairs of
    /// `((α·length − steps) / steps)²` at the best scale α. 0 is perfect; `None` without a connected pair.
    pub stress: Option<f64>,
    /// How often two ties cross.
    pub crossings: usize,
    /// Neighbourhood preservation: the mean share that an actor's contacts and its equally many nearest
    /// actors on the page have in common (Jaccard). 1 is perfect; `None` without a tie.
    pub neighbourhood: Option<f64>,
}

/// Measures a drawing.
///
/// ```
/// # use tertius_chart::{layout::quality, point};
/// let path = [(0, 1), (1, 2)];
/// let straight = quality(&[point(0.0, 0.0), point(5.0, 0.0), point(10.0, 0.0)], &path);
/// assert!(straight.stress.unwrap() < 1e-12);
/// ```
///
/// # Panics
///
/// When a tie names an actor without a position.
pub fn quality(xy: &[Point], ties: &[(usize, usize)]) -> Quality {
    let near = neighbours(xy.len(), ties);
    Quality {
        stress: scale_normalised(xy, &near),
        crossings: crossings(xy, &near),
        neighbourhood: preserved(xy, &near),
    }
}

fn scale_normalised(xy: &[Point], near: &[Vec<usize>]) -> Option<f64> {
    let mut ratios = Vec::new();
    for members in components(near) {
        let steps = all_pairs(near, &members);
        for i in 0..members.len() {
            for j in i + 1..members.len() {
                ratios.push(xy[members[i]].distance(xy[members[j]]) / steps.get(i, j));
            }
        }
    }
    let sum: f64 = ratios.iter().sum();
    let squares: f64 = ratios.iter().map(|r| r * r).sum();
    let scale = sum / squares;
    let misses: f64 = ratios.iter().map(|r| (scale * r - 1.0) * (scale * r - 1.0)).sum();
    (squares > 0.0).then(|| misses / ratios.len() as f64)
}

pub(crate) fn crossings(xy: &[Point], near: &[Vec<usize>]) -> usize {
    let ties: Vec<(usize, usize)> = near
        .iter()
        .enumerate()
        .flat_map(|(i, list)| list.iter().filter(move |&&j| i < j).map(move |&j| (i, j)))
        .collect();
    let mut count = 0;
    for (at, &(a, b)) in ties.iter().enumerate() {
        for &(c, d) in &ties[at + 1..] {
            let shared = a == c || a == d || b == c || b == d;
            count += usize::from(!shared && cross((xy[a], xy[b]), (xy[c], xy[d])));
        }
    }
    count
}

fn preserved(xy: &[Point], near: &[Vec<usize>]) -> Option<f64> {
    let mut shares = Vec::new();
    for (i, contacts) in near.iter().enumerate().filter(|(_, contacts)| !contacts.is_empty()) {
        let mut others: Vec<usize> = (0..xy.len()).filter(|&j| j != i).collect();
        others.sort_by(|&a, &b| {
            xy[i].distance(xy[a]).total_cmp(&xy[i].distance(xy[b])).then(a.cmp(&b))
        });
        let nearest = &others[..contacts.len()];
        let both = nearest.iter().filter(|j| contacts.contains(j)).count();
        shares.push(both as f64 / (2 * contacts.len() - both) as f64);
    }
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}
