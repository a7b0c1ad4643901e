//! From sheets to a study: rows with their meaning, references resolved, every problem collected.

use std::collections::HashSet;

use super::columns::Columns;
use super::index::Index;
use super::names::fold;
use super::places::Places;
use super::read::Reader;
use super::rows::{
    Activity, Affiliation, Evidence, Locality, Organisation, Participation, Person, Respondent,
    Source, Step, Tie,
};
use super::table::CERTAINTY;
use super::vocabulary::Vocabulary;
use super::{
    ORGANISATION_KINDS, PROBLEMS, Place, Problem, RESPONSE, Reading, STATUS, Settings, Severity,
    Sheet, Study, Table, check, resolve,
};
use crate::counted;

/// Bytes of text from which a table is called large.
const LARGE: usize = 100 << 20;

impl Study {
    /// Gives tables their meaning. Whatever is wrong is in [`Study::problems`]; nothing is mended
    /// or left out silently.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::{Reading, Sheet, Table};
    /// let mut people = Sheet::new("people.csv", None, 1, ["id", "name"].map(str::to_owned).to_vec());
    /// people.push_row(2, ["ann", "Ann Lee"]);
    /// let reading = Reading { sheets: vec![(Table::People, people)], ..Reading::default() };
    /// assert_eq!(Study::from_reading(reading).people[0].name, "Ann Lee");
    /// ```
    pub fn from_reading(reading: Reading) -> Self {
        let Reading { name, settings, sheets, problems, implied, inputs } = reading;
        let mut study = Self { name, settings, problems, inputs, ..Self::default() };
        let mut words = Vocabularies::new(&study.settings);
        let mut places = Places { unread: unread(&study.problems), ..Places::default() };
        for (table, sheet) in sheets {
            let columns = study.read(table, &sheet, &mut words);
            places.columns.insert(table, columns);
            places.sheets.push((table, sheet));
        }
        if implied {
            study.imply_actors(&places);
        }
        let index = Index::new(&study);
        check::identifiers(&mut study, &index, &places);
        resolve::references(&mut study, &index, &places);
        check::tables(&mut study, &places, implied);
        check::rows(&mut study, &places);
        study.sheets = places.sheets;
        study.sort_problems();
        study
    }

    /// Whether anything must be mended before an analysis.
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
    /// assert!(!study.has_errors());
    /// ```
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    fn read(&mut self, table: Table, sheet: &Sheet, words: &mut Vocabularies) -> Columns {
        let columns = Columns::recognise(table, sheet, &mut self.problems);
        if sheet.bytes() > LARGE {
            let rows = counted(sheet.len(), "row", "rows");
            let message = format!("{rows}, {} MB of text", sheet.bytes() >> 20);
            self.problems.push(Problem::new("large-table", sheet.place(None, None), message));
        }
        let mut reader = Reader::new(sheet, &columns);
        for row in sheet.rows() {
            reader.go_to(row);
            self.read_row(table, &mut reader, words);
        }
        let found = reader.finish();
        self.problems.extend(found);
        columns
    }

    /// A single list or matrix: every name in it is an actor, or an activity.
    fn imply_actors(&mut self, places: &Places) {
        let mut seen: HashSet<String> = self.organisations.iter().map(|it| fold(&it.id)).collect();
        let ties = self.ties.iter();
        let ends =
            ties.flat_map(|tie| [(&tie.from, tie.evidence.row), (&tie.to, tie.evidence.row)]);
        let parts = self.participation.iter();
        let actors = ends.chain(parts.map(|part| (&part.actor, part.evidence.row)));
        let mut implied = Vec::new();
        for (name, row) in actors.filter(|(name, _)| !name.is_empty()) {
            if seen.insert(fold(name)) {
                let (id, name) = (name.clone(), name.clone());
                let evidence = Evidence { row, ..Evidence::default() };
                implied.push(Organisation { id, name, evidence, ..Organisation::default() });
            }
        }
        if !implied.is_empty() {
            let file = places.sheets.first().map_or("", |(_, sheet)| &sheet.file);
            let actors = counted(implied.len(), "actor is", "actors are");
            let message = format!("{actors} named here and in no table of actors");
            self.problems.push(Problem::new("implied-actors", Place::file(file), message));
        }
        self.organisations.extend(implied);
        let mut seen: HashSet<String> = self.activities.iter().map(|it| fold(&it.id)).collect();
        for part in self.participation.iter().filter(|part| !part.activity.is_empty()) {
            if seen.insert(fold(&part.activity)) {
                let (id, name) = (part.activity.clone(), part.activity.clone());
                let evidence = Evidence { row: part.evidence.row, ..Evidence::default() };
                self.activities.push(Activity { id, name, evidence, ..Activity::default() });
            }
        }
    }

