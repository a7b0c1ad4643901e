//! What is in the study, how good it is, and what cannot be said for lack of data.

use std::collections::{BTreeMap, HashSet};

use tertius::study::{Certainty, Evidence, Response, Status};

use crate::findings::Findings;
use crate::html::{Node, details, p, points};
use crate::section::h3;
use crate::section::lacks::lacks;
use crate::section::problems::problems;
use crate::table::{Cell, Table};
use crate::wording::{list, whole};

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let mut body = vec![p(period(findings)).into(), evidence(findings).html().into()];
    body.extend(actors(findings));
    body.extend(more("Ties on record, by relation and status", "relation", &relations(findings)));
    body.extend(more(
        "Parts in activities on record, by role and status",
        "role",
        &roles(findings),
    ));
    body.extend(groups(findings));
    body.extend(not_there(findings));
    body.push(h3("Who was asked"));
    body.extend(response(findings));
    body.push(h3("What cannot be said for lack of data"));
    body.push(points(lacks(findings)).into());
    body.push(h3("Problems found in the tables"));
    body.extend(problems(findings));
    body
}

/// Counts shown on demand, with how many rows they count.
fn more(caption: &str, row_name: &str, counts: &Counts) -> Option<Node> {
    let rows: usize = counts.cells.values().sum();
    let summary = format!("{caption} ({})", whole(rows));
    (rows > 0).then(|| details(summary).with(counts.table(caption, row_name).html()).into())
}

/// The time the evidence covers.
fn period(findings: &Findings<'_>) -> String {
    let summary = findings.study.summary();
    let (first, last) = summary.period.unzip();
    let waves: Vec<&str> = summary.waves.iter().map(String::as_str).collect();
    format!("{} {}", covered(first, last, &waves), named(findings.study.sources.len()))
}

fn named(sources: usize) -> String {
    match sources {
        0 => "No source is named.".to_owned(),
        1 => "The evidence comes from one source.".to_owned(),
        _ => format!("The evidence comes from {} sources.", whole(sources)),
    }
}

fn covered(first: Option<i32>, last: Option<i32>, waves: &[&str]) -> String {
    let years = match (first, last) {
        (Some(first), Some(last)) if first == last => format!("All that is dated is of {first}"),
        (Some(first), Some(last)) => format!("What is dated runs from {first} to {last}"),
        _ => "Nothing is dated".to_owned(),
    };
    match waves {
        [] => format!("{years}; there are no waves."),
        [one] => format!("{years}; there is one wave ({one})."),
        _ => format!("{years}; there are {} waves ({}).", waves.len(), list(waves)),
    }
}

/// Rows of each table, by certainty and coding.
fn evidence(findings: &Findings<'_>) -> Table {
    let study = findings.study;
    let mut table = Table::new(
        "The evidence: rows, how sure the coder is, and whether the source says it",
        &[
            "table",
            "#rows",
            "#certain",
            "#probable",
            "#ambiguous",
            "#stated",
            "#inferred",
            "#with a source",
        ],
    );
    let mut add = |name: &str, rows: Vec<&Evidence>| {
        if rows.is_empty() {
            return;
        }
        let count = |keep: &dyn Fn(&Evidence) -> bool| {
            Cell::count(rows.iter().filter(|it| keep(it)).count())
        };
        table.row(vec![
            Cell::words(name),
            Cell::count(rows.len()),
            count(&|it| it.certainty == Certainty::Certain),
            count(&|it| it.certainty == Certainty::Probable),
            count(&|it| it.certainty == Certainty::Ambiguous),
            count(&|it| it.coding.as_deref() == Some("stated")),
            count(&|it| it.coding.as_deref() == Some("inferred")),
            count(&|it| it.source.is_some()),
        ]);
    };
    add("organisations", study.organisations.iter().map(|it| &it.evidence).collect());
    add("people", study.people.iter().map(|it| &it.evidence).collect());
    add("affiliations (posts)", study.affiliations.iter().map(|it| &it.evidence).collect());
    add("activities", study.activities.iter().map(|it| &it.evidence).collect());
    add("participation", study.participation.iter().map(|it| &it.evidence).collect());
    add("ties", study.ties.iter().map(|it| &it.evidence).collect());
    add("localities", study.localities.iter().map(|it| &it.evidence).collect());
    add("respondents", study.respondents.iter().map(|it| &it.evidence).collect());
    table
}

/// Counts in a table of words by words, the words in order of first use.
struct Counts {
    rows: Vec<String>,
    columns: Vec<String>,
    cells: BTreeMap<(usize, usize), usize>,
}

