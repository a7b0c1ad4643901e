use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Keep, Network, Via, View};
use crate::study::{Activity, Study, When};
use crate::{Error, Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "participation",
    source: "Breiger 1974",
    page: include_str!("participation.md"),
    options: &[],
    run: Run::Study(|study, view, _, _| participation(study, view)),
};

#[doc = include_str!("participation.md")]
///
/// # Errors
///
/// Those of [`Study::network`]; [`Error::NotApplicable`] if nobody took part in anything.
///
/// # Example
///
/// ```
/// use tertius::study::{Reading, Sheet, Table};
/// use tertius::{Study, View, change};
/// let header = |names: &[&str]| names.iter().map(|&it| it.to_owned()).collect();
/// let mut actors = Sheet::new("organisations.csv", None, 1, header(&["id"]));
/// actors.push_row(2, ["uni"]);
/// actors.push_row(3, ["col"]);
/// let mut activities = Sheet::new("activities.csv", None, 1, header(&["id", "start"]));
/// activities.push_row(2, ["forum", "2018"]);
/// activities.push_row(3, ["seminar", "2017"]);
/// let mut parts = Sheet::new("participation.csv", None, 1, header(&["actor", "activity"]));
/// parts.push_row(2, ["uni", "seminar"]);
/// parts.push_row(3, ["uni", "forum"]);
/// parts.push_row(4, ["col", "forum"]);
/// let sheets = vec![
///     (Table::Organisations, actors),
///     (Table::Activities, activities),
///     (Table::Participation, parts),
/// ];
/// let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// let found = change::participation(&study, &View::participation())?;
/// assert_eq!(found.words("activity").unwrap()[1].as_deref(), Some("forum"), "the later");
/// assert_eq!((found.value("forum", "new"), found.value("forum", "returning")), (Some(1.0), Some(1.0)));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn participation(study: &Study, view: &View) -> Result<Results> {
    let view = View { via: vec![Via::TwoMode], wave: None, component: Keep::All, ..view.clone() };
    let net = study.network(&view)?;
    let meetings = in_order(study, &net);
    if meetings.is_empty() {
        let why = "nobody is on record as taking part in an activity in this view";
        return Err(Error::not_applicable("change participation", why));
    }
    let text = |of: fn(&Meeting<'_>) -> String| meetings.iter().map(of).collect::<Vec<_>>();
    let mut results = Results::of(&net)
        .text("activity", text(|it| it.activity.id.clone()))
        .text("name", text(|it| it.activity.name.clone()))
        .text("kind", text(|it| it.activity.kind.clone().unwrap_or_default()))
        .text("start", text(|it| it.start().map_or(String::new(), |when| when.text.clone())))
        .count("participants", meetings.iter().map(|it| it.who.len()));
    let past: Vec<_> = meetings.iter().map(|it| earlier(it, &meetings)).collect();
    let before: Vec<Defined<BTreeSet<usize>>> = past
        .iter()
        .map(|past| past.as_ref().map(|past| everyone(past)).map_err(|why| *why))
        .collect();
    let returning = |at: usize| -> Defined<f64> {
        let before = before[at].as_ref().map_err(|why| *why)?;
        Ok(meetings[at].who.intersection(before).count() as f64)
    };
    let all = |at: usize| meetings[at].who.len() as f64;
    let previous: Vec<Defined<Vec<&Meeting<'_>>>> = (0..meetings.len())
        .map(|at| previous(&meetings[at], past[at].as_ref().map_err(|why| *why)?))
        .collect();
    let again = |at: usize| -> Defined<f64> {
        let previous = everyone(previous[at].as_ref().map_err(|why| *why)?);
        Ok(meetings[at].who.intersection(&previous).count() as f64)
    };
    let share = |at: usize, some: Defined<f64>| Ok(some? / all(at));
    let rows = 0..meetings.len();
    let names = |of: &Defined<Vec<&Meeting<'_>>>| {
        let ids = of.iter().flatten().map(|it| it.activity.id.as_str());
        ids.collect::<Vec<_>>().join("; ")
    };
    results = results
        .number("new", rows.clone().map(|at| Ok(all(at) - returning(at)?)))
        .number("returning", rows.clone().map(returning))
        .number("share_returning", rows.clone().map(|at| share(at, returning(at))))
        .text("previous", previous.iter().map(names))
        .number("from_previous", rows.clone().map(again))
        .number("share_from_previous", rows.map(|at| share(at, again(at))));
    // Waves are put together on purpose.
    results.method.provenance.notes.retain(|note| !note.contains("--wave takes one"));
    totals(&meetings).into_iter().for_each(|note| results.note(note));
    Ok(results)
}

