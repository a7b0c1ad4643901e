//! One struct per table: a row with its meaning. Blank cells are `None`: not known, never zero.

use std::collections::BTreeMap;

use serde::Serialize;

use super::When;

/// Where a row comes from and how sure it is.
///
/// ```
/// use tertius::study::{Certainty, Evidence};
/// assert_eq!(Evidence::default().certainty, Certainty::Certain, "a blank counts as certain");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Evidence {
    /// Row in its table, as a spreadsheet numbers it.
    pub row: u32,
    /// Source, as the table writes it.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
    /// How sure the coder is.
    pub certainty: Certainty,
    /// `stated` or `inferred`.
    pub coding: Option<String>,
    /// What the source says, in the coder's words.
    pub note: Option<String>,
    /// Words of the source.
    pub quote: Option<String>,
}

/// How sure the coder is of a row; a blank counts as certain.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Certainty {
    Ambiguous,
    Probable,
    #[default]
    Certain,
}

/// Whether a relation was seen, told in aggregate, wished for, said not to be there, or not known.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Status {
    #[default]
    Observed,
    Aggregate,
    Wished,
    ReportedAbsent,
    Unknown,
}

/// What became of asking an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Response {
    Responded,
    Partial,
    Refused,
    NotAsked,
}

/// An organisation, a unit of one, a partnership, or a group that was counted and not named.
///
/// ```
/// use tertius::study::Organisation;
/// let row = Organisation { id: "uni".into(), ..Organisation::default() };
/// assert!(row.parent.is_none() && !row.is_group());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Organisation {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub sector: Option<String>,
    pub subsector: Option<String>,
    pub kind: Option<String>,
    pub parent: Option<String>,
    pub count_min: Option<u32>,
    pub count_max: Option<u32>,
    pub localities: Vec<String>,
    pub opened: Option<When>,
    pub closed: Option<When>,
    /// Other columns, by header.
    pub more: BTreeMap<String, String>,
    pub evidence: Evidence,
}

impl Organisation {
    /// Whether it is a collective that was counted or mentioned and not named.
    ///
    /// ```
    /// use tertius::study::Organisation;
    /// let row = Organisation { count_min: Some(20), ..Organisation::default() };
    /// assert!(row.is_group());
    /// ```
    pub fn is_group(&self) -> bool {
        self.kind.as_deref() == Some("group")
            || self.count_min.is_some()
            || self.count_max.is_some()
    }

    /// How many a group stands for: `6`, `21 or more`, `up to 4`, `3 to 5`, or `number not known`.
    ///
    /// ```
    /// use tertius::study::Organisation;
    /// let row = Organisation { count_min: Some(20), ..Organisation::default() };
    /// assert_eq!(row.count(), "20 or more");
    /// ```
    pub fn count(&self) -> String {
        match (self.count_min, self.count_max) {
            (Some(min), Some(max)) if min == max => min.to_string(),
            (Some(min), Some(max)) => format!("{min} to {max}"),
            (Some(min), None) => format!("{min} or more"),
            (None, Some(max)) => format!("up to {max}"),
            (None, None) => "number not known".to_owned(),
        }
    }
}

/// A person, by name or pseudonym.
///
/// ```
/// use tertius::study::Person;
/// let row = Person { id: "ann".into(), ..Person::default() };
/// assert_eq!(row.designated_spanner, None, "nobody said");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Person {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub sector: Option<String>,
    pub localities: Vec<String>,
    pub designated_spanner: Option<bool>,
    /// Other columns, by header.
    pub more: BTreeMap<String, String>,
    pub evidence: Evidence,
}

/// A post of a person in an organisation.
///
/// ```
/// use tertius::study::Affiliation;
/// let (person, organisation) = ("ann".to_owned(), "uni".to_owned());
/// let row = Affiliation { person, organisation, ..Affiliation::default() };
/// assert!(row.end.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Affiliation {
    pub person: String,
    pub organisation: String,
    pub role: Option<String>,
    pub share: Option<f64>,
    pub start: Option<When>,
    pub end: Option<When>,
    pub wave: Option<String>,
    pub evidence: Evidence,
}

