//! Axes of a plot: round ticks that plotters draws, and where on the page a value lies.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::prelude::*;

use crate::backend::{Canvas, SUB, sub};
use crate::geometry::{Point, Rect, point};
use crate::page::Page;
use crate::scene::{Colour, Element, font};

/// One axis: from where to where, the values that are marked, and what it counts.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    /// Backwards where the values grow upwards or to the left.
    pub(crate) range: Range<f64>,
    pub(crate) ticks: Vec<(f64, String)>,
    pub(crate) name: String,
    /// Whether pale lines cross the plot at the ticks.
    pub(crate) grid: bool,
}

/// A plot area with its scales.
#[derive(Debug, Clone)]
pub(crate) struct Plot {
    pub(crate) area: Rect,
    x: Range<f64>,
    y: Range<f64>,
}

impl Axis {
    /// An axis of numbers with round ticks, no nearer than `least`, whose labels, side by side, do not touch
    /// within `length`.
    pub(crate) fn numbers(
        (low, high): (f64, f64),
        length: f64,
        text: f64,
        least: f64,
        name: &str,
    ) -> Self {
        let fits = |ticks: &[(f64, String)]| {
            let widest = ticks.iter().map(|(_, label)| font::width(label, text, false));
            let apart =
                ticks.windows(2).map(|pair| pair[1].0 - pair[0].0).fold(high - low, f64::min);
            widest.fold(0.0, f64::max) + text * 0.8 <= length * apart / (high - low)
        };
        let most = (length / (text * 2.2)).clamp(2.0, 9.0) as usize;
        let mut ticks = (1..=most).rev().map(|most| round_ticks(low, high, most, least));
        let first = || round_ticks(low, high, 1, least).into_iter().take(1).collect();
        let mut ticks = ticks.find(|ticks| fits(ticks)).unwrap_or_else(first);
        // A label at the end must not stand in the next plot.
        ticks.retain(|(value, label)| {
            let at = share(*value, &(low..high)) * length;
            let half = font::width(label, text, false) / 2.0 - text * 0.74;
            at >= half && at + half <= length
        });
        Self { range: low..high, ticks, name: name.to_owned(), grid: true }
    }

    /// The same upwards: labels one over the other take little room.
    pub(crate) fn upwards(high: f64, length: f64, text: f64, least: f64, name: &str) -> Self {
        let most = (length / (text * 2.5)).clamp(2.0, 8.0) as usize;
        let ticks = round_ticks(0.0, high, most, least);
        Self { range: 0.0..high, ticks, name: name.to_owned(), grid: true }
    }

    /// An axis that is not drawn.
    pub(crate) fn hidden(range: Range<f64>) -> Self {
        Self { range, ticks: Vec::new(), name: String::new(), grid: false }
    }

    fn label(&self, value: f64) -> String {
        let tick = self.ticks.iter().find(|(tick, _)| (tick - value).abs() <= 1e-12 * value.abs());
        tick.map_or_else(String::new, |(_, label)| label.clone())
    }

    /// How much room its labels and its name take beside the plot.
    fn beside(&self, text: f64) -> f64 {
        let widest = self.ticks.iter().map(|(_, label)| font::width(label, text, false));
        let name = if self.name.is_empty() { 0.0 } else { text * 1.6 };
        let labels = widest.fold(0.0, f64::max);
        if labels > 0.0 { labels + text * 0.9 + name } else { name }
    }

    /// How much room they take under it.
    fn below(&self, text: f64) -> f64 {
        let labels = if self.ticks.is_empty() { 0.0 } else { text * 1.7 };
        labels + if self.name.is_empty() { 0.0 } else { text * 1.6 }
    }
}

/// An axis as plotters takes it, with its own ticks.
struct Scale(Axis);

impl Ranged for Scale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn range(&self) -> Range<f64> {
        self.0.range.clone()
    }

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let length = f64::from(limit.1 - limit.0);
        limit.0 + (share(*value, &self.0.range) * length).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // Pale lines between ticks are not drawn.
        let ticks = if hint.weight().allow_light_points() { &[][..] } else { &self.0.ticks };
        ticks.iter().map(|(tick, _)| *tick).collect()
    }
}

/// How far along a range a value lies.
fn share(value: f64, range: &Range<f64>) -> f64 {
    (value - range.start) / (range.end - range.start)
}

impl Plot {
    /// Draws two axes within an area, labels and names in it, and says where values lie.
    pub(crate) fn draw(
        area: Rect,
        (x, y): (&Axis, &Axis),
        page: &Page,
        out: &mut Vec<Element>,
    ) -> Self {
        // Nothing that plotters draws onto a scene can fail: the error type has no values.
        let _ = axes(Canvas::new(area, out), (x, y), page);
        let corner = area.min + point(y.beside(page.text_pt), 0.0);
        let foot = area.max - point(0.0, x.below(page.text_pt));
        let area = Rect { min: corner, max: foot };
        Self { area, x: x.range.clone(), y: y.range.clone() }
    }

