//! What took place when: the activities of the study, as exactly as they are dated.

use std::collections::{BTreeSet, HashMap};

use tertius::study::{Activity, Status, When};
use tertius::{Error, Result, View};
use tertius_chart::{Day, Figure, Span, Timeline};

use super::{Kind, Sheet, Told};
use crate::ground::Ground;
use crate::wording::{Noun, list, whole};

pub(super) const KIND: Kind = Kind {
    name: "timeline",
    about: "What took place when: dated activities, by kind (--by kind) or place (--by locality)",
    needs_groups: false,
    draw,
};

pub(crate) const ACTIVITY: Noun = Noun { one: "activity", many: "activities", article: "an" };

/// More rows than these do not fit a page.
const MOST_SHOWN: usize = 50;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    // Activities have no sector, which is what all figures are grouped by unless told otherwise.
    let by = if sheet.by() == "sector" { "kind" } else { sheet.by() };
    if !["kind", "locality"].contains(&by) {
        return Err(Error::Option {
            option: "by".to_owned(),
            value: by.to_owned(),
            expected: "a timeline is grouped by the kind or by the locality of activities"
                .to_owned(),
        });
    }
    let Told { mut picture, said } = picture(&sheet.ground, sheet.view, by)?;
    picture.title = sheet.title(&format!("activities over time, by {by}"));
    picture.caption = sheet.caption(said);
    Ok(picture.draw(sheet.page))
}

/// The dated activities of the period of the view, grouped by their kind or locality.
///
/// # Errors
///
/// [`Error::NotApplicable`] if none is dated.
pub(crate) fn picture(ground: &Ground<'_>, view: &View, by: &str) -> Result<Told<Timeline>> {
    let study = ground.study;
    let refused = |why: &str| Err(Error::not_applicable("a timeline", why));
    if study.activities.is_empty() {
        return refused(
            "the study has no activities; a table activities.csv with a column start would give it some",
        );
    }
    let is_dated = |it: &&Activity| {
        let ends = [&it.start, &it.end];
        ends.iter().any(|it| it.is_some()) && !ends.into_iter().flatten().any(|it| it.recurring)
    };
    let (dated, undated): (Vec<&Activity>, Vec<&Activity>) =
        study.activities.iter().partition(|it| is_dated(it));
    let n_dated = dated.len();
    let within = |it: &&Activity| {
        let covers =
            |period: &tertius::study::Period| period.covers(it.start.as_ref(), it.end.as_ref());
        view.period.as_ref().is_none_or(|period| covers(period) == Some(true))
    };
    let mut shown: Vec<&Activity> = dated.into_iter().filter(within).collect();
    let outside = n_dated - shown.len();
    if shown.is_empty() && outside > 0 {
        return refused(
            "no dated activity falls in the period of this view; a wider --period may hold some",
        );
    }
    if shown.is_empty() {
        return refused(
            "no activity is dated; dates in the column start of activities.csv, be it only years, would show them",
        );
    }
    let parts = participants(ground);
    let count = |it: &Activity| parts.get(it.id.as_str()).map_or(0, BTreeSet::len);
    let in_period = shown.len();
    shown.sort_by_key(|it| std::cmp::Reverse(count(it)));
    shown.truncate(MOST_SHOWN);
    let groups = grouped(ground, &shown, by);
    let group_of = |it: &Activity| groups.iter().position(|(id, _)| *id == group(it, by));
    shown.sort_by_cached_key(|it| (group_of(it), when(it)));
    let span = |it: &&Activity| Span {
        name: it.name.clone(),
        group: group_of(it),
        start: it.start.as_ref().and_then(days),
        end: it.end.as_ref().and_then(days),
        note: whole(count(it)),
    };
    let mut said = vec![format!(
        "{} of {} on record, by {by}; the number at the right is that of the actors known to have taken part.",
        whole(shown.len()),
        ACTIVITY.count(study.activities.len())
    )];
    if shown.len() < in_period {
        said.push(format!(
            "{} with fewer taking part are left out; --period shows a part of the time.",
            whole(in_period - shown.len())
        ));
    }
    if outside > 0 {
        said.push(format!(
            "{} outside the period of the view {} not shown.",
            ACTIVITY.count(outside),
            is(outside)
        ));
    }
    if !undated.is_empty() {
        let recurring = undated
            .iter()
            .filter(|it| it.start.iter().chain(&it.end).any(|it| it.recurring))
            .count();
        let recur = match recurring {
            0 => String::new(),
            n => format!(", {} of them recurring,", whole(n)),
        };
        said.push(format!(
            "{} without a date{recur} {} not shown.",
            ACTIVITY.count(undated.len()),
            is(undated.len())
        ));
    }
    said.push("What each year holds may say more about how well it is documented than about how much went on.".to_owned());
    let picture = Timeline {
        description: description(&shown, &groups),
        spans: shown.iter().map(span).collect(),
        groups: groups.into_iter().map(|(_, label)| label).collect(),
        note_name: "took part".to_owned(),
        ..Timeline::default()
    };
    Ok(Told { picture, said: vec![said.join(" ")] })
}

