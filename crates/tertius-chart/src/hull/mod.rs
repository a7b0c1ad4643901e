//! Areas around the actors of one locality. They hold all its placed members and nobody else: a reader takes
//! whoever stands inside for a member.

mod body;

use body::{Body, to_nearest};

use crate::contour::{rings, simplified};
use crate::geometry::{Point, Rect};

/// An area is drawn if at least this share of its members is in its largest piece.
const LEAST_TOGETHER: f64 = 0.7;

/// The area of one group.
#[derive(Debug, Clone)]
pub(crate) struct Hull {
    pub(crate) group: usize,
    pub(crate) rings: Vec<Vec<Point>>,
    /// How many hulls deep others lie in it: the outermost is drawn first.
    pub(crate) depth: usize,
}

/// The areas of all groups of two and more, the outermost first. `discs` are the marks of all actors that
/// are drawn in the plot, `members` the numbers of each group's.
pub(crate) fn hulls(members: &[Vec<usize>], discs: &[(Point, f64)], unit: f64) -> Vec<Hull> {
    let mut order: Vec<usize> = (0..members.len()).filter(|&g| members[g].len() > 1).collect();
    order.sort_by_key(|&g| members[g].len());
    let bodies: Vec<(usize, Body)> =
        order.iter().filter_map(|&g| Some((g, Body::of(&members[g], discs)?))).collect();
    let mut found: Vec<Hull> = Vec::new();
    for (group, body) in &bodies {
        let group = *group;
        let inner = found.iter().filter(|h| is_part(&members[h.group], &members[group]));
        let depth = inner.map(|h| h.depth + 1).max().unwrap_or(0);
        let others = bodies.iter().map(|(_, other)| other);
        let rivals: Vec<&Body> = others.filter(|other| body.is_apart_from(other)).collect();
        let rings = outline(body, &rivals, discs, depth, unit);
        found.push(Hull { group, rings, depth });
    }
    found.retain(|hull| together(hull, &members[hull.group], discs) >= LEAST_TOGETHER);
    found.reverse();
    found
}

impl Hull {
    /// How far the outline is from a box; 0 when it passes through.
    pub(crate) fn distance(&self, rect: Rect) -> f64 {
        let sides = self
            .rings
            .iter()
            .flat_map(|ring| (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()])));
        sides
            .map(|(a, b)| if rect.meets_segment(a, b) { 0.0 } else { rect.nearest(a).distance(a) })
            .fold(f64::INFINITY, f64::min)
    }
}

/// The share of members in the hull's largest piece.
fn together(hull: &Hull, members: &[usize], discs: &[(Point, f64)]) -> f64 {
    let inside = |ring: &[Point]| members.iter().filter(|&&a| surrounds(ring, discs[a].0)).count();
    let most = hull.rings.iter().map(|ring| inside(ring)).max().unwrap_or(0);
    most as f64 / members.len() as f64
}

/// Whether a point is inside a ring: a ray to the right passes through it an odd number of times.
fn surrounds(ring: &[Point], p: Point) -> bool {
    let passed = (0..ring.len()).filter(|&i| {
        let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
        (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    passed.count() % 2 == 1
}

/// Whether all of `inner` are in `outer`, which has more.
fn is_part(inner: &[usize], outer: &[usize]) -> bool {
    inner.len() < outer.len() && inner.iter().all(|actor| outer.contains(actor))
}

/// The rings around a body: its members with room around them, none of the rivals' ground (where the areas of
/// two groups without a common member would overlap, the nearer one has the place), and no stranger.
fn outline(
    body: &Body,
    rivals: &[&Body],
    discs: &[(Point, f64)],
    depth: usize,
    unit: f64,
) -> Vec<Vec<Point>> {
    // Each level of nesting needs room for the line and the fill of those inside it.
    let pad = (3.5 + 4.0 * depth as f64) * unit;
    let round = 3.0 * unit;
    let area = Rect::around(&body.convex).grown(pad + 4.0 * unit);
    let strangers: Vec<(Point, f64)> = (0..discs.len())
        .filter(|actor| !body.members.contains(actor))
        .map(|actor| discs[actor])
        .filter(|&(centre, radius)| area.touches_disc(centre, radius))
        .collect();
    let field = |p: Point| {
        let own = body.distance(p, discs);
        if own > pad + round {
            return own - pad;
        }
        let rival = rivals.iter().map(|r| r.distance(p, discs)).fold(f64::INFINITY, f64::min);
        let ground = if rival.is_finite() {
            smooth_max(own - pad, (own - rival) / 2.0 + unit, round)
        } else {
            own - pad
        };
        let marks = to_nearest(p, &body.members, discs) - 2.5 * unit;
        let held = -smooth_max(-ground, -marks, round);
        strangers.iter().fold(held, |value, &(centre, radius)| {
            smooth_max(value, radius + 1.8 * unit - p.distance(centre), round)
        })
    };
    rings(area, 1.5 * unit, field)
        .into_iter()
        .map(|ring| simplified(&ring, 0.12 * unit))
        .filter(|ring| ring.len() > 5)
        .collect()
}

/// The larger of two values, rounded off where they meet within `round`.
fn smooth_max(a: f64, b: f64, round: f64) -> f64 {
    let near = ((round - (a - b).abs()) / round).max(0.0);
    a.max(b) + near * near * round / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    /// In the hull and in none of its holes.
    fn holds(hull: &Hull, p: Point) -> bool {
        hull.rings.iter().filter(|ring| surrounds(ring, p)).count() % 2 == 1
    }

    #[test]
    fn a_hull_holds_its_members_and_no_stranger() {
        let spots = [(0., 0.), (60., 0.), (60., 50.), (0., 50.), (30., 25.), (33., 8.), (90., 20.)];
        let discs: Vec<(Point, f64)> = spots.iter().map(|&(x, y)| (point(x, y), 4.0)).collect();
        for members in [vec![0, 1, 2, 3], vec![0, 3], vec![0, 1, 6], vec![1, 2, 4, 3]] {
            let found = hulls(std::slice::from_ref(&members), &discs, 1.0);
            for (actor, disc) in discs.iter().enumerate() {
                assert_eq!(
                    holds(&found[0], disc.0),
                    members.contains(&actor),
                    "{members:?} {actor}"
                );
            }
        }
    }

    #[test]
    fn one_member_needs_no_hull_and_the_outer_comes_first() {
        let discs: Vec<(Point, f64)> =
            (0..5).map(|i| (point(20.0 * f64::from(i), 0.0), 3.0)).collect();
        let found = hulls(&[vec![0], vec![1, 2], vec![0, 1, 2, 3]], &discs, 1.0);
        assert_eq!(found.iter().map(|hull| hull.group).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn mingled_groups_get_no_area() {
        let discs: Vec<(Point, f64)> = (0..36)
            .map(|i| (point(20.0 * f64::from(i % 6), 20.0 * f64::from(i / 6)), 4.0))
            .collect();
        let chequered = |odd: usize| (0..36).filter(|i| (i + i / 6) % 2 == odd).collect::<Vec<_>>();
        assert!(hulls(&[chequered(0), chequered(1)], &discs, 1.0).is_empty());
    }
}
