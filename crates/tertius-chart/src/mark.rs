//! The mark of an actor: eight shapes of equal area, so that size means one thing for all of them.

use std::f64::consts::{PI, TAU};

use crate::geometry::{Point, point};
use crate::scene::{Colour, Element, Paint, Path, Stroke};

/// The outline of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Circle,
    Square,
    Up,
    Diamond,
    Down,
    Pentagon,
    Star,
    Cross,
    Hexagon,
}

impl Form {
    /// In the order in which groups get them; the hexagon is kept for what is left over.
    pub(crate) const ALL: [Self; 8] = [
        Self::Circle,
        Self::Square,
        Self::Up,
        Self::Diamond,
        Self::Down,
        Self::Pentagon,
        Self::Star,
        Self::Cross,
    ];

    /// The corners around `centre`, with the area of a disc of `radius`; none for the circle.
    pub(crate) fn corners(self, centre: Point, radius: f64) -> Vec<Point> {
        let rough = self.rough();
        let scale = radius * (PI / area(&rough)).sqrt();
        rough.into_iter().map(|p| centre + p * scale).collect()
    }

    /// Corners in the right proportions, at no particular size.
    fn rough(self) -> Vec<Point> {
        match self {
            Self::Circle => Vec::new(),
            Self::Square => ring(4, 0.125, |_| 1.0),
            Self::Up => ring(3, 0.0, |_| 1.0),
            Self::Diamond => ring(4, 0.0, |_| 1.0),
            Self::Down => ring(3, 0.5, |_| 1.0),
            Self::Pentagon => ring(5, 0.0, |_| 1.0),
            Self::Hexagon => ring(6, 0.0, |_| 1.0),
            Self::Star => ring(10, 0.0, |i| if i % 2 == 0 { 1.0 } else { 0.5 }),
            Self::Cross => {
                let quarter = [point(1.0, 3.0), point(1.0, 1.0), point(3.0, 1.0)];
                (0..4)
                    .flat_map(|turns| quarter.map(|p| (0..turns).fold(p, |p, _| point(p.y, -p.x))))
                    .collect()
            }
        }
    }
}

/// How far the colour of a pale mark is from white: near enough to tell its group still.
const FADED: f64 = 0.72;

/// How one actor is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    pub(crate) form: Form,
    pub(crate) fill: Colour,
    /// Stands for several actors: a second outline.
    pub(crate) collective: bool,
    /// A person among organisations: a white dot.
    pub(crate) person: bool,
    /// Others are to be looked at: pale.
    pub(crate) faded: bool,
}

impl Mark {
    pub(crate) const fn new(form: Form, fill: Colour) -> Self {
        Self { form, fill, collective: false, person: false, faded: false }
    }

    /// The radius of the disc that the mark does not reach out of.
    pub(crate) fn bound(self, radius: f64, unit: f64) -> f64 {
        let outer = self.outer(radius, unit);
        let corners = self.form.corners(Point::default(), outer);
        corners.iter().map(|p| p.length()).fold(outer, f64::max) + 0.4 * unit
    }

    /// How far the outline is from the centre in a direction of length one.
    pub(crate) fn reach(self, radius: f64, unit: f64, direction: Point) -> f64 {
        let outer = self.outer(radius, unit);
        let corners = self.form.corners(Point::default(), outer);
        let hit = |i: usize| {
            let (from, to) = (corners[i], corners[(i + 1) % corners.len()]);
            let along = to - from;
            let across = direction.cross(along);
            let share = direction.cross(from) / -across;
            (across != 0.0 && (0.0..=1.0).contains(&share))
                .then(|| (from + along * share).dot(direction))
                .filter(|&length| length > 0.0)
        };
        let far = (0..corners.len()).filter_map(hit).fold(0.0, f64::max);
        if far > 0.0 { far } else { outer }
    }

    pub(crate) fn draw(self, centre: Point, radius: f64, unit: f64) -> Vec<Element> {
        let (ink, fill) = if self.faded {
            (Colour::PALE, self.fill.towards(Colour::WHITE, FADED))
        } else {
            (Colour::INK, self.fill)
        };
        let outline = Stroke::new(ink, 0.7 * unit);
        let mut elements = Vec::new();
        if self.collective {
            let paint = Paint::both(Colour::WHITE, outline);
            elements.push(self.shape(centre, self.outer(radius, unit), paint));
        }
        elements.push(self.shape(centre, radius, Paint::both(fill, outline)));
        if self.person {
            let paint = Paint::both(Colour::WHITE, Stroke::new(ink, 0.4 * unit));
            elements.push(Element::Circle { centre, radius: radius * 0.36, paint });
        }
        elements
    }

    fn outer(self, radius: f64, unit: f64) -> f64 {
        if self.collective { radius + 1.7 * unit } else { radius }
    }

    fn shape(self, centre: Point, radius: f64, paint: Paint) -> Element {
        match self.form {
            Form::Circle => Element::Circle { centre, radius, paint },
            form => Element::Path { path: Path::closed(&form.corners(centre, radius)), paint },
        }
    }
}

/// `n` corners about the origin, the first straight up turned by `turn` of a full circle.
fn ring(n: usize, turn: f64, radius: impl Fn(usize) -> f64) -> Vec<Point> {
    (0..n)
        .map(|i| {
            let (sin, cos) = libm::sincos(TAU * (i as f64 / n as f64 + turn));
            point(sin, -cos) * radius(i)
        })
        .collect()
}

fn area(corners: &[Point]) -> f64 {
    let twice: f64 =
        (0..corners.len()).map(|i| corners[i].cross(corners[(i + 1) % corners.len()])).sum();
    twice.abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shapes_have_the_area_of_the_disc() {
        for form in Form::ALL.into_iter().chain([Form::Hexagon]).filter(|&f| f != Form::Circle) {
            let corners = form.corners(point(3.0, 4.0), 5.0);
            let centred: Vec<Point> = corners.iter().map(|&p| p - point(3.0, 4.0)).collect();
            assert!((area(&centred) - PI * 25.0).abs() < 1e-9, "{form:?}");
        }
    }

    #[test]
    fn ties_end_at_the_outline() {
        let square = Mark::new(Form::Square, Colour::WHITE);
        let half = (PI * 25.0_f64).sqrt() / 2.0;
        assert!((square.reach(5.0, 1.0, point(1.0, 0.0)) - half).abs() < 1e-9);
        let circle = Mark::new(Form::Circle, Colour::WHITE);
        assert!((circle.reach(5.0, 1.0, point(0.6, 0.8)) - 5.0).abs() < 1e-9);
    }
}
