use std::collections::{HashMap, HashSet};

use super::names::fold;

/// The words a column may use: declared in `study.toml`, or, if none are declared, those that occur.
pub(super) struct Vocabulary {
    /// What it is a vocabulary of: sector, relation, role.
    pub(super) name: &'static str,
    declared: bool,
    words: Vec<String>,
    /// Folding costs more than all else, and most cells are written as the word is.
    as_written: HashSet<String>,
    by_folded: HashMap<String, usize>,
}

impl Vocabulary {
    /// A vocabulary from pairs of word and label; empty means that any word is allowed.
    pub(super) fn new<'a>(
        name: &'static str,
        declared: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut vocabulary = Self {
            name,
            declared: false,
            words: vec![],
            as_written: HashSet::new(),
            by_folded: HashMap::new(),
        };
        for (word, label) in declared {
            vocabulary.add(word);
            let last = vocabulary.words.len() - 1;
            vocabulary.by_folded.entry(fold(label)).or_insert(last);
            vocabulary.declared = true;
        }
        vocabulary
    }

    /// Whether any word is allowed.
    pub(super) fn is_open(&self) -> bool {
        !self.declared
    }

    /// The word as declared or first written.
    pub(super) fn find(&self, word: &str) -> Option<String> {
        if self.as_written.contains(word) {
            return Some(word.to_owned());
        }
        self.by_folded.get(&fold(word)).map(|&at| self.words[at].clone())
    }

    pub(super) fn add(&mut self, word: &str) -> String {
        self.as_written.insert(word.to_owned());
        self.by_folded.insert(fold(word), self.words.len());
        self.words.push(word.to_owned());
        word.to_owned()
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}
