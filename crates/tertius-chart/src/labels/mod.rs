//! Where labels go: never on each other, never on a mark, on as few ties as can be.

mod choose;

pub(crate) use choose::choose;

use crate::geometry::{Point, Rect, cross, distance_to_segment, point};

/// One label: the ways to place it and what it costs to leave it out.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The cheapest first.
    places: Vec<Place>,
    worth: f64,
}

impl Item {
    pub(crate) fn new(mut candidates: Vec<Candidate>, worth: f64) -> Self {
        candidates.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        Self { places: candidates.into_iter().map(Place::of).collect(), worth }
    }
}

/// A candidate, and what others are to keep off.
#[derive(Debug, Clone)]
struct Place {
    candidate: Candidate,
    /// The box it keeps to itself: wider than high, or names side by side would read as one.
    ground: Rect,
    /// The ground, and the leader: what is apart from it is out of its way.
    reach: Rect,
}

impl Place {
    fn of(candidate: Candidate) -> Self {
        let Rect { min, max } = candidate.rect.grown(candidate.clear);
        let word_space = point(2.0, 0.0);
        let ground = Rect { min: min - word_space, max: max + word_space };
        let ends = candidate.leader.map(|(from, to)| [ground.min, ground.max, from, to]);
        Self { candidate, ground, reach: ends.map_or(ground, |ends| Rect::around(&ends)) }
    }
}

/// One way to place one label.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) rect: Rect,
    /// -1 flush left, 0 centred, 1 flush right.
    pub(crate) side: i8,
    /// From the mark's border to the label, where the label does not stand beside its mark.
    pub(crate) leader: Option<(Point, Point)>,
    /// How unwelcome: about one for each tie in the way.
    pub(crate) cost: f64,
    /// How far it keeps from other labels.
    pub(crate) clear: f64,
    /// Which of several ways to break the text into lines it is for.
    pub(crate) setting: usize,
}

/// What labels must keep off.
pub(crate) struct Ground<'a> {
    pub(crate) area: Rect,
    pub(crate) discs: &'a [(Point, f64)],
    pub(crate) ties: &'a [(Point, Point)],
    /// The tips of arrows: hiding one hides a direction.
    pub(crate) tips: &'a [Point],
    pub(crate) unit: f64,
}

