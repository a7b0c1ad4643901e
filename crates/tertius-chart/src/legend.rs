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
    let sections = sections.iter().flat_map(|section| parts(section, space.columns));
    for (heading, entries) in sections {
        let column = (0..space.columns)
            .min_by(|&a, &b| filled[a].total_cmp(&filled[b]).then(a.cmp(&b)))
            .unwrap_or(0);
        let above = if filled[column] > 0.0 { space.text * 0.9 } else { 0.0 };
        let corner = space.corner + point(column as f64 * (width + gap), filled[column] + above);
        filled[column] += above + draw(heading, entries, corner, width, space, &mut elements);
    }
    (Element::group("legend", elements), filled.into_iter().fold(0.0, f64::max))
}

/// A long section as two, the second below a blank heading, where they can stand side by side.
fn parts(section: &Section, columns: usize) -> Vec<(&str, &[Entry])> {
    const LONG: usize = 6;
    let entries = &section.entries;
    let at =
        if columns > 2 && entries.len() > LONG { entries.len().div_ceil(2) } else { entries.len() };
    let (first, second) = entries.split_at(at);
    let parts = [(section.heading.as_str(), first), ("\u{a0}", second)];
    parts.into_iter().filter(|(_, entries)| !entries.is_empty()).collect()
}

/// Draws one section and returns its height.
fn draw(
    heading: &str,
    entries: &[Entry],
    corner: Point,
    width: f64,
    space: Space,
    out: &mut Vec<Element>,
) -> f64 {
    let size = space.text;
    let leading = size * font::LEADING;
    let mut y = 0.0;
    for line in font::fill(heading, width, size, true) {
        out.push(Text::new(corner + point(0.0, y + size), line, size).bold().into());
        y += leading;
    }
    y += size * 0.3;
    let indent = space.sample + size * 0.8;
    for entry in entries {
        let lines = font::fill(&entry.text, width - indent, size, false);
        let height = (lines.len() as f64 * leading).max(entry.height + size * 0.35);
        let middle = y + height / 2.0;
        out.extend((entry.sample)(corner + point(space.sample / 2.0, middle)));
        let first =
            middle - (lines.len() as f64 - 1.0) * leading / 2.0 + font::CAPITAL * size / 2.0;
        for (i, line) in lines.into_iter().enumerate() {
            let at = corner + point(indent, first + i as f64 * leading);
            // A single word may be wider than its column.
            let line = font::shorten(&line, width - indent, size, false);
            out.push(Text::new(at, line, size).coloured(Colour::INK).into());
        }
        y += height;
    }
    y
}
