//! Places of actors in one wave and in the next, as lines from the one to the other.

use crate::apart::apart;
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::groups::{self, known};
use crate::legend::{Entry, Section};
use crate::names::Name;
use crate::page::Page;
use crate::palette::mark;
use crate::scene::{Anchor, Colour, Element, Paint, Path, Stroke, Text, font};

/// What a slope chart shows.
#[derive(Debug, Clone, Default)]
pub struct Slope {
    /// Printed above the picture.
    pub title: String,
    /// The waves, the first at the left.
    pub waves: Vec<String>,
    /// The actors.
    pub actors: Vec<Course>,
    /// The names of the groups, shown as colours and shapes; empty if there are none.
    pub groups: Vec<String>,
    /// What groups are: `sector`.
    pub group_name: String,
    /// What dark lines are: `moved by three places or more`.
    pub stressed_name: String,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// The places of one actor.
#[derive(Debug, Clone, Default)]
pub struct Course {
    /// Its name.
    pub name: String,
    /// Its group, by its place in the groups of the chart.
    pub group: Option<usize>,
    /// Its place in each wave; `None` where it is not there.
    pub places: Vec<Option<Standing>>,
    /// Whether its line is dark.
    pub stressed: bool,
}

/// A place in an order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    /// How far down, 1 at the top; the mean of the places that actors share.
    pub place: f64,
    /// As it is written: `1`, `3=`.
    pub label: String,
}

/// How large marks are, in units.
const RADIUS: f64 = 2.7;

impl Slope {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title).across();
        let (text, corner, width) = (page.text_pt, frame.corner(), frame.plot_width());
        let ends = [self.labels(Side::Left, width, text), self.labels(Side::Right, width, text)];
        let [left, right] =
            [0, 1].map(|side: usize| ends[side].iter().map(Label::width).fold(0.0, f64::max));
        let gap = text * 2.2;
        let head = text * 2.2;
        let room = |labels: &[Label]| labels.iter().map(|it| it.height).sum::<f64>();
        let height = room(&ends[0]).max(room(&ends[1])).max(text * 12.0);
        let area = Rect {
            min: corner + point(left + gap, head),
            max: point(corner.x + width - right - gap, corner.y + head + height),
        };
        let plot = Lines { chart: self, area, page };
        let mut elements = plot.heads(corner.y + text * 1.2);
        elements.push(Element::group("courses", plot.courses()));
        for (side, labels) in [Side::Left, Side::Right].into_iter().zip(&ends) {
            elements.push(Element::group("names", plot.names(side, labels)));
        }
        let scene = frame.finish(
            elements,
            head + height,
            &self.key(page),
            &self.caption,
            &self.description,
        );
        Figure::plain(scene)
    }

    /// The names at one side: at the left of those who are there in the first wave, at the right of those in
    /// the last and of those who are in neither.
    fn labels(&self, side: Side, width: f64, text: f64) -> Vec<Label> {
        // In one column of a journal the lines need some room too.
        let most = width * if width < text * 40.0 { 0.28 } else { 0.33 };
        let last = self.waves.len().saturating_sub(1);
        let label = |course: &Course| {
            let here = if side == Side::Left { 0 } else { last };
            let at = match (course.at(here), course.at(0)) {
                (Some(_), _) => here,
                (None, None) if side == Side::Right => {
                    (0..last).rev().find(|&wave| course.at(wave).is_some())?
                }
                _ => return None,
            };
            let standing = course.at(at)?;
            let absent: Vec<&str> = (0..=last)
                .filter(|&wave| course.at(wave).is_none())
                .map(|it| self.waves[it].as_str())
                .collect();
            let name = match &absent[..] {
                [] => course.name.clone(),
                waves => format!("{} (not in {})", course.name, waves.join(", ")),
            };
            let name = Name::new(&name, most, text);
            let height = name.height() + text * 0.35;
            Some(Label {
                at,
                place: standing.place,
                rank: standing.label.clone(),
                name,
                height,
                text,
            })
        };
        self.actors.iter().filter_map(label).collect()
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let unit = page.unit();
        let of: Vec<Option<usize>> = self.actors.iter().map(|it| it.group).collect();
        let line = move |stressed: bool| {
            move |at: Point| {
                let half = point(11.0 * unit, 0.0);
                vec![Element::line(at - half, at + half, stroke(stressed, unit))]
            }
        };
        let mut entries = Vec::new();
        if self.actors.iter().any(|it| it.stressed) {
            entries.push(Entry::new(self.stressed_name.clone(), 2.0 * unit, line(true)));
            entries.push(Entry::new("the others", 2.0 * unit, line(false)));
        }
        let waves = 0..self.waves.len();
        if self.actors.iter().any(|it| waves.clone().any(|wave| it.at(wave).is_none())) {
            entries.push(Entry::new("open end: not there in that wave", 5.0 * unit, move |at| {
                open_end(at - point(11.0 * unit, 0.0), at + point(9.0 * unit, 0.0), unit)
            }));
        }
        let lines = Section { heading: String::from("Lines"), entries };
        let groups = groups::section(&self.group_name, &self.groups, &of, page);
        groups.into_iter().chain((!lines.entries.is_empty()).then_some(lines)).collect()
    }
}

