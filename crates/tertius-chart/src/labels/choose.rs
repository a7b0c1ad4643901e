use super::{Candidate, Item, Place};
use crate::geometry::{Point, Rect, cross};
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
    let mut first = Placement::of_none(items);
    first.settle();
    let mut random = Random::seeded(1);
    let mut best: Option<(f64, Placement<'_>)> = None;
    // Without moves there is no luck: every round would end alike.
    let rounds = if moves > 0 { ROUNDS } else { 1 };
    for _ in 0..rounds {
        let mut placement = annealed(&first, moves, &mut random);
        for _ in 0..3 {
            placement.settle();
            placement.insist();
        }
        let cost = placement.cost();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, placement));
        }
    }
    let placement = best.map_or(first, |(_, placement)| placement);
    (0..items.len()).map(|i| placement.place(i).map(|place| place.candidate)).collect()
}

/// The best placement met in a number of moves from `first`.
fn annealed<'a>(first: &Placement<'a>, moves: usize, random: &mut Random) -> Placement<'a> {
    let mut now = first.clone();
    let mut best = (now.cost(), now.clone());
    for step in 0..moves {
        // From readily worse to hardly ever.
        let left = 1.0 - step as f64 / moves as f64;
        now.try_move(3.0 * left * left * left + 0.03, random);
        if step % now.items.len().max(1) == 0 {
            let cost = now.cost();
            if cost < best.0 {
                best = (cost, now.clone());
            }
        }
    }
    best.1
}

/// Which labels stand, and where.
#[derive(Clone)]
struct Placement<'a> {
    items: &'a [Item],
    /// For each label the number of its place, if it stands.
    places: Vec<Option<usize>>,
    /// For each label its reach, if it stands: all side by side, so that most are seen at a glance to be out of the way
    /// of another.
    reaches: Vec<Rect>,
    /// For each label what it costs as it is.
    costs: Vec<f64>,
}

impl<'a> Placement<'a> {
    fn of_none(items: &'a [Item]) -> Self {
        Self {
            items,
            places: vec![None; items.len()],
            reaches: vec![Rect::NOTHING; items.len()],
            costs: items.iter().map(|item| item.worth).collect(),
        }
    }

    fn place(&self, i: usize) -> Option<&'a Place> {
        self.places[i].map(|number| &self.items[i].places[number])
    }

    fn put(&mut self, i: usize, number: Option<usize>) {
        self.places[i] = number;
        let place = self.place(i);
        self.reaches[i] = place.map_or(Rect::NOTHING, |place| place.reach);
        self.costs[i] = place.map_or(self.items[i].worth, |place| place.candidate.cost);
    }

    /// What it costs, labels left out included.
    fn cost(&self) -> f64 {
        self.costs.iter().sum()
    }

    /// The labels that cannot stay when another goes to `wanted`.
    fn in_the_way<'b>(&'b self, wanted: &'b Place) -> impl Iterator<Item = usize> + 'b {
        let near = move |reach: &Rect| !wanted.reach.is_apart_from(reach);
        let near = self.reaches.iter().enumerate().filter(move |(_, reach)| near(reach));
        near.map(|(j, _)| j).filter(|&j| self.place(j).is_some_and(|it| !compatible(wanted, it)))
    }

    /// The cheapest place of a label that the others leave; its own is not to be among them.
    fn cheapest(&self, i: usize) -> Option<usize> {
        let is_free = |place: &Place| self.in_the_way(place).next().is_none();
        self.items[i].places.iter().position(is_free)
    }

    /// Each label in turn takes the cheapest place that the others leave.
    fn settle(&mut self) {
        for i in 0..self.items.len() {
            let old = self.places[i];
            self.put(i, None);
            self.put(i, self.cheapest(i).or(old));
        }
    }

    /// Each label still left out, the most worth first, takes the place from which those it pushes aside
    /// find others at the least cost, where that is cheaper than leaving it out.
    fn insist(&mut self) {
        const MOST_TRIED: usize = 150;
        let items = self.items;
        let mut left: Vec<usize> = (0..items.len()).filter(|&i| self.places[i].is_none()).collect();
        left.sort_by(|&a, &b| items[b].worth.total_cmp(&items[a].worth).then(a.cmp(&b)));
        for i in left {
            let mut best = (self.cost(), Vec::new());
            for number in 0..items[i].places.len().min(MOST_TRIED) {
                let before = self.push_in(i, number);
                let cost = self.cost();
                if cost < best.0 {
                    let now = before.iter().map(|&(j, _)| (j, self.places[j]));
                    best = (cost, now.collect());
                }
                before.into_iter().for_each(|(j, place)| self.put(j, place));
            }
            best.1.into_iter().for_each(|(j, place)| self.put(j, place));
        }
    }

    /// A label left out takes a place, and those in the way look for others; the places that all these had.
    fn push_in(&mut self, i: usize, number: usize) -> Vec<(usize, Option<usize>)> {
        let pushed = self.in_the_way(&self.items[i].places[number]).map(|j| (j, self.places[j]));
        let pushed: Vec<_> = pushed.collect();
        for &(j, _) in &pushed {
            self.put(j, None);
        }
        self.put(i, Some(number));
        for &(j, _) in &pushed {
            self.put(j, self.cheapest(j));
        }
        std::iter::once((i, None)).chain(pushed).collect()
    }

    fn try_move(&mut self, heat: f64, random: &mut Random) {
        let i = random.below(self.items.len());
        let item = &self.items[i];
        if item.places.is_empty() {
            return;
        }
        // Candidates come with the cheapest first: those are tried more often.
        let skewed = random.unit() * random.unit() * item.places.len() as f64;
        let wanted = &item.places[skewed as usize];
        let aside: Vec<usize> = self.in_the_way(wanted).filter(|&j| j != i).collect();
        let pushed: f64 = aside.iter().map(|&j| self.items[j].worth - self.costs[j]).sum();
        let worse = wanted.candidate.cost - self.costs[i] + pushed;
        // exp(-x) to three terms: plain arithmetic rounds alike on every platform.
        let x = worse / heat;
        if worse <= 0.0 || random.unit() * (1.0 + x + x * x / 2.0 + x * x * x / 6.0) < 1.0 {
            for j in aside {
                self.put(j, None);
            }
            self.put(i, Some(skewed as usize));
        }
    }
}

/// Whether two labels can both stand: boxes apart, no leader through the other's box or leader.
fn compatible(a: &Place, b: &Place) -> bool {
    let through = |leader: Option<(Point, Point)>, rect: &Rect| {
        leader.is_some_and(|(from, to)| rect.meets_segment(from, to))
    };
    let leaders = (a.candidate.leader, b.candidate.leader);
    !a.ground.overlaps(&b.ground)
        && !through(leaders.0, &b.candidate.rect)
        && !through(leaders.1, &a.candidate.rect)
        && !matches!(leaders, (Some(a), Some(b)) if cross(a, b))
}