impl Ground<'_> {
    /// The places for a label of `size` (width, height) beside disc number `own`, or around it on `rings`
    /// further out with a leader line. Places that cannot be used whatever the other labels do are left out.
    pub(crate) fn around_disc(&self, own: usize, size: Point, rings: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        for ring in 0..=rings {
            let away = if ring == 0 { 1.2 } else { 3.0 + 5.0 * ring as f64 } * self.unit;
            let directions = if ring == 0 { 8 } else { 24 };
            for turn in 0..directions {
                found.extend(self.at(
                    own,
                    size,
                    ring,
                    away,
                    f64::from(turn) / f64::from(directions),
                ));
            }
        }
        found
    }

    fn at(&self, own: usize, size: Point, ring: usize, away: f64, turn: f64) -> Option<Candidate> {
        let (centre, radius) = self.discs[own];
        let (sin, cos) = libm::sincos(std::f64::consts::TAU * turn);
        let lean = point((cos * 1.5).clamp(-1.0, 1.0), (sin * 1.5).clamp(-1.0, 1.0));
        let middle = centre
            + point(cos, sin) * (radius + away)
            + point(lean.x * size.x / 2.0, lean.y * size.y / 2.0);
        let rect = Rect::new(middle.x - size.x / 2.0, middle.y - size.y / 2.0, size.x, size.y);
        let near = rect.nearest(centre);
        let leader = (ring > 0).then(|| (centre + (near - centre).unit() * radius, near));
        // Right is where readers look first, then above and below; diagonals last.
        let habit = 0.35 * (1.0 - cos) / 2.0 + 0.25 * (2.0 * sin * cos).abs();
        // A long leader is hard to follow: its cost grows faster than its length.
        let far = ring as f64;
        let distance = if ring == 0 { 0.0 } else { 1.1 + 0.3 * far + 0.04 * far * far };
        let flush = if lean.x > 0.5 { -1 } else { i8::from(lean.x < -0.5) };
        let candidate =
            Candidate { rect, side: flush, leader, cost: habit + distance, clear: 0.5, setting: 0 };
        self.judged(candidate, Some(own))
    }

    /// The candidate with the ties and bystanders counted into its cost; `None` where it cannot stand.
    pub(crate) fn judged(&self, mut candidate: Candidate, own: Option<usize>) -> Option<Candidate> {
        let Candidate { rect, leader, .. } = candidate;
        if !self.area.contains(&rect) {
            return None;
        }
        let close = rect.grown(2.5 * self.unit);
        for (i, &(centre, radius)) in self.discs.iter().enumerate() {
            if rect.touches_disc(centre, radius + 0.3 * self.unit) {
                return None;
            }
            if Some(i) == own {
                continue;
            }
            if leader.is_some_and(|(from, to)| distance_to_segment(centre, from, to) < radius + 1.0)
            {
                return None;
            }
            // A label close to a second mark could be read as its name.
            if leader.is_none() && close.touches_disc(centre, radius) {
                candidate.cost += 0.8;
            }
        }
        for &(from, to) in self.ties {
            // A halo keeps a crossed tie readable, but not a tie that is hidden for most of its length.
            if let Some((enter, leave)) = rect.clip(from, to) {
                let hidden = leave - enter;
                candidate.cost += 0.35 + 4.0 * hidden * hidden;
            }
            if leader.is_some_and(|leader| cross(leader, (from, to))) {
                candidate.cost += 0.5;
            }
        }
        let reach = 2.0 * self.unit;
        let hidden = self.tips.iter().filter(|&&tip| rect.touches_disc(tip, reach)).count();
        candidate.cost += 1.2 * hidden as f64;
        Some(candidate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(candidates: Vec<Candidate>) -> Item {
        Item::new(candidates, 10.0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn labels_keep_off_each_other_and_off_marks(
            spots in proptest::collection::vec((20.0..380.0, 20.0..280.0, 2.0..9.0, 10.0..80.0), 1..50),
            ends in proptest::collection::vec((0_usize..50, 0_usize..50), 0..80),
        ) {
            let discs: Vec<(Point, f64)> = spots.iter().map(|s| (point(s.0, s.1), s.2)).collect();
            let ties: Vec<(Point, Point)> =
                ends.iter().map(|e| (discs[e.0 % discs.len()].0, discs[e.1 % discs.len()].0)).collect();
            let area = Rect::new(0.0, 0.0, 400.0, 300.0);
            let ground = Ground { area, discs: &discs, ties: &ties, tips: &[], unit: 1.0 };
            let items: Vec<Item> = spots
                .iter()
                .enumerate()
                .map(|(i, s)| item(ground.around_disc(i, point(s.3, 9.0), 6)))
                .collect();
            let chosen: Vec<Candidate> = choose(&items, 2_000).into_iter().flatten().collect();
            for (i, a) in chosen.iter().enumerate() {
                prop_assert!(area.contains(&a.rect));
                prop_assert!(chosen[i + 1..].iter().all(|b| !a.rect.overlaps(&b.rect)));
                prop_assert!(discs.iter().all(|&(centre, radius)| !a.rect.touches_disc(centre, radius)));
            }
        }
    }

    #[test]
    fn a_lone_mark_has_its_label_on_the_right() {
        let discs = [(point(50.0, 50.0), 4.0)];
        let area = Rect::new(0.0, 0.0, 100.0, 100.0);
        let ground = Ground { area, discs: &discs, ties: &[], tips: &[], unit: 1.0 };
        let placed = choose(&[item(ground.around_disc(0, point(20.0, 8.0), 3))], 10);
        assert!(placed[0].is_some_and(|label| label.rect.min.x > 54.0 && label.leader.is_none()));
    }
}
