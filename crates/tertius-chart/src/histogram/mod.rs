//! How often each value occurs, with values marked on the scale: of actors, or of what chance gives.

mod bins;

use bins::{Bar, Bins};

use crate::axes::{Axis, Plot, least_step};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::hatch::Hatch;
use crate::legend::{Entry, Section};
use crate::number::short;
use crate::page::Page;
use crate::palette::colour;
use crate::scene::{Colour, Element, Paint, Path, Stroke, Text, font};

/// What a histogram shows.
#[derive(Debug, Clone, Default)]
pub struct Histogram {
    /// Printed above the picture.
    pub title: String,
    /// The values; what is not finite is left out.
    pub values: Vec<f64>,
    /// What the values are: `number of contacts`.
    pub value_name: String,
    /// What has them: `actors`.
    pub count_name: String,
    /// Values marked on the scale, each with its name above the plot.
    pub markers: Vec<Marker>,
    /// The values from the first to the second stand out.
    pub shaded: Option<(f64, f64)>,
    /// What those are: `as far out as observed`.
    pub shaded_name: String,
    /// A second plot of the share that has as much or more, and what it is called.
    pub cumulative_name: Option<String>,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// A value marked on the scale of a histogram.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    /// Where.
    pub value: f64,
    /// Its name and, where it should be read, its value: `mean 5.7`.
    pub name: String,
    /// Drawn as a thick line, others as a dashed one.
    pub bold: bool,
}