impl Counts {
    fn new(columns: &[&str]) -> Self {
        let columns = columns.iter().map(|it| (*it).to_owned()).collect();
        Self { rows: Vec::new(), columns, cells: BTreeMap::new() }
    }

    fn add(&mut self, row: &str, column: &str) {
        let row = place(&mut self.rows, row);
        let column = place(&mut self.columns, column);
        *self.cells.entry((row, column)).or_default() += 1;
    }

    /// The table, with columns that hold anything, and a total where there are several.
    fn table(&self, caption: &str, row_name: &str) -> Table {
        let used: Vec<usize> = (0..self.columns.len())
            .filter(|&column| self.cells.keys().any(|&(_, it)| it == column))
            .collect();
        let mut names = vec![row_name.to_owned()];
        names.extend(used.iter().map(|&column| format!("#{}", self.columns[column])));
        if used.len() > 1 {
            names.push("#all".to_owned());
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut table = Table::new(caption, &names);
        for (row, name) in self.rows.iter().enumerate() {
            let count = |column: &usize| self.cells.get(&(row, *column)).copied().unwrap_or(0);
            let mut cells = vec![Cell::words(name.as_str())];
            cells.extend(used.iter().map(|column| Cell::count(count(column))));
            if used.len() > 1 {
                cells.push(Cell::count(used.iter().map(count).sum()));
            }
            table.row(cells);
        }
        table
    }
}

fn place(words: &mut Vec<String>, word: &str) -> usize {
    words.iter().position(|it| it == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    })
}

/// Actors by sector and kind.
fn actors(findings: &Findings<'_>) -> Option<Node> {
    let study = findings.study;
    let mut counts = Counts::new(tertius::study::ORGANISATION_KINDS);
    for word in &study.settings.sector {
        if study.organisations.iter().any(|it| it.sector.as_ref() == Some(&word.id)) {
            place(&mut counts.rows, &findings.sector_label(&word.id));
        }
    }
    let label = |sector: Option<&String>| {
        sector.map_or_else(|| "not known".to_owned(), |id| findings.sector_label(id))
    };
    for it in &study.organisations {
        let kind =
            if it.is_group() { "group" } else { it.kind.as_deref().unwrap_or("organisation") };
        counts.add(&label(it.sector.as_ref()), kind);
    }
    let holders: HashSet<&str> = study.affiliations.iter().map(|it| it.person.as_str()).collect();
    for it in &study.people {
        let has_posts = holders.contains(it.id.as_str());
        let row = match &it.sector {
            None if has_posts => "that of their posts".to_owned(),
            sector => label(sector.as_ref()),
        };
        counts.add(&row, "person");
    }
    if counts.rows.len() < 2 {
        return None;
    }
    let table = counts.table("Actors on record, by sector and kind", "sector");
    (table.len() > 0).then(|| table.html().into())
}

/// Ties by relation and status.
fn relations(findings: &Findings<'_>) -> Counts {
    let mut counts = Counts::new(STATUS_WORDS);
    for tie in &findings.study.ties {
        let relation = tie
            .relation
            .as_deref()
            .map_or_else(|| "tie".to_owned(), |id| findings.relation_label(id));
        counts.add(&relation, tie.status.word());
    }
    counts
}

/// Parts in activities by role and status.
fn roles(findings: &Findings<'_>) -> Counts {
    let mut counts = Counts::new(STATUS_WORDS);
    for part in &findings.study.participation {
        let role = part.role.as_deref().unwrap_or("role not stated");
        counts.add(findings.study.role_label(role), part.status.word());
    }
    counts
}

const STATUS_WORDS: &[&str] = &["observed", "aggregate", "wished", "reported absent", "unknown"];

