use tertius::{Result, Watch};

use super::distance::Distances;
use super::random::Random;
use crate::geometry::Point;

const SWEEPS: u32 = 30;
/// How small the last steps are, as a share of the shortest distance's full step.
const EPSILON: f64 = 0.01;

/// How far each sweep goes: every sweep's step is a fixed share of the one before.
fn schedule((shortest, longest): (f64, f64)) -> impl Iterator<Item = f64> {
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
    let steps = schedule(wanted.range());
    match Lengths::of(wanted) {
        Some(lengths) => tournament(wanted.n, steps, |i, j| lengths.get(i, j), random, watch),
        None => tournament(wanted.n, steps, |i, j| wanted.get(i, j), random, watch),
    }
}

/// The wanted distances in a byte each: which of at most 256 lengths. Pairs come in random order, so that the
/// descent mostly waits for memory, and for a table a quarter as large it waits far less.
struct Lengths {
    n: usize,
    kinds: [f64; 256],
    pairs: Vec<u8>,
}

impl Lengths {
    /// `None` of more different lengths.
    fn of(wanted: &Distances) -> Option<Self> {
        let mut found: Vec<u32> = Vec::new();
        let mut number = |length: &f32| {
            let bits = length.to_bits();
            let known = found.iter().position(|it| *it == bits);
            u8::try_from(known.unwrap_or_else(|| {
                found.push(bits);
                found.len() - 1
            }))
        };
        let all = (0..wanted.n).flat_map(|i| wanted.row(i));
        let pairs = all.map(&mut number).collect::<std::result::Result<_, _>>().ok()?;
        let mut kinds = [0.0; 256];
        for (kind, bits) in kinds.iter_mut().zip(found) {
            *kind = f64::from(f32::from_bits(bits));
        }
        Some(Self { n: wanted.n, kinds, pairs })
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.kinds[usize::from(self.pairs[i * self.n + j])]
    }
}

fn tournament(
    n: usize,
    steps: impl Iterator<Item = f64>,
    want: impl Fn(usize, usize) -> f64,
    random: &mut Random,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let side = (n as f64).sqrt();
    let mut xy: Vec<Point> = (0..n).map(|_| random.point(side)).collect();
    let mut players: Vec<usize> = (0..n).collect();
    // With an odd number one rests in each round.
    let seats = n + n % 2;
    let mut rounds: Vec<usize> = (0..seats - 1).collect();
    for step in steps {
        random.shuffle(&mut players);
        random.shuffle(&mut rounds);
        for &round in &rounds {
            watch.go_on()?;
            for (left, right) in meetings(round, seats) {
                if let (Some(&i), Some(&j)) = (players.get(left), players.get(right)) {
                    meet(&mut xy, (i, j), want(i, j), step);
                }
            }
        }
    }
    Ok(xy)
}

/// Who meets in a round: the last seat stays, the others turn, and seats with the same sum meet.
fn meetings(round: usize, seats: usize) -> impl Iterator<Item = (usize, usize)> {
    let last = seats - 2;
    let turned = (1..seats / 2).scan((round, round), move |(left, right), _| {
        *left = if *left == last { 0 } else { *left + 1 };
        *right = if *right == 0 { last } else { *right - 1 };
        Some((*left, *right))
    });
    std::iter::once((round, seats - 1)).chain(turned)
}

fn meet(xy: &mut [Point], (i, j): (usize, usize), want: f64, step: f64) {
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
                let pairs = meetings(round, seats);
                for (a, b) in pairs.filter(|&(a, b)| a < n && b < n) {
                    met[a.min(b) * n + a.max(b)] += 1;
                }
            }
            for a in 0..n {
                assert!((a + 1..n).all(|b| met[a * n + b] == 1), "{n} players");
            }
        }
    }

    #[test]
    fn lengths_in_bytes_are_those_wanted_or_none_at_all() {
        let wanted = |kinds: usize| Distances::from_fn(30, |i, j| (i * j % kinds) as f64 / 3.0);
        let (few, many) = (wanted(200), wanted(800));
        let lengths = Lengths::of(&few).unwrap();
        assert!((0..900).all(|at| {
            let (i, j) = (at / 30, at % 30);
            lengths.get(i, j).to_bits() == few.get(i, j).to_bits()
        }));
        assert!(Lengths::of(&many).is_none());
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
