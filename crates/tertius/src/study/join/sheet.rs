use std::collections::HashSet;

use super::super::names::fold;
use super::super::{ColumnSpec, Sheet, Table, TableSpec};
use super::merge::Merged;

/// The tables that have rows.
pub(super) fn sheets(
    tables: &[(&TableSpec, Vec<Merged>)],
    names: &[String],
) -> Vec<(Table, Sheet)> {
    let origin = origin(tables);
    let filled = tables.iter().filter(|(_, rows)| !rows.is_empty());
    filled.map(|(spec, rows)| (spec.table, sheet(spec, rows, &origin, names))).collect()
}

/// The column that says where a row comes from: `study`, unless a study has a column of that name.
fn origin(tables: &[(&TableSpec, Vec<Merged>)]) -> String {
    let rows = tables.iter().flat_map(|(_, rows)| rows);
    let used: HashSet<String> =
        rows.flat_map(|row| row.row.cells.keys()).map(|column| fold(column)).collect();
    let numbered = (2..).map(|number| format!("joined_from_{number}"));
    let mut names = ["study", "joined_from"].map(str::to_owned).into_iter().chain(numbered);
    names.find(|name| !used.contains(name)).expect("numbers do not end")
}

/// Rows as a sheet: documented columns in order, others by name, evidence, then the study.
fn sheet(spec: &TableSpec, rows: &[Merged], origin: &str, names: &[String]) -> Sheet {
    let used: HashSet<&str> =
        rows.iter().flat_map(|row| row.row.cells.keys()).map(String::as_str).collect();
    let is_used = |column: &&ColumnSpec| used.contains(column.name);
    let known: HashSet<&str> = spec.all_columns().map(|column| column.name).collect();
    let mut more: Vec<&str> = used.iter().copied().filter(|it| !known.contains(it)).collect();
    more.sort_unstable();
    let own = spec.columns.iter().filter(is_used).map(|column| column.name);
    let evidence = spec.evidence().filter(is_used).map(|column| column.name);
    let columns: Vec<&str> = own.chain(more).chain(evidence).collect();
    let header = columns.iter().chain([&origin]).map(|&column| column.to_owned()).collect();
    let mut sheet = Sheet::new(format!("{}.csv", spec.name), None, 1, header);
    for (at, row) in rows.iter().enumerate() {
        let from = row.from(names, ";");
        let cells = columns.iter().map(|column| row.row.cell(column)).chain([from.as_str()]);
        sheet.push_row(at as u32 + 2, cells);
    }
    sheet
}
