//! What took place when: a bar for each activity, as exact as its dates are.

use crate::axes::{Axis, Plot};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::legend::{Entry, Section};
use crate::names::{Name, extent};
use crate::page::Page;
use crate::palette::colour;
use crate::scene::{Anchor, Colour, Element, Paint, Path, Stroke, Text, font};

/// What a timeline shows.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// Printed above the picture.
    pub title: String,
    /// The activities, those of one group one after the other, the first at the top.
    pub spans: Vec<Span>,
    /// The names of the groups, printed above their activities; empty if there are none.
    pub groups: Vec<String>,
    /// What the numbers at the right count: `taking part`.
    pub note_name: String,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// An activity in time.
#[derive(Debug, Clone, Default)]
pub struct Span {
    /// Its name.
    pub name: String,
    /// Its group, by its place in the groups of the chart.
    pub group: Option<usize>,
    /// The first and the last day on which it may have begun; `None` where that is not stated.
    pub start: Option<(Day, Day)>,
    /// The first and the last day on which it may have ended.
    pub end: Option<(Day, Day)>,
    /// Printed at the right of its row: how many took part.
    pub note: String,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Day {
    /// Anno Domini.
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
    /// From 1 to 31.
    pub day: u32,
}

impl Day {
    /// Years since the year 0: `2019.5` is the middle of 2019. Months are taken as equally long.
    fn years(self) -> f64 {
        let month = f64::from(self.month.clamp(1, 12) - 1);
        f64::from(self.year) + (month + f64::from(self.day.clamp(1, 31) - 1) / 31.0) / 12.0
    }

