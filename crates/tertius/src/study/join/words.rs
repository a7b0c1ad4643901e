use std::collections::HashSet;

use super::super::names::fold;
use super::super::{Table, TableSpec};
use super::rows::{Row, parts, pointers};

/// Gives rows to the places and sources of a study that names them without listing them, where
/// another study lists its own: in the joined study a name must have a row.
pub(super) fn list(tables: &mut [(&TableSpec, Vec<Row>)], studies: usize) {
    for table in [Table::Localities, Table::Sources] {
        let listed: HashSet<usize> = of(tables, table).iter().map(|row| row.study).collect();
        if listed.is_empty() {
            continue;
        }
        let mut implied = Vec::new();
        for study in (0..studies).filter(|study| !listed.contains(study)) {
            let mut seen = HashSet::new();
            let words = named(tables, table, study);
            let words = words.into_iter().filter(|word| seen.insert(fold(word)));
            implied.extend(words.map(|word| Row::implied(study, word)));
        }
        let (_, rows) = &mut tables[table as usize];
        rows.extend(implied);
        rows.sort_by_key(|row| row.study);
    }
}

fn of<'t>(tables: &'t [(&TableSpec, Vec<Row>)], table: Table) -> &'t [Row] {
    &tables[table as usize].1
}

/// What the rows of a study call the rows of a table.
fn named<'t>(tables: &'t [(&TableSpec, Vec<Row>)], table: Table, study: usize) -> Vec<&'t str> {
    let mut words = Vec::new();
    for (spec, rows) in tables {
        let columns: Vec<_> = pointers(spec).filter(|it| it.tables == [table]).collect();
        for row in rows.iter().filter(|row| row.study == study) {
            for pointer in &columns {
                let cell = row.cell(pointer.column);
                if pointer.several {
                    words.extend(parts(cell));
                } else if !cell.is_empty() {
                    words.push(cell);
                }
            }
        }
    }
    words
}
