use std::collections::BTreeMap;

use super::super::columns::Columns;
use super::super::names::fold;
use super::super::{Cells, Organisation, Sheet, Study, Table, TableSpec};

/// A row on its way: cells by column, and the number of the study it comes from.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) study: usize,
    /// Whether it is a group that was counted and not named.
    pub(super) is_group: bool,
    pub(super) cells: BTreeMap<String, String>,
}

impl Row {
    /// A row that no table lists: an identifier, and nothing known.
    pub(super) fn implied(study: usize, id: &str) -> Self {
        let cells = BTreeMap::from([("id".to_owned(), id.to_owned())]);
        Self { study, is_group: false, cells }
    }

    pub(super) fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Name and aliases, folded: what the row answers to. Without a name, it is the identifier.
    pub(super) fn names(&self) -> Vec<String> {
        let name = ["name", "title", "id"].map(|column| self.cell(column));
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let names = std::iter::once(name).chain(parts(self.cell("aliases")));
        names.map(fold).filter(|name| !name.is_empty()).collect()
    }
}

/// The values of a cell that holds several.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '|']).map(str::trim).filter(|part| !part.is_empty())
}

/// A column whose cells point to rows of other tables.
pub(super) struct Pointer {
    pub(super) column: &'static str,
    pub(super) tables: &'static [Table],
    /// Whether a cell may point to several.
    pub(super) several: bool,
}

/// The columns of a table that point to others.
pub(super) fn pointers(spec: &TableSpec) -> impl Iterator<Item = Pointer> {
    spec.all_columns().filter_map(|column| match column.cells {
        Cells::Ref(tables) => Some(Pointer { column: column.name, tables, several: false }),
        Cells::Refs(tables) => Some(Pointer { column: column.name, tables, several: true }),
        _ => None,
    })
}

/// The rows of a table in every study, one after the other.
pub(super) fn rows_of(table: Table, studies: &[Study]) -> Vec<Row> {
    let of_study = |(number, study): (usize, &Study)| {
        let sheet = study.sheets.iter().find(|(it, _)| *it == table).map(|(_, sheet)| sheet);
        let mut rows = sheet.map_or_else(Vec::new, |sheet| written(table, sheet, number, study));
        if table == Table::Organisations {
            let implied = study.organisations.iter().skip(rows.len());
            rows.extend(implied.map(|it| Row::implied(number, &it.id)));
        }
        rows
    };
    studies.iter().enumerate().flat_map(of_study).collect()
}

/// The rows of a sheet. Declared words are as their vocabulary spells them.
fn written(table: Table, sheet: &Sheet, number: usize, study: &Study) -> Vec<Row> {
    let columns = Columns::recognise(table, sheet, &mut Vec::new());
    let known = table.spec().all_columns();
    let known = known.filter_map(|spec| Some((columns.position(spec.name)?, spec.name.to_owned())));
    let named: Vec<(usize, String)> = known.chain(columns.more.iter().cloned()).collect();
    let row = |(at, row): (usize, super::super::SheetRow<'_>)| {
        let cell = |(position, name): &(usize, String)| {
            let text = row.cell(*position).split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then(|| (name.clone(), text))
        };
        let mut cells: BTreeMap<String, String> = named.iter().filter_map(cell).collect();
        if let Some((column, word)) = declared(table, study, at) {
            cells.insert(column.to_owned(), word.to_owned());
        }
        let is_group = table == Table::Organisations
            && study.organisations.get(at).is_some_and(Organisation::is_group);
        Row { study: number, is_group, cells }
    };
    sheet.rows().enumerate().map(row).collect()
}

/// The declared word of a row, and its column.
fn declared(table: Table, study: &Study, at: usize) -> Option<(&'static str, &str)> {
    let (column, word) = match table {
        Table::Organisations => ("sector", &study.organisations.get(at)?.sector),
        Table::People => ("sector", &study.people.get(at)?.sector),
        Table::Affiliations => ("role", &study.affiliations.get(at)?.role),
        Table::Participation => ("role", &study.participation.get(at)?.role),
        Table::Ties => ("relation", &study.ties.get(at)?.relation),
        _ => return None,
    };
    Some((column, word.as_deref()?))
}