    /// The end of the day.
    fn after(self) -> f64 {
        self.years() + 1.0 / 31.0 / 12.0
    }
}

/// How high bars are, as a share of the text, and how long the arrow of an open end, in units.
const BAR: f64 = 0.95;
const ARROW: f64 = 11.0;

/// From where to where a bar is drawn: as dated, and as surely as can be said.
#[derive(Debug, Clone, Copy)]
struct Extent {
    whole: (f64, f64),
    sure: Option<(f64, f64)>,
}

impl Span {
    fn extent(&self) -> Option<Extent> {
        let (start, end) = (self.start.or(self.end)?, self.end.or(self.start)?);
        let sure = (start.1.years(), end.0.after());
        let whole = (start.0.years(), end.1.after().max(start.0.after()));
        // The turn of a month between two that are named is no more than a hair.
        let is_long = sure.1 - sure.0 > 0.05 * (whole.1 - whole.0);
        Some(Extent { whole, sure: is_long.then_some(sure) })
    }
}

impl Timeline {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title).across();
        let (text, unit) = (page.text_pt, page.unit());
        let (corner, width) = (frame.corner(), frame.plot_width());
        let names: Vec<Name> =
            self.spans.iter().map(|it| Name::new(&it.name, width * 0.38, text)).collect();
        let heads: Vec<Name> =
            self.groups.iter().map(|it| Name::line(it, width * 0.38, text)).collect();
        // The first date may stand out at the left by half its width.
        let left = extent(&names).0.max(extent(&heads).0 * 1.1).max(text * 2.0) + text * 0.8;
        let notes = self.spans.iter().map(|it| it.note.as_str()).chain([self.note_name.as_str()]);
        let right = notes.map(|it| font::width(it, text, true)).fold(0.0, f64::max) + text;
        let places = self.rows(&names, text);
        let head = if self.note_name.is_empty() { 0.0 } else { text * 1.5 };
        let rows = places.last().map_or(text * 2.0, |last| last.bottom);
        let height = head + rows + text * 1.7;
        let area = Rect::new(corner.x + left, corner.y + head, width - left - right, height - head);
        let mut elements = Vec::new();
        let (low, high) = self.bounds(area.width(), unit);
        let x = dates(low, high, area.width(), text);
        let y = Axis::hidden(rows.max(1.0)..0.0);
        let plot = Plot::draw(area, (&x, &y), page, &mut elements);
        let far = point(corner.x + width, corner.y + text);
        let line = Text::new(far, self.note_name.clone(), text).bold();
        elements.push(line.anchored(Anchor::End).into());
        for place in places {
            let middle = area.min.y + place.middle;
            match place.shows {
                Shows::Group(group) => {
                    let at = point(corner.x, middle + font::CAPITAL * text / 2.0);
                    let name = font::shorten(&self.groups[group], left, text, true);
                    elements.push(Text::new(at, name, text).bold().into());
                }
                Shows::Span(at) => {
                    let span = &self.spans[at];
                    let right = point(corner.x + left - text * 0.7, middle);
                    elements.push(names[at].draw(right, Anchor::End));
                    elements.push(self.bar(span, &plot, place.middle, page));
                    let base = point(corner.x + width, middle + font::CAPITAL * text / 2.0);
                    let note = Text::new(base, span.note.clone(), text).anchored(Anchor::End);
                    elements.push(note.into());
                }
            }
        }
        let scene =
            frame.finish(elements, height, &self.key(page), &self.caption, &self.description);
        Figure::plain(scene)
    }

    /// The rows and how far down each is: a heading wherever another group begins.
    fn rows(&self, names: &[Name], text: f64) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut top = 0.0;
        let mut last = None;
        for (at, span) in self.spans.iter().enumerate() {
            let group = span.group.filter(|&group| group < self.groups.len());
            if let Some(group) = group.filter(|_| group != last) {
                let above = if rows.is_empty() { 0.0 } else { text * 0.5 };
                let bottom = top + above + text * 1.6;
                let middle = bottom - text * 0.8;
                rows.push(Row { shows: Shows::Group(group), middle, bottom });
                top = bottom;
            }
            last = group;
            let height = (names[at].height() + text * 0.45).max(text * 1.6);
            let (middle, bottom) = (top + height / 2.0, top + height);
            rows.push(Row { shows: Shows::Span(at), middle, bottom });
            top = bottom;
        }
        rows
    }

    /// From the first day to the last, with room for arrows.
    fn bounds(&self, width: f64, unit: f64) -> (f64, f64) {
        let wholes = self.spans.iter().filter_map(Span::extent).map(|it| it.whole);
        let (low, high) = wholes.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
            (low.min(it.0), high.max(it.1))
        });
        if low > high {
            return (2000.0, 2001.0);
        }
        let open = (ARROW + 4.0) * unit;
        let margin = (high - low).max(0.02) * open / (width - 2.0 * open).max(open);
        (low - margin, high + margin)
    }

    fn bar(&self, span: &Span, plot: &Plot, middle: f64, page: &Page) -> Element {
        let (text, unit) = (page.text_pt, page.unit());
        let group = span.group.filter(|&group| group < self.groups.len()).unwrap_or(0);
        let mut elements = Vec::new();
        if let Some(extent) = span.extent() {
            let rect = |(from, to): (f64, f64)| {
                let (from, to) = (plot.at(from, middle), plot.at(to, middle));
                let half = text * BAR / 2.0;
                // A day among years would be a hair.
                let to = point(to.x.max(from.x + 2.4 * unit), to.y);
                Rect { min: from - point(0.0, half), max: to + point(0.0, half) }
            };
            let ink = colour(group, page.grey);
            let whole = rect(extent.whole);
            if extent.sure.is_none_or(|sure| sure != extent.whole) {
                elements.push(vague(whole, ink, unit));
            }
            elements.extend(extent.sure.map(|sure| solid(rect(sure), ink, unit)));
            let middle = whole.centre().y;
            if span.end.is_none() {
                elements.extend(arrow(point(whole.max.x, middle), 1.0, unit));
            }
            if span.start.is_none() {
                elements.extend(arrow(point(whole.min.x, middle), -1.0, unit));
            }
        } else {
            let at = point(plot.area.min.x + text * 0.5, plot.at(0.0, middle).y);
            let base = at + point(0.0, font::CAPITAL * text / 2.0);
            elements.push(Text::new(base, "no date", text).coloured(Colour::SOFT).into());
        }
        let said = |end: Option<(Day, Day)>| match end {
            None => "not stated".to_owned(),
            Some((first, last)) if first == last => written(first),
            Some((first, last)) => format!("{} to {}", written(first), written(last)),
        };
        let title = format!("{}: began {}; ended {}", span.name, said(span.start), said(span.end));
        Element::Group { class: "span", id: String::new(), title, elements }
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let (unit, grey) = (page.unit(), page.grey);
        let box_at = move |at: Point| {
            let corner = at - point(10.0, 3.3) * unit;
            Rect::new(corner.x, corner.y, 20.0 * unit, 6.6 * unit)
        };
        let spans = || self.spans.iter();
        let extents = || spans().filter_map(Span::extent);
        let mut entries = Vec::new();
        if extents().any(|it| it.sure.is_some()) {
            entries.push(Entry::new("from its start to its end", 7.0 * unit, move |at| {
                vec![solid(box_at(at), colour(0, grey), unit)]
            }));
        }
        if extents().any(|it| it.sure != Some(it.whole)) {
            entries.push(Entry::new(
                "dated by month or year alone: at some time in it, or throughout",
                7.0 * unit,
                move |at| vec![vague(box_at(at), colour(0, grey), unit)],
            ));
        }
        if spans().any(|it| it.start.is_none() != it.end.is_none()) {
            entries.push(Entry::new(
                "its start, or its end, is not stated",
                7.0 * unit,
                move |at| arrow(at - point(ARROW / 2.0, 0.0) * unit, 1.0, unit),
            ));
        }
        if entries.is_empty() {
            return Vec::new();
        }
        vec![Section { heading: String::from("Bars"), entries }]
    }
}