impl Histogram {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title).across();
        let (text, unit, corner) = (page.text_pt, page.unit(), frame.corner());
        let width = frame.plot_width() - text;
        let bins = Bins::of(&self.finite(), self.shaded);
        let (low, high) = self.bounds(&bins);
        let gap = text * 2.0;
        let beside = self.cumulative_name.is_some() && width >= 340.0 * unit;
        let one = if beside { (width - gap) / 2.0 } else { width };
        let height = (one * 0.66).min(page.height() * 0.42).max(text * 14.0);
        let labels = self.markers.len() as f64 * text * font::LEADING + text * 0.4;
        let mut elements = Vec::new();
        let area = Rect::new(corner.x, corner.y + labels, one, height);
        self.bars(&bins, (low, high), area, page, &mut elements);
        let mut bottom = labels + height;
        if let Some(name) = &self.cumulative_name {
            let second = if beside {
                point(corner.x + one + gap, corner.y + labels)
            } else {
                point(corner.x, corner.y + bottom + gap)
            };
            let area = Rect::new(second.x, second.y, one, height);
            self.cumulative(name, (low, high), area, page, &mut elements);
            bottom = second.y - corner.y + height;
        }
        let scene =
            frame.finish(elements, bottom, &self.key(page), &self.caption, &self.description);
        Figure::plain(scene)
    }

    fn finite(&self) -> Vec<f64> {
        let mut values: Vec<f64> =
            self.values.iter().copied().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        values
    }

    fn marked(&self) -> impl Iterator<Item = &Marker> {
        self.markers.iter().filter(|marker| marker.value.is_finite())
    }

    /// From the first bar or marker to the last, with a margin.
    fn bounds(&self, bins: &Bins) -> (f64, f64) {
        let (low, high) = self
            .marked()
            .fold(bins.bounds(), |(low, high), it| (low.min(it.value), high.max(it.value)));
        let margin = (high - low) * 0.03;
        (low - margin, high + margin)
    }

    fn bars(
        &self,
        bins: &Bins,
        (low, high): (f64, f64),
        area: Rect,
        page: &Page,
        out: &mut Vec<Element>,
    ) {
        let (text, unit) = (page.text_pt, page.unit());
        let most = bins.bars.iter().map(Bar::count).max().unwrap_or(0).max(1) as f64;
        let name = match bins.width() {
            Some(width) => format!("{} (bars {} wide)", self.count_name, short(width)),
            None => self.count_name.clone(),
        };
        let x = self.axis((low, high), area.width(), text);
        let y = Axis::upwards(most * 1.05, area.height(), text, 1.0, &name);
        let plot = Plot::draw(area, (&x, &y), page, out);
        let mut elements = Vec::new();
        for bar in &bins.bars {
            let plain = Rect::around(&[plot.at(bar.from, 0.0), plot.at(bar.to, bar.plain as f64)]);
            let top = bar.count() as f64;
            let shaded = Rect::around(&[plot.at(bar.from, bar.plain as f64), plot.at(bar.to, top)]);
            let mut parts = Vec::new();
            if bar.plain > 0 {
                parts.extend(block(plain, false, page));
            }
            if bar.shaded > 0 {
                parts.extend(block(shaded, true, page));
            }
            let title = format!("{}: {} {}", bar.name(), bar.count(), self.count_name);
            elements.push(Element::Group {
                class: "bar",
                id: String::new(),
                title,
                elements: parts,
            });
        }
        out.push(Element::group("bars", elements));
        self.marker_lines(&plot, area.min.y, (text, unit), out);
    }

    /// Each marker reaches up to its name, which has a line of its own above the plot: to the left of the marks
    /// in the lower half of the scale, to the right of the others, so that no mark goes through a name.
    fn marker_lines(
        &self,
        plot: &Plot,
        top: f64,
        (text, unit): (f64, f64),
        out: &mut Vec<Element>,
    ) {
        let n = self.markers.len();
        let mut order: Vec<f64> = self.marked().map(|it| it.value).collect();
        order.sort_by(f64::total_cmp);
        let mut names = Vec::new();
        for (i, marker) in self.marked().enumerate() {
            let base = top - text * (0.4 + (n - 1 - i) as f64 * font::LEADING);
            let foot = plot.at(marker.value, 0.0);
            let stroke = if marker.bold {
                Stroke::new(Colour::BLACK, 1.7 * unit)
            } else {
                Stroke { dashed: true, ..Stroke::new(Colour::BLACK, unit) }
            };
            out.push(Element::line(foot, point(foot.x, base - text * font::CAPITAL), stroke));
            let most = plot.area.width() - 2.0 * text;
            let name = font::shorten(&marker.name, most, text, marker.bold);
            let width = font::width(&name, text, marker.bold);
            let is_low = order.iter().filter(|value| **value < marker.value).count() < n / 2;
            let wanted = if is_low { foot.x - text * 0.5 - width } else { foot.x + text * 0.5 };
            let x = wanted.min(plot.area.max.x - width).max(plot.area.min.x);
            let line = Text::new(point(x, base), name, text).coloured(Colour::BLACK);
            names.push(Text { bold: marker.bold, halo: true, ..line }.into());
        }
        out.push(Element::group("markers", names));
    }

    /// The axis of the values; bars stand on it without lines between them.
    fn axis(&self, bounds: (f64, f64), length: f64, text: f64) -> Axis {
        let least = least_step(&self.values);
        Axis { grid: false, ..Axis::numbers(bounds, length, text, least, &self.value_name) }
    }

    /// Steps down: of all values, the share that is as high or higher.
    fn cumulative(
        &self,
        name: &str,
        (low, high): (f64, f64),
        area: Rect,
        page: &Page,
        out: &mut Vec<Element>,
    ) {
        let (text, unit) = (page.text_pt, page.unit());
        let values = self.finite();
        let x = self.axis((low, high), area.width(), text);
        let percent = |share: u32| (f64::from(share) / 100.0, format!("{share}\u{a0}%"));
        let ticks = [0, 20, 40, 60, 80, 100].map(percent).to_vec();
        let y = Axis { range: 0.0..1.05, ticks, name: name.to_owned(), grid: true };
        let plot = Plot::draw(area, (&x, &y), page, out);
        let n = values.len() as f64;
        let mut corners = vec![plot.at(low, if values.is_empty() { 0.0 } else { 1.0 })];
        let mut dots = Vec::new();
        let stroke = Stroke::new(colour(0, page.grey), 1.3 * unit);
        let mut above = values.len();
        for same in values.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
            let here = plot.at(same[0], above as f64 / n);
            above -= same.len();
            corners.extend([here, plot.at(same[0], above as f64 / n)]);
            let paint = Paint { fill: Some((stroke.colour, 1.0)), stroke: None };
            dots.push(Element::Circle { centre: here, radius: 1.5 * unit, paint });
        }
        out.push(Element::Path { path: Path::open(&corners), paint: Paint::stroke(stroke) });
        // So many dots would be a band.
        if dots.len() <= 60 {
            out.push(Element::group("shares", dots));
        }
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        if self.shaded.is_none() {
            return Vec::new();
        }
        let (unit, page) = (page.unit(), *page);
        let patch = |text: &str, shaded: bool| {
            Entry::new(text, 9.0 * unit, move |at: Point| {
                let corner = at - point(10.0, 4.5) * unit;
                block(Rect::new(corner.x, corner.y, 20.0 * unit, 9.0 * unit), shaded, &page)
            })
        };
        let entries = vec![patch(&self.shaded_name, true), patch("the others", false)];
        vec![Section { heading: crate::groups::capitalised(&self.count_name), entries }]
    }
}

/// A bar or a part of one; what stands out has another colour and stripes.
fn block(rect: Rect, shaded: bool, page: &Page) -> Vec<Element> {
    let unit = page.unit();
    let fill = if page.grey && shaded { Colour(0xdd, 0xdd, 0xdd) } else { shade(shaded, page) };
    let outline = Stroke::new(Colour::INK, 0.5 * unit);
    let mut parts = vec![Element::rect(rect, Paint { fill: Some((fill, 1.0)), stroke: None })];
    if shaded {
        parts.extend(Hatch::Rising.over(rect, 2.6 * unit, Stroke::new(Colour::INK, 0.5 * unit)));
    }
    parts.push(Element::rect(rect, Paint::stroke(outline)));
    parts
}

fn shade(shaded: bool, page: &Page) -> Colour {
    let plain = colour(if page.grey { 2 } else { 4 }, page.grey);
    if shaded { colour(1, page.grey) } else { plain }
}
