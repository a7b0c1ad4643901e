use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What `study.toml` says: all of it optional.
///
/// ```
/// use tertius::study::Settings;
/// let settings = Settings { title: "Learning system".to_owned(), ..Settings::default() };
/// assert!(!settings.synthetic);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Title shown on every page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// One or two plain sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Who coded or collected the evidence.
    pub authors: Vec<String>,
    /// Licence of the coding.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub licence: String,
    /// A sentence that must be seen wherever the study is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notice: String,
    /// Whether the data are invented.
    pub synthetic: bool,
    /// Columns that group actors, the main one first.
    pub groupings: Vec<String>,
    /// Default view, in the words of the command-line flags.
    pub view: BTreeMap<String, Words>,
    /// Vocabulary of sectors, in the order of legends.
    pub sector: Vec<Word>,
    /// Vocabulary of relations, with the meaning of their weights.
    pub relation: Vec<Relation>,
    /// Vocabulary of roles.
    pub role: Vec<Word>,
}

/// One word or several: `level = "person"`, `via = ["ties", "participation"]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "one and several")]
pub enum Words {
    One(String),
    Several(Vec<String>),
}

/// A word of a declared vocabulary.
///
/// ```
/// use tertius::study::Word;
/// let word = Word { id: "HE".into(), label: "universities".into(), ..Word::default() };
/// assert!(word.color.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Word {
    /// The word as tables use it.
    pub id: String,
    /// The word as people read it; blank is the id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// What it covers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Colour in figures, as `#rrggbb`; blank leaves it to the palette.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub color: String,
}

/// A relation: what a kind of tie means.
///
/// ```
/// use tertius::study::{Relation, WeightMeaning};
/// let relation = Relation { id: "advises".to_owned(), ..Relation::default() };
/// assert_eq!(relation.weight, WeightMeaning::Strength);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Relation {
    /// The word as tables use it.
    pub id: String,
    /// The word as people read it; blank is the id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// What it covers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Whether it goes one way where the table does not say.
    pub directed: bool,
    /// What its weight means.
    pub weight: WeightMeaning,
}

/// What the weight of a tie means: never guessed, always declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WeightMeaning {
    /// More is closer: frequency, hours, money.
    #[default]
    Strength,
    /// More is farther: minutes of travel, cost.
    Distance,
    /// Ordered answers (never … daily): treated as strength, and said to be ordinal.
    Ordinal,
    /// Weights are ignored: a tie is there or not.
    None,
}

impl Words {
    /// The words as a list.
    ///
    /// ```
    /// use tertius::study::Words;
    /// assert_eq!(Words::One("ties".to_owned()).list(), ["ties"]);
    /// ```
    pub fn list(&self) -> Vec<&str> {
        match self {
            Self::One(word) => vec![word],
            Self::Several(words) => words.iter().map(String::as_str).collect(),
        }
    }
}
