//! How the report says numbers, words and lists.

/// What one of a kind is called, and what several are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noun {
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    /// `a` or `an`.
    pub(crate) article: &'static str,
}

pub(crate) const ORGANISATION: Noun =
    Noun { one: "organisation", many: "organisations", article: "an" };
pub(crate) const PERSON: Noun = Noun { one: "person", many: "people", article: "a" };
pub(crate) const ACTOR: Noun = Noun { one: "actor", many: "actors", article: "an" };
pub(crate) const TIE: Noun = Noun { one: "tie", many: "ties", article: "a" };
pub(crate) const ORDERED_PAIR: Noun =
    Noun { one: "ordered pair", many: "ordered pairs", article: "an" };
pub(crate) const PAIR_OF_GROUPS: Noun =
    Noun { one: "pair of groups", many: "pairs of groups", article: "a" };
pub(crate) const PAIR: Noun = Noun { one: "pair", many: "pairs", article: "a" };

impl Noun {
    /// `1 tie`, `2,310 ties`.
    pub(crate) fn count(self, n: usize) -> String {
        format!("{} {}", whole(n), self.of(n))
    }

    /// `no tie`, `1 tie`, `2 ties`.
    pub(crate) fn count_or_no(self, n: usize) -> String {
        if n == 0 { format!("no {}", self.one) } else { self.count(n) }
    }

    /// The form that goes with a number.
    pub(crate) fn of(self, n: usize) -> &'static str {
        if n == 1 { self.one } else { self.many }
    }
}

/// A whole number with commas at the thousands.
pub(crate) fn whole(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Less than this is what rounding leaves of nought.
const NOTHING: f64 = 1e-9;

/// How many decimals make three figures.
fn decimals(size: f64) -> usize {
    let scientific = format!("{size:.2e}");
    let exponent = scientific.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
    usize::try_from(2 - exponent.unwrap_or(0_i32)).unwrap_or(0)
}

/// A number to three figures, whole numbers as they are.
pub(crate) fn number(value: f64) -> String {
    let size = if value.abs() < NOTHING { 0.0 } else { value.abs() };
    let decimals = if size.fract() == 0.0 { 0 } else { decimals(size) };
    let text = format!("{size:.decimals$}");
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let before = before.parse::<usize>().map_or_else(|_| before.to_owned(), whole);
    let after = after.trim_end_matches('0');
    let dot = if after.is_empty() { "" } else { "." };
    let is_zero = before == "0" && after.is_empty();
    let minus = if value < 0.0 && !is_zero { "\u{2212}" } else { "" };
    format!("{minus}{before}{dot}{after}")
}

/// A share as a percentage; what is neither nothing nor all never reads as if it were.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 0.05 {
        return "under 0.1\u{a0}%".to_owned();
    }
    if percent > 0.0 && percent < 0.95 {
        return format!("{percent:.1}\u{a0}%");
    }
    if (99.5..100.0).contains(&percent) {
        return "over 99\u{a0}%".to_owned();
    }
    format!("{percent:.0}\u{a0}%")
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Where everything is that the page has no room for: a command, to be run on the study and the view
/// of the report.
pub(crate) fn given(command: &str) -> String {
    format!("In full: tertius {command}, with the study and the view of this report.")
}

/// A capital at the start.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// A note as a sentence: a capital at the start and a stop at the end.
pub(crate) fn sentence(note: &str) -> String {
    let stop = if note.ends_with(['.', '!', '?', '\u{2026}']) { "" } else { "." };
    capitalised(note) + stop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_figures_and_no_negative_zero() {
        let said = [-0.0, 0.5, 0.19784, 274.75, -2.3456, 1_234_567.0, 12.0, -1e-16];
        let said = said.map(number);
        let expected = ["0", "0.5", "0.198", "275", "\u{2212}2.35", "1,234,567", "12", "0"];
        assert_eq!(said, expected);
        let said = [0.001_234, 0.012_34, 0.009_999_6, 0.000_123_4, -1e-7, 99.96].map(number);
        let expected = ["0.00123", "0.0123", "0.01", "0.000123", "\u{2212}0.0000001", "100"];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_little_is_not_nothing_and_nearly_all_is_not_all() {
        let said = [0.0, 0.0001, 0.0074, 0.707, 0.999, 1.0].map(percent);
        assert_eq!(
            said,
            [
                "0\u{a0}%",
                "under 0.1\u{a0}%",
                "0.7\u{a0}%",
                "71\u{a0}%",
                "over 99\u{a0}%",
                "100\u{a0}%"
            ]
        );
    }

    #[test]
    fn counts_and_lists_agree_with_their_number() {
        assert_eq!([0, 1, 2310].map(|n| TIE.count(n)), ["0 ties", "1 tie", "2,310 ties"]);
        assert_eq!(TIE.count_or_no(0), "no tie");
        assert_eq!(
            [1, 3].map(|n| PAIR_OF_GROUPS.count(n)),
            ["1 pair of groups", "3 pairs of groups"]
        );
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(sentence("left out: ties (1)"), "Left out: ties (1).");
    }
}
