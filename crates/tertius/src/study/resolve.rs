//! References between tables: each cell that points to a row gets that row's identifier.

use std::collections::{BTreeMap, HashMap};

use super::index::{Found, Index};
use super::names::{Candidates, fold};
use super::places::{Cell, Places};
use super::{Problem, Study, Table};

const ORGANISATIONS: &[Table] = &[Table::Organisations];
const PEOPLE: &[Table] = &[Table::People];
const ACTORS: &[Table] = &[Table::Organisations, Table::People];
const ACTIVITIES: &[Table] = &[Table::Activities];
const LOCALITIES: &[Table] = &[Table::Localities];
const SOURCES: &[Table] = &[Table::Sources];

/// How many different unknown names get the costly search for the nearest known one.
const SEARCHES: usize = 200;

/// Resolves every reference; what points nowhere is reported and left as written.
pub(super) fn references(study: &mut Study, index: &Index, places: &Places) {
    let mut links = Links {
        index,
        places,
        suggestions: HashMap::new(),
        candidates: HashMap::new(),
        folded: None,
        words: HashMap::new(),
        unlisted: BTreeMap::new(),
        found: vec![],
    };
    study.for_each_reference(|cell, text, tables| links.resolve(cell, text, tables));
    links.tell_unlisted();
    let Links { found, folded, .. } = links;
    study.problems.extend(found);
    study.problems.extend(folded.map(|(problem, cells)| problem.first_of(cells, "cell", "cells")));
}

