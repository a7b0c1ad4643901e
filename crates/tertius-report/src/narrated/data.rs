//! What the page holds, as its viewer reads it: the Rust half of `viewer/src/data.ts`. Numbers in
//! lists are positions in the list named.

use std::collections::BTreeMap;

use serde::Serialize;

use super::json::Number;

/// The form of the data; it changes when a viewer of the form before could no longer read it.
pub(super) const SCHEMA: &str = "tertius.page/1";

#[derive(Debug, Serialize)]
pub(super) struct PageData {
    pub(super) schema: &'static str,
    pub(super) title: String,
    /// Sentences written from the numbers.
    pub(super) summary: Vec<String>,
    pub(super) view: String,
    pub(super) notice: String,
    pub(super) software: String,
    /// Blank where actors go by codes.
    pub(super) command: String,
    pub(super) anonymised: bool,
    pub(super) directed: bool,
    /// What tie strength is, in a sentence; blank where all ties are alike.
    pub(super) strength: String,
    /// How positions were found, as a caption says it.
    pub(super) layout: String,
    pub(super) groupings: Vec<Grouping>,
    pub(super) measures: Vec<Measure>,
    pub(super) relations: Vec<Term>,
    pub(super) waves: Vec<Term>,
    /// The wave that is shown first; `None` for all.
    pub(super) wave: Option<usize>,
    pub(super) certainties: Vec<Term>,
    pub(super) statuses: Vec<Term>,
    pub(super) actors: Vec<Actor>,
    pub(super) ties: Vec<Tie>,
    pub(super) story: Vec<Step>,
    /// What was not drawn, was merged or left out.
    pub(super) notes: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Term {
    pub(super) id: String,
    pub(super) label: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Grouping {
    pub(super) id: String,
    pub(super) label: String,
    /// Whether any actor belongs to several.
    pub(super) cover: bool,
    pub(super) groups: Vec<Term>,
}

#[derive(Debug, Serialize)]
pub(super) struct Measure {
    pub(super) id: &'static str,
    pub(super) label: String,
    /// One sentence.
    pub(super) about: String,
    /// Decimals to show.
    pub(super) decimals: u8,
}

#[derive(Debug, Serialize)]
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    /// In points, y downwards, as in the printed figure.
    pub(super) x: Number,
    pub(super) y: Number,
    pub(super) person: bool,
    /// Whether it stands for several that were counted and not named.
    pub(super) collective: bool,
    /// For each grouping, the groups.
    pub(super) groups: Vec<Vec<usize>>,
    /// For each measure; `None` where undefined.
    pub(super) values: Vec<Option<Number>>,
    /// Why a value is undefined, by measure.
    pub(super) why: BTreeMap<usize, String>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) notes: Vec<Note>,
}

/// The researcher's words, those of the source, and which source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "a row has a note, and so has what is shown of it")]
pub(super) struct Note {
    pub(super) note: String,
    pub(super) quote: String,
    pub(super) source: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Tie {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) strength: Number,
    pub(super) evidence: Vec<Evidence>,
}

#[derive(Debug, Serialize)]
pub(super) struct Evidence {
    pub(super) relation: usize,
    pub(super) wave: Option<usize>,
    pub(super) certainty: Option<usize>,
    pub(super) status: Option<usize>,
    /// In words, without the two names.
    pub(super) says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<Note>,
}

#[derive(Debug, Serialize)]
pub(super) struct Step {
    pub(super) title: String,
    pub(super) text: String,
    /// Who is in focus; nobody means everybody.
    pub(super) actors: Vec<usize>,
    /// What stays in sight: by grouping, or by `relation`, `wave`, `certainty`, `status`.
    pub(super) only: BTreeMap<String, Vec<usize>>,
    pub(super) size: String,
    pub(super) color: String,
}
