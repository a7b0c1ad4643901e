use crate::geometry::{Point, convex_hull, distance_to_segment, point};

/// Beyond this share of strangers among those inside a convex area, a small group is drawn around the chain of
/// its members instead; a large one would be a patchwork that says nothing and is left out.
const MOST_STRANGERS: f64 = 0.3;
const SMALL: usize = 6;

/// What an area is drawn around.
pub(super) struct Body {
    pub(super) members: Vec<usize>,
    /// The hull of the members' marks.
    pub(super) convex: Vec<Point>,
    /// Links between members' centres, where the hull would hold too many strangers.
    chain: Option<Vec<(Point, Point)>>,
}

impl Body {
    /// The body of a group; none when its members stand among too many strangers.
    pub(super) fn of(members: &[usize], discs: &[(Point, f64)]) -> Option<Self> {
        let rims: Vec<Point> = members.iter().flat_map(|&actor| rim(discs[actor])).collect();
        let convex = convex_hull(&rims);
        let is_inside =
            |actor: usize| !members.contains(&actor) && to_polygon(discs[actor].0, &convex) < 0.0;
        let strangers = (0..discs.len()).filter(|&actor| is_inside(actor)).count();
        let crowded = strangers as f64 > MOST_STRANGERS * (strangers + members.len()) as f64;
        if crowded && members.len() > SMALL {
            return None;
        }
        let chain = crowded.then(|| shortest_chain(members, discs));
        Some(Self { members: members.to_vec(), convex, chain })
    }

    pub(super) fn is_apart_from(&self, other: &Self) -> bool {
        self.members.iter().all(|actor| !other.members.contains(actor))
    }

    /// How far a point is from it, negative inside.
    pub(super) fn distance(&self, p: Point, discs: &[(Point, f64)]) -> f64 {
        let Some(chain) = &self.chain else { return to_polygon(p, &self.convex) };
        let links = chain.iter().map(|&(a, b)| distance_to_segment(p, a, b));
        links.fold(to_nearest(p, &self.members, discs), f64::min)
    }
}

/// How far a point is from the nearest member's mark.
pub(super) fn to_nearest(p: Point, members: &[usize], discs: &[(Point, f64)]) -> f64 {
    members.iter().map(|&a| p.distance(discs[a].0) - discs[a].1).fold(f64::INFINITY, f64::min)
}

fn rim((centre, radius): (Point, f64)) -> [Point; 24] {
    std::array::from_fn(|i| {
        let (sin, cos) = libm::sincos(std::f64::consts::TAU * i as f64 / 24.0);
        centre + point(cos, sin) * radius
    })
}

/// Distance to a convex polygon, negative inside.
fn to_polygon(p: Point, corners: &[Point]) -> f64 {
    let sides = || (0..corners.len()).map(|i| (corners[i], corners[(i + 1) % corners.len()]));
    let distance = sides().map(|(a, b)| distance_to_segment(p, a, b)).fold(f64::INFINITY, f64::min);
    let inside = sides().all(|(a, b)| (b - a).cross(p - a) >= 0.0);
    if inside { -distance } else { distance }
}

/// The links of the minimum spanning tree of the members (Prim).
fn shortest_chain(members: &[usize], discs: &[(Point, f64)]) -> Vec<(Point, Point)> {
    let length = |a: usize, b: usize| discs[a].0.distance(discs[b].0);
    let mut joined = vec![members[0]];
    let mut links = Vec::new();
    while joined.len() < members.len() {
        let mut best: Option<(usize, usize)> = None;
        for &a in &joined {
            for &b in members.iter().filter(|b| !joined.contains(b)) {
                if best.is_none_or(|(c, d)| length(a, b) < length(c, d)) {
                    best = Some((a, b));
                }
            }
        }
        let Some(link) = best else { break };
        joined.push(link.1);
        links.push((discs[link.0].0, discs[link.1].0));
    }
    links
}
