//! The embedded typeface and the width of text set in it.

use std::sync::LazyLock;

use ttf_parser::Face;

pub(crate) const REGULAR: &[u8] = include_bytes!("../../fonts/OpenSans-Regular.ttf");
pub(crate) const SEMIBOLD: &[u8] = include_bytes!("../../fonts/OpenSans-SemiBold.ttf");

/// The name first, then what looks and measures like it where the file is shown without the font.
pub(crate) const FAMILY: &str = "'Open Sans', 'Segoe UI', Helvetica, Arial, sans-serif";

/// Height of a capital, as a share of the size.
pub(crate) const CAPITAL: f64 = 0.714;
/// How far letters such as g reach under the base line, as a share of the size.
pub(crate) const DESCENT: f64 = 0.24;
/// From base line to base line, as a share of the size.
pub(crate) const LEADING: f64 = 1.25;

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, SEMIBOLD].map(|data| Face::parse(data, 0).ok()));

/// How wide `text` is at a size: the sum of its advances (the subset has no kerning).
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|letter| advance(letter, bold)).sum::<f64>() * size
}

/// The letters of `text` that the embedded font cannot draw.
pub(crate) fn missing(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| !c.is_control() && glyph_advance(c, false).is_none())
}

/// Breaks `text` between words into lines no wider than `most`, as even in width as their number allows.
/// A single word wider than that stays whole.
pub(crate) fn wrap(text: &str, most: f64, size: f64, bold: bool) -> Vec<String> {
    let lines = fill(text, most, size, bold);
    // The narrowest measure that needs no more lines gives the most even ones.
    let (mut low, mut high) = (0.0, most);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        let narrower = fill(text, middle, size, bold);
        let fits = narrower.iter().all(|line| width(line, size, bold) <= most);
        if narrower.len() <= lines.len() && fits {
            high = middle;
        } else {
            low = middle;
        }
    }
    fill(text, high, size, bold)
}

/// Lines as a typewriter would break them: each as full as it gets.
pub(crate) fn fill(text: &str, most: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A no-break space holds its words together.
    let breaks = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, bold) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// `text`, ending in an ellipsis where it is wider than `most`.
pub(crate) fn shorten(text: &str, most: f64, size: f64, bold: bool) -> String {
    if width(text, size, bold) <= most {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let shorter = format!("{}…", kept.trim_end());
        if width(&shorter, size, bold) <= most {
            return shorter;
        }
    }
    String::from("…")
}

/// The same with the ellipsis at the beginning, for names that begin alike.
pub(crate) fn shorten_front(text: &str, most: f64, size: f64, bold: bool) -> String {
    if width(text, size, bold) <= most {
        return text.to_owned();
    }
    let starts = text.char_indices().map(|(at, _)| &text[at..]).skip(1);
    let mut shorter = starts.map(|end| format!("…{}", end.trim_start()));
    shorter.find(|it| width(it, size, bold) <= most).unwrap_or_else(|| String::from("…"))
}

/// In ems; a letter that is not in the font is taken as wide as a digit, or a full em beyond the
/// alphabetic scripts, so that a replacement font has room.
fn advance(letter: char, bold: bool) -> f64 {
    let guess = if u32::from(letter) < 0x1100 { 0.6 } else { 1.0 };
    glyph_advance(letter, bold).unwrap_or(guess)
}

fn glyph_advance(letter: char, bold: bool) -> Option<f64> {
    let face = FACES[usize::from(bold)].as_ref()?;
    let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
    Some(f64::from(advance) / f64::from(face.units_per_em()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_the_advances_of_the_font_file() {
        // fonttools: A 1296, V 1219, i 518, o 1237, of 2048 to the em; in SemiBold A is 1354.
        assert!((width("AVio", 2048.0, false) - (1296.0 + 1219.0 + 518.0 + 1237.0)).abs() < 1e-9);
        assert!((width("A", 2048.0, true) - 1354.0).abs() < 1e-9);
    }

    #[test]
    fn long_names_break_into_even_lines() {
        let lines = wrap("Wolverhampton Voluntary Sector Council", 100.0, 7.0, false);
        assert_eq!(lines, ["Wolverhampton", "Voluntary Sector Council"]);
        assert_eq!(wrap("School", 5.0, 7.0, false), ["School"]);
    }

    #[test]
    fn names_are_cut_at_either_end() {
        let (name, most) = ("Third-sector organisation CA1", 60.0);
        assert_eq!(shorten(name, most, 7.0, false), "Third-sector org…");
        assert_eq!(shorten_front(name, most, 7.0, false), "…rganisation CA1");
        assert_eq!(shorten_front("CA1", most, 7.0, false), "CA1");
    }

    #[test]
    fn letters_outside_the_subset_are_known() {
        assert_eq!(missing("Łódź, Ωμέγα, Žižek 学校").collect::<String>(), "学校");
    }
}
