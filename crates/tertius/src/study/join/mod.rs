//! Several studies as one: actors, places and sources of the same name become one row.

use super::index::Index;
use super::{Reading, Study, TABLES, Table, TableSpec};
use crate::counted;

mod identity;
mod merge;
mod rows;
mod settings;
mod sheet;
mod words;

use identity::Identities;
use merge::Merged;
use rows::{Row, rows_of};

/// A study joined from others, and what was joined on the way.
///
/// ```
/// # use tertius::Study;
/// # use tertius::study::{Reading, Sheet, Table};
/// # let sheet = |file: &str, header: [&str; 2], rows: [[&str; 2]; 2]| {
/// #     let mut sheet = Sheet::new(file, None, 1, header.map(str::to_owned).to_vec());
/// #     for (row, number) in rows.iter().zip(2..) {
/// #         sheet.push_row(number, row.iter().copied());
/// #     }
/// #     sheet
/// # };
/// # let people = sheet("people.csv", ["id", "name"], [["ann", "Ann Lee"], ["ben", "Ben"]]);
/// # let ties = sheet("ties.csv", ["from", "to"], [["ann", "ben"], ["ben", "ann"]]);
/// # let sheets = vec![(Table::People, people), (Table::Ties, ties)];
/// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// use tertius::study::join;
/// let joined = join("Both", &[study.clone(), study]);
/// assert!(!joined.notes.is_empty(), "Ann Lee is in both");
/// ```
#[derive(Debug)]
pub struct Joined {
    /// The joined tables.
    pub reading: Reading,
    /// Rows that became one or stay apart, cells that gave way, and identifiers and relations that
    /// had to be told apart, in words.
    pub notes: Vec<String>,
}

/// Joins studies. Rows of organisations, people, localities and sources become one if they share a
/// name or an alias, letter for letter but for typing (see [`fold`](super::fold)), and never two of
/// one study. Of several values of a cell the first study's stands, and the others are told in the
/// notes; where else a row comes from is added to its `note`. Groups that were counted and not named
/// are never joined: nobody knows whether they are the same. Rows of the other tables follow one
/// another; a story tells of one study, and is left out. A relation that means something else in a later study becomes a relation of its own.
/// Every row says in a column `study` where it comes from, or in `joined_from` if a table has a
/// column `study` of its own.
///
/// ```
/// # use tertius::Study;
/// # use tertius::study::{Reading, Sheet, Table};
/// # let sheet = |file: &str, header: [&str; 2], rows: [[&str; 2]; 2]| {
/// #     let mut sheet = Sheet::new(file, None, 1, header.map(str::to_owned).to_vec());
/// #     for (row, number) in rows.iter().zip(2..) {
/// #         sheet.push_row(number, row.iter().copied());
/// #     }
/// #     sheet
/// # };
/// # let people = sheet("people.csv", ["id", "name"], [["ann", "Ann Lee"], ["ben", "Ben"]]);
/// # let ties = sheet("ties.csv", ["from", "to"], [["ann", "ben"], ["ben", "ann"]]);
/// # let sheets = vec![(Table::People, people), (Table::Ties, ties)];
/// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// use tertius::study::join;
/// let both = Study::from_reading(join("Both", &[study.clone(), study]).reading);
/// assert_eq!((both.title(), both.people.len()), ("Both", 2));
/// ```
pub fn join(title: &str, studies: &[Study]) -> Joined {
    let names = names(studies);
    let mut notes = Vec::new();
    let (settings, vocabulary) = settings::join(title, studies, &names, &mut notes);
    let steps: usize = studies.iter().map(|study| study.story.len()).sum();
    if steps > 0 {
        let steps = counted(steps, "step is", "steps are");
        notes.push(format!("story: {steps} left out: a story tells of one study"));
    }
    let joins = TABLES.iter().filter(|spec| spec.table != Table::Story);
    let mut tables: Vec<(&TableSpec, Vec<Row>)> =
        joins.map(|spec| (spec, rows_of(spec.table, studies))).collect();
    words::list(&mut tables, studies.len());

    let mut identities = Identities::default();
    let seats: Vec<Vec<usize>> =
        tables.iter().map(|(spec, rows)| identities.assign(spec, rows, &names)).collect();
    notes.append(&mut identities.notes);

    let indexes: Vec<Index> = studies.iter().map(Index::new).collect();
    let mut merged = Vec::new();
    for ((spec, rows), seats) in tables.into_iter().zip(seats) {
        let mut table: Vec<Merged> = Vec::new();
        for (mut row, seat) in rows.into_iter().zip(seats) {
            identities.repoint(spec, &mut row, &indexes);
            vocabulary.rename(spec, &mut row);
            match table.get_mut(seat) {
                Some(there) => there.merge(spec, row),
                None => table.push(Merged::new(row)),
            }
        }
        notes.extend(table.iter().filter_map(|row| row.note(spec, &names)));
        merged.push((spec, table));
    }
    let reading = Reading {
        name: title.to_owned(),
        settings,
        sheets: sheet::sheets(&merged, &names),
        inputs: studies.iter().flat_map(|study| study.inputs.clone()).collect(),
        ..Reading::default()
    };
    Joined { reading, notes }
}

/// The names of the studies, numbered where two are called the same.
fn names(studies: &[Study]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for study in studies {
        let numbered = (2..).map(|number| format!("{}-{number}", study.name));
        let mut free = std::iter::once(study.name.clone()).chain(numbered);
        let name = free.find(|name| !names.contains(name));
        names.push(name.expect("numbers do not end"));
    }
    names
}