    /// Where on the page a value lies.
    pub(crate) fn at(&self, x: f64, y: f64) -> Point {
        let across = share(x, &self.x) * self.area.width();
        let up = share(y, &self.y) * self.area.height();
        point(self.area.min.x + across, self.area.max.y - up)
    }
}

fn axes(
    canvas: Canvas<'_>,
    (x, y): (&Axis, &Axis),
    page: &Page,
) -> Result<(), Box<dyn std::error::Error>> {
    let (text, unit) = (page.text_pt, page.unit());
    let root = canvas.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .x_label_area_size(sub(x.below(text)))
        .y_label_area_size(sub(y.beside(text)))
        .build_cartesian_2d(Scale(x.clone()), Scale(y.clone()))?;
    let (x_label, y_label) = (|value: &f64| x.label(*value), |value: &f64| y.label(*value));
    let mut mesh = chart.configure_mesh();
    mesh.x_label_formatter(&x_label)
        .y_label_formatter(&y_label)
        .light_line_style(TRANSPARENT)
        .bold_line_style(ink(0.16).stroke_width(line(0.5 * unit)))
        .axis_style(ink(1.0).stroke_width(line(0.6 * unit)))
        .set_all_tick_mark_size(sub(2.5 * unit))
        .label_style(("sans-serif", text * SUB))
        .axis_desc_style(("sans-serif", text * SUB))
        .x_desc(&x.name)
        .y_desc(&y.name);
    if !x.grid {
        mesh.disable_x_mesh();
    }
    if !y.grid {
        mesh.disable_y_mesh();
    }
    if y.ticks.is_empty() && y.name.is_empty() {
        mesh.disable_y_axis();
    }
    mesh.draw()?;
    root.present()?;
    Ok(())
}

fn ink(opacity: f64) -> RGBAColor {
    let Colour(red, green, blue) = Colour::INK;
    RGBColor(red, green, blue).mix(opacity)
}

fn line(width: f64) -> u32 {
    sub(width).max(1) as u32
}

/// How near ticks may be: counts have none between them.
pub(crate) fn least_step<'v>(values: impl IntoIterator<Item = &'v f64>) -> f64 {
    if values.into_iter().all(|value| value.fract() == 0.0) { 1.0 } else { 0.0 }
}

/// Multiples of 1, 2 or 5 times a power of ten from `low` to `high`, at most `most` steps, none smaller than
/// `least`.
fn round_ticks(low: f64, high: f64, most: usize, least: f64) -> Vec<(f64, String)> {
    if !(high > low && (high - low).is_finite()) {
        return Vec::new();
    }
    let rough = ((high - low) / most.max(1) as f64).max(least);
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power);
    let step = steps.into_iter().find(|step| *step >= rough * (1.0 - 1e-9)).unwrap_or(rough);
    let decimals = (-step.log10().floor()).clamp(0.0, 12.0) as usize;
    let multiples = (low / step - 1e-9).ceil() as i64..=(high / step + 1e-9).floor() as i64;
    multiples.map(|i| tick(i as f64 * step, decimals)).collect()
}

fn tick(value: f64, decimals: usize) -> (f64, String) {
    // A true minus, as wide as a plus.
    (value, format!("{:.decimals$}", value + 0.0).replace('-', "\u{2212}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let labels = |low, high, most| {
            let ticks = round_ticks(low, high, most, 0.0);
            ticks.into_iter().map(|(_, label)| label).collect::<Vec<_>>()
        };
        assert_eq!(labels(0.0, 21.0, 5), ["0", "5", "10", "15", "20"]);
        assert_eq!(labels(-0.3, 0.35, 4), ["−0.2", "0.0", "0.2"]);
        assert_eq!(labels(0.0, 0.003, 3), ["0.000", "0.001", "0.002", "0.003"]);
        let counts = round_ticks(0.6, 3.4, 8, least_step(&[1.0, 3.0]));
        assert_eq!(counts.iter().map(|it| it.1.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
        assert!(least_step(&[1.5, 2.0]) < 1.0);
        assert!(labels(1.0, 1.0, 3).is_empty() && labels(0.0, f64::NAN, 3).is_empty());
    }

    #[test]
    fn plotters_and_the_plot_agree_where_a_value_lies() {
        let x = Axis::numbers((0.0, 10.0), 200.0, 7.0, 0.0, "contacts");
        let y = Axis::upwards(4.0, 100.0, 7.0, 1.0, "actors");
        let mut elements = Vec::new();
        let page = Page::double();
        let plot = Plot::draw(Rect::new(20.0, 30.0, 220.0, 130.0), (&x, &y), &page, &mut elements);
        let zero = plot.at(0.0, 0.0);
        let label = |wanted: &str| {
            elements.iter().find_map(|element| match element {
                Element::Text(text) if text.content == wanted => Some(text.at),
                _ => None,
            })
        };
        let ten = label("10").expect("a tick");
        assert!((ten.x - plot.at(10.0, 0.0).x).abs() < 0.2, "{ten:?}");
        let four = label("4").expect("a tick");
        let middle = four.y - font::CAPITAL * 3.5;
        assert!((middle - plot.at(0.0, 4.0).y).abs() < 0.3, "{four:?} {zero:?}");
    }
}
