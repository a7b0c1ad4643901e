//! Stacked bars of brokerage roles (or any other parts), one bar an actor, with what chance would give.

use plotters::prelude::*;

use crate::backend::{Canvas, SUB, sub};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::hatch::Hatch;
use crate::legend::{Entry, Section};
use crate::page::Page;
use crate::palette;
use crate::scene::{Anchor, Colour, Element, Stroke, font, stacked};

/// What a chart of roles shows.
#[derive(Debug, Clone, Default)]
pub struct RoleBars {
    /// Printed above the picture.
    pub title: String,
    /// The actors, the first at the top.
    pub actors: Vec<String>,
    /// The roles, in the order in which they are stacked; up to eight can be told apart.
    pub roles: Vec<String>,
    /// For each actor the value of each role.
    pub values: Vec<Vec<f64>>,
    /// For each actor the total to be expected, drawn as a tick; `None` where there is none.
    pub expected: Vec<Option<f64>>,
    /// What the length of a bar counts: `brokered pairs`.
    pub value_name: String,
    /// What the tick stands for: `expected if ties fell at random`.
    pub expected_name: String,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// A bar and the space to the next, as shares of a row.
const BAR: f64 = 0.62;

impl RoleBars {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title);
        let text = page.text_pt;
        let width = frame.plot_width();
        let names: Vec<Vec<String>> =
            self.actors.iter().map(|name| font::wrap(name, width * 0.36, text, false)).collect();
        let lines = || names.iter().flatten().map(|line| font::width(line, text, false));
        let left = lines().fold(0.0, f64::max) + text;
        let deepest = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let row = (deepest * text * 1.15 + text * 0.5).max(text * 2.3);
        let axis = text * 3.3;
        let height = row * self.actors.len() as f64 + axis;
        let corner = frame.corner();
        let area = Rect::new(corner.x + left, corner.y, width - left - text, height);
        let mut elements = Vec::new();
        // Nothing that plotters draws onto a scene can fail: the error type has no values.
        let _ = self.bars(Canvas::new(area, &mut elements), page, axis);
        for (i, lines) in names.iter().enumerate() {
            let middle = corner.y + row * (i as f64 + 0.5);
            let right = point(area.min.x - text * 0.6, middle);
            elements.extend(stacked(lines, right, text, Anchor::End));
        }
        let scene =
            frame.finish(elements, height, &self.key(page), &self.caption, &self.description);
        Figure { scene, placed: None, notes: Vec::new() }
    }

    fn bars(
        &self,
        canvas: Canvas<'_>,
        page: &Page,
        axis: f64,
    ) -> Result<(), Box<dyn std::error::Error>> {
        let (text, unit) = (page.text_pt, page.unit());
        let root = canvas.into_drawing_area();
        let rows = self.actors.len() as f64;
        let mut chart = ChartBuilder::on(&root)
            .x_label_area_size(sub(axis))
            .build_cartesian_2d(0.0..self.longest() * 1.04, rows..0.0)?;
        chart
            .configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(6)
            .x_label_formatter(&|value| crate::number::short(*value))
            .light_line_style(TRANSPARENT)
            .bold_line_style(ink(0.16).stroke_width(line(0.5 * unit)))
            .axis_style(ink(1.0).stroke_width(line(0.6 * unit)))
            .set_all_tick_mark_size(sub(2.5 * unit))
            .label_style(("sans-serif", text * SUB))
            .axis_desc_style(("sans-serif", text * SUB))
            .x_desc(&self.value_name)
            .draw()?;
        for (i, values) in self.values.iter().enumerate() {
            let (top, bottom) = (i as f64 + 0.5 - BAR / 2.0, i as f64 + 0.5 + BAR / 2.0);
            let mut start = 0.0;
            for (role, &value) in values.iter().enumerate().filter(|(_, value)| is_drawn(**value)) {
                let corners = [(start, top), (start + value, bottom)];
                let pixels = corners.map(|corner| chart.backend_coord(&corner));
                fill(&root, role, pixels, page)?;
                start += value;
            }
            if let Some(expected) = self.expected.get(i).copied().flatten().filter(|&x| is_drawn(x))
            {
                let reach = 0.13;
                let ends = [(expected, top - reach), (expected, bottom + reach)];
                let path = ends.map(|end| chart.backend_coord(&end)).to_vec();
                let halo = WHITE.stroke_width(line(2.3 * unit));
                root.draw(&PathElement::new(path.clone(), halo))?;
                root.draw(&PathElement::new(path, BLACK.stroke_width(line(1.3 * unit))))?;
            }
        }
        root.present()?;
        Ok(())
    }

    /// The end of the longest bar or the furthest tick.
    fn longest(&self) -> f64 {
        let totals = self
            .values
            .iter()
            .map(|values| -> f64 { values.iter().filter(|value| is_drawn(**value)).sum() });
        let ticks = self.expected.iter().copied().flatten().filter(|&tick| is_drawn(tick));
        totals.chain(ticks).fold(0.0, f64::max).max(1e-9)
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let (unit, page) = (page.unit(), *page);
        let patch = |(role, name): (usize, &String)| {
            Entry::new(name.clone(), 8.0 * unit, move |at| {
                let mut elements = Vec::new();
                let corner = at - point(10.0, 4.0) * unit;
                let area = Rect::new(corner.x, corner.y, 20.0 * unit, 8.0 * unit);
                let (right, bottom) = (sub(20.0 * unit), sub(8.0 * unit));
                let root = Canvas::new(area, &mut elements).into_drawing_area();
                let _ = fill(&root, role, [(0, 0), (right, bottom)], &page);
                drop(root);
                elements
            })
        };
        let roles = Section {
            heading: String::from("Role"),
            entries: self.roles.iter().enumerate().map(patch).collect(),
        };
        let tick = Entry::new(self.expected_name.clone(), 10.0 * unit, move |at: Point| {
            let half = point(0.0, 5.0 * unit);
            vec![Element::line(at - half, at + half, Stroke::new(Colour::BLACK, 1.3 * unit))]
        });
        let expected = Section { heading: String::from("Black tick"), entries: vec![tick] };
        let has_ticks = self.expected.iter().any(Option::is_some);
        [Some(roles), has_ticks.then_some(expected)].into_iter().flatten().collect()
    }
}

