use tertius::{Result, Watch};

use super::distance::Distances;
use super::graph::Graph;
use super::random::Random;
use super::stress;
use crate::geometry::{Point, point};

const SWEEPS: usize = 200;
const STARTS: u64 = 4;
/// How far to the left of the lowest value those without one stand, as a share of the whole.
const BESIDE: f64 = 0.12;

/// Places with x as the value says and y by majorised stress.
pub(super) fn draw(
    graph: &Graph,
    along: &[Option<f64>],
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let wanted = Distances::of(graph, &|_, _| 0.0, watch)?;
    let low = along.iter().flatten().copied().fold(f64::INFINITY, f64::min);
    let high = along.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
    let (shortest, longest) = wanted.range();
    let width = longest.max(shortest);
    let share = |value: f64| if high > low { (value - low) / (high - low) } else { 0.5 };
    let x = |value: &Option<f64>| value.map_or(-BESIDE, share) * width;
    let free = stress::exact(graph, &wanted, seed, watch)?;
    let mut random = Random::seeded(seed);
    let mut best: Option<(f64, Vec<Point>)> = None;
    for start in 0..STARTS {
        let mut xy: Vec<Point> = (along.iter().zip(&free))
            .map(|(value, p)| {
                let y = match start {
                    0 => p.y,
                    1 => p.x,
                    _ => random.unit() * width,
                };
                point(x(value), y)
            })
            .collect();
        let stress = upright(&mut xy, &wanted, watch)?;
        if best.as_ref().is_none_or(|(least, _)| stress < *least) {
            best = Some((stress, xy));
        }
    }
    Ok(best.map_or_else(Vec::new, |(_, xy)| xy))
}

/// Majorisation in y alone; what is left of the stress.
fn upright(xy: &mut [Point], wanted: &Distances, watch: &Watch) -> Result<f64> {
    for _ in 0..SWEEPS {
        watch.go_on()?;
        for i in 0..xy.len() {
            let (mut sum, mut weights) = (0.0, 0.0);
            for (j, &want) in wanted.row(i).iter().enumerate().filter(|(j, _)| *j != i) {
                let want = f64::from(want);
                let length = xy[i].distance(xy[j]).max(1e-9);
                let weight = 1.0 / (want * want);
                sum += weight * (xy[j].y + (xy[i].y - xy[j].y) * want / length);
                weights += weight;
            }
            if weights > 0.0 {
                xy[i].y = sum / weights;
            }
        }
    }
    Ok(super::majorise::stress_of(xy, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_from_left_to_right_and_the_unknown_before_them() {
        let graph = Graph::new(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let along = [Some(3.0), Some(1.0), None, Some(2.0), Some(1.0)];
        let xy = draw(&graph, &along, 1, &Watch::new()).unwrap();
        assert!(xy[2].x < xy[1].x && xy[1].x < xy[3].x && xy[3].x < xy[0].x, "{xy:?}");
        assert!((xy[1].x - xy[4].x).abs() < 1e-12);
        assert!((xy[3].x - xy[1].x - (xy[0].x - xy[3].x)).abs() < 1e-9);
        // Two of the same value are tied through two others: they are drawn apart.
        assert!((xy[1].y - xy[4].y).abs() > 1.0, "{xy:?}");
    }
}
