use super::Sociogram;
use super::ties::Joined;
use crate::geometry::{Point, Rect, point};
use crate::layout::{Freedom, Method, Piece, clear, pack, spread};

/// The longest a tie is drawn: a small network does not fill the page.
const LONGEST_TIE: f64 = 62.0;

/// How far actors of a layer stand from each other at most.
const WIDEST_SLOT: f64 = 22.0;

/// In a picture with more lines than this, some run under marks wherever these stand.
const MOST_CLEARED: usize = 400;

/// Places given are drawn larger when they would take less than this share of the room.
const LEAST_OF_ROOM: f64 = 0.25;

/// Where the connected actors stand, in points from the plot's upper left corner.
pub(super) struct Places {
    pub(super) xy: Vec<Point>,
    /// What the radii had to be multiplied by to find room.
    pub(super) shrink: f64,
    /// The height of the plot, with ample room for labels above and below.
    pub(super) height: f64,
    /// Where the origin of the layout is, and how long its unit: what rings are drawn by.
    pub(super) origin: (Point, f64),
    /// Unconnected pairs, then actors without ties: they go into a block of their own under the plot.
    pub(super) apart: Vec<Vec<usize>>,
}

/// The room there is.
pub(super) struct Room {
    pub(super) width: f64,
    pub(super) most_height: f64,
    pub(super) page_height: f64,
    /// Kept free for labels on the left and right, and above and below.
    pub(super) margin: Point,
    pub(super) gap: f64,
    /// How high a line of text is.
    pub(super) line: f64,
    pub(super) unit: f64,
}

/// Gives every connected actor its place on the page; `bounds` are the radii of the discs that marks must keep to
/// themselves.
pub(super) fn place(
    chart: &Sociogram,
    pieces: &[Piece],
    lines: &[Joined],
    bounds: &[f64],
    room: &Room,
) -> Places {
    let freedom = chart.method.freedom();
    // A pair by itself is no picture, but where a place means something it keeps it.
    let smallest = match freedom {
        Freedom::Plane => 3,
        Freedom::Upright | Freedom::Around => 2,
        Freedom::None => 1,
    };
    let (large, apart): (Vec<_>, Vec<_>) =
        pieces.iter().partition(|piece| piece.members.len() >= smallest);
    let inner = point(room.width, room.most_height) - room.margin * 2.0;
    // On a page too small for anything the drawing runs over rather than away.
    let inner = point(inner.x.max(30.0), inner.y.max(30.0));
    let boxes: Vec<Rect> = large.iter().map(|piece| Rect::around(&piece.xy)).collect();
    let moves =
        if large.len() > 1 { pack(&boxes, 1.2, inner.y / inner.x) } else { vec![Point::default()] };
    let actors: Vec<usize> = large.iter().flat_map(|piece| &piece.members).copied().collect();
    let packed: Vec<Point> = large
        .iter()
        .zip(moves)
        .flat_map(|(piece, shift)| piece.xy.iter().map(move |&p| p + shift))
        .collect();
    // In columns every name has a line of its own.
    let least = if matches!(chart.method, Method::Layered { .. }) {
        (room.line - room.gap) / 2.0
    } else {
        0.0
    };
    let radii: Vec<f64> = actors.iter().map(|&actor| bounds[actor].max(least)).collect();
    let (mut spots, shrink) = fitted(&packed, &radii, inner, room, &chart.method);
    if freedom == Freedom::Plane && lines.len() <= MOST_CLEARED {
        let mut place = vec![None; bounds.len()];
        actors.iter().enumerate().for_each(|(at, &actor)| place[actor] = Some(at));
        let own = lines.iter().filter_map(|line| Some((place[line.a]?, place[line.b]?)));
        let discs: Vec<f64> = radii.iter().map(|radius| radius * shrink).collect();
        let most = 14.0 * room.unit;
        clear(&mut spots, &discs, &own.collect::<Vec<_>>(), room.gap * shrink, most);
    }

    let mut xy = vec![Point::default(); bounds.len()];
    // Ample room for labels above and below: what they leave empty is trimmed afterwards.
    let above = match freedom {
        Freedom::None => room.margin.y,
        _ => room.margin.y.max(45.0 * room.unit),
    };
    let (height, centre) = standing(&spots, &actors, above, room, &mut xy);
    let far = |spots: &[Point]| spots.iter().map(|p| p.length()).fold(0.0, f64::max);
    let origin = (centre, far(&spots) / far(&packed).max(1e-9));
    let apart = apart.into_iter().map(|piece| piece.members.clone()).collect();
    Places { xy, shrink, height, origin, apart }
}

