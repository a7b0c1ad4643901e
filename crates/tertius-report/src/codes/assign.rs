//! Which code each actor, activity, place and word of a further column gets.

use std::collections::{BTreeMap, HashMap};

use tertius::Study;
use tertius::study::Organisation;

/// The codes, by what they replace. A code is name and identifier in one.
#[derive(Default)]
pub(super) struct Codes {
    pub(super) organisations: HashMap<String, String>,
    pub(super) people: HashMap<String, String>,
    pub(super) activities: HashMap<String, String>,
    /// Places, whether `localities.csv` lists them or not.
    pub(super) localities: HashMap<String, String>,
    /// Words of columns that no vocabulary declares, by column and word.
    columns: HashMap<(String, String), String>,
    numbers: HashMap<String, usize>,
}

impl Codes {
    pub(super) fn of(study: &Study) -> Self {
        let sectors = sector_codes(study);
        let mut codes = Self::default();
        for it in &study.organisations {
            let code = codes.next(code_of(it, &sectors));
            codes.organisations.insert(it.id.clone(), code);
        }
        for it in &study.people {
            let code = codes.next("Person");
            codes.people.insert(it.id.clone(), code);
        }
        for it in &study.activities {
            let code = codes.next("Activity");
            codes.activities.insert(it.id.clone(), code);
        }
        for place in places(study) {
            if !codes.localities.contains_key(place) {
                let code = codes.next("Place");
                codes.localities.insert(place.to_owned(), code);
            }
        }
        codes
    }

    /// The next code of a kind: `Place 03`.
    fn next(&mut self, kind: &str) -> String {
        let number = self.numbers.entry(kind.to_owned()).or_default();
        *number += 1;
        format!("{kind} {number:02}")
    }

    /// The code of an actor: an organisation, or else a person.
    pub(super) fn actor(&self, id: &str) -> Option<&String> {
        self.organisations.get(id).or_else(|| self.people.get(id))
    }

    /// The code of a word in a further column: `district 02`.
    pub(super) fn word(&mut self, column: &str, word: &str) -> String {
        let key = (column.to_owned(), word.to_owned());
        if let Some(code) = self.columns.get(&key) {
            return code.clone();
        }
        let code = self.next(column);
        self.columns.insert(key, code.clone());
        code
    }
}

/// Every word for a place: the listed ones, then others where they are first met.
fn places(study: &Study) -> impl Iterator<Item = &str> {
    let listed = study.localities.iter().map(|it| &it.id);
    let parents = study.localities.iter().filter_map(|it| it.parent.as_ref());
    let organisations = study.organisations.iter().flat_map(|it| &it.localities);
    let people = study.people.iter().flat_map(|it| &it.localities);
    let activities = study.activities.iter().flat_map(|it| &it.localities);
    let used = parents.chain(organisations).chain(people).chain(activities);
    listed.chain(used).map(String::as_str)
}

fn code_of<'c>(it: &Organisation, sectors: &'c BTreeMap<String, String>) -> &'c str {
    it.sector.as_ref().and_then(|sector| sectors.get(sector)).map_or("Organisation", String::as_str)
}

/// The initials of each sector's label; the whole label where it is one word, or where two sectors
/// have the same initials.
fn sector_codes(study: &Study) -> BTreeMap<String, String> {
    let mut sectors: Vec<&String> =
        study.organisations.iter().filter_map(|it| it.sector.as_ref()).collect();
    sectors.sort_unstable();
    sectors.dedup();
    let said = |sector: &&String| study.sector_label(sector).to_owned();
    let labels: Vec<String> = sectors.iter().map(said).collect();
    let short: Vec<String> = labels.iter().map(|label| initials(label)).collect();
    let code = |at: usize| {
        let shared = short.iter().filter(|it| **it == short[at]).count() > 1;
        if shared || short[at].chars().count() < 2 { labels[at].clone() } else { short[at].clone() }
    };
    sectors.iter().enumerate().map(|(at, sector)| ((*sector).clone(), code(at))).collect()
}

fn initials(label: &str) -> String {
    let words = label.split([' ', '-', '/']).filter(|word| !["and", "of", "the"].contains(word));
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_initials_unless_they_say_too_little_or_the_same() {
        let organisation = |id: &str, sector: &str| Organisation {
            id: id.to_owned(),
            name: format!("The {id}"),
            sector: (!sector.is_empty()).then(|| sector.to_owned()),
            ..Organisation::default()
        };
        let study = Study {
            organisations: vec![
                organisation("a", "further education"),
                organisation("b", "further education"),
                organisation("c", "health"),
                organisation("d", "local government"),
                organisation("e", "local giving"),
                organisation("f", ""),
            ],
            ..Study::default()
        };
        let codes = Codes::of(&study);
        let names = study.organisations.iter().map(|it| codes.organisations[&it.id].as_str());
        let names: Vec<&str> = names.collect();
        let expected = [
            "FE 01",
            "FE 02",
            "health 01",
            "local government 01",
            "local giving 01",
            "Organisation 01",
        ];
        assert_eq!(names, expected);
    }
}
