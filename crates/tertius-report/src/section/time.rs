//! Over time: what happened in each year, and the waves side by side.

use std::collections::BTreeMap;

use tertius::study::Status;
use tertius::{Unit, View};

use crate::chart::Told;
use crate::chart::timeline::{self, ACTIVITY};
use crate::crossing::{expected_across, share_across};
use crate::figure::{WIDE, figure_alone};
use crate::findings::Findings;
use crate::html::{Node, p};
use crate::section::{change, h3, how_to_read, lacking};
use crate::table::{Cell, Table};
use crate::wording::{list, whole};

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let mut body = Vec::new();
    body.extend(waves(findings));
    body.extend(change::body(findings));
    let years = years(findings);
    if !(body.is_empty() || years.is_empty()) {
        body.push(h3("Year by year"));
    }
    body.extend(years);
    if body.is_empty() {
        body.push(lacking("No activity and no tie is dated, and there are no waves, so nothing can be said about change: which ties were kept, gained and lost takes two waves. Dates of activities (start in activities.csv), dates of ties, or a column wave in ties.csv would show it."));
    } else if findings.waves.is_empty() {
        body.push(lacking(no_second_wave(&findings.study.waves())));
    }
    body
}

fn waves(findings: &Findings<'_>) -> Vec<Node> {
    if findings.waves.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "The same view at each wave",
        &[
            "wave",
            "#actors",
            "#ties",
            "#pairs observed",
            "#density",
            "#ties of known sector",
            "#across sectors",
            "#expected across",
        ],
    );
    for wave in &findings.waves {
        let density = &wave.density;
        let share = wave.ei.as_ref().and_then(share_across);
        let none = Some("no tie joins actors of known sector");
        table.row(vec![
            Cell::words(wave.name.as_str()),
            Cell::count(density.method.actors),
            Cell::count(density.method.ties),
            Cell::count(density.method.observed_dyads),
            Cell::share(density.value("density", "value"), density.reason(0, "value")),
            Cell::number(share.map(|(_, all, _)| all as f64), none),
            Cell::share(share.map(|(_, _, share)| share), none),
            Cell::share(wave.ei.as_ref().and_then(expected_across), none),
        ]);
    }
    let names: Vec<&str> = findings.waves.iter().map(|wave| wave.name.as_str()).collect();
    let mut body: Vec<Node> = vec![
        p(format!(
            "The study has {} waves ({}). The table shows each as it is, and a wave in which fewer answered shows fewer ties; what became of the same pairs is told below it.",
            names.len(),
            list(&names)
        )).into(),
        table.html().into(),
    ];
    if let Some(told) = findings.slope.as_ref().filter(|_| findings.is_drawable()) {
        body.push(figure_alone(&told.picture.draw(&WIDE), &told.said.join(" ")).into());
    }
    body.push(how_to_read(&[(Unit::Whole, "density"), (Unit::Whole, "ei_index")]));
    body
}

/// Activities and ties by the year they began in.
fn years(findings: &Findings<'_>) -> Vec<Node> {
    let study = findings.study;
    let mut years: BTreeMap<i32, [usize; 3]> = BTreeMap::new();
    let mut undated = 0;
    let mut year_of = BTreeMap::new();
    for activity in &study.activities {
        match activity.start.as_ref().or(activity.end.as_ref()).and_then(tertius::study::When::year)
        {
            Some(year) => {
                years.entry(year).or_default()[0] += 1;
                year_of.insert(activity.id.as_str(), year);
            }
            None => undated += 1,
        }
    }
    for part in study.participation.iter().filter(|it| it.status == Status::Observed) {
        if let Some(year) = year_of.get(part.activity.as_str()) {
            years.entry(*year).or_default()[1] += 1;
        }
    }
    let mut dated_ties = false;
    for tie in study.ties.iter().filter(|it| it.status == Status::Observed) {
        if let Some(year) = tie.start.as_ref().and_then(tertius::study::When::year) {
            years.entry(year).or_default()[2] += 1;
            dated_ties = true;
        }
    }
    if years.is_empty() {
        return Vec::new();
    }
    let mut columns = vec!["year", "#activities begun", "#parts in them"];
    if dated_ties {
        columns.push("#ties begun");
    }
    let mut table = Table::new("What is on record for each year, whatever the view", &columns);
    let longest = |column: usize| years.values().map(|it| it[column]).max().unwrap_or(0) as f64;
    for (year, counts) in &years {
        let mut row = vec![Cell::words(year.to_string())];
        for (column, &count) in counts.iter().enumerate().take(columns.len() - 1) {
            row.push(Cell::Bar(count as f64, longest(column)));
        }
        table.row(row);
    }
    let mut body: Vec<Node> = vec![p(dated(study.activities.len(), undated)).into()];
    if let Ok(Told { picture, said }) = timeline::picture(findings, &View::default(), "kind") {
        body.push(figure_alone(&picture.draw(&WIDE), &said.join(" ")).into());
    }
    match years.keys().next() {
        Some(year) if years.len() == 1 => {
            body.push(lacking(format!(
                "All that is dated began in {year}: there are no years to compare."
            )));
        }
        _ => body.push(table.html().into()),
    }
    body
}

fn no_second_wave(waves: &[&str]) -> String {
    let waves = match waves {
        [one] => format!("There is one wave ({one}) and no second"),
        _ => "There is no second wave".to_owned(),
    };
    format!(
        "{waves} of the same questions, so which ties were kept, gained and lost is not told. Two periods can be compared instead: tertius compare, with the study and, say, --from 2016..2017 --to 2018..2019. What each year holds may say more about how well it is documented than about how much went on."
    )
}

fn dated(activities: usize, undated: usize) -> String {
    let parts = "Parts are observed rows of participation, ties observed rows of ties; years without anything on record are left out.";
    match (activities, undated) {
        (0, _) => {
            "No activity is on record; observed ties are counted in the year they began.".to_owned()
        }
        (_, 0) => format!("All {} are dated. {parts}", ACTIVITY.count(activities)),
        _ => format!(
            "{} of {} {} no date, or recur, and {} not in the table. {parts}",
            whole(undated),
            ACTIVITY.count(activities),
            if undated == 1 { "has" } else { "have" },
            if undated == 1 { "is" } else { "are" }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn undated_activities_are_said() {
        assert!(dated(3, 0).starts_with("All 3 activities are dated."));
        assert!(dated(3, 1).starts_with("1 of 3 activities has no date, or recur"));
        assert!(dated(0, 0).starts_with("No activity"));
    }
}
