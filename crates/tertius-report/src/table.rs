//! Tables: captioned, with scopes, sortable and savable where scripts run.

use std::collections::BTreeMap;

use crate::html::{Element, el};
use crate::wording;

/// A table of so many rows is kept on one page in print.
const PAGE: usize = 15;

/// The most rows a table shows: more are for a spreadsheet, and the page says how to get them.
pub(crate) const MOST_ROWS: usize = 300;

/// A table in the making.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    caption: String,
    columns: Vec<(String, bool)>,
    /// The column that names the row.
    head: usize,
    is_fixed: bool,
    /// The rows shown.
    rows: Vec<Vec<Cell>>,
    /// How many rows there are.
    total: usize,
    /// What gives the rows that are not shown.
    elsewhere: String,
}

/// A cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Words.
    Words(String),
    /// A number as shown, with its value for sorting and saving.
    Number(String, f64),
    /// Characters to be compared one by one.
    Code(String),
    /// A number with a bar as long as its share of the longest.
    Bar(f64, f64),
    /// No value, and why.
    Undefined(String),
    /// Nothing to say.
    Blank,
}

impl Table {
    /// An empty table; a name that starts with `#` is that of a column of numbers.
    pub(crate) fn new(caption: impl Into<String>, columns: &[&str]) -> Self {
        let column = |name: &&str| match name.strip_prefix('#') {
            Some(name) => (name.to_owned(), true),
            None => ((*name).to_owned(), false),
        };
        let columns = columns.iter().map(column).collect();
        Self {
            caption: caption.into(),
            columns,
            head: 0,
            is_fixed: false,
            rows: Vec::new(),
            total: 0,
            elsewhere: String::new(),
        }
    }

    /// The same with another column as the name of the row.
    pub(crate) fn named_by(self, head: usize) -> Self {
        Self { head, ..self }
    }

    /// The same in the order given for good: a few facts, not a list to sort and save.
    pub(crate) fn fixed(self) -> Self {
        Self { is_fixed: true, ..self }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.caption);
        self.total += 1;
        if self.rows.len() < MOST_ROWS {
            self.rows.push(cells);
        }
    }

    /// The same with a row for each of a list that may be long: rows beyond [`MOST_ROWS`] are counted
    /// and not made. `elsewhere` says what gives them.
    pub(crate) fn filled<T>(
        mut self,
        list: impl IntoIterator<Item = T>,
        elsewhere: impl Into<String>,
        mut cells: impl FnMut(T) -> Vec<Cell>,
    ) -> Self {
        self.elsewhere = elsewhere.into();
        let mut list = list.into_iter();
        for of in list.by_ref().take(MOST_ROWS) {
            self.row(cells(of));
        }
        self.total += list.count();
        self
    }

    /// Number of rows, those that are not shown among them.
    pub(crate) fn len(&self) -> usize {
        self.total
    }

    /// The table in HTML, without columns that say nothing, and with why there is no value where
    /// there is none.
    pub(crate) fn html(&self) -> Element {
        let says = |at: usize| self.rows.iter().any(|row| row[at].says());
        let shown: Vec<usize> = (0..self.columns.len()).filter(|&at| says(at)).collect();
        let head = shown.iter().map(|&at| {
            let (name, is_number) = &self.columns[at];
            let th = el("th").set("scope", "col").with(name.as_str());
            match self.rows.first().map(|row| &row[at]) {
                Some(Cell::Bar(..)) => th.class("b"),
                _ if *is_number => th.class("n"),
                _ => th,
            }
        });
        let rows = self.rows.iter().map(|row| {
            let cell = |&at: &usize| row[at].html(at == self.head, self.columns[at].1);
            el("tr").all(shown.iter().map(cell))
        });
        let table = el("table")
            .with(el("caption").with(self.caption.as_str()))
            .with(el("thead").with(el("tr").all(head)))
            .with(el("tbody").all(rows));
        let scroll = el("div")
            .class("scroll")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", self.caption.as_str())
            .with(table);
        let class = match (self.rows.len() > PAGE, self.is_fixed) {
            (true, _) => "table",
            (false, true) => "table brief fixed",
            (false, false) => "table brief",
        };
        el("div")
            .class(class)
            .with(scroll)
            .all(self.left_off())
            .all(self.reasons(&shown))
            .all(self.silent(&shown))
    }

    /// How many rows are not shown, and what gives them.
    fn left_off(&self) -> Option<Element> {
        let note = format!(
            "The first {} of {} rows are shown here. {}",
            wording::whole(self.rows.len()),
            wording::whole(self.total),
            self.elsewhere
        );
        (self.total > self.rows.len()).then(|| el("p").class("note").with(note.trim_end()))
    }

    /// Why there are dashes.
    fn reasons(&self, shown: &[usize]) -> Option<Element> {
        let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &self.rows {
            for &at in shown {
                if let Cell::Undefined(reason) = &row[at] {
                    *reasons.entry(reason).or_default() += 1;
                }
            }
        }
        let times = |cells: usize| match cells {
            1 => "once".to_owned(),
            _ => format!("{} times", wording::whole(cells)),
        };
        let said = reasons.iter().map(|(reason, cells)| format!("{reason} ({})", times(*cells)));
        let said: Vec<String> = said.collect();
        let note = format!("\u{2013} no value: {}.", said.join("; "));
        (!said.is_empty()).then(|| el("p").class("note").with(note))
    }

    /// Columns that are not shown, because nobody has a value, and why.
    fn silent(&self, shown: &[usize]) -> Option<Element> {
        let columns = (0..self.columns.len()).filter(|at| !shown.contains(at));
        let why = |at: usize| match self.rows.first().map(|row| &row[at]) {
            Some(Cell::Undefined(reason)) => Some(format!("{}: {reason}", self.columns[at].0)),
            _ => None,
        };
        let said: Vec<String> = columns.filter_map(why).collect();
        let note = format!("Not shown: {}.", said.join("; "));
        (!said.is_empty()).then(|| el("p").class("note").with(note))
    }
}

