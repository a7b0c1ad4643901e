//! What stops a cut: errors in the evidence, and words of the view that the study does not have.

use super::UNNAMED;
use crate::network::View;
use crate::study::{Severity, Study};
use crate::{Error, Result, counted};

impl Study {
    /// # Errors
    ///
    /// [`Error::Problems`] if anything must be mended before an analysis.
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
    /// assert!(study.refuse_errors().is_ok());
    /// ```
    pub fn refuse_errors(&self) -> Result<()> {
        let errors = self.problems.iter().filter(|it| it.severity == Severity::Error);
        let mut errors = errors.peekable();
        let Some(first) = errors.peek() else { return Ok(()) };
        let value = first.value.as_ref().map(|value| format!(" `{value}`")).unwrap_or_default();
        let first = format!("{}:{value} {}", first.place, first.message);
        let errors = counted(errors.count(), "error", "errors");
        Err(Error::Problems { study: self.name.clone(), errors, first })
    }

    pub(super) fn refuse_unknown_words(&self, view: &View) -> Result<()> {
        let mut relations: Vec<&str> =
            self.ties.iter().map(|tie| tie.relation.as_deref().unwrap_or(UNNAMED)).collect();
        relations.sort_unstable();
        relations.dedup();
        if let Some(relation) = view.relation.iter().find(|it| !relations.contains(&it.as_str())) {
            return Err(Error::unknown("relation", relation, relations));
        }
        if let Some(wave) = &view.wave {
            let waves = self.waves();
            if !waves.contains(&wave.as_str()) {
                return Err(Error::unknown("wave", wave, waves));
            }
        }
        if let Some(locality) = &view.locality {
            let known = self.locality_words();
            if !known.contains(&locality.as_str()) {
                return Err(Error::unknown("locality", locality, known));
            }
        }
        Ok(())
    }

    /// The waves of the study, in order.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::Tie;
    /// let tie = |wave: &str| Tie { wave: Some(wave.to_owned()), ..Tie::default() };
    /// let study = Study { ties: vec![tie("10"), tie("2")], ..Study::default() };
    /// assert_eq!(study.waves(), ["2", "10"]);
    /// ```
    pub fn waves(&self) -> Vec<&str> {
        let ties = self.ties.iter().filter_map(|it| it.wave.as_deref());
        let parts = self.participation.iter().filter_map(|it| it.wave.as_deref());
        let posts = self.affiliations.iter().filter_map(|it| it.wave.as_deref());
        let mut waves: Vec<&str> = ties.chain(parts).chain(posts).collect();
        waves.sort_by_key(|wave| (wave.parse::<u64>().unwrap_or(u64::MAX), *wave));
        waves.dedup();
        waves
    }

    fn locality_words(&self) -> Vec<&str> {
        let listed = self.localities.iter().map(|it| it.id.as_str());
        let used = self.organisations.iter().flat_map(|it| &it.localities).map(String::as_str);
        let mut words: Vec<&str> = listed.chain(used).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}
