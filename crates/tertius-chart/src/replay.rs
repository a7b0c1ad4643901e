//! A finished figure on any backend of plotters, for programs that draw with plotters themselves.

use plotters::coord::Shift;
use plotters::element::PathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::figure::Figure;
use crate::geometry::{Point, point};
use crate::scene::{self, Anchor, Colour, Element, Paint, Path, Step, Stroke, font};

impl Figure {
    /// Draws the figure in the middle of an area of any backend of plotters, as large as it fits with its
    /// proportions kept. The backend rounds places to whole pixels and sets text in a font of its own, so give
    /// it many; for a file of their own [`Figure::svg`] and [`Figure::png`] are exact.
    ///
    /// # Errors
    ///
    /// Those of the backend.
    ///
    /// ```
    /// use plotters::prelude::*;
    /// use tertius_chart::{Histogram, Page};
    /// # use plotters_svg::SVGBackend;
    /// let contacts = Histogram { values: vec![1.0, 2.0, 2.0, 5.0], ..Histogram::default() };
    /// let figure = contacts.draw(&Page::single());
    /// let mut page = String::new();
    /// {
    ///     let area = SVGBackend::with_string(&mut page, (1600, 900)).into_drawing_area();
    ///     let (left, right) = area.split_horizontally(800);
    ///     figure.draw_on(&left)?;
    ///     figure.draw_on(&right)?;
    /// }
    /// assert!(page.contains("<rect"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn draw_on<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        let (width, height) = area.dim_in_pixel();
        let room = point(f64::from(width), f64::from(height));
        let scale = (room.x / self.scene.width).min(room.y / self.scene.height);
        let size = point(self.scene.width, self.scene.height) * scale;
        let replay = Replay { area, scale, corner: (room - size) * 0.5 };
        let ends = [Point::default(), point(self.scene.width, self.scene.height)];
        area.draw(&Rectangle::new(ends.map(|it| replay.at(it)), WHITE.filled()))?;
        replay.all(&self.scene.elements)
    }
}

type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

struct Replay<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    scale: f64,
    corner: Point,
}

/// Straight pieces that a bend becomes.
const PIECES: usize = 8;

impl<DB: DrawingBackend> Replay<'_, DB> {
    fn at(&self, place: Point) -> (i32, i32) {
        let place = self.corner + place * self.scale;
        (place.x.round() as i32, place.y.round() as i32)
    }

    fn length(&self, points: f64) -> u32 {
        (points * self.scale).round().max(1.0) as u32
    }

    fn all(&self, elements: &[Element]) -> Drawn<DB> {
        elements.iter().try_for_each(|element| match element {
            Element::Circle { centre, radius, paint } => self.circle(*centre, *radius, paint),
            Element::Path { path, paint } => self.path(path, paint),
            Element::Text(text) => self.text(text),
            Element::Group { elements, .. } => self.all(elements),
        })
    }

    fn circle(&self, centre: Point, radius: f64, paint: &Paint) -> Drawn<DB> {
        let (at, radius) = (self.at(centre), self.length(radius));
        if let Some((fill, opacity)) = paint.fill {
            self.area.draw(&Circle::new(at, radius, colour(fill).mix(opacity).filled()))?;
        }
        match paint.stroke {
            Some(stroke) => self.area.draw(&Circle::new(at, radius, self.style(stroke))),
            None => Ok(()),
        }
    }

    /// The parts of an outline are filled as one: a line leads from the first to each other and back, and a
    /// hole goes round the other way.
    fn path(&self, path: &Path, paint: &Paint) -> Drawn<DB> {
        let parts = straight(path);
        if let (Some((fill, opacity)), Some(first)) = (paint.fill, parts.first()) {
            let mut outline = first.0.clone();
            let start = outline[0];
            for (i, (part, _)) in parts.iter().enumerate().skip(1) {
                let depth = parts.iter().enumerate();
                let around =
                    depth.filter(|(j, (other, _))| *j != i && inside(part[0], other)).count();
                let turns = (area(part) > 0.0) == (area(&first.0) > 0.0);
                let mut part = part.clone();
                if turns == (around % 2 == 1) {
                    part.reverse();
                }
                outline.extend([start, part[0]]);
                outline.extend(part.iter().skip(1).chain([&part[0], &start]));
            }
            let corners: Vec<(i32, i32)> = outline.into_iter().map(|it| self.at(it)).collect();
            self.area.draw(&Polygon::new(corners, colour(fill).mix(opacity).filled()))?;
        }
        let Some(stroke) = paint.stroke else { return Ok(()) };
        for (mut line, closed) in parts {
            if closed {
                line.push(line[0]);
            }
            let lines = if stroke.dashed { dashes(&line) } else { vec![line] };
            for line in lines {
                let line: Vec<(i32, i32)> = line.into_iter().map(|it| self.at(it)).collect();
                self.area.draw(&PathElement::new(line, self.style(stroke)))?;
            }
        }
        Ok(())
    }

    fn text(&self, text: &scene::Text) -> Drawn<DB> {
        let turn = match text.turn.rem_euclid(360) {
            90 => FontTransform::Rotate90,
            180 => FontTransform::Rotate180,
            270 => FontTransform::Rotate270,
            _ => FontTransform::None,
        };
        let side = match text.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        // Backends agree where the middle of a line is, and not where its base is.
        let up = font::CAPITAL * text.size / 2.0;
        let (sin, cos) = f64::from(text.turn).to_radians().sin_cos();
        let middle = text.at - point(-sin * up, cos * up);
        let weight = if text.bold { FontStyle::Bold } else { FontStyle::Normal };
        let face = ("Open Sans, sans-serif", text.size * self.scale, weight).into_font();
        let ink = colour(text.colour);
        let style = TextStyle::from(face.transform(turn)).color(&ink);
        let style = style.pos(Pos::new(side, VPos::Center));
        self.area.draw_text(&text.content, &style, self.at(middle))
    }

    fn style(&self, stroke: Stroke) -> ShapeStyle {
        colour(stroke.colour).mix(stroke.opacity).stroke_width(self.length(stroke.width))
    }
}

