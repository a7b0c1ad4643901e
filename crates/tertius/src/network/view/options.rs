//! The options of a view in words, and how they are set.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::{Level, Via, View};
use crate::study::{Period, Study};
use crate::{Error, Result};

/// A view option: the same words in Rust, Python, `study.toml` and on the command line.
///
/// ```
/// use tertius::network::VIEW_OPTIONS;
/// let level = VIEW_OPTIONS.iter().find(|option| option.name == "level").unwrap();
/// assert_eq!(level.words, ["organisation", "unit", "person", "actor"]);
/// ```
#[derive(Debug)]
pub struct ViewOption {
    /// Its name.
    pub name: &'static str,
    /// The words it takes; empty if it takes any.
    pub words: &'static [&'static str],
    /// Whether it takes several.
    pub several: bool,
    /// What it chooses.
    pub about: &'static str,
}

/// Every view option.
///
/// ```
/// use tertius::network::VIEW_OPTIONS;
/// assert!(VIEW_OPTIONS.iter().any(|option| option.name == "via" && option.several));
/// ```
pub static VIEW_OPTIONS: &[ViewOption] = &[
    ViewOption {
        name: "relation",
        words: &[],
        several: true,
        about: "relations among the ties, separated by commas; all unless given",
    },
    ViewOption {
        name: "via",
        words: &["ties", "participation", "affiliations", "two-mode"],
        several: true,
        about: "what joins actors: recorded ties, shared activities (participation), shared people \
                (affiliations), or activities as actors of a second mode (two-mode)",
    },
    ViewOption {
        name: "period",
        words: &[],
        several: false,
        about: "time span, such as 2017..2019 or 2019-03",
    },
    ViewOption { name: "wave", words: &[], several: false, about: "wave of a repeated survey" },
    ViewOption {
        name: "status",
        words: &["observed", "aggregate", "wished", "reported_absent"],
        several: true,
        about: "which status of ties and participation; observed unless given",
    },
    ViewOption {
        name: "certainty",
        words: &["certain", "probable", "ambiguous"],
        several: false,
        about: "leave out what is less certain than this; nothing unless given",
    },
    ViewOption {
        name: "level",
        words: &["organisation", "unit", "person", "actor"],
        several: false,
        about: "who the actors are: units rolled up or not, people, or all as recorded",
    },
    ViewOption {
        name: "locality",
        words: &[],
        several: false,
        about: "actors that work in this locality or a part of it",
    },
    ViewOption {
        name: "weights",
        words: &["newman", "count", "binary"],
        several: false,
        about: "what a shared activity counts: the less the more share it (newman), or 1 (count); \
                binary: every tie counts 1",
    },
    ViewOption {
        name: "component",
        words: &["all", "largest"],
        several: false,
        about: "all actors, or only the largest set that can reach one another",
    },
    ViewOption {
        name: "groups",
        words: &["in", "out"],
        several: false,
        about: "whether groups that were counted and not named are actors",
    },
    ViewOption {
        name: "orientation",
        words: &["as-recorded", "undirected", "mutual", "reconstructed", "respondents"],
        several: false,
        about: "direction of ties: kept; or a pair is tied if either says so (undirected), if both \
                do (mutual), by whoever answered (reconstructed), or the same among those who \
                answered (respondents)",
    },
];

