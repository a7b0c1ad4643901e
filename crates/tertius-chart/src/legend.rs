//! The key to a picture, always outside it.

use crate::geometry::{Point, point};
use crate::scene::{Colour, Element, Text, font};

/// Lines of the key that explain one thing.
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) entries: Vec<Entry>,
}

/// A sample of what is drawn and what it means.
pub(crate) struct Entry {
    /// Draws the sample about a point.
    pub(crate) sample: Box<dyn Fn(Point) -> Vec<Element>>,
    /// How high the sample is.
    pub(crate) height: f64,
    pub(crate) text: String,
}

impl Entry {
    pub(crate) fn new(
        text: impl Into<String>,
        height: f64,
        sample: impl Fn(Point) -> Vec<Element> + 'static,
    ) -> Self {
        Self { sample: Box::new(sample), height, text: text.into() }
    }
}

/// Room for the key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Space {
    pub(crate) corner: Point,
    pub(crate) width: f64,
    pub(crate) columns: usize,
    pub(crate) text: f64,
    /// How wide samples are.
    pub(crate) sample: f64,
}

/// Draws the key, each section whole in the column that is least filled, and returns its height.
pub(crate) fn legend(sections: &[Section], space: Space) -> (Element, f64) {
    let gap = space.text * 1.6;
    let width = (space.width - gap * (space.columns - 1) as f64) / space.columns as f64;
    let mut filled = vec![0.0_f64; space.columns];
    let mut elements = Vec::new();
    for section in sections {
        let column = (0..space.columns)
            .min_by(|&a, &b| filled[a].total_cmp(&filled[b]).then(a.cmp(&b)))
            .unwrap_or(0);
        let above = if filled[column] > 0.0 { space.text * 0.9 } else { 0.0 };
        let corner = space.corner + point(column as f64 * (width + gap), filled[column] + above);
        filled[column] += above + draw(section, corner, width, space, &mut elements);
    }
    (Element::group("legend", elements), filled.into_iter().fold(0.0, f64::max))
}

/// Draws one section and returns its height.
fn draw(section: &Section, corner: Point, width: f64, space: Space, out: &mut Vec<Element>) -> f64 {
    let size = space.text;
    let leading = size * font::LEADING;
    let mut y = 0.0;
    for line in font::fill(&section.heading, width, size, true) {
        out.push(Text::new(corner + point(0.0, y + size), line, size).bold().into());
        y += leading;
    }
    y += size * 0.3;
    let indent = space.sample + size * 0.8;
    for entry in &section.entries {
        let lines = font::fill(&entry.text, width - indent, size, false);
        let height = (lines.len() as f64 * leading).max(entry.height + size * 0.35);
        let middle = y + height / 2.0;
        out.extend((entry.sample)(corner + point(space.sample / 2.0, middle)));
        let first =
            middle - (lines.len() as f64 - 1.0) * leading / 2.0 + font::CAPITAL * size / 2.0;
        for (i, line) in lines.into_iter().enumerate() {
            let at = corner + point(indent, first + i as f64 * leading);
            out.push(Text::new(at, line, size).coloured(Colour::INK).into());
        }
        y += height;
    }
    y
}
