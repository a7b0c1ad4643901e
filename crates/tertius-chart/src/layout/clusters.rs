use rayon::prelude::*;
use tertius::{Result, Watch};

use super::crossings::{MOST_CROSSED, crossings};
use super::graph::Graph;
use super::quadtree::Quadtree;
use crate::geometry::{Point, Rect};

const STEPS: usize = 300;
/// From here on, every so many steps, the drawing is a candidate: that with the fewest crossings is kept.
const FORMED: usize = 200;
const LOOKED_AT: usize = 20;
/// How narrow a far cell must be, against its distance, to count as one.
const OPENING: f64 = 0.9;
/// Done when actors move by less than this share of the drawing on average.
const STILL: f64 = 1e-4;

/// Moves a drawing of a connected network so that actors with ties among them draw together and the others
/// apart: LinLog as ForceAtlas2 has it (Jacomy, Venturini, Heymann and Bastian 2014,
/// doi 10.1371/journal.pone.0098679; Noack 2009, doi 10.1103/PhysRevE.79.026102), in which ties pull by the
/// logarithm of their length and actors push each other by their ties. A fixed number of steps from the drawing
/// given, so that the same drawing comes out every time; of the last third the one with the fewest crossings.
pub(crate) fn draw_together(graph: &Graph, xy: &mut [Point], watch: &Watch) -> Result<()> {
    let n = graph.len();
    let mass: Vec<f64> = (0..n).map(|actor| 1.0 + graph.degree(actor) as f64).collect();
    let mut before = vec![Point::default(); n];
    let mut pace = Pace { speed: 1.0, efficiency: 1.0 };
    let few = graph.ties().nth(MOST_CROSSED).is_none();
    let mut best: Option<(u64, Vec<Point>)> = None;
    for step in 1..=STEPS {
        watch.go_on()?;
        let tree = Quadtree::new(xy, &mass);
        let forces: Vec<Point> =
            (0..n).into_par_iter().map(|actor| force(actor, graph, xy, &mass, &tree)).collect();
        let swings: Vec<f64> =
            (0..n).map(|at| mass[at] * forces[at].distance(before[at])).collect();
        let swing: f64 = swings.iter().sum();
        let traction: f64 =
            (0..n).map(|at| mass[at] * (forces[at] + before[at]).length() / 2.0).sum();
        pace.adapt(swing, traction, n);
        let mut moved = 0.0;
        for at in 0..n {
            let slow = pace.speed / (1.0 + (pace.speed * swings[at]).sqrt());
            xy[at] = xy[at] + forces[at] * slow;
            moved += forces[at].length() * slow;
        }
        let extent = Rect::around(xy);
        let still = moved / (n as f64) < STILL * extent.width().max(extent.height());
        if few && (still || step >= FORMED && step % LOOKED_AT == 0) {
            let crossed = crossings(xy, graph);
            if best.as_ref().is_none_or(|(fewest, _)| crossed < *fewest) {
                best = Some((crossed, xy.to_vec()));
            }
        }
        if still {
            break;
        }
        before = forces;
    }
    if let Some((_, best)) = best {
        xy.copy_from_slice(&best);
    }
    Ok(())
}

/// What pulls and pushes an actor.
fn force(actor: usize, graph: &Graph, xy: &[Point], mass: &[f64], tree: &Quadtree) -> Point {
    let here = xy[actor];
    let mut sum = Point::default();
    tree.act_on(here, OPENING, xy, mass, |there, other| {
        let apart = here - there;
        let square = apart.dot(apart);
        // Whoever stands in the same place, the actor itself among them, does not push.
        if square > 0.0 {
            sum = sum + apart * (mass[actor] * other / square);
        }
    });
    for &contact in graph.contacts(actor) {
        let apart = xy[contact as usize] - here;
        let length = apart.length();
        if length > 0.0 {
            sum = sum + apart * (libm::log1p(length) / length);
        }
    }
    sum
}

/// How fast everybody goes: faster while they keep their direction, slower when they swing.
struct Pace {
    speed: f64,
    efficiency: f64,
}

impl Pace {
    fn adapt(&mut self, swing: f64, traction: f64, n: usize) {
        let n = n as f64;
        let estimate = 0.05 * n.sqrt();
        let mut tolerance = estimate.sqrt().max((estimate * traction / (n * n)).min(10.0));
        if swing > 2.0 * traction {
            self.efficiency = (self.efficiency * 0.5).max(0.05);
            tolerance = tolerance.max(1.0);
        }
        let target =
            if swing > 0.0 { tolerance * self.efficiency * traction / swing } else { f64::MAX };
        if swing > tolerance * traction {
            self.efficiency = (self.efficiency * 0.7).max(0.05);
        } else if self.speed < 1_000.0 {
            self.efficiency *= 1.3;
        }
        self.speed += (target - self.speed).min(0.5 * self.speed);
    }
}
