use std::f64::consts::TAU;

use tertius::{Result, Watch};

use super::distance::Distances;
use super::graph::Graph;
use super::pull::Pull;
use super::stress;
use super::untangle::untangle;
use crate::geometry::{Point, point};

/// From stress alone to radii alone, in so many steps.
const STEPS: usize = 60;
const SWEEPS_PER_STEP: usize = 3;
/// Only one actor can stand in the centre: all others keep this share of the outermost ring's radius from it.
pub(crate) const INNERMOST: f64 = 0.15;

/// Places around the origin: the radius follows the value. The order around it is at first that of the lowest stress
/// (Brandes and Pich 2011, doi 10.7155/jgaa.00221: the weight goes from the distances between actors to that from
/// the centre), then that of fewer crossings. Everybody has a direction of their own, as far from the next as from
/// the one before, so that the whole circle is used.
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
    let mut xy = evenly(&xy, &radii);
    let class: Vec<Option<usize>> = radii.iter().map(|&it| (it > 0.0).then_some(0)).collect();
    untangle(graph, &mut xy, &class, watch)?;
    // Exchanging directions keeps a radius but for the last bit.
    Ok(xy.iter().zip(radii).map(|(p, radius)| p.unit() * radius).collect())
}

/// The same order around the origin, in directions that part the circle evenly.
fn evenly(xy: &[Point], radii: &[f64]) -> Vec<Point> {
    let direction = |actor: usize| libm::atan2(xy[actor].y, xy[actor].x);
    let mut order: Vec<usize> = (0..xy.len()).filter(|&actor| radii[actor] > 0.0).collect();
    order.sort_by(|&a, &b| direction(a).total_cmp(&direction(b)).then(a.cmp(&b)));
    let mut even = vec![Point::default(); xy.len()];
    for (place, &actor) in order.iter().enumerate() {
        let (sin, cos) = libm::sincos(TAU * place as f64 / order.len() as f64);
        even[actor] = point(cos, sin) * radii[actor];
    }
    even
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
    fn radii_are_those_of_the_values_and_no_part_of_the_circle_is_empty() {
        // A hub with a long tail on one side, where stress alone leaves the other side empty.
        let ties: Vec<(usize, usize)> =
            (1..8).map(|leaf| (0, leaf)).chain((8..20).map(|i| (i - 1, i))).collect();
        let value = |i: usize| if i == 0 { 40.0 } else { (i * 7 % 20) as f64 };
        let centrality: Vec<Option<f64>> = (0..20).map(|i| Some(value(i))).collect();
        let xy = draw(&Graph::new(20, &ties), &centrality, 1, &Watch::new()).unwrap();
        let outermost = xy.iter().map(|p| p.length()).fold(0.0, f64::max);
        for (i, p) in xy.iter().enumerate().skip(1) {
            let share = (40.0 - value(i)) / 39.0;
            assert!((p.length() / outermost - share).abs() < 1e-12, "{i}: {p:?}");
        }
        let mut angles: Vec<f64> = xy[1..].iter().map(|p| p.y.atan2(p.x)).collect();
        angles.sort_by(f64::total_cmp);
        angles.push(angles[0] + TAU);
        let widest = angles.windows(2).map(|two| two[1] - two[0]).fold(0.0, f64::max);
        assert!((widest - TAU / 19.0).abs() < 1e-9, "{widest}");
    }

    #[test]
    fn no_value_is_outermost_and_equals_share_a_ring() {
        assert_eq!(shares(&[Some(4.0), Some(2.0), None, Some(0.0)]), [0.0, 0.5, 1.0, 1.0]);
        assert_eq!(shares(&[Some(1.0), Some(1.0)]), [1.0, 1.0]);
        assert_eq!(shares(&[Some(2.0), Some(2.0), Some(0.0)]), [INNERMOST, INNERMOST, 1.0]);
    }
}
