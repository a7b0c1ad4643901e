use super::ties::Joined;
use super::{Arrangement, Sociogram};
use crate::geometry::{Point, Rect, point};
use crate::layout::{clear, component, components, neighbours, pack, spread};

/// The longest a tie is drawn: a small network does not fill the page.
const LONGEST_TIE: f64 = 62.0;

/// In a picture with more lines than this, some run under marks wherever these stand.
const MOST_CLEARED: usize = 400;

/// Where the connected actors stand, in points from the plot's upper left corner.
pub(super) struct Places {
    pub(super) xy: Vec<Point>,
    /// What the radii had to be multiplied by to find room.
    pub(super) shrink: f64,
    /// The height of the plot, with ample room for labels above and below.
    pub(super) height: f64,
    /// Unconnected pairs, then actors without ties: they go into a block of their own under the plot.
    pub(super) apart: Vec<Vec<usize>>,
    pub(super) method: String,
}

/// The room there is.
pub(super) struct Room {
    pub(super) width: f64,
    pub(super) most_height: f64,
    /// Kept free for labels on the left and right, and above and below.
    pub(super) margin: Point,
    pub(super) gap: f64,
    pub(super) unit: f64,
}

/// Gives every connected actor its place; `bounds` are the radii of the discs that marks must keep to themselves.
pub(super) fn place(chart: &Sociogram, lines: &[Joined], bounds: &[f64], room: &Room) -> Places {
    if let Arrangement::Fixed(given) = &chart.arrangement {
        return as_given(given, bounds.len(), room);
    }
    let pairs: Vec<(usize, usize)> = lines.iter().map(|line| (line.a, line.b)).collect();
    let near = neighbours(bounds.len(), &pairs);
    let (large, apart): (Vec<_>, Vec<_>) =
        components(&near).into_iter().partition(|members| members.len() > 2);
    let options = chart.stress_options();
    let drawn: Vec<Vec<Point>> =
        large.iter().map(|members| component(&near, members, &options)).collect();
    let inner = point(room.width, room.most_height) - room.margin * 2.0;
    // On a page too small for anything the drawing runs over rather than away.
    let inner = point(inner.x.max(30.0), inner.y.max(30.0));
    let boxes: Vec<Rect> = drawn.iter().map(|xy| Rect::around(xy)).collect();
    let moves = pack(&boxes, 1.2, inner.y / inner.x);
    let actors: Vec<usize> = large.iter().flatten().copied().collect();
    let packed: Vec<Point> = drawn
        .iter()
        .zip(moves)
        .flat_map(|(xy, shift)| xy.iter().map(move |&p| p + shift))
        .collect();
    let radii: Vec<f64> = actors.iter().map(|&actor| bounds[actor]).collect();
    let (mut spots, shrink) = fitted(&packed, &radii, inner, room);
    let own: Vec<(usize, usize)> = pairs
        .iter()
        .filter_map(|&(a, b)| {
            let place = |actor| actors.iter().position(|&other| other == actor);
            Some((place(a)?, place(b)?))
        })
        .collect();
    if own.len() <= MOST_CLEARED {
        let discs: Vec<f64> = radii.iter().map(|radius| radius * shrink).collect();
        clear(&mut spots, &discs, &own, room.gap * shrink, 14.0 * room.unit);
    }

    let mut xy = vec![Point::default(); bounds.len()];
    // Ample room for labels above and below: what they leave empty is trimmed afterwards.
    let above = room.margin.y.max(45.0 * room.unit);
    let height = standing(&spots, &actors, above, room, &mut xy);
    Places { xy, shrink, height, apart, method: format!("{}, overlaps removed", options.method()) }
}

/// Scales a drawing to the room and parts what overlaps, with smaller marks when it does not fit otherwise.
fn fitted(packed: &[Point], radii: &[f64], inner: Point, room: &Room) -> (Vec<Point>, f64) {
    let size = Rect::around(packed);
    let scale = (inner.x / size.width().max(1e-9))
        .min(inner.y / size.height().max(1e-9))
        .min(LONGEST_TIE * room.unit);
    let mut shrink = 1.0;
    loop {
        let discs: Vec<f64> = radii.iter().map(|radius| radius * shrink).collect();
        let mut spots: Vec<Point> = packed.iter().map(|&p| (p - size.centre()) * scale).collect();
        spread(&mut spots, &discs, room.gap * shrink);
        let taken = Rect::around(&spots);
        let over = (taken.width() / inner.x).max(taken.height() / inner.y);
        if over <= 1.0 + 1e-9 {
            return (spots, shrink);
        }
        // Parting pushed the rim outwards a little: draw it all closer and part again.
        let mut closer: Vec<Point> =
            packed.iter().map(|&p| (p - size.centre()) * (scale / over)).collect();
        spread(&mut closer, &discs, room.gap * shrink);
        let taken = Rect::around(&closer);
        if taken.width() <= inner.x * 1.02 && taken.height() <= inner.y * 1.02 {
            return (closer, shrink);
        }
        shrink *= 0.9;
    }
}

/// Writes the actors' places with the drawing in the middle of its plot, and returns the plot's height.
fn standing(spots: &[Point], actors: &[usize], above: f64, room: &Room, xy: &mut [Point]) -> f64 {
    if spots.is_empty() {
        return 0.0;
    }
    let taken = Rect::around(spots);
    let height = taken.height() + 2.0 * above;
    let middle = point(room.width, height) * 0.5;
    for (&actor, &spot) in actors.iter().zip(spots) {
        xy[actor] = spot - taken.centre() + middle;
    }
    height
}

fn as_given(given: &[Point], n: usize, room: &Room) -> Places {
    let known = |p: &Point| if p.x.is_finite() && p.y.is_finite() { *p } else { Point::default() };
    let mut spots: Vec<Point> = given.iter().map(known).collect();
    spots.resize(n, Point::default());
    let actors: Vec<usize> = (0..n).collect();
    let mut xy = spots.clone();
    let height = standing(&spots, &actors, room.margin.y, room, &mut xy);
    Places { xy, shrink: 1.0, height, apart: Vec::new(), method: String::from("given positions") }
}