type Defined<T> = std::result::Result<T, &'static str>;

/// An activity and who took part in it.
struct Meeting<'s> {
    activity: &'s Activity,
    who: BTreeSet<usize>,
}

impl Meeting<'_> {
    /// When it began, or else when it was over, if that is a time at all.
    fn start(&self) -> Option<&When> {
        let when = self.activity.start.as_ref().or(self.activity.end.as_ref())?;
        (!when.recurring).then_some(when)
    }
}

/// The activities of a network of two modes by their start, those without a date last.
fn in_order<'s>(study: &'s Study, net: &Network) -> Vec<Meeting<'s>> {
    let first = net.first_mode().unwrap_or_default();
    let known: HashMap<&str, &Activity> =
        study.activities.iter().map(|it| (it.id.as_str(), it)).collect();
    let who = |at: usize| net.into_rows().alters(at).iter().map(|&it| it as usize).collect();
    let meeting = |at: usize| {
        let activity = *known.get(net.actors()[at].id.as_str())?;
        Some(Meeting { activity, who: who(at) })
    };
    let mut meetings: Vec<_> = (first..net.actors().len()).filter_map(meeting).collect();
    meetings.sort_by_key(|it| it.start().map_or(i32::MAX, When::first_day));
    meetings
}

/// The activities that began before one.
fn earlier<'m, 's>(it: &Meeting<'_>, all: &'m [Meeting<'s>]) -> Defined<Vec<&'m Meeting<'s>>> {
    let start = it.start().ok_or("it is not known when it was")?;
    let began = |other: &&Meeting<'_>| {
        other.start().is_some_and(|when| when.first_day() < start.first_day())
    };
    Ok(all.iter().filter(began).collect())
}

/// Of those, the last of the same kind; several, if they began together.
fn previous<'m, 's>(it: &Meeting<'_>, past: &[&'m Meeting<'s>]) -> Defined<Vec<&'m Meeting<'s>>> {
    if it.activity.kind.is_none() {
        return Err("its kind is not on record");
    }
    let alike = past.iter().copied().filter(|other| other.activity.kind == it.activity.kind);
    let day = |it: &Meeting<'_>| it.start().map_or(i32::MIN, When::first_day);
    let last = alike.clone().map(day).max().ok_or("there was none of its kind before")?;
    Ok(alike.filter(|it| day(it) == last).collect())
}

fn everyone(meetings: &[&Meeting<'_>]) -> BTreeSet<usize> {
    meetings.iter().flat_map(|it| it.who.iter().copied()).collect()
}

/// How many came to anything, and how many of them more than once.
fn totals(meetings: &[Meeting<'_>]) -> Vec<String> {
    let mut times: HashMap<usize, usize> = HashMap::new();
    meetings.iter().flat_map(|it| &it.who).for_each(|&who| *times.entry(who).or_default() += 1);
    let again = times.values().filter(|&&times| times > 1).count();
    let mut notes = vec![format!(
        "{} took part in {}, {again} of them in more than one",
        counted(times.len(), "actor", "actors"),
        counted(meetings.len(), "activity", "activities"),
    )];
    let undated = meetings.iter().filter(|it| it.start().is_none()).count();
    if undated > 0 {
        let are = counted(undated, "activity is", "activities are");
        notes.push(format!("{are} undated: whoever came there counts as new elsewhere"));
    }
    notes
}