impl Study {
    /// Every cell that points to a row of another table, with the tables it may point into.
    fn for_each_reference(&mut self, mut visit: impl FnMut(Cell, &mut String, &'static [Table])) {
        for it in &mut self.organisations {
            let cell = |column| (Table::Organisations, it.evidence.row, column);
            it.parent.iter_mut().for_each(|text| visit(cell("parent"), text, ORGANISATIONS));
            it.localities.iter_mut().for_each(|text| visit(cell("localities"), text, LOCALITIES));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.people {
            let cell = |column| (Table::People, it.evidence.row, column);
            it.localities.iter_mut().for_each(|text| visit(cell("localities"), text, LOCALITIES));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.affiliations {
            let cell = |column| (Table::Affiliations, it.evidence.row, column);
            visit(cell("person"), &mut it.person, PEOPLE);
            visit(cell("organisation"), &mut it.organisation, ORGANISATIONS);
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.activities {
            let cell = |column| (Table::Activities, it.evidence.row, column);
            it.localities.iter_mut().for_each(|text| visit(cell("locality"), text, LOCALITIES));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.participation {
            let cell = |column| (Table::Participation, it.evidence.row, column);
            visit(cell("actor"), &mut it.actor, ACTORS);
            visit(cell("activity"), &mut it.activity, ACTIVITIES);
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.ties {
            let cell = |column| (Table::Ties, it.evidence.row, column);
            visit(cell("from"), &mut it.from, ACTORS);
            visit(cell("to"), &mut it.to, ACTORS);
            it.reporter.iter_mut().for_each(|text| visit(cell("reporter"), text, ACTORS));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.localities {
            let cell = |column| (Table::Localities, it.evidence.row, column);
            it.parent.iter_mut().for_each(|text| visit(cell("parent"), text, LOCALITIES));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.respondents {
            let cell = |column| (Table::Respondents, it.evidence.row, column);
            visit(cell("actor"), &mut it.actor, ACTORS);
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
        for it in &mut self.story {
            let cell = |column| (Table::Story, it.evidence.row, column);
            it.actors.iter_mut().for_each(|text| visit(cell("actors"), text, ACTORS));
            it.locality.iter_mut().for_each(|text| visit(cell("locality"), text, LOCALITIES));
            it.evidence.source.iter_mut().for_each(|text| visit(cell("source"), text, SOURCES));
        }
    }
}

struct Links<'s> {
    index: &'s Index,
    places: &'s Places,
    suggestions: HashMap<(String, &'static [Table]), Option<String>>,
    /// What may be suggested, by the tables it is in.
    candidates: HashMap<&'static [Table], Candidates<'s>>,
    folded: Option<(Problem, usize)>,
    /// The first spelling of each word of a table that is not there, by the folded word.
    words: HashMap<(Table, String), String>,
    /// Tables without a row that cells point to: the first of the cells, and how many.
    unlisted: BTreeMap<Table, (Cell, String, usize)>,
    found: Vec<Problem>,
}

impl Links<'_> {
    fn resolve(&mut self, cell: Cell, text: &mut String, tables: &'static [Table]) {
        let (table, _, column) = cell;
        if text.is_empty() {
            // Where the column is not there, that has been said once.
            if !self.places.has(table, column) {
                return;
            }
            let message =
                format!("`{column}` is blank, and a row of {} needs it", table.spec().name);
            let problem = self.places.problem("blank-id", cell, message);
            self.found.push(
                problem.suggest("write it in every row, even if it is that of the row above"),
            );
            return;
        }
        // Localities and sources of a study that does not list them are plain words.
        if [LOCALITIES, SOURCES].contains(&tables) && !self.index.lists(tables[0]) {
            self.settle_word(cell, text, tables[0]);
            return;
        }
        match self.index.find(text, tables) {
            Found::Exactly => {}
            Found::Folded(entry) => {
                let id = entry.id.clone();
                self.say_folded(cell, text, id);
            }
            Found::Several(rows) => {
                let problem = self.places.problem(
                    "unknown-id",
                    cell,
                    format!("{rows} rows answer to this name"),
                );
                self.found
                    .push(problem.value(&*text).suggest("write the identifier of the one meant"));
            }
            Found::Nothing => {
                let problem = self.misplaced(cell, text, tables);
                if problem.is_none() && self.is_told(cell, text, tables) {
                    return;
                }
                let problem = problem.unwrap_or_else(|| self.unknown(cell, text, tables));
                self.found.push(problem);
            }
        }
    }

    /// A word of a vocabulary that grows: the first spelling stands for the others.
    fn settle_word(&mut self, cell: Cell, text: &mut String, table: Table) {
        let first = self.words.entry((table, fold(text))).or_insert_with(|| text.clone());
        if first != text {
            let first = first.clone();
            self.say_folded(cell, text, first);
        }
    }

    /// Puts what a cell is read as in its place, and counts it for one note.
    fn say_folded(&mut self, cell: Cell, text: &mut String, read_as: String) {
        let written = std::mem::replace(text, read_as);
        let first = || {
            let message = format!("read as `{text}`, by its name or another spelling");
            (self.places.problem("folded-match", cell, message).value(written), 0)
        };
        self.folded.get_or_insert_with(first).1 += 1;
    }

    /// A row that belongs into another table.
    fn misplaced(&self, cell: Cell, text: &str, tables: &'static [Table]) -> Option<Problem> {
        let is_in =
            |table| matches!(self.index.find(text, &[table]), Found::Exactly | Found::Folded(_));
        if cell.0 == Table::Ties && is_in(Table::Activities) {
            let message = "this is an activity, and a tie joins two actors";
            let problem = self.places.problem("tie-to-activity", cell, message).value(text);
            return Some(problem.suggest("record who took part in participation, with a role"));
        }
        if tables == PEOPLE && is_in(Table::Organisations) {
            let message = "this is an organisation, and posts are held by people";
            let problem = self.places.problem("post-of-organisation", cell, message).value(text);
            let help = "put the relation into ties, or the nesting into `parent`";
            return Some(problem.suggest(help));
        }
        None
    }

    /// Whether no row can be found for a reason that is told once: the table cannot be known, is
    /// not there, or is empty.
    fn is_told(&mut self, cell: Cell, text: &str, tables: &'static [Table]) -> bool {
        if tables.iter().any(|&table| self.places.is_unknown(table)) {
            return true;
        }
        if tables.iter().any(|&table| self.index.lists(table)) {
            return false;
        }
        // Of a study without any actor that is told where its tables are checked.
        if let [table] = tables {
            let first = || (cell, text.to_owned(), 0);
            self.unlisted.entry(*table).or_insert_with(first).2 += 1;
        }
        true
    }

    /// References to tables without a row: one problem for each.
    fn tell_unlisted(&mut self) {
        for (table, (cell, text, cells)) in std::mem::take(&mut self.unlisted) {
            let name = table.spec().name;
            let message = format!("this names a row of {name}, and {name} has no rows");
            let problem = self.places.problem("missing-table", cell, message).value(text);
            let problem = problem.suggest(format!("add {name}.csv, with a row for each"));
            self.found.push(problem.first_of(cells, "cell", "cells"));
        }
    }

    fn unknown(&mut self, cell: Cell, text: &str, tables: &'static [Table]) -> Problem {
        let names: Vec<_> = tables.iter().map(|table| table.spec().name).collect();
        let message = format!("no row of {} has this identifier or name", names.join(" or "));
        let mut problem = self.places.problem("unknown-id", cell, message).value(text);
        problem.suggestion = self.suggestion(text, tables);
        problem
    }

    fn suggestion(&mut self, text: &str, tables: &'static [Table]) -> Option<String> {
        let searches = self.suggestions.len();
        let search = || {
            if searches >= SEARCHES {
                return None;
            }
            let candidates =
                self.candidates.entry(tables).or_insert_with(|| self.index.candidates(tables));
            candidates.nearest(text).map(|near| format!("did you mean `{near}`?"))
        };
        self.suggestions.entry((text.to_owned(), tables)).or_insert_with(search).clone()
    }
}