impl Course {
    fn at(&self, wave: usize) -> Option<&Standing> {
        self.places.get(wave)?.as_ref().filter(|it| it.place.is_finite())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// A name at one side, and the point that it names.
struct Label {
    at: usize,
    place: f64,
    rank: String,
    name: Name,
    height: f64,
    text: f64,
}

impl Label {
    /// Of the name, and of the place between it and the plot.
    fn width(&self) -> f64 {
        self.name.width() + self.rank_width()
    }

    fn rank_width(&self) -> f64 {
        font::width(&self.rank, self.text, true).max(self.text * 1.2) + self.text * 0.5
    }
}

/// The lines between the columns of waves.
struct Lines<'a> {
    chart: &'a Slope,
    area: Rect,
    page: &'a Page,
}

impl Lines<'_> {
    fn x(&self, wave: usize) -> f64 {
        let steps = self.chart.waves.len().saturating_sub(1).max(1) as f64;
        self.area.min.x + self.area.width() * wave as f64 / steps
    }

    fn at(&self, wave: usize, place: f64) -> Point {
        let places = self.chart.actors.iter().flat_map(|it| it.places.iter().flatten());
        let last = places.map(|it| it.place).filter(|it| it.is_finite()).fold(1.0, f64::max);
        let inset = self.page.text_pt * 0.8;
        let share = (place - 1.0).max(0.0) / (last - 1.0).max(1.0);
        point(self.x(wave), self.area.min.y + inset + share * (self.area.height() - 2.0 * inset))
    }

    /// The name of each wave over its column.
    fn heads(&self, base: f64) -> Vec<Element> {
        let text = self.page.text_pt;
        let n = self.chart.waves.len();
        let most = self.area.width() / n.saturating_sub(1).max(1) as f64 - text * 0.5;
        let head = |(wave, name): (usize, &String)| {
            let name = font::shorten(name, most, text, true);
            let line = Text::new(point(self.x(wave), base), name, text).bold();
            line.anchored(Anchor::Middle).into()
        };
        let foot = |wave: usize| {
            let ends = [self.area.min.y, self.area.max.y].map(|y| point(self.x(wave), y));
            Element::line(ends[0], ends[1], Stroke::new(Colour::PALE, 0.6 * self.page.unit()))
        };
        self.chart.waves.iter().enumerate().map(head).chain((0..n).map(foot)).collect()
    }