fn colour(Colour(red, green, blue): Colour) -> RGBColor {
    RGBColor(red, green, blue)
}

/// The parts of an outline as corners, and whether each is closed.
fn straight(path: &Path) -> Vec<(Vec<Point>, bool)> {
    let mut parts: Vec<(Vec<Point>, bool)> = Vec::new();
    for step in &path.0 {
        if let Step::Move(place) = *step {
            parts.push((vec![place], false));
            continue;
        }
        let Some((part, closed)) = parts.last_mut() else { continue };
        match *step {
            Step::Line(place) => part.push(place),
            Step::Curve(bend, end) => {
                let start = part[part.len() - 1];
                part.extend((1..=PIECES).map(|i| {
                    let t = i as f64 / PIECES as f64;
                    start * ((1.0 - t) * (1.0 - t)) + bend * (2.0 * t * (1.0 - t)) + end * (t * t)
                }));
            }
            Step::Move(_) | Step::Close => *closed = true,
        }
    }
    parts
}

/// Twice what a ring holds, positive if it goes round to the right.
fn area(ring: &[Point]) -> f64 {
    (0..ring.len()).map(|i| ring[i].cross(ring[(i + 1) % ring.len()])).sum()
}

/// Whether a ring holds a place: a line from it to the right meets the ring an odd number of times.
fn inside(place: Point, ring: &[Point]) -> bool {
    let meets = |i: usize| {
        let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
        (a.y > place.y) != (b.y > place.y)
            && place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    (0..ring.len()).filter(|&i| meets(i)).count() % 2 == 1
}

/// A line in the dashes that the SVG has: 2.5 points long, 2 apart.
fn dashes(line: &[Point]) -> Vec<Vec<Point>> {
    let (on, off) = (2.5, 2.0);
    let mut dashes = Vec::new();
    let mut passed = 0.0_f64;
    for ends in line.windows(2) {
        let length = ends[0].distance(ends[1]);
        let along = (ends[1] - ends[0]).unit();
        let mut at = 0.0;
        while at < length {
            let phase = (passed + at) % (on + off);
            let rest = if phase < on { on - phase } else { on + off - phase };
            let to = (at + rest.max(1e-6)).min(length);
            if phase < on {
                dashes.push(vec![ends[0] + along * at, ends[0] + along * to]);
            }
            at = to;
        }
        passed += length;
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;

    #[test]
    fn a_hole_is_inside_and_dashes_leave_gaps() {
        let ring = straight(&Path::rect(Rect::new(0.0, 0.0, 4.0, 4.0))).remove(0);
        assert!(ring.1 && inside(point(1.0, 1.0), &ring.0) && !inside(point(5.0, 1.0), &ring.0));
        let drawn = dashes(&[point(0.0, 0.0), point(9.0, 0.0)]);
        assert_eq!(drawn, [[point(0.0, 0.0), point(2.5, 0.0)], [point(4.5, 0.0), point(7.0, 0.0)]]);
    }
}