/// Who answered, wave by wave.
fn response(findings: &Findings<'_>) -> Vec<Node> {
    let respondents = &findings.study.respondents;
    if respondents.is_empty() {
        let unknown = findings.study.ties.iter().filter(|it| it.status == Status::Unknown).count();
        let said = if unknown == 0 {
            "The study does not say: there is no table of respondents. The evidence is what happens to be on record, so the absence of evidence for a tie is not evidence of its absence.".to_owned()
        } else {
            format!(
                "There is no table of respondents, but it is on record that {} not known: such pairs count as not observed.",
                if unknown == 1 {
                    "1 tie is".to_owned()
                } else {
                    format!("{} ties are", whole(unknown))
                }
            )
        };
        return vec![p(said).into()];
    }
    let mut counts = Counts::new(&["responded", "partial", "refused", "not asked"]);
    for it in respondents {
        let wave = it
            .wave
            .as_deref()
            .map_or_else(|| "no wave stated".to_owned(), |wave| format!("wave {wave}"));
        let status = match it.status {
            Some(Response::Responded) => "responded",
            Some(Response::Partial) => "partial",
            Some(Response::Refused) => "refused",
            Some(Response::NotAsked) => "not asked",
            None => "not known",
        };
        counts.add(&wave, status);
    }
    let responded = respondents.iter().filter(|it| it.status == Some(Response::Responded)).count();
    let asked = respondents.iter().filter(|it| it.status != Some(Response::NotAsked)).count();
    let (observed, dyads) = (findings.net.observed_dyads(), findings.net.dyads());
    vec![
        p(answered(responded, asked)).into(),
        counts.table("Response, by wave", "wave").html().into(),
        p(format!(
            "In the view of this report {} of {} pairs of actors were observed. A pair is observed if either of the two answered, or in a directed network if the sender did.",
            whole(observed),
            whole(dyads)
        ))
        .into(),
    ]
}

fn answered(responded: usize, asked: usize) -> String {
    match (responded, asked) {
        (_, 0) => "Nobody was asked.".to_owned(),
        (all, asked) if all == asked => {
            format!("Everybody who was asked answered in full ({}).", whole(all))
        }
        _ => format!(
            "{} of {} requests were answered in full, over all waves.",
            whole(responded),
            whole(asked)
        ),
    }
}

/// Groups that were counted and not named.
fn groups(findings: &Findings<'_>) -> Option<Node> {
    let mut table = Table::new(
        "Groups that were counted or mentioned and not named",
        &["group", "how many", "in this view"],
    );
    for it in findings.study.organisations.iter().filter(|it| it.is_group()) {
        let is_in = findings.net.actor(&it.id).is_some();
        table.row(vec![
            Cell::words(it.name.as_str()),
            Cell::words(it.count()),
            Cell::words(if is_in { "one actor" } else { "no" }),
        ]);
    }
    let summary = format!("Groups counted and not named ({})", table.len());
    (table.len() > 0).then(|| details(summary).with(table.html()).into())
}

/// Ties and parts that were wished for, or said not to be there.
fn not_there(findings: &Findings<'_>) -> Option<Node> {
    let study = findings.study;
    let notes = !findings.run.anonymise;
    let mut columns = vec!["status", "who", "what", "with whom, or in what"];
    if notes {
        columns.push("note");
    }
    let mut table = Table::new("Wished for, or reported not to be there", &columns);
    let is_listed = |status: Status| matches!(status, Status::Wished | Status::ReportedAbsent);
    let mut add = |status: Status, who: &str, what: String, whom: &str, evidence: &Evidence| {
        let mut row = vec![
            Cell::words(status.word()),
            Cell::words(findings.name(who)),
            Cell::words(what),
            Cell::words(findings.name(whom)),
        ];
        if notes {
            let note = evidence.note.as_deref().or(evidence.quote.as_deref());
            row.push(Cell::words(note.unwrap_or_default()));
        }
        table.row(row);
    };
    for it in study.ties.iter().filter(|it| is_listed(it.status)) {
        let what = it
            .relation
            .as_deref()
            .map_or_else(|| "tie".to_owned(), |id| findings.relation_label(id));
        add(it.status, &it.from, what, &it.to, &it.evidence);
    }
    for it in study.participation.iter().filter(|it| is_listed(it.status)) {
        add(it.status, &it.actor, it.role.clone().unwrap_or_default(), &it.activity, &it.evidence);
    }
    let summary = format!("Wished for, or reported not to be there ({})", table.len());
    (table.len() > 0).then(|| {
        details(summary)
            .with(p("These rows are evidence of hopes and gaps. They are in no network unless the view asks for them (status)."))
            .with(table.html())
            .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_is_said_with_and_without_waves() {
        let said = [
            covered(Some(2006), Some(2006), &[]),
            covered(Some(1988), Some(2022), &["1"]),
            covered(None, None, &["1", "2"]),
        ];
        assert_eq!(
            said,
            [
                "All that is dated is of 2006; there are no waves.",
                "What is dated runs from 1988 to 2022; there is one wave (1).",
                "Nothing is dated; there are 2 waves (1 and 2).",
            ]
        );
    }

    #[test]
    fn answers_agree_with_their_number() {
        assert_eq!(answered(0, 0), "Nobody was asked.");
        assert_eq!(answered(3, 3), "Everybody who was asked answered in full (3).");
        assert_eq!(answered(39, 42), "39 of 42 requests were answered in full, over all waves.");
    }
}
