//! Who works with whom, as a table in colours: what was observed against what chance would give.

mod heads;

use plotters::prelude::*;

use heads::Heads;

use crate::backend::{Canvas, SUB, sub};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::hatch::Hatch;
use crate::legend::{Entry, Section};
use crate::number::short;
use crate::page::Page;
use crate::palette::diverging;
use crate::scene::{Anchor, Colour, Element, Text, font, stacked};

/// What a heat map shows.
#[derive(Debug, Clone, Default)]
pub struct Heatmap {
    /// Printed above the picture.
    pub title: String,
    /// The names of the rows, the first at the top.
    pub rows: Vec<String>,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// What was counted, row by row, printed in the cell; `None` where nothing can be.
    pub observed: Vec<Vec<Option<f64>>>,
    /// Observed over expected, printed under it and shown as colour; `None` where it is undefined.
    pub ratio: Vec<Vec<Option<f64>>>,
    /// What chance would give, row by row; empty to leave it out. A cell of which less than one is
    /// expected is striped and has no colour: its ratio says next to nothing.
    pub expected: Vec<Vec<Option<f64>>>,
    /// How many actors each row stands for; empty to leave it out.
    pub row_sizes: Vec<usize>,
    /// What a row stands for and what a column: `from sector`, `to sector`.
    pub axis_names: (String, String),
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// Ratios this many times above or below one have the fullest colour.
const FULLEST: f64 = 4.0;

/// How a cell is filled.
#[derive(Clone, Copy)]
enum Fill {
    /// By its ratio.
    Shade(Colour),
    /// Pale stripes: too little is expected for a colour.
    Little,
    /// Grey and crossed out: there is no ratio.
    Undefined,
}

impl Heatmap {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title);
        let text = page.text_pt;
        let corner = frame.corner();
        let names: Vec<Vec<String>> = (0..self.rows.len())
            .map(|i| font::wrap(&self.row_name(i), frame.plot_width() * 0.3, text, false))
            .collect();
        let widest = names.iter().flatten().map(|line| font::width(line, text, false));
        let left = widest.fold(0.0, f64::max) + text * 0.8;
        let side = ((frame.plot_width() - left) / self.columns.len().max(1) as f64).min(text * 7.5);
        let deepest = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let row = (text * 3.4).max(side * 0.62).max(deepest * text * 1.2 + text * 0.6);
        let heads = Heads::of(&self.columns, side, text);
        let top = heads.height + text * if self.axis_names.1.is_empty() { 0.6 } else { 2.2 };
        let area = Rect::new(
            corner.x + left,
            corner.y + top,
            side * self.columns.len() as f64,
            row * self.rows.len() as f64,
        );
        let mut elements = Vec::new();
        // Nothing that plotters draws onto a scene can fail: the error type has no values.
        let _ = self.cells(Canvas::new(area, &mut elements), page);
        for (i, lines) in names.iter().enumerate() {
            let middle = area.min.y + row * (i as f64 + 0.5);
            elements.extend(stacked(
                lines,
                point(area.min.x - text * 0.5, middle),
                text,
                Anchor::End,
            ));
        }
        elements.extend(heads.draw(area.min, side));
        elements.extend(self.axes(corner, area, text));
        let scene = frame.finish(
            elements,
            top + area.height(),
            &self.key(page),
            &self.caption,
            &self.description,
        );
        Figure { scene, placed: None, notes: Vec::new() }
    }

    fn row_name(&self, i: usize) -> String {
        match self.row_sizes.get(i) {
            Some(n) => format!("{} (n\u{a0}=\u{a0}{n})", self.rows[i]),
            None => self.rows[i].clone(),
        }
    }

    fn cells(&self, canvas: Canvas<'_>, page: &Page) -> Result<(), Box<dyn std::error::Error>> {
        let (text, unit) = (page.text_pt, page.unit());
        let root = canvas.into_drawing_area();
        let (rows, columns) = (self.rows.len(), self.columns.len());
        let chart =
            ChartBuilder::on(&root).build_cartesian_2d(0.0..columns as f64, rows as f64..0.0)?;
        for (i, j) in (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j))) {
            let value = |table: &[Vec<Option<f64>>]| {
                table.get(i).and_then(|row| row.get(j)).copied().flatten().filter(|v| v.is_finite())
            };
            let (observed, ratio) = (value(&self.observed), value(&self.ratio));
            let corners = [(j as f64, i as f64), (j as f64 + 1.0, i as f64 + 1.0)]
                .map(|corner| chart.backend_coord(&corner));
            let little = value(&self.expected).is_some_and(|expected| expected < 1.0);
            let fill = match ratio {
                None => Fill::Undefined,
                Some(_) if little => Fill::Little,
                Some(ratio) => Fill::Shade(shade(ratio, page.grey)),
            };
            cell(&root, corners, fill, unit)?;
            // Where white and black text have the same contrast (WCAG 2).
            let dark = matches!(fill, Fill::Shade(colour) if colour.luminance() < 0.179);
            let ink = if dark { WHITE } else { BLACK };
            let centre = (corners[0].0.midpoint(corners[1].0), corners[0].1.midpoint(corners[1].1));
            let up = if ratio.is_some() { sub(text * 0.6) } else { 0 };
            let middle = plotters::style::text_anchor::Pos::new(
                plotters::style::text_anchor::HPos::Center,
                plotters::style::text_anchor::VPos::Center,
            );
            let style = |size: f64| {
                TextStyle::from(("sans-serif", size * SUB).into_font()).color(&ink).pos(middle)
            };
            if let Some(observed) = observed {
                let bold = ("sans-serif", text * 1.1 * SUB, FontStyle::Bold).into_font();
                let style = TextStyle::from(bold).color(&ink).pos(middle);
                root.draw_text(&short(observed), &style, (centre.0, centre.1 - up))?;
            }
            if let Some(ratio) = ratio {
                let content = format!("×{}", short(rounded(ratio)));
                root.draw_text(&content, &style(text), (centre.0, centre.1 + up))?;
            }
        }
        root.present()?;
        Ok(())
    }

    /// What rows and columns are.
    fn axes(&self, corner: Point, area: Rect, size: f64) -> Vec<Element> {
        let (rows, columns) = &self.axis_names;
        let middle = area.centre().x;
        let across = Text::new(point(middle, corner.y + size), columns.clone(), size);
        let down = Text::new(point(corner.x, area.min.y - size * 0.6), rows.clone(), size);
        vec![across.bold().anchored(Anchor::Middle).into(), down.bold().into()]
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let (unit, grey) = (page.unit(), page.grey);
        let patch = |text: &str, fill: Fill| {
            Entry::new(text, 9.0 * unit, move |at| {
                let mut elements = Vec::new();
                let corner = at - point(10.0, 4.5) * unit;
                let area = Rect::new(corner.x, corner.y, 20.0 * unit, 9.0 * unit);
                let corners = [(0, 0), (sub(20.0 * unit), sub(9.0 * unit))];
                let root = Canvas::new(area, &mut elements).into_drawing_area();
                let _ = cell(&root, corners, fill, unit);
                drop(root);
                elements
            })
        };
        let ratio = |text: &str, ratio: f64| patch(text, Fill::Shade(shade(ratio, grey)));
        let mut entries = vec![
            ratio("×4 and more", FULLEST),
            ratio("×2", 2.0),
            ratio("×1, as expected", 1.0),
            ratio("×0.5", 0.5),
            ratio("×0.25 and less", 1.0 / FULLEST),
        ];
        if self.expected.iter().flatten().flatten().any(|expected| *expected < 1.0) {
            entries.push(patch("less than 1 expected: no colour", Fill::Little));
        }
        if self.ratio.iter().flatten().any(Option::is_none) {
            entries.push(patch("undefined", Fill::Undefined));
        }
        let numbers = vec![Entry::new(
            "number observed; under it, observed / expected",
            9.0 * unit,
            move |at| {
                let size = 7.7 * unit;
                let text = Text::new(at + point(0.0, font::CAPITAL * size / 2.0), "12", size);
                vec![text.bold().anchored(Anchor::Middle).into()]
            },
        )];
        vec![
            Section { heading: String::from("Observed / expected"), entries },
            Section { heading: String::from("In the cells"), entries: numbers },
        ]
    }
}

