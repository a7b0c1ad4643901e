use crate::geometry::{Point, point};
use crate::scene::{Anchor, Colour, Element, Text, font};

/// The names of the columns: level and broken into lines where they fit, else all turned upright.
pub(super) struct Heads {
    names: Vec<Vec<String>>,
    upright: bool,
    pub(super) height: f64,
    text: f64,
}

impl Heads {
    pub(super) fn of(columns: &[String], side: f64, text: f64) -> Self {
        let wrapped = |most: f64| -> Vec<Vec<String>> {
            columns.iter().map(|name| font::wrap(name, most, text, false)).collect()
        };
        let width = |names: &[Vec<String>]| {
            names.iter().flatten().map(|line| font::width(line, text, false)).fold(0.0, f64::max)
        };
        let level = wrapped(side - text * 0.5);
        if width(&level) <= side - text * 0.3 {
            let lines = level.iter().map(Vec::len).max().unwrap_or(1);
            return Self { names: level, upright: false, height: lines as f64 * text * 1.15, text };
        }
        let names = wrapped(text * 12.0);
        Self { upright: true, height: width(&names), names, text }
    }

    pub(super) fn draw(&self, corner: Point, side: f64) -> Vec<Element> {
        let leading = self.text * 1.15;
        let mut elements = Vec::new();
        for (j, lines) in self.names.iter().enumerate() {
            let middle = corner.x + side * (j as f64 + 0.5);
            let n = lines.len() as f64;
            for (k, line) in lines.iter().enumerate() {
                let text =
                    |at: Point| Text::new(at, line.clone(), self.text).coloured(Colour::BLACK);
                elements.push(if self.upright {
                    let across = (k as f64 - (n - 1.0) / 2.0) * leading;
                    let x = middle + across + font::CAPITAL * self.text / 2.0;
                    Text { turn: -90, ..text(point(x, corner.y - self.text * 0.5)) }.into()
                } else {
                    let y = corner.y - self.text * 0.5 - (n - 1.0 - k as f64) * leading;
                    text(point(middle, y)).anchored(Anchor::Middle).into()
                });
            }
        }
        elements
    }
}
