use tertius::{Result, Watch};

use super::distance::Distances;
use super::graph::Graph;
use super::pull::Pull;
use super::stress;
use crate::geometry::{Point, point};

/// From stress alone to radii alone, in so many steps.
const STEPS: usize = 60;
const SWEEPS_PER_STEP: usize = 3;
/// Only one actor can stand in the centre: all others keep this share of the outermost ring's radius from it.
const INNERMOST: f64 = 0.15;

/// Places around the origin: the radius follows the value, the angle lowers the stress (Brandes and Pich 2011,
/// doi 10.7155/jgaa.00221): the weight goes from the distances between actors to that from the centre.
pub(super) fn draw(
    graph: &Graph,
    centrality: &[Option<f64>],
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let wanted = Distances::of(graph, &|_, _| 0.0, watch)?;
    let mut xy = stress::exact(graph, &wanted, seed, watch)?;
    let outermost = wanted.range().1 / 2.0;
    let radii: Vec<f64> = shares(centrality).into_iter().map(|share| share * outermost).collect();
    for step in 0..=STEPS {
        let radial = step as f64 / STEPS as f64;
        for _ in 0..SWEEPS_PER_STEP {
            watch.go_on()?;
            for i in 0..xy.len() {
                xy[i] = drawn(i, &xy, wanted.row(i), radii[i], radial);
            }
        }
    }
    Ok(xy.iter().zip(radii).map(|(p, radius)| p.unit() * radius).collect())
}

/// Where an actor goes: a mean of where the others and where its ring would have it.
fn drawn(i: usize, xy: &[Point], wanted: &[f32], radius: f64, radial: f64) -> Point {
    let mut pull = Pull::on(xy[i]);
    for (j, &want) in wanted.iter().enumerate().filter(|(j, _)| *j != i) {
        pull.add(xy[j], f64::from(want), 1.0);
    }
    let Some(mean) = pull.mean() else { return point(radius, 0.0) };
    mean * (1.0 - radial) + xy[i].unit() * (radius * radial)
}

/// The radius of each actor, from 0 at the centre to 1: the highest value innermost.
fn shares(centrality: &[Option<f64>]) -> Vec<f64> {
    let low = centrality.iter().flatten().copied().fold(f64::INFINITY, f64::min);
    let high = centrality.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
    let at_top = centrality.iter().flatten().filter(|&&value| value >= high).count();
    let share = |value: f64| if high > low { (high - value) / (high - low) } else { 1.0 };
    let radius = |value: &Option<f64>| match value.map(share) {
        Some(0.0) if at_top == 1 => 0.0,
        Some(share) => share.max(INNERMOST),
        None => 1.0,
    };
    centrality.iter().map(radius).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hub_of_a_star_is_its_centre_and_the_rest_stand_around_it() {
        let ties: Vec<(usize, usize)> = (1..9).map(|leaf| (0, leaf)).collect();
        let centrality: Vec<Option<f64>> =
            (0..9).map(|i| Some(f64::from(u8::from(i == 0)))).collect();
        let xy = draw(&Graph::new(9, &ties), &centrality, 1, &Watch::new()).unwrap();
        assert!(xy[0].length() < 1e-9);
        let radius = xy[1].length();
        assert!(radius > 0.5 && xy[1..].iter().all(|p| (p.length() - radius).abs() < 1e-9));
        // Evenly: no two leaves closer than half of an eighth of the circle.
        for a in 1..9 {
            assert!((1..a).all(|b| xy[a].distance(xy[b]) > radius * 0.38), "{xy:?}");
        }
    }

    #[test]
    fn no_value_is_outermost_and_equals_share_a_ring() {
        assert_eq!(shares(&[Some(4.0), Some(2.0), None, Some(0.0)]), [0.0, 0.5, 1.0, 1.0]);
        assert_eq!(shares(&[Some(1.0), Some(1.0)]), [1.0, 1.0]);
        assert_eq!(shares(&[Some(2.0), Some(2.0), Some(0.0)]), [INNERMOST, INNERMOST, 1.0]);
    }
}
