use std::collections::{HashMap, HashSet};

use super::super::index::{Found, Index};
use super::super::names::fold;
use super::super::{Cells, Table, TableSpec};
use super::merge::union;
use super::rows::{Row, parts, pointers};

/// Which rows are one, and what their identifiers became.
#[derive(Default)]
pub(super) struct Identities {
    /// Rows that stay apart and identifiers that changed, in words.
    pub(super) notes: Vec<String>,
    /// What an identifier of a study became.
    ids: HashMap<(Space, usize, String), String>,
    taken: HashSet<(Space, String)>,
}

/// Tables whose identifiers must differ from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Space {
    Actors,
    Localities,
    Sources,
}

impl Space {
    fn of(table: Table) -> Self {
        match table {
            Table::Localities => Self::Localities,
            Table::Sources => Self::Sources,
            _ => Self::Actors,
        }
    }
}

/// A row of the joined study: its identifier, and the studies it has a row of.
struct Seat {
    id: String,
    studies: Vec<usize>,
}

impl Identities {
    /// The position that each row of a table gets in the joined table.
    pub(super) fn assign(
        &mut self,
        spec: &TableSpec,
        rows: &[Row],
        names: &[String],
    ) -> Vec<usize> {
        if !spec.columns.iter().any(|column| column.cells == Cells::Id) {
            return (0..rows.len()).collect();
        }
        let mut seats: Vec<Seat> = Vec::new();
        let mut answers: HashMap<String, usize> = HashMap::new();
        let mut positions = Vec::new();
        for row in rows {
            let joins = spec.table != Table::Activities && !row.is_group;
            let called = if joins { row.names() } else { Vec::new() };
            let mut there: Vec<usize> =
                called.iter().filter_map(|name| answers.get(name).copied()).collect();
            there.sort_unstable();
            there.dedup();
            let free = there.iter().copied().find(|&at| !seats[at].studies.contains(&row.study));
            self.tell_apart(spec, row, &there, free, &seats, names);
            let at = free.unwrap_or(seats.len());
            if free.is_some() {
                seats[at].studies.push(row.study);
            } else {
                let id = self.free_id(spec, row, names);
                seats.push(Seat { id, studies: vec![row.study] });
            }
            self.became(spec, row, &seats[at].id);
            for name in called {
                answers.entry(name).or_insert(at);
            }
            positions.push(at);
        }
        positions
    }

    /// Says which rows a row might have been one with.
    fn tell_apart(
        &mut self,
        spec: &TableSpec,
        row: &Row,
        there: &[usize],
        joined: Option<usize>,
        seats: &[Seat],
        names: &[String],
    ) {
        for at in there.iter().copied().filter(|&at| Some(at) != joined) {
            let study = &names[row.study];
            let why = if seats[at].studies.contains(&row.study) {
                format!("another row of {study} has a name in common with it")
            } else {
                "a row can be one with one other only".to_owned()
            };
            let (table, id, other) = (spec.name, row.cell("id"), &seats[at].id);
            self.notes
                .push(format!("{table}: `{id}` of {study} stays apart from `{other}`: {why}"));
        }
    }

    /// The identifier itself, or with the study's name before it if another row has it.
    fn free_id(&mut self, spec: &TableSpec, row: &Row, names: &[String]) -> String {
        let (space, id, study) = (Space::of(spec.table), row.cell("id"), &names[row.study]);
        if self.taken.insert((space, id.to_owned())) {
            return id.to_owned();
        }
        let mut free = format!("{study}-{id}");
        while !self.taken.insert((space, free.clone())) {
            free.push('-');
        }
        self.notes.push(format!(
            "{}: `{id}` of {study} is another than that of an earlier study, now `{free}`",
            spec.name
        ));
        free
    }

    fn became(&mut self, spec: &TableSpec, row: &Row, id: &str) {
        let (space, old) = (Space::of(spec.table), row.cell("id"));
        // Pointers of a study that lists no such rows are not resolved, and find them folded; an
        // identifier as written goes before another that is the same folded.
        self.ids.entry((space, row.study, fold(old))).or_insert_with(|| id.to_owned());
        self.ids.insert((space, row.study, old.to_owned()), id.to_owned());
    }

    /// Gives a row and its pointers the identifiers that rows have now.
    pub(super) fn repoint(&self, spec: &TableSpec, row: &mut Row, indexes: &[Index]) {
        let study = row.study;
        let now = |text: &str, tables: &[Table]| {
            let id = match indexes[study].find(text, tables) {
                Found::Folded(entry) => &entry.id,
                _ => text,
            };
            let find = |id: String| self.ids.get(&(Space::of(tables[0]), study, id));
            find(id.to_owned()).or_else(|| find(fold(id))).map_or(text, String::as_str).to_owned()
        };
        for pointer in pointers(spec) {
            let Some(text) = row.cells.get_mut(pointer.column) else { continue };
            *text = if pointer.several {
                let ids: Vec<String> = parts(text).map(|id| now(id, pointer.tables)).collect();
                union(&ids.join(";"), "", str::to_owned)
            } else {
                now(text, pointer.tables)
            };
        }
        if spec.columns.iter().any(|column| column.cells == Cells::Id) {
            let id = now(row.cell("id"), &[spec.table]);
            row.cells.insert("id".to_owned(), id);
        }
    }
}
