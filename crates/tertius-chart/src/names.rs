//! Names beside a plot: in two lines at most, shortened where even those are too few, and then whole in the
//! title that viewers show on hovering.

use crate::geometry::Point;
use crate::scene::{Anchor, Element, font, stacked};

/// A name as it is set.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) lines: Vec<String>,
    /// The whole name where the lines do not say it.
    title: String,
    size: f64,
}

/// From base line to base line, as a share of the size: as [`stacked`] sets it.
const LEADING: f64 = 1.15;

impl Name {
    /// A name in lines no wider than `most`.
    pub(crate) fn new(name: &str, most: f64, size: f64) -> Self {
        let mut lines = font::wrap(name, most, size, false);
        if lines.len() > 2 {
            let mut full = font::fill(name, most, size, false);
            let rest = full.split_off(1).join(" ");
            lines = full;
            lines.push(rest);
        }
        Self::set(name, &lines, most, size)
    }

    /// A name in one line no wider than `most`.
    pub(crate) fn line(name: &str, most: f64, size: f64) -> Self {
        Self::set(name, &[name.to_owned()], most, size)
    }

    fn set(name: &str, lines: &[String], most: f64, size: f64) -> Self {
        let whole = lines.join(" ");
        let lines: Vec<String> =
            lines.iter().map(|line| font::shorten(line, most, size, false)).collect();
        let title = if lines.join(" ") == whole { String::new() } else { name.to_owned() };
        Self { lines, title, size }
    }

    /// The same with more words at the end of its last line.
    pub(crate) fn followed_by(mut self, words: &str) -> Self {
        if let Some(last) = self.lines.last_mut() {
            last.push_str(words);
        }
        self
    }

    pub(crate) fn width(&self) -> f64 {
        self.lines.iter().map(|line| font::width(line, self.size, false)).fold(0.0, f64::max)
    }

    /// From the top of its first line to the foot of its last.
    pub(crate) fn height(&self) -> f64 {
        let between = self.lines.len().saturating_sub(1) as f64 * LEADING;
        (between + font::CAPITAL + font::DESCENT) * self.size
    }

    /// The name about a point.
    pub(crate) fn draw(&self, at: Point, anchor: Anchor) -> Element {
        Element::Group {
            class: "name",
            id: String::new(),
            title: self.title.clone(),
            elements: stacked(&self.lines, at, self.size, anchor),
        }
    }
}

/// The widest and the highest of some names.
pub(crate) fn extent(names: &[Name]) -> (f64, f64) {
    let most = |of: fn(&Name) -> f64| names.iter().map(of).fold(0.0, f64::max);
    (most(Name::width), most(Name::height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_shortened_and_its_title_says_it_whole() {
        let long = "The Partnership for Lifelong Learning in the Towns and Villages of the North";
        let name = Name::new(long, 80.0, 7.0);
        assert_eq!((name.lines.len(), name.title.as_str()), (2, long));
        assert!(name.lines[1].ends_with('…') && name.width() <= 80.0);
        assert_eq!(Name::new("West Park Primary School", 80.0, 7.0).title, "");
        let one = Name::new(&"x".repeat(300), 80.0, 7.0);
        assert!(one.width() <= 80.0 && one.lines[0].ends_with('…'));
    }
}