fn is(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// Who took part in each activity, by identifiers.
fn participants<'s>(ground: &Ground<'s>) -> HashMap<&'s str, BTreeSet<&'s str>> {
    let mut parts: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for part in ground.study.participation.iter().filter(|it| it.status == Status::Observed) {
        parts.entry(&part.activity).or_default().insert(&part.actor);
    }
    parts
}

/// The kind of an activity, or where it took place: in one place, in several, or nobody said.
fn group(activity: &Activity, by: &str) -> Option<String> {
    match (by, &activity.localities[..]) {
        ("kind", _) => activity.kind.clone(),
        (_, []) => None,
        (_, [one]) => Some(one.clone()),
        (_, _) => Some(SEVERAL.to_owned()),
    }
}

const SEVERAL: &str = "in several places";

/// The groups in the order of their first activity, with their labels; the unknown last.
fn grouped(ground: &Ground<'_>, shown: &[&Activity], by: &str) -> Vec<(Option<String>, String)> {
    let mut order: Vec<&&Activity> = shown.iter().collect();
    order.sort_by_cached_key(|it| when(it));
    let mut groups: Vec<(Option<String>, String)> = Vec::new();
    for id in order.into_iter().map(|it| group(it, by)) {
        if id.is_none() || groups.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let label = match &id {
            Some(place) if by == "locality" && place != SEVERAL => ground.locality_label(place),
            id => id.clone().unwrap_or_default(),
        };
        groups.push((id, label));
    }
    if shown.iter().any(|it| group(it, by).is_none()) {
        groups.push((None, format!("{by} not stated")));
    }
    groups
}

/// What activities are sorted by.
fn when(activity: &Activity) -> (Option<Day>, Option<Day>, String) {
    let first = activity.start.as_ref().or(activity.end.as_ref()).and_then(days);
    let last = activity.end.as_ref().or(activity.start.as_ref()).and_then(days);
    (first.map(|it| it.0), last.map(|it| it.1), activity.name.clone())
}

fn days(when: &When) -> Option<(Day, Day)> {
    let day = |(year, month, day)| Day { year, month, day };
    let [first, last] = when.span()?;
    Some((day(first), day(last)))
}

fn description(shown: &[&Activity], groups: &[(Option<String>, String)]) -> String {
    let ends = shown.iter().map(|it| when(it));
    let first = ends.clone().filter_map(|it| it.0).min().map_or(0, |it| it.year);
    let last = ends.filter_map(|it| it.1).max().map_or(0, |it| it.year);
    let labels: Vec<&str> = groups.iter().map(|(_, label)| label.as_str()).collect();
    let time =
        if first == last { format!("in {first}") } else { format!("from {first} to {last}") };
    format!("Timeline of {} {time}: {}.", ACTIVITY.count(shown.len()), list(&labels))
}