    /// Errors first, then by kind, file and row.
    fn sort_problems(&mut self) {
        self.problems.sort_by_cached_key(|problem| {
            let kind = PROBLEMS.iter().position(|kind| kind.code == problem.code);
            (problem.severity, kind, problem.place.file.clone(), problem.place.row)
        });
    }
}

/// The tables of the files that are no text or no workbook, whatever their names promise.
fn unread(problems: &[Problem]) -> Vec<Table> {
    let files = problems.iter().filter(|problem| problem.is_of_unread_file());
    let stem = |file: &str| file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned();
    files.filter_map(|problem| Table::named(&stem(&problem.place.file))).collect()
}

/// The vocabularies that `study.toml` may declare.
struct Vocabularies {
    sector: Vocabulary,
    relation: Vocabulary,
    role: Vocabulary,
    /// Kinds of activity, which may be any words.
    kind: Vocabulary,
}

impl Vocabularies {
    fn new(settings: &Settings) -> Self {
        let words = |words: &'_ [super::Word]| {
            words.iter().map(|word| (word.id.clone(), word.label.clone())).collect::<Vec<_>>()
        };
        let relations: Vec<_> =
            settings.relation.iter().map(|r| (r.id.clone(), r.label.clone())).collect();
        let vocabulary = |name, words: &[(String, String)]| {
            Vocabulary::new(name, words.iter().map(|(word, label)| (word.as_str(), label.as_str())))
        };
        Self {
            sector: vocabulary("sector", &words(&settings.sector)),
            relation: vocabulary("relation", &relations),
            role: vocabulary("role", &words(&settings.role)),
            kind: vocabulary("kind", &[]),
        }
    }
}

impl Study {
    fn read_row(&mut self, table: Table, row: &mut Reader<'_>, words: &mut Vocabularies) {
        match table {
            Table::Organisations => self.organisations.push(organisation(row, &mut words.sector)),
            Table::People => self.people.push(person(row, &mut words.sector)),
            Table::Affiliations => self.affiliations.push(affiliation(row, &mut words.role)),
            Table::Activities => self.activities.push(activity(row, &mut words.kind)),
            Table::Participation => self.participation.push(participation(row, &mut words.role)),
            Table::Ties => self.ties.push(tie(row, &mut words.relation)),
            Table::Localities => self.localities.push(locality(row)),
            Table::Respondents => self.respondents.push(respondent(row)),
            Table::Sources => self.sources.push(source(row)),
            Table::Story => self.story.push(step(row)),
        }
    }
}

/// A name, or the identifier where there is no name.
fn name_or(id: &str, name: Option<String>) -> String {
    name.unwrap_or_else(|| id.to_owned())
}

fn organisation(row: &mut Reader<'_>, sectors: &mut Vocabulary) -> Organisation {
    let id = row.text("id").unwrap_or_default();
    Organisation {
        name: name_or(&id, row.text("name")),
        id,
        aliases: row.texts("aliases"),
        sector: row.declared("sector", sectors),
        subsector: row.text("subsector"),
        kind: row.word("kind", ORGANISATION_KINDS),
        parent: row.text("parent"),
        count_min: row.whole("count_min"),
        count_max: row.whole("count_max"),
        localities: row.texts("localities"),
        opened: row.date("opened"),
        closed: row.date("closed"),
        more: row.more(),
        evidence: row.evidence(),
    }
}

