use super::{Candidate, Item};
use crate::geometry::{Point, Rect, cross, point};
use crate::layout::Random;

/// How often the search starts again; its luck differs.
const ROUNDS: usize = 3;

/// Chooses a candidate for each label, or none where leaving it out is cheaper than what it would push aside.
///
/// Labels are first placed one after the other, each in its cheapest free place; then, for a number of moves,
/// one label at a time tries another place and whatever stands there has to leave and look for a new one
/// (simulated annealing, Christensen, Marks and Shieber 1995, doi 10.1145/212332.212334, but never with two
/// labels in one place).
pub(crate) fn choose(items: &[Item], moves: usize) -> Vec<Option<Candidate>> {
    let mut first = vec![None; items.len()];
    settle(items, &mut first);
    let mut random = Random::seeded(1);
    let mut best: Option<(f64, Vec<Option<Candidate>>)> = None;
    for _ in 0..ROUNDS {
        let mut chosen = annealed(items, &first, moves, &mut random);
        for _ in 0..3 {
            settle(items, &mut chosen);
            insist(items, &mut chosen);
        }
        let cost = total(items, &chosen);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, chosen));
        }
    }
    best.map_or(first, |(_, chosen)| chosen)
}

/// The best placement met in a number of moves from `first`.
fn annealed(
    items: &[Item],
    first: &[Option<Candidate>],
    moves: usize,
    random: &mut Random,
) -> Vec<Option<Candidate>> {
    let mut chosen = first.to_vec();
    let mut best = (total(items, &chosen), chosen.clone());
    for step in 0..moves {
        // From readily worse to hardly ever.
        let left = 1.0 - step as f64 / moves as f64;
        try_move(items, &mut chosen, 3.0 * left * left * left + 0.03, random);
        if step % items.len().max(1) == 0 {
            let cost = total(items, &chosen);
            if cost < best.0 {
                best = (cost, chosen.clone());
            }
        }
    }
    best.1
}

/// Each label still left out, the most worth first, takes the place from which those it pushes aside
/// find others at the least cost, where that is cheaper than leaving it out.
fn insist(items: &[Item], chosen: &mut Vec<Option<Candidate>>) {
    const MOST_TRIED: usize = 150;
    let mut left: Vec<usize> = (0..items.len()).filter(|&i| chosen[i].is_none()).collect();
    left.sort_by(|&a, &b| items[b].worth.total_cmp(&items[a].worth).then(a.cmp(&b)));
    for i in left {
        let mut best = (total(items, chosen), None);
        for wanted in items[i].candidates.iter().take(MOST_TRIED) {
            let mut trial = chosen.clone();
            let pushed = in_the_way(i, wanted, &trial);
            for &j in &pushed {
                trial[j] = None;
            }
            trial[i] = Some(*wanted);
            for &j in &pushed {
                trial[j] = cheapest(&items[j], &trial);
            }
            let cost = total(items, &trial);
            if cost < best.0 {
                best = (cost, Some(trial));
            }
        }
        if let (_, Some(better)) = best {
            *chosen = better;
        }
    }
}

/// What a placement costs, labels left out included.
fn total(items: &[Item], chosen: &[Option<Candidate>]) -> f64 {
    items.iter().zip(chosen).map(|(item, at)| at.map_or(item.worth, |at| at.cost)).sum()
}

/// Each label in turn takes the cheapest place that the others leave.
fn settle(items: &[Item], chosen: &mut [Option<Candidate>]) {
    for i in 0..items.len() {
        let old = chosen[i].take();
        chosen[i] = cheapest(&items[i], chosen).or(old);
    }
}

fn cheapest(item: &Item, chosen: &[Option<Candidate>]) -> Option<Candidate> {
    let free =
        |candidate: &&Candidate| chosen.iter().flatten().all(|other| compatible(candidate, other));
    item.candidates.iter().find(free).copied()
}

/// The other labels that cannot stay when label `i` goes to `wanted`.
fn in_the_way(i: usize, wanted: &Candidate, chosen: &[Option<Candidate>]) -> Vec<usize> {
    let blocks =
        |&j: &usize| j != i && chosen[j].as_ref().is_some_and(|other| !compatible(wanted, other));
    (0..chosen.len()).filter(blocks).collect()
}

fn try_move(items: &[Item], chosen: &mut [Option<Candidate>], heat: f64, random: &mut Random) {
    let i = random.below(items.len());
    let item = &items[i];
    if item.candidates.is_empty() {
        return;
    }
    // Candidates come with the cheapest first: those are tried more often.
    let skewed = random.unit() * random.unit() * item.candidates.len() as f64;
    let wanted = item.candidates[skewed as usize];
    let aside = in_the_way(i, &wanted, chosen);
    let pushed: f64 =
        aside.iter().map(|&j| items[j].worth - chosen[j].map_or(0.0, |at| at.cost)).sum();
    let worse = wanted.cost - chosen[i].map_or(item.worth, |at| at.cost) + pushed;
    // exp(-x) to three terms: plain arithmetic rounds alike on every platform.
    let x = worse / heat;
    if worse <= 0.0 || random.unit() * (1.0 + x + x * x / 2.0 + x * x * x / 6.0) < 1.0 {
        for j in aside {
            chosen[j] = None;
        }
        chosen[i] = Some(wanted);
    }
}

/// Whether two labels can both stand: boxes apart, no leader through the other's box or leader.
fn compatible(a: &Candidate, b: &Candidate) -> bool {
    let through = |leader: Option<(Point, Point)>, rect: &Rect| {
        leader.is_some_and(|(from, to)| rect.meets_segment(from, to))
    };
    let crossed = matches!((a.leader, b.leader), (Some(a), Some(b)) if cross(a, b));
    !ground(a).overlaps(&ground(b))
        && !through(a.leader, &b.rect)
        && !through(b.leader, &a.rect)
        && !crossed
}

/// The box a label keeps to itself: wider than high, or names side by side would read as one.
fn ground(label: &Candidate) -> Rect {
    let Rect { min, max } = label.rect.grown(label.clear);
    let word_space = point(2.0, 0.0);
    Rect { min: min - word_space, max: max + word_space }
}
