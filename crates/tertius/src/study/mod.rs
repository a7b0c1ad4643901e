//! The evidence: tables, vocabulary, problems. See [`Study`].

use serde::{Deserialize, Serialize};

mod build;
mod check;
mod columns;
mod date;
mod index;
mod join;
mod labels;
mod lines;
mod names;
mod near_names;
mod near_words;
mod places;
mod problem;
mod read;
mod repeats;
mod resolve;
mod rows;
mod settings;
mod sheet;
mod story;
mod summary;
mod table;
mod time;
mod vocabulary;
mod when;

pub use columns::header_word;
pub use join::{Joined, join};
pub use names::{fold, nearest};
pub use problem::{PROBLEMS, Problem, ProblemKind, Severity};
pub use read::{decimal, is_missing};
pub use rows::{
    Activity, Affiliation, Certainty, Evidence, Locality, Organisation, Participation, Person,
    Respondent, Response, Source, Status, Step, Tie,
};
pub use settings::{Relation, Settings, WeightMeaning, Word, Words};
pub use sheet::{Place, Sheet, SheetRow};
pub use story::PAGE_MEASURES;
pub use summary::{Counted, ResponseCount, Summary};
pub use table::{
    Cells, ColumnSpec, EVIDENCE, ORGANISATION_KINDS, RESPONSE, STATUS, TABLES, Table, TableSpec,
};
pub(crate) use time::Time;
pub use when::{Period, When};

/// The evidence of one collaboration system: its tables with their meaning, and what is wrong in them.
///
/// A study is made by [`Study::from_reading`] from what a reader of files or frames found. The rows
/// hold identifiers, resolved: a cell that names an actor by a variant spelling holds that actor's
/// identifier. The sheets as written stay at hand, for writing back without loss.
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
/// assert_eq!(study.people[0].name, "Ann Lee");
/// assert!(study.problems.is_empty());
/// ```
#[derive(Debug, Clone, Default, Serialize)]
pub struct Study {
    /// Name of the folder or file, without extension.
    pub name: String,
    /// What `study.toml` says.
    pub settings: Settings,
    /// Organisations, units, partnerships and groups.
    pub organisations: Vec<Organisation>,
    /// People.
    pub people: Vec<Person>,
    /// Posts of people in organisations.
    pub affiliations: Vec<Affiliation>,
    /// Projects, events, reports and meetings.
    pub activities: Vec<Activity>,
    /// Actors' parts in activities.
    pub participation: Vec<Participation>,
    /// Relations between actors.
    pub ties: Vec<Tie>,
    /// Places and jurisdictions.
    pub localities: Vec<Locality>,
    /// Who was asked, and answered.
    pub respondents: Vec<Respondent>,
    /// Documents, interviews and records.
    pub sources: Vec<Source>,
    /// Steps of the story that the page tells, in order.
    pub story: Vec<Step>,
    /// Everything that is wrong or was assumed, errors first.
    pub problems: Vec<Problem>,
    /// The files read, for the record.
    pub inputs: Vec<Input>,
    /// The tables as written.
    #[serde(skip)]
    pub sheets: Vec<(Table, Sheet)>,
}

/// What a reader found: tables as text, before anything is interpreted.
///
/// ```
/// use tertius::study::Reading;
/// let reading = Reading { name: "lsrn".to_owned(), ..Reading::default() };
/// assert_eq!(tertius::Study::from_reading(reading).title(), "lsrn");
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Name of the folder or file, without extension.
    pub name: String,
    /// What `study.toml` says.
    pub settings: Settings,
    /// The tables, each at most once.
    pub sheets: Vec<(Table, Sheet)>,
    /// What the reader assumed or could not read.
    pub problems: Vec<Problem>,
    /// Whether names in ties or participation are actors and activities although no table lists
    /// them: a single edge list or matrix.
    pub implied: bool,
    /// The files read, for the record.
    pub inputs: Vec<Input>,
}

/// A file that was read.
///
/// ```
/// use tertius::study::Input;
/// let sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned();
/// let input = Input { file: "ties.csv".to_owned(), bytes: 0, sha256 };
/// assert_eq!(input.bytes, 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// File as the user named it, relative to the study.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}