/// The colour of a ratio: by its logarithm, so that twice and half are equally far from even.
fn shade(ratio: f64, grey: bool) -> Colour {
    let value = if ratio > 0.0 { ratio.ln() / FULLEST.ln() } else { -1.0 };
    diverging(value.clamp(-1.0, 1.0), grey)
}

/// Two digits are as exact as a ratio of small counts is.
fn rounded(ratio: f64) -> f64 {
    let step = if ratio < 0.995 { 0.01 } else { 0.1 };
    (ratio / step).round() * step
}

/// One cell with its edge. Stripes are so pale that text stays readable on them.
fn cell<B: DrawingBackend>(
    root: &DrawingArea<B, plotters::coord::Shift>,
    corners: [(i32, i32); 2],
    fill: Fill,
    unit: f64,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let (ground, hatch, ink, gap) = match fill {
        Fill::Shade(colour) => (colour, Hatch::Plain, 0xff, 3.0),
        Fill::Little => (Colour::WHITE, Hatch::Rising, 0xdc, 3.5),
        Fill::Undefined => (Colour(0xee, 0xee, 0xee), Hatch::Crossed, 0x99, 2.6),
    };
    let Colour(red, green, blue) = ground;
    root.draw(&Rectangle::new(corners, RGBColor(red, green, blue).filled()))?;
    let stripe = RGBColor(ink, ink, ink).stroke_width(sub(0.6 * unit) as u32);
    for ends in hatch.lines(corners[0], corners[1], sub(gap * unit)) {
        root.draw(&PathElement::new(ends.to_vec(), stripe))?;
    }
    let edge = RGBColor(0x88, 0x88, 0x88).stroke_width(sub(0.5 * unit) as u32);
    root.draw(&Rectangle::new(corners, edge))
}
