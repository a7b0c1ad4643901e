//! Actors in the order of a value, as dots with what the value may as well be, for one measure or a few.

use crate::axes::{Axis, Plot, least_step};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::groups::{self, known};
use crate::legend::{Entry, Section};
use crate::names::{Name, extent};
use crate::page::Page;
use crate::palette::mark;
use crate::scene::{Anchor, Colour, Element, Stroke, Text, font};

/// What a dot plot shows.
#[derive(Debug, Clone, Default)]
pub struct DotPlot {
    /// Printed above the picture.
    pub title: String,
    /// The names of the actors, the first at the top.
    pub actors: Vec<String>,
    /// For each actor its group, by its place in `groups`.
    pub of_group: Vec<Option<usize>>,
    /// The names of the groups, shown as colours and shapes; empty if there are none.
    pub groups: Vec<String>,
    /// What groups are: `sector`.
    pub group_name: String,
    /// One panel each, side by side, the actors of all in the same order.
    pub measures: Vec<Dots>,
    /// What a line through a dot spans: `possible with the ties that were not observed`.
    pub interval_name: String,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// The values of one measure.
#[derive(Debug, Clone, Default)]
pub struct Dots {
    /// Printed above the panel.
    pub name: String,
    /// For each actor its value; `None` or what is not finite is marked as not defined.
    pub values: Vec<Option<f64>>,
    /// For each actor the least and the most that the value may be; empty where there is no doubt.
    pub intervals: Vec<Option<(f64, f64)>>,
}

/// How large a dot is, in units.
const RADIUS: f64 = 2.9;

impl DotPlot {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title);
        let (text, corner, width) = (page.text_pt, frame.corner(), frame.plot_width());
        let names: Vec<Name> =
            self.actors.iter().map(|name| Name::new(name, width * 0.36, text)).collect();
        let (widest, highest) = extent(&names);
        let row = (highest + text * 0.3).max(text * 1.75);
        let left = widest + text * 0.8;
        let gap = text * 1.5;
        let in_a_line = self.panels_in_a_line(width - left, gap, text);
        let panel = (width - left - text + gap) / in_a_line as f64 - gap;
        let mut elements = Vec::new();
        let mut top = corner.y;
        for measures in self.measures.chunks(in_a_line) {
            let heads: Vec<Vec<String>> =
                measures.iter().map(|it| heading(&it.name, panel, gap, text)).collect();
            let deepest = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
            let head = deepest * text * font::LEADING + text * 0.3;
            let height = row * self.actors.len().max(1) as f64 + text * 1.7;
            for (i, name) in names.iter().enumerate() {
                let middle = top + head + row * (i as f64 + 0.5);
                let right = point(corner.x + left - text * 0.7, middle);
                elements.push(name.draw(right, Anchor::End));
            }
            for (j, (dots, lines)) in measures.iter().zip(&heads).enumerate() {
                let x = corner.x + left + j as f64 * (panel + gap);
                let foot = top + head - text * (0.3 + font::DESCENT);
                elements.extend(headline(lines, point(x + panel / 2.0, foot), text));
                let area = Rect::new(x, top + head, panel, height);
                self.panel(dots, area, page, &mut elements);
            }
            top += head + height + text;
        }
        let plot_height = top - corner.y - text;
        let scene =
            frame.finish(elements, plot_height, &self.key(page), &self.caption, &self.description);
        Figure::plain(scene)
    }

    /// As many panels as are not too narrow to read, all lines about equally full.
    fn panels_in_a_line(&self, width: f64, gap: f64, text: f64) -> usize {
        let n = self.measures.len().max(1);
        let most = ((width + gap) / (text * 5.5 + gap)).floor().max(1.0) as usize;
        n.div_ceil(n.div_ceil(most))
    }

    fn panel(&self, dots: &Dots, area: Rect, page: &Page, out: &mut Vec<Element>) {
        let (text, unit) = (page.text_pt, page.unit());
        let rows = self.actors.len() as f64;
        let (low, high) = dots.bounds();
        let least = least_step(dots.values.iter().flatten());
        let x = Axis::numbers((low, high), area.width(), text, least, "");
        let y = Axis::hidden(rows.max(1.0)..0.0);
        let plot = Plot::draw(area, (&x, &y), page, out);
        let mut lines = Vec::new();
        let mut marks = Vec::new();
        for (i, name) in self.actors.iter().enumerate() {
            let middle = i as f64 + 0.5;
            let ends = (plot.at(low, middle), plot.at(high, middle));
            let rule = Stroke::new(Colour::PALE, 0.4 * unit);
            lines.push(Element::line(ends.0, ends.1, rule));
            let interval = dots.intervals.get(i).copied().flatten().filter(|it| is_span(*it));
            if let Some((from, to)) = interval {
                lines.extend(whisker(plot.at(from, middle), plot.at(to, middle), unit));
            }
            let group = known(self.of_group.get(i).copied().flatten(), &self.groups);
            let (said, elements) = match dots.value(i) {
                Some(value) => {
                    let mark = mark(group, self.groups.len(), page.grey);
                    let drawn = mark.draw(plot.at(value, middle), RADIUS * unit, unit);
                    (crate::number::short(value), drawn)
                }
                None => ("not defined".to_owned(), not_defined(ends.0, unit)),
            };
            let title = format!("{name}: {said}");
            marks.push(Element::Group { class: "actor", id: String::new(), title, elements });
        }
        out.push(Element::group("rules", lines));
        out.push(Element::group("actors", marks));
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let unit = page.unit();
        let n = self.actors.len();
        let of: Vec<Option<usize>> =
            (0..n).map(|i| self.of_group.get(i).copied().flatten()).collect();
        let mut entries = Vec::new();
        let has_intervals = self
            .measures
            .iter()
            .flat_map(|it| it.intervals.iter().flatten())
            .any(|it| is_span(*it));
        if has_intervals {
            entries.push(Entry::new(self.interval_name.clone(), 5.0 * unit, move |at: Point| {
                let half = point(10.0 * unit, 0.0);
                whisker(at - half, at + half, unit)
            }));
        }
        if self.measures.iter().any(|dots| (0..n).any(|i| dots.value(i).is_none())) {
            entries.push(Entry::new("not defined", 6.0 * unit, move |at| not_defined(at, unit)));
        }
        let marks = Section { heading: String::from("Marks"), entries };
        let groups = groups::section(&self.group_name, &self.groups, &of, page);
        groups.into_iter().chain((!marks.entries.is_empty()).then_some(marks)).collect()
    }
}