fn person(row: &mut Reader<'_>, sectors: &mut Vocabulary) -> Person {
    let id = row.text("id").unwrap_or_default();
    Person {
        name: name_or(&id, row.text("name")),
        id,
        aliases: row.texts("aliases"),
        sector: row.declared("sector", sectors),
        localities: row.texts("localities"),
        designated_spanner: row.yes_no("designated_spanner"),
        more: row.more(),
        evidence: row.evidence(),
    }
}

fn affiliation(row: &mut Reader<'_>, roles: &mut Vocabulary) -> Affiliation {
    Affiliation {
        person: row.text("person").unwrap_or_default(),
        organisation: row.text("organisation").unwrap_or_default(),
        role: row.declared("role", roles),
        share: row.share("share"),
        start: row.date("start"),
        end: row.date("end"),
        wave: row.text("wave"),
        evidence: row.evidence(),
    }
}

fn activity(row: &mut Reader<'_>, kinds: &mut Vocabulary) -> Activity {
    let id = row.text("id").unwrap_or_default();
    Activity {
        name: name_or(&id, row.text("name")),
        id,
        kind: row.declared("kind", kinds),
        start: row.date("start"),
        end: row.date("end"),
        localities: row.texts("locality"),
        formality: row.text("formality"),
        more: row.more(),
        evidence: row.evidence(),
    }
}

fn participation(row: &mut Reader<'_>, roles: &mut Vocabulary) -> Participation {
    Participation {
        actor: row.text("actor").unwrap_or_default(),
        activity: row.text("activity").unwrap_or_default(),
        role: row.declared("role", roles),
        wave: row.text("wave"),
        status: row.word("status", STATUS).unwrap_or_default(),
        evidence: row.evidence(),
    }
}

fn tie(row: &mut Reader<'_>, relations: &mut Vocabulary) -> Tie {
    Tie {
        from: row.text("from").unwrap_or_default(),
        to: row.text("to").unwrap_or_default(),
        relation: row.declared("relation", relations),
        directed: row.yes_no("directed"),
        weight: row.amount("weight"),
        start: row.date("start"),
        end: row.date("end"),
        wave: row.text("wave"),
        status: row.word("status", STATUS).unwrap_or_default(),
        reporter: row.text("reporter"),
        evidence: row.evidence(),
    }
}

fn locality(row: &mut Reader<'_>) -> Locality {
    let id = row.text("id").unwrap_or_default();
    Locality {
        name: name_or(&id, row.text("name")),
        id,
        kind: row.text("kind"),
        parent: row.text("parent"),
        x: row.any_number("x"),
        y: row.any_number("y"),
        evidence: row.evidence(),
    }
}

fn respondent(row: &mut Reader<'_>) -> Respondent {
    Respondent {
        actor: row.text("actor").unwrap_or_default(),
        wave: row.text("wave"),
        status: row.word("status", RESPONSE),
        evidence: row.evidence(),
    }
}

fn source(row: &mut Reader<'_>) -> Source {
    Source {
        id: row.text("id").unwrap_or_default(),
        kind: row.text("kind"),
        title: row.text("title"),
        date: row.date("date"),
        licence: row.text("licence"),
        evidence: row.evidence(),
    }
}

fn step(row: &mut Reader<'_>) -> Step {
    Step {
        title: row.text("title").unwrap_or_default(),
        text: row.text("text"),
        actors: row.texts("actors"),
        sector: row.texts("sector"),
        locality: row.texts("locality"),
        relation: row.texts("relation"),
        wave: row.texts("wave"),
        certainty: row.words("certainty", CERTAINTY),
        status: row.words("status", STATUS),
        size: row.text("size"),
        color: row.text("color"),
        evidence: row.origin(),
    }
}