impl Cell {
    pub(crate) fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
    }

    pub(crate) fn count(n: usize) -> Self {
        Self::Number(wording::whole(n), n as f64)
    }

    /// A number to three figures, or why there is none.
    pub(crate) fn number(value: Option<f64>, reason: Option<&str>) -> Self {
        match value {
            Some(value) => Self::Number(wording::number(value), value),
            None => Self::Undefined(reason.unwrap_or("not known").to_owned()),
        }
    }

    /// A share as a percentage, or why there is none.
    pub(crate) fn share(value: Option<f64>, reason: Option<&str>) -> Self {
        match value {
            Some(value) => Self::Number(wording::percent(value), value),
            None => Self::Undefined(reason.unwrap_or("not known").to_owned()),
        }
    }

    fn says(&self) -> bool {
        match self {
            Self::Words(text) => !text.is_empty(),
            Self::Undefined(_) | Self::Blank => false,
            _ => true,
        }
    }

    fn html(&self, is_head: bool, is_number: bool) -> Element {
        let cell = if is_head { el("th").set("scope", "row") } else { el("td") };
        let cell = match self {
            Self::Bar(..) => cell.class("b"),
            Self::Code(_) => cell.class("c"),
            _ if is_number => cell.class("n"),
            _ => cell,
        };
        match self {
            Self::Words(text) => cell.with(text.as_str()),
            Self::Code(text) => cell.with(el("code").with(text.as_str())),
            Self::Number(shown, value) => {
                // −0 is no number to save.
                let value = (value + 0.0).to_string();
                let cell = if *shown == value { cell } else { cell.set("data-v", value) };
                cell.with(shown.as_str())
            }
            Self::Bar(value, longest) => {
                let width = if *longest > 0.0 { 100.0 * value / longest } else { 0.0 };
                let bar = el("span").class("bar").set("style", format!("width:{width:.1}%"));
                let track = el("span").class("track").set("aria-hidden", "true").with(bar);
                let shown = el("span").class("v").with(wording::number(*value));
                cell.set("data-v", value.to_string()).with(shown).with(track)
            }
            Self::Undefined(_) => cell.set("data-v", "").with("\u{2013}"),
            Self::Blank => cell,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undefined_values_are_a_dash_with_the_reason_below() {
        let mut table = Table::new("Values", &["name", "#value"]);
        table.row(vec![Cell::words("a"), Cell::number(Some(-0.0), None)]);
        table.row(vec![Cell::words("b"), Cell::number(None, Some("no alter"))]);
        let html = table.html().to_string();
        assert!(html.contains("<td class=\"n\">0</td>"), "{html}");
        assert!(html.contains("\u{2013} no value: no alter (once)."), "{html}");
    }

    #[test]
    fn rows_beyond_the_most_are_counted_and_not_made() {
        let mut made = 0;
        let table = Table::new("Many", &["#n"]).filled(0..MOST_ROWS + 5, "More is there.", |n| {
            made += 1;
            vec![Cell::count(n)]
        });
        let html = table.html().to_string();
        assert_eq!((made, table.len()), (MOST_ROWS, MOST_ROWS + 5));
        assert!(
            html.contains("The first 300 of 305 rows are shown here. More is there."),
            "{html}"
        );
        let few = Table::new("Few", &["#n"]).filled(0..3, "More.", |n| vec![Cell::count(n)]);
        assert!(!few.html().to_string().contains("More."));
    }
}
