use tertius::{Result, Watch};

use super::distance::Distances;
use super::random::Random;
use crate::geometry::Point;

const SWEEPS: u32 = 30;
/// How small the last steps are, as a share of the shortest distance's full step.
const EPSILON: f64 = 0.01;

/// How far each sweep goes: every sweep's step is a fixed share of the one before.
fn schedule(shortest: f64, longest: f64) -> impl Iterator<Item = f64> {
    let (first, last) = (longest * longest, EPSILON * shortest * shortest);
    let decay = libm::log(first / last) / f64::from(SWEEPS - 1);
    (0..SWEEPS).map(move |sweep| first * libm::exp(-decay * f64::from(sweep)))
}

/// Stress by stochastic gradient descent (Zheng, Pawar and Goodman 2019, doi 10.1109/TVCG.2018.2859997)
/// from a random start: in each sweep every pair, in random order, moves towards its wanted distance by a
/// share that shrinks from sweep to sweep.
///
/// The order is that of a tournament in which everybody meets everybody: the players are drawn anew for
/// every sweep and its rounds shuffled, so that nobody plays twice in a round and no list of all pairs
/// has to be kept and shuffled.
pub(crate) fn descend(
    wanted: &Distances,
    random: &mut Random,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let n = wanted.n;
    let side = (n as f64).sqrt();
    let mut xy: Vec<Point> = (0..n).map(|_| random.point(side)).collect();
    let (shortest, longest) = wanted.range();
    let mut players: Vec<usize> = (0..n).collect();
    // With an odd number one rests in each round.
    let seats = n + n % 2;
    let mut rounds: Vec<usize> = (0..seats - 1).collect();
    for step in schedule(shortest, longest) {
        random.shuffle(&mut players);
        random.shuffle(&mut rounds);
        for &round in &rounds {
            watch.go_on()?;
            // The last seat stays, the others turn: seats with the same sum meet.
            meet(&mut xy, wanted, step, &players, round, seats - 1);
            for apart in 1..seats / 2 {
                let left = (round + apart) % (seats - 1);
                let right = (round + seats - 1 - apart) % (seats - 1);
                meet(&mut xy, wanted, step, &players, left, right);
            }
        }
    }
    Ok(xy)
}

fn meet(
    xy: &mut [Point],
    wanted: &Distances,
    step: f64,
    players: &[usize],
    left: usize,
    right: usize,
) {
    let (Some(&i), Some(&j)) = (players.get(left), players.get(right)) else { return };
    let want = wanted.get(i, j);
    let share = (step / (want * want)).min(1.0);
    let apart = xy[i] - xy[j];
    let length = apart.length().max(1e-9);
    let move_by = apart * (share * 0.5 * (length - want) / length);
    xy[i] = xy[i] - move_by;
    xy[j] = xy[j] + move_by;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::graph::Graph;

    #[test]
    fn in_a_tournament_everybody_meets_everybody_once() {
        for n in 2..9_usize {
            let seats = n + n % 2;
            let mut met = vec![0; n * n];
            for round in 0..seats - 1 {
                let mut pairs = vec![(round, seats - 1)];
                pairs.extend((1..seats / 2).map(|apart| {
                    ((round + apart) % (seats - 1), (round + seats - 1 - apart) % (seats - 1))
                }));
                for (a, b) in pairs.into_iter().filter(|&(a, b)| a < n && b < n) {
                    met[a.min(b) * n + a.max(b)] += 1;
                }
            }
            for a in 0..n {
                assert!((a + 1..n).all(|b| met[a * n + b] == 1), "{n} players");
            }
        }
    }

    #[test]
    fn a_path_is_nearly_straight_after_the_descent() {
        let graph = Graph::new(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let wanted = Distances::of(&graph, &|_, _| 0.0, &Watch::new()).unwrap();
        let xy = descend(&wanted, &mut Random::seeded(1), &Watch::new()).unwrap();
        // It bends a little until it is polished.
        assert!((xy[0].distance(xy[4]) - 4.0).abs() < 0.3, "{xy:?}");
    }
}
