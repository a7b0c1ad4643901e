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
        for column in required.filter(|column| !self.known.contains_key(column.name)) {
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
    }
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
