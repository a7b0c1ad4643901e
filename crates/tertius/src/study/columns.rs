use std::collections::BTreeMap;

use super::names::{fold, nearest};
use super::{ColumnSpec, Problem, Sheet, Table, TableSpec};

/// Which column of a sheet holds what.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// Position of each documented column that is there, by its documented name.
    known: BTreeMap<&'static str, usize>,
    /// Positions of the other columns, with their headers: attributes of the row.
    pub(super) more: Vec<(usize, String)>,
}

impl Columns {
    /// Whether no documented column is there.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Position of a documented column.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.known.get(name).copied()
    }

    /// Recognises the header of a sheet: documented names first, then usual synonyms, which are said.
    pub(super) fn recognise(table: Table, sheet: &Sheet, problems: &mut Vec<Problem>) -> Self {
        let spec = table.spec();
        let headers: Vec<String> = sheet.header().iter().map(|name| header_word(name)).collect();
        let mut columns = Self::default();
        let mut taken = vec![false; headers.len()];
        for column in spec.all_columns() {
            if let Some(position) = headers.iter().position(|header| header == column.name) {
                columns.known.insert(column.name, position);
                taken[position] = true;
            }
        }
        for column in spec.all_columns() {
            if columns.known.contains_key(column.name) {
                continue;
            }
            let synonym = headers.iter().enumerate().find(|(position, header)| {
                !taken[*position] && column.synonyms.contains(&header.as_str())
            });
            if let Some((position, _)) = synonym {
                columns.known.insert(column.name, position);
                taken[position] = true;
                let place = sheet.place(Some(sheet.header_row), Some(position));
                let written = sheet.header()[position].clone();
                problems.push(
                    Problem::new("renamed-column", place, format!("read as `{}`", column.name))
                        .value(written),
                );
            }
        }
        columns.report_missing(spec, sheet, &headers, &taken, problems);
        columns.collect_more(spec, sheet, &headers, &taken, problems);
        columns
    }

    fn report_missing(
        &self,
        spec: &TableSpec,
        sheet: &Sheet,
        headers: &[String],
        taken: &[bool],
        problems: &mut Vec<Problem>,
    ) {
        let required = spec.columns.iter().filter(|column| column.required);
        let required: Vec<_> =
            required.filter(|column| !self.known.contains_key(column.name)).collect();
        let near_any = required
            .iter()
            .any(|column| nearest(column.name, headers.iter().map(String::as_str)).is_some());
        if self.known.is_empty() && !required.is_empty() && !near_any {
            problems.push(no_header(spec, sheet, &required));
            return;
        }
        for column in required {
            let free = headers.iter().zip(taken).filter(|(_, taken)| !**taken);
            let near = nearest(column.name, free.map(|(header, _)| header.as_str()));
            let problem = Problem::new(
                "missing-column",
                sheet.place(Some(sheet.header_row), None),
                format!("{} needs a column `{}`: {}", spec.name, column.name, column.about),
            );
            let there =
                sheet.header().iter().map(|name| name.trim()).filter(|name| !name.is_empty());
            let there: Vec<_> = there.collect();
            problems.push(problem.suggest(match near {
                Some(near) => format!("rename `{near}` to `{}`", column.name),
                None if column.name == "id" && self.known.contains_key("name") => {
                    "add one, or rename `name` to `id` if every name is there once".to_owned()
                }
                None => format!("the header has: {}", there.join(", ")),
            }));
        }
    }

    fn collect_more(
        &mut self,
        spec: &TableSpec,
        sheet: &Sheet,
        headers: &[String],
        taken: &[bool],
        problems: &mut Vec<Problem>,
    ) {
        for (position, header) in headers.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            let place = sheet.place(Some(sheet.header_row), Some(position));
            if header.is_empty() {
                if sheet.rows().any(|row| !row.cell(position).trim().is_empty()) {
                    let problem =
                        Problem::new("duplicate-column", place, "cells stand under a blank header");
                    problems.push(problem.suggest("give the column a name"));
                }
                continue;
            }
            let first = headers.iter().position(|it| it == header).is_some_and(|at| at < position);
            // Localities are the attribute `locality` of an actor: a column of that name would hide them.
            let shadows = header == "locality" && self.known.contains_key("localities");
            if first || shadows {
                let problem =
                    Problem::new("duplicate-column", place, "another column of this name is read");
                problems.push(
                    problem
                        .value(sheet.header()[position].clone())
                        .suggest("name every column once"),
                );
                continue;
            }
            let missing = spec.all_columns().filter(|column| !self.known.contains_key(column.name));
            if let Some(near) = nearly(header, missing) {
                problems.push(
                    Problem::new(
                        "unused-column",
                        place,
                        "kept as an attribute, not read as a known column",
                    )
                    .value(sheet.header()[position].clone())
                    .suggest(format!("rename it to `{near}` if that is what it holds")),
                );
            }
            self.more.push((position, sheet.header()[position].trim().to_owned()));
        }
        // Actors and activities have any attribute; rows of other tables only what is documented.
        // Where a required column is missing, it may be one of these: that has been told.
        let complete =
            spec.columns.iter().all(|it| !it.required || self.known.contains_key(it.name));
        // A join writes the study each row comes from.
        let unread: Vec<_> = self.more.iter().filter(|(_, name)| name != "study").collect();
        if complete
            && !spec.has_attributes()
            && let [(first, _), ..] = unread.as_slice()
        {
            let names: Vec<_> = unread.iter().map(|(_, name)| format!("`{name}`")).collect();
            let place = sheet.place(Some(sheet.header_row), Some(*first));
            let message = format!("not used in any analysis: {}", names.join(", "));
            problems.push(Problem::new("unread-column", place, message));
        }
    }
}

/// A first row without any column of the table: a title perhaps, or a row of a table without a header.
fn no_header(spec: &TableSpec, sheet: &Sheet, required: &[&ColumnSpec]) -> Problem {
    let names: Vec<_> = required.iter().map(|column| format!("`{}`", column.name)).collect();
    let (needs, s) = (names.join(" and "), if names.len() == 1 { "" } else { "s" });
    let filled = sheet.header().iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let filled: Vec<_> = filled.collect();
    let row = sheet.header_row;
    let place = sheet.place(Some(row), None);
    if filled.is_empty() {
        let message =
            format!("{} is empty: it needs a header with the column{s} {needs}", spec.name);
        return Problem::new("missing-column", place, message);
    }
    let message = format!(
        "row {row} is read as the header of {}, and holds none of its columns: it needs {needs}",
        spec.name
    );
    let help = format!(
        "name the column{s} {needs}; if the header is further down, delete the rows above it"
    );
    Problem::new("missing-column", place, message).value(filled.join(", ")).suggest(help)
}

/// A header as it is compared: folded, with `_` for spaces, dots and dashes.
///
/// ```
/// use tertius::study::header_word;
/// assert_eq!(header_word(" Full-Name"), "full_name");
/// ```
pub fn header_word(header: &str) -> String {
    fold(header).replace([' ', '-', '.'], "_")
}

/// The known column a header is a slip of: one letter off, not merely alike.
fn nearly(header: &str, known: impl Iterator<Item = &'static ColumnSpec>) -> Option<&'static str> {
    known
        .map(|column| column.name)
        .find(|name| header.len() > 3 && strsim::damerau_levenshtein(header, name) <= 1)
}
