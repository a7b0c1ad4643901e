//! Why a tie is suggested, in plain words.

use std::borrow::Cow;

use super::shortcut::{Gain, Suggestion};
use crate::counted;
use crate::network::{Grouping, Network, Rows};
use crate::options::Direction;

/// How many common alters are named.
pub(super) const NAMED: usize = 3;

/// What is said of a suggestion.
pub(super) struct Words<'n> {
    net: &'n Network,
    by: &'n Grouping,
    /// Ties either way.
    rows: Cow<'n, Rows>,
}

impl<'n> Words<'n> {
    pub(super) fn new(net: &'n Network, by: &'n Grouping) -> Self {
        Self { net, by, rows: net.rows(Direction::All) }
    }

    pub(super) fn name(&self, actor: u32) -> &str {
        &self.net.actors()[actor as usize].name
    }

    pub(super) fn group(&self, actor: u32) -> String {
        let groups = self.by.groups(actor as usize).iter();
        let labels = groups.map(|&group| self.by.labels()[group as usize].as_str());
        labels.collect::<Vec<_>>().join("; ")
    }

    /// How many alters an actor has, either way.
    fn alters(&self, actor: u32) -> usize {
        self.rows.alters(actor as usize).len()
    }

    /// Why a tie is suggested, in a sentence.
    pub(super) fn reason(&self, it: &Suggestion) -> String {
        let (from, to) = (self.name(it.from), self.name(it.to));
        let (a, b) =
            (format!("{from} ({})", self.group(it.from)), format!("{to} ({})", self.group(it.to)));
        let now = match it.steps {
            _ if !it.through.is_empty() => {
                let both = self.through(&it.through);
                if self.net.is_directed() {
                    format!("{a} and {b} are both tied to {both}, but {from} has no tie to {to}")
                } else {
                    format!("{a} and {b} are both tied to {both}, but not to each other")
                }
            }
            Some(steps) => {
                format!("{a} is {} from {b}", counted(steps.into(), "step", "steps"))
            }
            None => match (self.alters(it.from), self.alters(it.to)) {
                (0, 0) => format!("{a} and {b} are tied to nobody"),
                (0, k) => {
                    format!("{a} is tied to nobody, {b} to {}", counted(k, "other", "others"))
                }
                (k, 0) => {
                    format!("{a} is tied to {}, {b} to nobody", counted(k, "other", "others"))
                }
                _ => format!("{a} has no way to {b}"),
            },
        };
        let pairs = |pairs| counted(pairs, "pair", "pairs") + " of different " + self.by.name();
        let Gain { closer, joined, .. } = it.gain;
        let gain = if joined == closer {
            format!("join {} without a way to each other now", pairs(joined))
        } else if joined > 0 {
            let closer = pairs(closer);
            format!("bring {closer} closer, {joined} of them without a way to each other now")
        } else {
            format!("bring {} closer", pairs(closer))
        };
        let doubt = if self.net.is_observed(it.from as usize, it.to as usize) {
            ""
        } else {
            " It was not observed whether they have one already."
        };
        format!("{now}: a tie would {gain}.{doubt}")
    }

    /// The first common alters by name, and how many more there are.
    fn through(&self, alters: &[u32]) -> String {
        let mut names: Vec<String> =
            alters.iter().take(NAMED).map(|&alter| self.name(alter).to_owned()).collect();
        if alters.len() > NAMED {
            names.push(counted(alters.len() - NAMED, "other", "others"));
        }
        let last = names.pop().unwrap_or_default();
        if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
    }
}
