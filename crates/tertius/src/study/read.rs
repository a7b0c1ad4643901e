//! Cells to values: every documented column of a row, and a problem for each cell that cannot be read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::columns::Columns;
use super::date::{self, Assumed};
use super::names::{fold, nearest};
use super::rows::{Certainty, Evidence};
use super::table::CERTAINTY;
use super::vocabulary::Vocabulary;
use super::{Place, Problem, Sheet, SheetRow, When};

/// Reads the cells of one sheet and collects what could not be read.
pub(super) struct Reader<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) columns: &'s Columns,
    pub(super) problems: Vec<Problem>,
    /// What is worth one note a file, with the number of cells and the first of them.
    said: BTreeMap<&'static str, (usize, Place, String)>,
    at: Option<SheetRow<'s>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(sheet: &'s Sheet, columns: &'s Columns) -> Self {
        Self { sheet, columns, problems: Vec::new(), said: BTreeMap::new(), at: None }
    }

    /// Moves to a row, and says if it has more or fewer cells than the header.
    pub(super) fn go_to(&mut self, row: SheetRow<'s>) {
        self.at = Some(row);
        let wide = self.sheet.header().len();
        let filled = row.cells().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let last = filled.last().map_or(0, |(position, _)| position + 1);
        // Of a row that is no header, the columns have been told to be wrong.
        if last > wide && !self.columns.is_empty() {
            let place = self.sheet.place(Some(row.number), Some(wide));
            let message = format!("the row has {last} cells and the header {wide}");
            self.problems.push(
                Problem::new("ragged-row", place, message)
                    .value(row.cell(wide))
                    .suggest("quote the cell that holds the separator"),
            );
        } else if row.len() < wide {
            self.say("short-row", self.sheet.place(Some(row.number), None), "");
        }
    }

    fn row(&self) -> SheetRow<'s> {
        self.at.expect("a row has been gone to")
    }

    /// Row number as a spreadsheet gives it.
    pub(super) fn number(&self) -> u32 {
        self.row().number
    }

    fn place(&self, column: &str) -> Place {
        self.sheet.place(Some(self.row().number), self.columns.position(column))
    }

    fn say(&mut self, code: &'static str, place: Place, value: &str) {
        self.said.entry(code).or_insert_with(|| (0, place, value.to_owned())).0 += 1;
    }

    /// A cell without stray spaces; `None` if it is blank or there is no such column.
    pub(super) fn text(&mut self, column: &str) -> Option<String> {
        let position = self.columns.position(column)?;
        self.text_at(position)
    }

    pub(super) fn text_at(&mut self, position: usize) -> Option<String> {
        let written = self.row().cell(position);
        if is_tidy(written) {
            return (!written.is_empty()).then(|| written.to_owned());
        }
        let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if text != written && !text.is_empty() && !written.contains('\n') {
            self.say("stray-space", self.sheet.place(Some(self.number()), Some(position)), written);
        }
        (!text.is_empty()).then_some(text)
    }

    /// Several values in a cell, separated by `;` or `|`.
    pub(super) fn texts(&mut self, column: &str) -> Vec<String> {
        let text = self.text(column).unwrap_or_default();
        let parts = text.split([';', '|']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    /// The other columns of the row, by header.
    pub(super) fn more(&mut self) -> BTreeMap<String, String> {
        let columns = self.columns;
        let cell = |(position, header): &(usize, String)| {
            let text = self.text_at(*position)?;
            if is_missing(&text) {
                self.say(
                    "missing-word",
                    self.sheet.place(Some(self.number()), Some(*position)),
                    &text,
                );
                return None;
            }
            Some((header.clone(), text))
        };
        columns.more.iter().filter_map(cell).collect()
    }

    /// A cell that holds no free text: what R and surveys write for a missing value is blank there.
    fn known(&mut self, column: &str) -> Option<String> {
        let text = self.text(column)?;
        if !is_missing(&text) {
            return Some(text);
        }
        self.say("missing-word", self.place(column), &text);
        None
    }

    /// A number that is not negative; a decimal comma is read and said.
    pub(super) fn amount(&mut self, column: &str) -> Option<f64> {
        let number = self.any_number(column)?;
        if number < 0.0 {
            self.refuse("bad-number", column, "a weight or count cannot be negative", None);
            return None;
        }
        Some(number)
    }

    /// Any number.
    pub(super) fn any_number(&mut self, column: &str) -> Option<f64> {
        let text = self.known(column)?;
        if let Some((number, comma)) = decimal(&text) {
            if comma {
                self.say("decimal-comma", self.place(column), &text);
            }
            return Some(number);
        }
        let help = number_hint(&text);
        self.refuse("bad-number", column, "this is not a number", Some(help));
        None
    }

    /// A count.
    pub(super) fn whole(&mut self, column: &str) -> Option<u32> {
        let number = self.amount(column)?;
        if number.fract() != 0.0 || number > f64::from(u32::MAX) {
            self.refuse("bad-number", column, "this is not a whole number", None);
            return None;
        }
        #[expect(clippy::cast_sign_loss, reason = "checked: whole, not negative, in range")]
        Some(number as u32)
    }

    /// A share: 0.4, 40 %.
    pub(super) fn share(&mut self, column: &str) -> Option<f64> {
        let text = self.known(column)?;
        let (number, unit) = match text.strip_suffix('%') {
            Some(percent) => (decimal(percent.trim()), 100.0),
            None => (decimal(&text), 1.0),
        };
        match number {
            Some((number, _)) if (0.0..=1.0).contains(&(number / unit)) => Some(number / unit),
            _ => {
                let help =
                    Some("write a share between 0 and 1, or a percentage such as 40%".to_owned());
                self.refuse("bad-number", column, "this is not a share of full time", help);
                None
            }
        }
    }

    /// A date with its precision.
    pub(super) fn date(&mut self, column: &str) -> Option<When> {
        let text = self.known(column)?;
        let when = When::parse(&text);
        match when.as_ref().map(|when| when.assumed) {
            Some(Assumed::Nothing) => {}
            Some(Assumed::DayFirst) => self.say("day-first", self.place(column), &text),
            Some(Assumed::Month) => self.say("month-not-years", self.place(column), &text),
            Some(Assumed::Years) => self.say("years-not-month", self.place(column), &text),
            None => self.refuse("bad-date", column, "this is not a date", Some(date::hint(&text))),
        }
        when
    }

    /// yes or no.
    pub(super) fn yes_no(&mut self, column: &str) -> Option<bool> {
        let text = self.known(column)?;
        match fold(&text).as_str() {
            "yes" | "y" | "true" | "1" | "x" | "\u{2713}" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            _ => {
                let help = Some("write yes, no, or leave the cell blank".to_owned());
                self.refuse("unknown-word", column, "this is neither yes nor no", help);
                None
            }
        }
    }

    /// A word of a fixed vocabulary.
    pub(super) fn word<'d, T: Deserialize<'d>>(
        &mut self,
        column: &str,
        words: &[&str],
    ) -> Option<T> {
        let text = self.known(column)?;
        self.word_of(column, &text, words)
    }

    /// Several words of a fixed vocabulary.
    pub(super) fn words<'d, T: Deserialize<'d>>(&mut self, column: &str, words: &[&str]) -> Vec<T> {
        let texts = self.texts(column);
        texts.iter().filter_map(|text| self.word_of(column, text, words)).collect()
    }

    fn word_of<'d, T: Deserialize<'d>>(
        &mut self,
        column: &str,
        text: &str,
        words: &[&str],
    ) -> Option<T> {
        let folded = fold(text).replace([' ', '-'], "_");
        let known = words.iter().find(|word| **word == folded);
        if known.is_none() {
            let help =
                nearest(text, words.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            let message = format!("`{column}` is one of {}", words.join(", "));
            self.refuse("unknown-word", column, &message, help);
        }
        let word: StrDeserializer<'_, WordError> = (*known?).into_deserializer();
        T::deserialize(word).ok()
    }

    /// A word of a declared vocabulary, or of one that grows with the table if none is declared.
    pub(super) fn declared(&mut self, column: &str, vocabulary: &mut Vocabulary) -> Option<String> {
        let text = self.known(column)?;
        match vocabulary.find(&text) {
            Some(word) => {
                if word != text {
                    self.say("folded-match", self.place(column), &text);
                }
                Some(word)
            }
            None if vocabulary.is_open() => Some(vocabulary.add(&text)),
            None => {
                let near = nearest(&text, vocabulary.words());
                let help = near.map_or_else(
                    || format!("declare it in study.toml under [[{}]]", vocabulary.name),
                    |near| format!("did you mean `{near}`?"),
                );
                let message =
                    format!("this {} is not in the vocabulary of study.toml", vocabulary.name);
                self.refuse("unknown-word", column, &message, Some(help));
                None
            }
        }
    }

    /// Where the row comes from.
    pub(super) fn evidence(&mut self) -> Evidence {
        let certainty = self.word::<Certainty>("certainty", CERTAINTY).unwrap_or_default();
        Evidence { certainty, ..self.origin() }
    }

    /// The same of a row whose `certainty` is about other rows.
    pub(super) fn origin(&mut self) -> Evidence {
        Evidence {
            row: self.number(),
            source: self.text("source"),
            locator: self.text("locator"),
            certainty: Certainty::default(),
            coding: self.word("coding", &["stated", "inferred"]),
            note: self.text("note"),
            quote: self.text("quote"),
        }
    }

    fn refuse(&mut self, code: &str, column: &str, message: &str, help: Option<String>) {
        let place = self.place(column);
        let written =
            self.columns.position(column).map_or("", |position| self.row().cell(position));
        let mut problem = Problem::new(code, place, message).value(written);
        problem.suggestion = help;
        self.problems.push(problem);
    }

    /// The problems found, with one note for each thing that was assumed.
    pub(super) fn finish(self) -> Vec<Problem> {
        const CELLS: [&str; 2] = ["cell", "cells"];
        let mut problems = self.problems;
        for (code, (times, place, value)) in self.said {
            let (what, [thing, things]) = match code {
                "stray-space" => ("read without spaces before, after or doubled inside", CELLS),
                "decimal-comma" => ("read as numbers with a decimal comma", CELLS),
                "missing-word" => ("read as not known", CELLS),
                "day-first" => ("read as day/month/year", CELLS),
                "month-not-years" => {
                    ("read as a month; two years are written with a stroke, 2011/12", CELLS)
                }
                "years-not-month" => {
                    ("read as two years; a month is written with a dash, 2011-12", CELLS)
                }
                "short-row" => ("cells left off at the end are read as blank", ["row", "rows"]),
                _ => ("read as the same word in another spelling", CELLS),
            };
            let problem = Problem::new(code, place, what).first_of(times, thing, things);
            problems.push(if value.is_empty() { problem } else { problem.value(value) });
        }
        problems
    }
}

/// Whether a cell has no white space but single spaces inside.
fn is_tidy(cell: &str) -> bool {
    let mut after_space = true;
    for c in cell.chars() {
        if c.is_whitespace() && (c != ' ' || after_space) {
            return false;
        }
        after_space = c == ' ';
    }
    !after_space || cell.is_empty()
}

/// Whether a cell holds what R, survey tools and spreadsheets write where a value is missing.
///
/// ```
/// use tertius::study::is_missing;
/// assert!(is_missing("NA") && is_missing("#N/A") && is_missing("null"));
/// assert!(!is_missing("") && !is_missing("none"));
/// ```
pub fn is_missing(text: &str) -> bool {
    const WORDS: [&str; 5] = ["na", "n/a", "#n/a", "null", "nan"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What would be read, for a cell that is nearly a number.
fn number_hint(text: &str) -> String {
    let currency = |c: char| "£$€¥".contains(c) || c.is_whitespace();
    let bare = text.trim_matches(currency);
    let mut groups = bare.split(',');
    let is_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|it| (1..=3).contains(&it.len()) && is_digits(it));
    let grouped = first && groups.clone().all(|it| it.len() == 3 && is_digits(it));
    let whole = bare.replace(',', "");
    match (grouped, groups.count()) {
        // Money has two decimal places, if any: this comma sets thousands apart.
        (true, 1) if bare == text => {
            format!("write {whole}, or {} if the comma is a decimal point", bare.replace(',', "."))
        }
        (true, 1..) => format!("write {whole}"),
        _ if bare != text && decimal(bare).is_some() => format!("write {bare}"),
        _ => "write a number such as 3 or 2.5, or leave the cell blank".to_owned(),
    }
}

/// A number with a decimal point or comma; whether it was a comma.
///
/// What could be a number with its thousands set apart is none: nobody can tell which is meant.
///
/// ```
/// use tertius::study::decimal;
/// assert_eq!(decimal("2.5"), Some((2.5, false)));
/// assert_eq!(decimal("2,5"), Some((2.5, true)));
/// assert_eq!(decimal("1,234"), None);
/// ```
pub fn decimal(text: &str) -> Option<(f64, bool)> {
    let finite = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    if text.bytes().any(|b| b.is_ascii_alphabetic() && b != b'e' && b != b'E') {
        return None;
    }
    if let Some(number) = finite(text) {
        return Some((number, false));
    }
    let (whole, rest) = text.split_once(',')?;
    let thousands = rest.len() == 3 && whole.trim_start_matches('-').len() <= 3 && whole != "0";
    if thousands || rest.contains([',', '.']) || whole.contains('.') {
        return None;
    }
    finite(&format!("{whole}.{rest}")).map(|number| (number, true))
}

#[cfg(test)]
mod tests {
    use super::{decimal, number_hint};

    #[test]
    fn what_a_number_should_be_is_a_number() {
        for (text, expected) in [
            ("£5,000", "write 5000"),
            ("£ 5000", "write 5000"),
            ("12.50 €", "write 12.50"),
            ("1,250,000", "write 1250000"),
            ("1,234", "write 1234, or 1.234 if the comma is a decimal point"),
            ("£1,5,000", "write a number such as 3 or 2.5, or leave the cell blank"),
            ("often", "write a number such as 3 or 2.5, or leave the cell blank"),
        ] {
            assert_eq!(number_hint(text), expected, "{text}");
        }
    }

    #[test]
    fn decimal_commas_are_read_and_thousands_are_not_guessed() {
        assert_eq!(decimal("2,5"), Some((2.5, true)));
        assert_eq!(decimal("0,125"), Some((0.125, true)));
        assert_eq!(decimal("1.5e3"), Some((1500.0, false)));
        for text in ["1,234", "1,2,3", "1.234,5", "inf", "NaN", "often", ""] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
