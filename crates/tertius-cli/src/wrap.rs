//! Lines that fit the terminal.

use std::fmt::Write as _;

use terminal_size::{Width, terminal_size_of};

/// The width of a text that nobody reads on a terminal.
pub(crate) const PAGE: usize = 100;

/// Columns of the terminal that standard output is, within what reads well.
pub(crate) fn width() -> usize {
    match terminal_size_of(std::io::stdout()) {
        Some((Width(columns), _)) => usize::from(columns).clamp(40, 120),
        None => PAGE,
    }
}

/// A text in lines no wider than this, broken between words; those after the first are indented.
pub(crate) fn wrapped(text: &str, indent: usize, width: usize) -> String {
    let mut lines = String::new();
    let mut at = 0;
    for (n, word) in text.split(' ').enumerate() {
        let letters = word.chars().count();
        if at >= indent && at + 1 + letters > width && n > 0 {
            let _ = write!(lines, "\n{:indent$}", "");
            at = indent;
        } else if n > 0 {
            lines.push(' ');
            at += 1;
        }
        lines += word;
        at += letters;
    }
    lines.push('\n');
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 4, 8), "one two\n    three\n");
        assert_eq!(wrapped("seven", 0, 3), "seven\n");
    }

    #[test]
    fn a_heading_keeps_its_first_word_however_long() {
        assert_eq!(
            wrapped("  places  Wolverhampton Telford", 10, 20),
            "  places  Wolverhampton\n          Telford\n"
        );
    }
}
