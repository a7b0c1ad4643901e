use std::collections::{BTreeMap, HashMap};

use super::names::{Candidates, fold};
use super::{Study, Table};

/// Where identifiers and names are listed.
pub(super) struct Index {
    entries: Vec<Entry>,
    tables: BTreeMap<Table, Names>,
}

/// The rows of one table by what they answer to.
#[derive(Default)]
struct Names {
    ids: HashMap<String, usize>,
    folded: HashMap<String, Vec<usize>>,
}

/// A row that others may point to.
pub(super) struct Entry {
    pub(super) table: Table,
    pub(super) row: u32,
    pub(super) id: String,
    pub(super) names: Vec<String>,
}

/// What a reference points to.
pub(super) enum Found<'i> {
    /// A row, by its identifier as written.
    Exactly,
    /// A row, by a variant of its identifier, name or alias.
    Folded(&'i Entry),
    /// More than one row answers to the name.
    Several(usize),
    /// None.
    Nothing,
}

impl Index {
    pub(super) fn new(study: &Study) -> Self {
        let entries: Vec<Entry> = study.entries().filter(|entry| !entry.id.is_empty()).collect();
        let mut tables: BTreeMap<Table, Names> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let names = tables.entry(entry.table).or_default();
            names.ids.entry(entry.id.clone()).or_insert(at);
            for name in std::iter::once(&entry.id).chain(&entry.names) {
                let rows = names.folded.entry(fold(name)).or_default();
                if !rows.contains(&at) {
                    rows.push(at);
                }
            }
        }
        Self { entries, tables }
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether any row of a table is listed.
    pub(super) fn lists(&self, table: Table) -> bool {
        self.tables.contains_key(&table)
    }

    /// The row a cell points to, in the first of the tables that has it.
    pub(super) fn find(&self, text: &str, tables: &[Table]) -> Found<'_> {
        let tables = || tables.iter().filter_map(|table| self.tables.get(table));
        if tables().any(|names| names.ids.contains_key(text)) {
            return Found::Exactly;
        }
        let folded = fold(text);
        let rows: Vec<usize> =
            tables().filter_map(|names| names.folded.get(&folded)).flatten().copied().collect();
        match rows.as_slice() {
            [] => Found::Nothing,
            [row] => Found::Folded(&self.entries[*row]),
            rows => Found::Several(rows.len()),
        }
    }

    /// The identifiers and names of tables, to look among for the one most like a text.
    pub(super) fn candidates(&self, tables: &[Table]) -> Candidates<'_> {
        let entries = self.entries.iter().filter(|entry| tables.contains(&entry.table));
        let words = entries.flat_map(|entry| std::iter::once(&entry.id).chain(&entry.names));
        Candidates::new(words.map(String::as_str))
    }
}

impl Study {
    /// Every row that others may point to.
    fn entries(&self) -> impl Iterator<Item = Entry> {
        let entry = |table, row, id: &str, name: &str, aliases: &[String]| {
            let names = std::iter::once(name.to_owned()).chain(aliases.iter().cloned()).collect();
            Entry { table, row, id: id.to_owned(), names }
        };
        let organisations = self.organisations.iter().map(move |it| {
            entry(Table::Organisations, it.evidence.row, &it.id, &it.name, &it.aliases)
        });
        let people = self
            .people
            .iter()
            .map(move |it| entry(Table::People, it.evidence.row, &it.id, &it.name, &it.aliases));
        let activities = self
            .activities
            .iter()
            .map(move |it| entry(Table::Activities, it.evidence.row, &it.id, &it.name, &[]));
        let localities = self
            .localities
            .iter()
            .map(move |it| entry(Table::Localities, it.evidence.row, &it.id, &it.name, &[]));
        let sources = self.sources.iter().map(move |it| {
            let title = it.title.as_deref().unwrap_or(&it.id);
            entry(Table::Sources, it.evidence.row, &it.id, title, &[])
        });
        organisations.chain(people).chain(activities).chain(localities).chain(sources)
    }
}
