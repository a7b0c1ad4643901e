use super::super::names::fold;
use super::super::{Cells, EVIDENCE, TableSpec};
use super::rows::{Row, parts};

/// A row of the joined study.
pub(super) struct Merged {
    pub(super) row: Row,
    /// The studies it comes from, the first deciding.
    pub(super) studies: Vec<usize>,
    /// Values of later studies that gave way to the first.
    gave_way: Vec<String>,
}

impl Merged {
    pub(super) fn new(row: Row) -> Self {
        Self { studies: vec![row.study], row, gave_way: Vec::new() }
    }

    /// Adds what a row of another study knows.
    pub(super) fn merge(&mut self, spec: &TableSpec, other: Row) {
        self.add_evidence(&other);
        self.studies.push(other.study);
        let is_own = |column: &str| column == "id" || EVIDENCE.iter().any(|it| it.name == column);
        for (column, value) in other.cells.into_iter().filter(|(column, _)| !is_own(column)) {
            let cells = spec.columns.iter().find(|it| it.name == column).map(|it| it.cells);
            let key: fn(&str) -> String = match cells {
                Some(Cells::Ref(_) | Cells::Refs(_)) => str::to_owned,
                _ => fold,
            };
            let Some(there) = self.row.cells.get_mut(&column) else {
                self.row.cells.insert(column, value);
                continue;
            };
            if key(there) == key(&value) {
                continue;
            }
            if matches!(cells, Some(Cells::Texts | Cells::Refs(_))) {
                *there = union(there, &value, key);
            } else if column == "name" && spec.columns.iter().any(|it| it.name == "aliases") {
                let aliases = union(self.row.cell("aliases"), &value, fold);
                self.row.cells.insert("aliases".to_owned(), aliases);
            } else {
                self.gave_way.push(format!("{column} stays `{there}`, not `{value}`"));
            }
        }
    }

    /// The first study's evidence stands; where else the row comes from, and what is said there, is
    /// added to the note.
    fn add_evidence(&mut self, other: &Row) {
        let place = |row: &Row| format!("{} {}", row.cell("source"), row.cell("locator"));
        let (here, there) = (place(&self.row), place(other));
        let there = if here == there { "" } else { there.trim() };
        let (note, said) = (self.row.cell("note"), other.cell("note"));
        let said = if note == said { "" } else { said };
        let colon = if there.is_empty() || said.is_empty() { "" } else { ": " };
        if !(there.is_empty() && said.is_empty()) {
            let note = format!("{note} [also {there}{colon}{said}]").trim().to_owned();
            self.row.cells.insert("note".to_owned(), note);
        }
        for column in ["certainty", "coding", "quote"] {
            let (here, there) = (self.row.cell(column), other.cell(column));
            if !there.is_empty() && fold(here) != fold(there) {
                let here = if here.is_empty() { "blank".to_owned() } else { format!("`{here}`") };
                self.gave_way.push(format!("{column} stays {here}, not `{there}`"));
            }
        }
    }

    /// What became one, in words.
    pub(super) fn note(&self, spec: &TableSpec, names: &[String]) -> Option<String> {
        if self.studies.len() == 1 {
            return None;
        }
        let name = ["name", "id"].map(|column| self.row.cell(column));
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let gave_way = if self.gave_way.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.gave_way.join("; "))
        };
        let from = self.from(names, ", ");
        Some(format!("{}: `{name}` joined from {from}{gave_way}", spec.name))
    }

    /// The names of the studies it comes from.
    pub(super) fn from(&self, names: &[String], separator: &str) -> String {
        let from: Vec<&str> = self.studies.iter().map(|&study| names[study].as_str()).collect();
        from.join(separator)
    }
}

/// Two lists of values as one, without those that have the same key as an earlier one.
pub(super) fn union(a: &str, b: &str, key: fn(&str) -> String) -> String {
    let mut values: Vec<&str> = Vec::new();
    for value in parts(a).chain(parts(b)) {
        if !values.iter().any(|it| key(it) == key(value)) {
            values.push(value);
        }
    }
    values.join(";")
}