impl Dots {
    fn value(&self, actor: usize) -> Option<f64> {
        self.values.get(actor).copied().flatten().filter(|value| value.is_finite())
    }

    /// From where to where the values and their intervals go, with nought unless they are far from it, and
    /// room for half a dot.
    fn bounds(&self) -> (f64, f64) {
        let values = (0..self.values.len()).filter_map(|i| self.value(i));
        let spans = self.intervals.iter().flatten().filter(|it| is_span(**it));
        let ends = spans.flat_map(|&(low, high)| [low, high]);
        let (low, high) = values
            .chain(ends)
            .fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
        if high > low { (low * 1.06, high * 1.06) } else { (0.0, 1.0) }
    }
}

fn is_span((low, high): (f64, f64)) -> bool {
    low.is_finite() && high.is_finite() && low < high
}

/// A line from the least to the most, with ends.
fn whisker(from: Point, to: Point, unit: f64) -> Vec<Element> {
    let stroke = Stroke::new(Colour::INK, 0.9 * unit);
    let cap = point(0.0, 1.8 * unit);
    let ends = [(from, to), (from - cap, from + cap), (to - cap, to + cap)];
    ends.into_iter().map(|(from, to)| Element::line(from, to, stroke)).collect()
}

/// A small cross at the foot of the scale.
fn not_defined(at: Point, unit: f64) -> Vec<Element> {
    let stroke = Stroke::new(Colour::SOFT, 0.9 * unit);
    let (a, b) = (point(2.0, 2.0) * unit, point(2.0, -2.0) * unit);
    [a, b].into_iter().map(|arm| Element::line(at - arm, at + arm, stroke)).collect()
}

/// The name of a panel in lines that do not reach into the next.
fn heading(name: &str, panel: f64, gap: f64, size: f64) -> Vec<String> {
    let lines = font::wrap(name, panel, size, true);
    lines.iter().map(|line| font::shorten(line, panel + gap * 0.7, size, true)).collect()
}

/// The lines of a heading, the last on the base line `at`.
fn headline(lines: &[String], at: Point, size: f64) -> Vec<Element> {
    let line = |(i, line): (usize, &String)| {
        let up = (lines.len() - 1 - i) as f64 * size * font::LEADING;
        let text = Text::new(at - point(0.0, up), line.clone(), size).bold();
        text.anchored(Anchor::Middle).into()
    };
    lines.iter().enumerate().map(line).collect()
}