struct Row {
    shows: Shows,
    middle: f64,
    bottom: f64,
}

enum Shows {
    Group(usize),
    Span(usize),
}

fn solid(rect: Rect, ink: Colour, unit: f64) -> Element {
    Element::rect(rect, Paint::both(ink, Stroke::new(Colour::INK, 0.6 * unit)))
}

fn vague(rect: Rect, ink: Colour, unit: f64) -> Element {
    let outline = Stroke { dashed: true, ..Stroke::new(Colour::INK, 0.6 * unit) };
    Element::rect(rect, Paint::both(ink.towards(Colour::WHITE, 0.7), outline))
}

fn arrow(from: Point, way: f64, unit: f64) -> Vec<Element> {
    let stroke = Stroke::new(Colour::INK, 0.9 * unit);
    let tip = from + point(way * ARROW * unit, 0.0);
    let barb = |up: f64| tip + point(-way * 3.0 * unit, up * 2.2 * unit);
    let head = Path::closed(&[tip, barb(1.0), barb(-1.0)]);
    let paint = Paint { fill: Some((Colour::INK, 1.0)), stroke: None };
    vec![Element::line(from, tip, stroke), Element::Path { path: head, paint }]
}

fn written(day: Day) -> String {
    format!("{}-{:02}-{:02}", day.year, day.month, day.day)
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// An axis of years, or of months where there are few years.
fn dates(low: f64, high: f64, length: f64, text: f64) -> Axis {
    let fits = |ticks: &[(f64, String)]| {
        let widest = ticks.iter().map(|(_, label)| font::width(label, text, false));
        let room = length * ticks.windows(2).map(|it| it[1].0 - it[0].0).fold(high - low, f64::min);
        widest.fold(0.0, f64::max) + text <= room / (high - low)
    };
    let by_months = [1, 2, 3, 6].map(|step| month_ticks(low, high, step));
    let by_years = [1, 2, 5, 10, 20, 50, 100, 200, 500].map(|step| year_ticks(low, high, step));
    let few_years = high - low < 3.0;
    let months = by_months.into_iter().filter(|ticks| few_years && ticks.len() > 1);
    let ticks = months.chain(by_years).find(|ticks| fits(ticks)).unwrap_or_default();
    Axis { range: low..high, ticks, name: String::new(), grid: true }
}

fn year_ticks(low: f64, high: f64, step: i32) -> Vec<(f64, String)> {
    let multiples = (low / f64::from(step)).ceil() as i32..=(high / f64::from(step)).floor() as i32;
    multiples.map(|i| i * step).map(|year| (f64::from(year), year.to_string())).collect()
}

fn month_ticks(low: f64, high: f64, step: usize) -> Vec<(f64, String)> {
    let years = low.floor() as i32..=high.ceil() as i32;
    years
        .flat_map(|year| (0..12).step_by(step).map(move |month| (year, month)))
        .map(|(year, month)| {
            let at = f64::from(year) + month as f64 / 12.0;
            (at, format!("{} {year}", MONTHS[month]))
        })
        .filter(|(at, _)| *at >= low && *at <= high)
        .collect()
}