    /// Pale lines first, so that dark ones lie over them.
    fn courses(&self) -> Vec<Element> {
        let (n, unit) = (self.chart.waves.len(), self.page.unit());
        let mut order: Vec<&Course> = self.chart.actors.iter().collect();
        order.sort_by_key(|course| course.stressed);
        let mut all = Vec::new();
        for course in order {
            let points: Vec<Option<Point>> =
                (0..n).map(|wave| course.at(wave).map(|it| self.at(wave, it.place))).collect();
            let mut elements = Vec::new();
            for run in points.chunk_by(|a, b| a.is_some() == b.is_some()) {
                let run: Vec<Point> = run.iter().copied().flatten().collect();
                if run.len() > 1 {
                    let paint = Paint::stroke(stroke(course.stressed, unit));
                    elements.push(Element::Path { path: Path::open(&run), paint });
                }
            }
            for (wave, here) in points.iter().enumerate().filter_map(|(i, it)| Some((i, (*it)?))) {
                let step = 0.16 * (self.x(1) - self.x(0));
                if wave + 1 < n && points[wave + 1].is_none() {
                    elements.extend(open_end(here, here + point(step, 0.0), unit));
                }
                if wave > 0 && points[wave - 1].is_none() {
                    elements.extend(open_end(here, here - point(step, 0.0), unit));
                }
            }
            let group = known(course.group, &self.chart.groups);
            let sample = mark(group, self.chart.groups.len(), self.page.grey);
            for here in points.into_iter().flatten() {
                elements.extend(sample.draw(here, RADIUS * unit, unit));
            }
            let said: Vec<&str> = (0..n)
                .map(|wave| course.at(wave).map_or("not there", |it| it.label.as_str()))
                .collect();
            let title = format!("{}: {}", course.name, said.join(" → "));
            all.push(Element::Group { class: "course", id: String::new(), title, elements });
        }
        all
    }

    /// The names at one side, apart from one another, and thin lines to those that had to move.
    fn names(&self, side: Side, labels: &[Label]) -> Vec<Element> {
        let (text, unit) = (self.page.text_pt, self.page.unit());
        let wanted: Vec<f64> = labels.iter().map(|it| self.at(it.at, it.place).y).collect();
        let sizes: Vec<f64> = labels.iter().map(|it| it.height).collect();
        let places = apart(&wanted, &sizes, self.area.min.y, self.area.max.y);
        let mut elements = Vec::new();
        for (label, y) in labels.iter().zip(places) {
            let from = self.at(label.at, label.place);
            let (edge, way) = match side {
                Side::Left => (self.area.min.x, -1.0),
                Side::Right => (self.area.max.x, 1.0),
            };
            let (near, far) = (edge + way * text * 0.6, edge + way * text * 1.9);
            let thin = Stroke::new(Colour::SOFT, 0.4 * unit);
            if (from.x - edge).abs() > 1.0 {
                let dashed = Stroke { dashed: true, ..thin };
                elements.push(Element::line(from, point(near, from.y), dashed));
            }
            elements.push(Element::line(point(near, from.y), point(far, y), thin));
            let rank_x = far + way * text * 0.3;
            let base = y + font::CAPITAL * text / 2.0;
            let anchor = if side == Side::Left { Anchor::End } else { Anchor::Start };
            let rank = Text::new(point(rank_x, base), label.rank.clone(), text).bold();
            elements.push(rank.anchored(anchor).into());
            let x = rank_x + way * (label.rank_width());
            elements.push(label.name.draw(point(x, y), anchor));
        }
        elements
    }
}

fn stroke(stressed: bool, unit: f64) -> Stroke {
    if stressed {
        Stroke::new(Colour::INK, 1.4 * unit)
    } else {
        Stroke::new(Colour(0xb0, 0xb0, 0xb0), 0.8 * unit)
    }
}

/// A dashed stub that ends in a ring.
fn open_end(from: Point, to: Point, unit: f64) -> Vec<Element> {
    let stub = Stroke { dashed: true, ..Stroke::new(Colour::SOFT, 0.9 * unit) };
    let ring = Paint::both(Colour::WHITE, Stroke::new(Colour::SOFT, 0.8 * unit));
    vec![
        Element::line(from, to, stub),
        Element::Circle { centre: to, radius: 1.8 * unit, paint: ring },
    ]
}
