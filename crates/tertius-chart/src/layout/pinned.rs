use tertius::{Result, Watch};

use super::graph::{Graph, UNREACHED};
use super::pull::Pull;
use crate::geometry::{Point, point};

const SWEEPS: usize = 100;

/// The places given, and for actors without one the places that majorised stress gives them among the others.
pub(super) fn fill(graph: &Graph, places: &[Option<Point>], watch: &Watch) -> Result<Vec<Point>> {
    let known: Vec<Point> = places.iter().flatten().copied().collect();
    let centre =
        known.iter().fold(point(0.0, 0.0), |sum, &p| sum + p) * (1.0 / known.len().max(1) as f64);
    let step = tie_length(graph, places);
    let free: Vec<usize> = (0..places.len()).filter(|&actor| places[actor].is_none()).collect();
    let mut steps = vec![vec![0; graph.len()]; free.len()];
    let mut queue = Vec::new();
    for (&actor, steps) in free.iter().zip(&mut steps) {
        watch.go_on()?;
        graph.steps(actor, steps, &mut queue);
    }
    let mut xy: Vec<Point> = places.iter().map(|place| place.unwrap_or(centre)).collect();
    for (number, &actor) in free.iter().enumerate() {
        // Not all in one place: directions that no two share.
        let (sin, cos) = libm::sincos(number as f64 * 2.4);
        xy[actor] = beside(graph, actor, places).unwrap_or(centre) + point(cos, sin) * (step / 2.0);
    }
    for _ in 0..SWEEPS {
        watch.go_on()?;
        for (&actor, steps) in free.iter().zip(&steps) {
            let mut pull = Pull::on(xy[actor]);
            for (other, &far) in steps.iter().enumerate() {
                if far != 0 && far != UNREACHED {
                    pull.add(xy[other], f64::from(far) * step, 1.0);
                }
            }
            xy[actor] = pull.mean().unwrap_or(xy[actor]);
        }
    }
    Ok(xy)
}

/// How long a tie is between actors that have places; a fifth of an inch where no tie says so.
fn tie_length(graph: &Graph, places: &[Option<Point>]) -> f64 {
    let lengths: Vec<f64> =
        graph.ties().filter_map(|(a, b)| Some(places[a]?.distance(places[b]?))).collect();
    let mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
    if mean > 0.0 { mean } else { 14.4 }
}

/// The middle of those of an actor's contacts that have places.
fn beside(graph: &Graph, actor: usize, places: &[Option<Point>]) -> Option<Point> {
    let near: Vec<Point> =
        graph.contacts(actor).iter().filter_map(|&other| places[other as usize]).collect();
    let sum = near.iter().fold(point(0.0, 0.0), |sum, &p| sum + p);
    (!near.is_empty()).then(|| sum * (1.0 / near.len() as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_stands_where_its_ties_want_it_and_nobody_else_moves() {
        // A square's three corners; the fourth, tied to two of them, completes it.
        let given = [Some(point(0.0, 0.0)), Some(point(30.0, 0.0)), Some(point(0.0, 30.0)), None];
        let graph = Graph::new(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        let xy = fill(&graph, &given, &Watch::new()).unwrap();
        assert_eq!(&xy[..3], given[..3].iter().flatten().copied().collect::<Vec<_>>());
        assert!((xy[3].x - xy[3].y).abs() < 1.0 && xy[3].x > 25.0, "{xy:?}");
    }
}