impl View {
    /// Sets one option by its words.
    ///
    /// # Errors
    ///
    /// An option that does not exist, or a word it does not take, with the nearest that would do.
    ///
    /// ```
    /// use tertius::View;
    /// let mut view = View::default();
    /// view.set("via", &["ties", "affiliations"])?;
    /// assert!(view.set("level", &["team"]).is_err());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn set(&mut self, option: &str, words: &[&str]) -> Result<()> {
        let Some(spec) = VIEW_OPTIONS.iter().find(|spec| spec.name == option) else {
            return Err(Error::unknown(
                "view option",
                option,
                VIEW_OPTIONS.iter().map(|spec| spec.name),
            ));
        };
        if let Some(word) =
            words.iter().find(|word| !spec.words.is_empty() && !spec.words.contains(word))
        {
            return Err(Error::unknown(
                &format!("value of --{option}"),
                word,
                spec.words.iter().copied(),
            ));
        }
        let Some(&word) = words.first() else { return Ok(()) };
        if words.len() > 1 && !spec.several {
            let (value, expected) = (words.join(", "), "it takes one word".to_owned());
            return Err(Error::Option { option: option.to_owned(), value, expected });
        }
        match option {
            "relation" => self.relation = words.iter().map(|&word| word.to_owned()).collect(),
            "via" => self.via = words_once(words).map(parsed).collect(),
            "period" => {
                let expected = "write a span such as 2017..2019, 2017-10.. or 2019".to_owned();
                let wrong =
                    Error::Option { option: option.to_owned(), value: word.to_owned(), expected };
                self.period = Some(Period::parse(word).ok_or(wrong)?);
            }
            "wave" => self.wave = Some(word.to_owned()),
            "status" => self.status = words_once(words).map(parsed).collect(),
            "certainty" => self.certainty = parsed(word),
            "level" => self.level = parsed(word),
            "locality" => self.locality = Some(word.to_owned()),
            "weights" => self.weights = parsed(word),
            "component" => self.component = parsed(word),
            "groups" => self.groups = parsed(word),
            _ => self.orientation = parsed(word),
        }
        Ok(())
    }

    /// Sets an option as it is typed in one word: `wave=1`, or `relation=trusts+advises` where the
    /// option takes several.
    pub(crate) fn set_typed(&mut self, typed: &str, asked: &str) -> Result<()> {
        let Some((option, value)) = typed.split_once('=') else {
            let expected = "write option=value, as in wave=1 or relation=trusts+advises, with commas \
                            between several options";
            let (option, value) = (asked.to_owned(), typed.to_owned());
            return Err(Error::Option { option, value, expected: expected.to_owned() });
        };
        let option = option.trim();
        let several = VIEW_OPTIONS.iter().any(|it| it.name == option && it.several);
        let words: Vec<&str> = if several { value.split('+').collect() } else { vec![value] };
        self.set(option, &words.into_iter().map(str::trim).collect::<Vec<_>>())
    }
}

/// Words in order, without repeats.
fn words_once<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w str> {
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| !words[..*at].contains(word))
        .map(|(_, word)| *word)
}

/// A word that has been checked against the words of its option.
fn parsed<'d, T: Deserialize<'d>>(word: &'d str) -> T {
    let word: StrDeserializer<'d, WordError> = word.into_deserializer();
    T::deserialize(word).expect("VIEW_OPTIONS lists the words that are read")
}

impl Study {
    /// The view that `study.toml` declares, over what suits the tables at hand: ties if there are
    /// any, else participation, else affiliations; organisations if there are any, else people.
    ///
    /// # Errors
    ///
    /// If `study.toml` declares a view option that does not exist.
    ///
    /// ```
    /// # use tertius::Study;
    /// # use tertius::study::{Reading, Sheet, Table};
    /// # let sheet = |file: &str, header: [&str; 2], rows: [[&str; 2]; 2]| {
    /// #     let mut sheet = Sheet::new(file, None, 1, header.map(str::to_owned).to_vec());
    /// #     for (row, number) in rows.iter().zip(2..) {
    /// #         sheet.push_row(number, row.iter().copied());
    /// #     }
    /// #     sheet
    /// # };
    /// # let people = sheet("people.csv", ["id", "name"], [["ann", "Ann Lee"], ["ben", "Ben"]]);
    /// # let ties = sheet("ties.csv", ["from", "to"], [["ann", "ben"], ["ben", "ann"]]);
    /// # let sheets = vec![(Table::People, people), (Table::Ties, ties)];
    /// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
    /// use tertius::network::Level;
    /// assert_eq!(study.default_view()?.level, Level::Person, "there are no organisations");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn default_view(&self) -> Result<View> {
        let via = if !self.ties.is_empty() {
            Via::Ties
        } else if !self.participation.is_empty() {
            Via::Participation
        } else {
            Via::Affiliations
        };
        let level = if self.organisations.is_empty() { Level::Person } else { Level::Organisation };
        let mut view = View { via: vec![via], level, ..View::default() };
        let declared = &self.settings.view;
        declared.iter().try_for_each(|(option, words)| view.set(option, &words.list()))?;
        Ok(view)
    }
}
