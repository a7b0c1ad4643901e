//! Notes and quotes of rows, with the title of their source and where in it.

use std::collections::HashMap;

use tertius::study::{Evidence, Source};

use super::data::Note;
use crate::ground::Ground;

/// The words of rows; of none where actors go by codes.
pub(super) struct Notes<'s> {
    sources: HashMap<&'s str, &'s Source>,
    is_silent: bool,
}

impl<'s> Notes<'s> {
    pub(super) fn of_study(ground: &Ground<'s>) -> Self {
        let sources = ground.study.sources.iter().map(|it| (it.id.as_str(), it)).collect();
        Self { sources, is_silent: ground.run.anonymise }
    }

    /// What a row says; `None` if it has neither note nor quote nor source.
    pub(super) fn of(&self, row: &Evidence) -> Option<Note> {
        let note = Note {
            note: row.note.clone().unwrap_or_default(),
            quote: row.quote.clone().unwrap_or_default(),
            source: self.source(row),
        };
        let says = [&note.note, &note.quote, &note.source].iter().any(|it| !it.is_empty());
        (says && !self.is_silent).then_some(note)
    }

    /// What a row says of something else than what it is shown with, which is named; a source alone
    /// says nothing there.
    pub(super) fn titled(&self, title: &str, row: &Evidence) -> Option<Note> {
        let found = self.of(row).filter(|it| !(it.note.is_empty() && it.quote.is_empty()))?;
        let note = if found.note.is_empty() {
            title.to_owned()
        } else {
            format!("{title}: {}", found.note)
        };
        Some(Note { note, ..found })
    }

    /// What several rows say together, each word of it once.
    pub(super) fn of_all<'e>(&self, rows: impl IntoIterator<Item = &'e Evidence>) -> Option<Note> {
        let found: Vec<Note> = rows.into_iter().filter_map(|row| self.of(row)).collect();
        let joined = |part: fn(&Note) -> &str, between: &str| {
            let mut words: Vec<&str> = Vec::new();
            for word in found.iter().map(part).filter(|it| !it.is_empty()) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            words.join(between)
        };
        (!found.is_empty()).then(|| Note {
            note: joined(|it| &it.note, " "),
            quote: joined(|it| &it.quote, " \u{2026} "),
            source: joined(|it| &it.source, "; "),
        })
    }

    /// The title of the source, or what the table calls it, and where in it.
    fn source(&self, row: &Evidence) -> String {
        let Some(id) = &row.source else { return String::new() };
        let title = self.sources.get(id.as_str()).and_then(|it| it.title.as_ref()).unwrap_or(id);
        match &row.locator {
            Some(locator) => format!("{title}, {locator}"),
            None => title.clone(),
        }
    }
}
