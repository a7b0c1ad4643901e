//! Words as people read them.

use super::Study;

impl Study {
    /// A sector as people read it: its label in study.toml, or the word of the tables if it has none.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::{Settings, Word};
    /// let word = Word { id: "HE".into(), label: "universities".into(), ..Word::default() };
    /// let settings = Settings { sector: vec![word], ..Settings::default() };
    /// let study = Study { settings, ..Study::default() };
    /// assert_eq!((study.sector_label("HE"), study.sector_label("FE")), ("universities", "FE"));
    /// ```
    pub fn sector_label<'a>(&'a self, id: &'a str) -> &'a str {
        label(self.settings.sector.iter().map(|it| (&*it.id, &*it.label)), id)
    }

    /// A relation as people read it: its label in study.toml, or the word of the tables if it has none.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::{Relation, Settings};
    /// let (id, label) = ("funds".to_owned(), "pays for".to_owned());
    /// let funds = Relation { id, label, ..Relation::default() };
    /// let settings = Settings { relation: vec![funds], ..Settings::default() };
    /// let study = Study { settings, ..Study::default() };
    /// assert_eq!(study.relation_label("funds"), "pays for");
    /// ```
    pub fn relation_label<'a>(&'a self, id: &'a str) -> &'a str {
        label(self.settings.relation.iter().map(|it| (&*it.id, &*it.label)), id)
    }

    /// A role as people read it: its label in study.toml, or the word of the tables if it has none.
    ///
    /// ```
    /// use tertius::Study;
    /// assert_eq!(Study::default().role_label("chair"), "chair");
    /// ```
    pub fn role_label<'a>(&'a self, id: &'a str) -> &'a str {
        label(self.settings.role.iter().map(|it| (&*it.id, &*it.label)), id)
    }

    /// A locality as people read it: its name in the table of localities, or the word of the other
    /// tables if it has none.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::Locality;
    /// let (id, name) = ("wm".to_owned(), "West Midlands".to_owned());
    /// let place = Locality { id, name, ..Locality::default() };
    /// let study = Study { localities: vec![place], ..Study::default() };
    /// assert_eq!(study.locality_label("wm"), "West Midlands");
    /// ```
    pub fn locality_label<'a>(&'a self, id: &'a str) -> &'a str {
        label(self.localities.iter().map(|it| (&*it.id, &*it.name)), id)
    }
}

/// The label of a word, or the word itself where it has none.
fn label<'a>(mut labels: impl Iterator<Item = (&'a str, &'a str)>, id: &'a str) -> &'a str {
    let label = labels.find(|(word, _)| *word == id).map(|(_, label)| label);
    label.filter(|label| !label.is_empty()).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::super::{Locality, Relation, Settings, Study, Word};

    #[test]
    fn a_word_without_a_label_is_its_own() {
        let [id, name] = ["a", "As people say"].map(str::to_owned);
        let labelled = Word { id: id.clone(), label: name.clone(), ..Word::default() };
        let bare = Word { id: "b".to_owned(), ..Word::default() };
        let relation = Relation { id: id.clone(), label: name.clone(), ..Relation::default() };
        let study = Study {
            settings: Settings {
                sector: vec![labelled.clone(), bare],
                role: vec![labelled],
                relation: vec![relation],
                ..Settings::default()
            },
            localities: vec![Locality { id, name, ..Locality::default() }],
            ..Study::default()
        };
        let labels = |id| {
            let (sector, role) = (study.sector_label(id), study.role_label(id));
            [sector, role, study.relation_label(id), study.locality_label(id)]
        };
        assert_eq!(labels("a"), ["As people say"; 4]);
        assert_eq!(labels("b"), ["b"; 4]);
    }
}
