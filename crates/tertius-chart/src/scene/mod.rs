//! What a figure is made of before it is written: shapes and text on a page measured in points (1/72 inch,
//! y downwards). Every figure becomes one scene, and SVG and PNG are both written from it.

mod base64;
pub(crate) mod font;
mod path;
mod png;
mod svg;

pub(crate) use path::{Path, Step};
pub(crate) use png::png;
pub(crate) use svg::{Fonts, svg};

use crate::geometry::{Point, Rect};

/// A page and what is on it, from the back to the front.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) title: String,
    pub(crate) description: String,
    /// How the figure came about: names and values, kept in the file and not drawn.
    pub(crate) record: Vec<(&'static str, String)>,
    pub(crate) elements: Vec<Element>,
}

/// One thing on the page.
#[derive(Debug, Clone)]
pub(crate) enum Element {
    Circle {
        centre: Point,
        radius: f64,
        paint: Paint,
    },
    Path {
        path: Path,
        paint: Paint,
    },
    Text(Text),
    /// Things that belong together, with a class for style sheets, the id of what they show for scripts,
    /// and a text that viewers show on hovering.
    Group {
        class: &'static str,
        id: String,
        title: String,
        elements: Vec<Element>,
    },
}

impl Element {
    pub(crate) fn rect(rect: Rect, paint: Paint) -> Self {
        Self::Path { path: Path::rect(rect), paint }
    }

    pub(crate) fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Path { path: Path::open(&[from, to]), paint: Paint::stroke(stroke) }
    }

    pub(crate) fn group(class: &'static str, elements: Vec<Self>) -> Self {
        Self::Group { class, id: String::new(), title: String::new(), elements }
    }
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Colour {
    pub(crate) const WHITE: Self = Self(255, 255, 255);
    pub(crate) const BLACK: Self = Self(0, 0, 0);
    /// Outlines and text: softer than black, still 12.6 : 1 on white.
    pub(crate) const INK: Self = Self(0x33, 0x33, 0x33);
    /// Secondary text and rules: 5.7 : 1 on white.
    pub(crate) const SOFT: Self = Self(0x66, 0x66, 0x66);
    pub(crate) const PALE: Self = Self(0xcc, 0xcc, 0xcc);

    /// This colour `share` of the way to another.
    pub(crate) fn towards(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| {
            let value = f64::from(a) + (f64::from(b) - f64::from(a)) * share.clamp(0.0, 1.0);
            value.round() as u8
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Relative luminance (WCAG 2), 0 black to 1 white.
    pub(crate) fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) colour: Colour,
    pub(crate) width: f64,
    pub(crate) opacity: f64,
    pub(crate) dashed: bool,
}

impl Stroke {
    pub(crate) const fn new(colour: Colour, width: f64) -> Self {
        Self { colour, width, opacity: 1.0, dashed: false }
    }
}

/// Fill (colour and opacity) and outline, either of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paint {
    pub(crate) fill: Option<(Colour, f64)>,
    pub(crate) stroke: Option<Stroke>,
}

impl Paint {
    pub(crate) const fn stroke(stroke: Stroke) -> Self {
        Self { fill: None, stroke: Some(stroke) }
    }

    pub(crate) const fn both(colour: Colour, stroke: Stroke) -> Self {
        Self { fill: Some((colour, 1.0)), stroke: Some(stroke) }
    }
}

/// Where a text stands to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text; `at` is on its base line.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) at: Point,
    pub(crate) content: String,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) anchor: Anchor,
    pub(crate) colour: Colour,
    /// A white edge that keeps the text readable over lines.
    pub(crate) halo: bool,
    /// Degrees, clockwise about `at`.
    pub(crate) turn: i32,
}

impl Text {
    pub(crate) fn new(at: Point, content: impl Into<String>, size: f64) -> Self {
        Self {
            at,
            content: content.into(),
            size,
            bold: false,
            anchor: Anchor::Start,
            colour: Colour::INK,
            halo: false,
            turn: 0,
        }
    }

    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(crate) fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(crate) fn width(&self) -> f64 {
        font::width(&self.content, self.size, self.bold)
    }
}

impl From<Text> for Element {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

/// Lines of text one under the other, about a point.
pub(crate) fn stacked(lines: &[String], at: Point, size: f64, anchor: Anchor) -> Vec<Element> {
    let leading = size * 1.15;
    let first = at.y - leading * (lines.len() as f64 - 1.0) / 2.0 + font::CAPITAL * size / 2.0;
    let line = |(i, line): (usize, &String)| {
        let text = Text::new(Point { x: at.x, y: first + i as f64 * leading }, line.clone(), size);
        text.anchored(anchor).coloured(Colour::BLACK).into()
    };
    lines.iter().enumerate().map(line).collect()
}