/// How much wider and higher a drawing is made to fit the room.
fn scale(size: &Rect, n: usize, inner: Point, room: &Room, method: &Method) -> Point {
    let fit = point(inner.x / size.width().max(1e-9), inner.y / size.height().max(1e-9));
    let both = fit.x.min(fit.y);
    match method {
        Method::Layered { .. } => point(fit.x, fit.y.min(WIDEST_SLOT * room.unit)),
        Method::Axis { .. } => fit,
        // The distance from the centre is read by eye: as large as there is room, but for a few actors.
        Method::Concentric { .. } | Method::Rings { .. } => {
            let few = (60.0 + 12.0 * n as f64) * room.unit;
            let both = both.min(few / (size.width().max(size.height()) * 0.5).max(1e-9));
            point(both, both)
        }
        Method::Fixed { .. } => {
            // A picture's own places, given back, take all of its width and more height than its plot.
            let taken = (size.width() / room.width).max(size.height() / room.page_height);
            let kept = (LEAST_OF_ROOM..=1.0).contains(&taken) || taken == 0.0;
            if kept { point(1.0, 1.0) } else { point(both, both) }
        }
        _ => {
            let both = both.min(LONGEST_TIE * room.unit);
            point(both, both)
        }
    }
}

/// Scales a drawing to the room and parts what overlaps, with smaller marks when it does not fit otherwise.
fn fitted(
    packed: &[Point],
    radii: &[f64],
    inner: Point,
    room: &Room,
    method: &Method,
) -> (Vec<Point>, f64) {
    let (size, freedom) = (Rect::around(packed), method.freedom());
    let scale = scale(&size, packed.len(), inner, room, method);
    // Rings are about the origin and stay so.
    let centre = if freedom == Freedom::Around { Point::default() } else { size.centre() };
    let scaled = |by: f64| -> Vec<Point> {
        packed
            .iter()
            .map(|&p| point((p.x - centre.x) * scale.x, (p.y - centre.y) * scale.y) * by)
            .collect()
    };
    let mut shrink = 1.0;
    loop {
        let discs: Vec<f64> = radii.iter().map(|radius| radius * shrink).collect();
        let mut spots = scaled(1.0);
        spread(&mut spots, &discs, room.gap * shrink, freedom);
        let taken = Rect::around(&spots);
        let over = (taken.width() / inner.x).max(taken.height() / inner.y);
        if over <= 1.0 + 1e-9 || freedom == Freedom::None {
            return (spots, shrink);
        }
        // Parting pushed the rim outwards a little: draw it all closer and part again.
        let mut closer = scaled(1.0 / over);
        spread(&mut closer, &discs, room.gap * shrink, freedom);
        let taken = Rect::around(&closer);
        if taken.width() <= inner.x * 1.02 && taken.height() <= inner.y * 1.02 {
            return (closer, shrink);
        }
        shrink *= 0.9;
    }
}

/// Writes the actors' places with the drawing in the middle of its plot, and returns the plot's height and where
/// the origin went.
fn standing(
    spots: &[Point],
    actors: &[usize],
    above: f64,
    room: &Room,
    xy: &mut [Point],
) -> (f64, Point) {
    if spots.is_empty() {
        return (0.0, Point::default());
    }
    let taken = Rect::around(spots);
    let height = taken.height() + 2.0 * above;
    let middle = point(room.width, height) * 0.5;
    for (&actor, &spot) in actors.iter().zip(spots) {
        xy[actor] = spot - taken.centre() + middle;
    }
    (height, middle - taken.centre())
}