impl Affiliation {
    /// What makes it the same post when another wave tells it again.
    pub(crate) fn what(&self) -> impl Eq + std::hash::Hash {
        let when = [&self.start, &self.end].map(|it| it.as_ref().map(|it| &it.text));
        (&self.person, &self.organisation, &self.role, when)
    }
}

/// A project, event, report or meeting.
///
/// ```
/// use tertius::study::Activity;
/// let row = Activity { id: "talk".into(), ..Activity::default() };
/// assert!(row.start.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Activity {
    pub id: String,
    pub name: String,
    pub kind: Option<String>,
    pub start: Option<When>,
    pub end: Option<When>,
    pub localities: Vec<String>,
    pub formality: Option<String>,
    /// Other columns, by header.
    pub more: BTreeMap<String, String>,
    pub evidence: Evidence,
}

/// An actor's part in an activity.
///
/// ```
/// use tertius::study::Participation;
/// let (actor, activity) = ("ann".to_owned(), "talk".to_owned());
/// let row = Participation { actor, activity, ..Participation::default() };
/// assert_eq!(row.status.word(), "observed");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Participation {
    pub actor: String,
    pub activity: String,
    pub role: Option<String>,
    pub wave: Option<String>,
    pub status: Status,
    pub evidence: Evidence,
}

/// A relation between two actors.
///
/// ```
/// use tertius::study::Tie;
/// let row = Tie { from: "uni".into(), to: "col".into(), ..Tie::default() };
/// assert_eq!(row.weight, None);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Tie {
    pub from: String,
    pub to: String,
    pub relation: Option<String>,
    pub directed: Option<bool>,
    pub weight: Option<f64>,
    pub start: Option<When>,
    pub end: Option<When>,
    pub wave: Option<String>,
    pub status: Status,
    pub reporter: Option<String>,
    pub evidence: Evidence,
}

/// A place or jurisdiction.
///
/// ```
/// use tertius::study::Locality;
/// let row = Locality { id: "wm".into(), ..Locality::default() };
/// assert!(row.parent.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Locality {
    pub id: String,
    pub name: String,
    pub kind: Option<String>,
    pub parent: Option<String>,
    pub x: Option<f64>,
    pub y: Option<f64>,
    pub evidence: Evidence,
}

/// An actor who was, or was not, asked.
///
/// ```
/// use tertius::study::{Evidence, Respondent, Response};
/// let (actor, evidence) = ("ann".to_owned(), Evidence::default());
/// let row = Respondent { actor, wave: None, status: Some(Response::Responded), evidence };
/// assert_eq!(row.status, Some(Response::Responded));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Respondent {
    pub actor: String,
    pub wave: Option<String>,
    /// `None` where the cell is blank or wrong: what became of asking is not known.
    pub status: Option<Response>,
    pub evidence: Evidence,
}

/// A step of the story that the page tells.
///
/// ```
/// use tertius::study::Step;
/// let row = Step { title: "Who was there".into(), ..Step::default() };
/// assert!(row.actors.is_empty(), "everybody is in focus");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Step {
    pub title: String,
    pub text: Option<String>,
    pub actors: Vec<String>,
    pub sector: Vec<String>,
    pub locality: Vec<String>,
    pub relation: Vec<String>,
    pub wave: Vec<String>,
    pub certainty: Vec<Certainty>,
    pub status: Vec<Status>,
    pub size: Option<String>,
    pub color: Option<String>,
    pub evidence: Evidence,
}

/// A document, interview, survey or record.
///
/// ```
/// use tertius::study::Source;
/// let row = Source { id: "minutes".into(), ..Source::default() };
/// assert!(row.date.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[expect(missing_docs, reason = "columns are described in TABLES")]
pub struct Source {
    pub id: String,
    pub kind: Option<String>,
    pub title: Option<String>,
    pub date: Option<When>,
    pub licence: Option<String>,
    pub evidence: Evidence,
}
