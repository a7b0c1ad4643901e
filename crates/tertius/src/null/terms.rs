//! What ties are set beside, in words.

use super::Dyadic;
use crate::catalogue::{Cut, OptionSpec, Takes};
use crate::network::{Keep, Network, VIEW_OPTIONS, View};
use crate::options::Ties;
use crate::{Arguments, Error, Result};

/// `with`: the terms.
pub(crate) const WITH: OptionSpec = OptionSpec {
    name: "with",
    takes: Takes::Names,
    default: "same:sector",
    about: "what the ties are set beside, with commas between several: same:sector, difference:size, \
            distance:size, distance:locality (by coordinates), sender:size, receiver:size, or another \
            network of the study by an option of its view, as relation=trusts or wave=1",
};

/// What is made of attributes: before the colon.
const KINDS: [&str; 5] = ["same", "difference", "distance", "sender", "receiver"];

/// Where terms are read from: a network, and the study and view it was cut from, if there is one.
#[derive(Clone, Copy)]
pub(super) struct Terms<'n> {
    pub(super) net: &'n Network,
    pub(super) cut: Option<Cut<'n>>,
}

impl Terms<'_> {
    /// The terms asked for; what ties of other networks count is said by `ties`.
    pub(super) fn read(self, arguments: &Arguments, ties: Ties) -> Result<Vec<Dyadic>> {
        let words = arguments.names(WITH.name);
        let words = if words.is_empty() { vec![WITH.default] } else { words };
        let mut once: Vec<&str> = Vec::new();
        for word in words {
            if !once.contains(&word) {
                once.push(word);
            }
        }
        once.into_iter().map(|word| self.term(word, ties)).collect()
    }

    fn term(self, word: &str, ties: Ties) -> Result<Dyadic> {
        if word.contains('=') {
            return self.other_view(word, ties);
        }
        let Some((kind, attribute)) = word.split_once(':') else { return Err(unknown(word)) };
        match (kind, attribute) {
            ("same", _) => Dyadic::same(self.net, attribute),
            ("difference", _) => Dyadic::difference(self.net, attribute),
            ("distance", "locality") => self.between_localities(word),
            ("distance", _) => Dyadic::distance(self.net, attribute),
            ("sender", _) => Dyadic::sender(self.net, attribute),
            ("receiver", _) => Dyadic::receiver(self.net, attribute),
            _ => Err(unknown(word)),
        }
    }

    fn between_localities(self, word: &str) -> Result<Dyadic> {
        let Some((study, _)) = self.cut else {
            let why = "coordinates of localities are in a study, and a network has none";
            return Err(Error::not_applicable(word, why));
        };
        Dyadic::between_localities(study, self.net)
    }

    /// The ties of the same view with one option set otherwise.
    fn other_view(self, word: &str, ties: Ties) -> Result<Dyadic> {
        let Some((study, view)) = self.cut else {
            let why = "another view is cut from a study, and this is one network";
            return Err(Error::not_applicable(word, why));
        };
        // Whoever is outside the largest component there still has no ties: that is known.
        let mut view = View { component: Keep::All, ..view.clone() };
        view.set_typed(word, WITH.name)?;
        Ok(Dyadic::ties_of(self.net, &study.network(&view)?, ties)?.named(word))
    }
}

fn unknown(word: &str) -> Error {
    let attribute = word.split_once(':').map_or("sector", |(_, attribute)| attribute);
    let kinds = KINDS.iter().map(|kind| format!("{kind}:{attribute}"));
    let options = VIEW_OPTIONS.iter().map(|it| format!("{}=…", it.name));
    let known: Vec<String> = kinds.chain(options).collect();
    Error::unknown("term", word, known.iter().map(String::as_str))
}