/// One part of a bar: its colour, its pattern and an outline.
fn fill<B: DrawingBackend>(
    root: &DrawingArea<B, plotters::coord::Shift>,
    role: usize,
    corners: [(i32, i32); 2],
    page: &Page,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let unit = page.unit();
    let Colour(red, green, blue) = palette::colour(role, page.grey);
    let dark = palette::colour(role, page.grey).luminance() < 0.2;
    root.draw(&Rectangle::new(corners, RGBColor(red, green, blue).filled()))?;
    let pattern = if dark { WHITE.mix(0.85) } else { BLACK.mix(0.75) };
    let low = (corners[0].0.min(corners[1].0), corners[0].1.min(corners[1].1));
    let high = (corners[0].0.max(corners[1].0), corners[0].1.max(corners[1].1));
    for ends in Hatch::of(role).lines(low, high, sub(2.6 * unit)) {
        root.draw(&PathElement::new(ends.to_vec(), pattern.stroke_width(line(0.5 * unit))))?;
    }
    root.draw(&Rectangle::new(corners, ink(1.0).stroke_width(line(0.6 * unit))))
}

/// Whether a value has a length.
fn is_drawn(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

fn ink(opacity: f64) -> RGBAColor {
    let Colour(red, green, blue) = Colour::INK;
    RGBColor(red, green, blue).mix(opacity)
}

fn line(width: f64) -> u32 {
    sub(width).max(1) as u32
}
