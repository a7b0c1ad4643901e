use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::{Activity, Certainty, Response, Status, Study, Time};

/// What was understood of a study: the first thing to read, before any problem.
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
/// let summary = study.summary();
/// assert_eq!((summary.people, summary.posts, summary.period), (2, 0, None));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Title, or the name of the folder.
    pub title: String,
    /// What must be seen wherever the study is shown.
    pub notice: String,
    /// Whether the data are invented.
    pub synthetic: bool,
    /// Organisations by kind.
    pub organisations: Vec<Counted>,
    /// Groups that were counted and not named, with how many each stands for.
    pub groups: Vec<(String, String)>,
    /// Organisations (people, if there are none) by sector, by the labels of the vocabulary and in its
    /// order; the last is not known.
    pub sectors: Vec<Counted>,
    /// Number of people.
    pub people: usize,
    /// Number of posts of people in organisations.
    pub posts: usize,
    /// Ties by relation and status.
    pub ties: Vec<Counted>,
    /// Activities by kind.
    pub activities: Vec<Counted>,
    /// Participations by status.
    pub participation: Vec<Counted>,
    /// Localities by name, those of most actors and activities first: the rows of their table, or
    /// the words that other tables use if there is none.
    pub localities: Vec<Counted>,
    /// First and last year on record, of dates and of waves that date what has no other date.
    pub period: Option<(i32, i32)>,
    /// Rows of ties, posts and activities that are dated, by a start, an end or a wave that is a
    /// year (of an activity, the wave of who took part), and all of them.
    pub dated: (usize, usize),
    /// Waves, in order.
    pub waves: Vec<String>,
    /// Who was asked, by wave; empty if nobody was.
    pub responses: Vec<ResponseCount>,
    /// Rows of ties, posts and participation by certainty.
    pub certainty: Vec<Counted>,
}

/// A word and how often it occurs.
///
/// ```
/// use tertius::Study;
/// use tertius::study::Activity;
/// let talk = Activity { kind: Some("talk".to_owned()), ..Activity::default() };
/// let study = Study { activities: vec![talk.clone(), talk], ..Study::default() };
/// let counted = &study.summary().activities[0];
/// assert_eq!((counted.word.as_str(), counted.count), ("talk", 2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The word.
    pub word: String,
    /// How often.
    pub count: usize,
}

/// What became of asking, in one wave.
///
/// ```
/// use tertius::Study;
/// use tertius::study::{Evidence, Respondent, Response};
/// let (actor, evidence) = ("ann".to_owned(), Evidence::default());
/// let ann = Respondent { actor, wave: None, status: Some(Response::Refused), evidence };
/// let study = Study { respondents: vec![ann], ..Study::default() };
/// let asked = &study.summary().responses[0];
/// assert_eq!((asked.asked, asked.responded, asked.refused), (1, 0, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResponseCount {
    /// The wave; blank if there are none.
    pub wave: String,
    /// How many were asked: all but those not asked.
    pub asked: usize,
    /// How many answered in full.
    pub responded: usize,
    /// How many answered in part.
    pub partial: usize,
    /// How many refused or did not answer.
    pub refused: usize,
}

impl Study {
    /// What was understood of the study.
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
    /// assert_eq!(study.summary().people, 2);
    /// ```
    pub fn summary(&self) -> Summary {
        let kind =
            |kind: &Option<String>| kind.clone().unwrap_or_else(|| "kind not stated".to_owned());
        let groups = self.organisations.iter().filter(|it| it.is_group());
        Summary {
            title: self.title().to_owned(),
            notice: self.settings.notice.clone(),
            synthetic: self.settings.synthetic,
            organisations: count(self.organisations.iter().map(|it| kind(&it.kind))),
            groups: groups.map(|it| (it.name.clone(), it.count())).collect(),
            sectors: self.sector_counts(),
            people: self.people.len(),
            posts: self.affiliations.len(),
            ties: count(self.ties.iter().map(|it| {
                let relation = it.relation.as_deref().map_or("tie", |id| self.relation_label(id));
                if it.status == Status::Observed {
                    relation.to_owned()
                } else {
                    format!("{relation} ({})", it.status.word())
                }
            })),
            activities: count(self.activities.iter().map(|it| kind(&it.kind))),
            participation: count(self.participation.iter().map(|it| it.status.word().to_owned())),
            localities: self.locality_counts(),
            period: self.years(),
            dated: self.dated(),
            waves: self.waves().into_iter().map(str::to_owned).collect(),
            responses: self.responses(),
            certainty: self.certainties(),
        }
    }

    /// Title, or the name of the folder.
    ///
    /// ```
    /// use tertius::Study;
    /// let study = Study { name: "lsrn".to_owned(), ..Study::default() };
    /// assert_eq!(study.title(), "lsrn");
    /// ```
    pub fn title(&self) -> &str {
        if self.settings.title.is_empty() { &self.name } else { &self.settings.title }
    }

    fn sector_counts(&self) -> Vec<Counted> {
        // People have the sectors of their posts: only in a study of people alone do they count here.
        let organisations = self.organisations.iter().map(|it| &it.sector);
        let people =
            self.people.iter().map(|it| &it.sector).filter(|_| self.organisations.is_empty());
        let sectors = organisations.chain(people);
        let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        sectors.for_each(|sector| *counts.entry(sector.as_deref()).or_default() += 1);
        let declared = self.settings.sector.iter().map(|it| it.id.as_str());
        let mut words: Vec<&str> = declared.filter(|it| counts.contains_key(&Some(*it))).collect();
        let others: Vec<&str> =
            counts.keys().flatten().copied().filter(|it| !words.contains(it)).collect();
        words.extend(others);
        let known = words
            .into_iter()
            .map(|id| Counted { word: self.sector_label(id).to_owned(), count: counts[&Some(id)] });
        let unknown =
            counts.get(&None).map(|&count| Counted { word: "not known".to_owned(), count });
        known.chain(unknown).collect()
    }

    fn locality_counts(&self) -> Vec<Counted> {
        let mut counts: BTreeMap<&str, usize> =
            self.localities.iter().map(|it| (it.id.as_str(), 0)).collect();
        let organisations = self.organisations.iter().flat_map(|it| &it.localities);
        let people = self.people.iter().flat_map(|it| &it.localities);
        let activities = self.activities.iter().flat_map(|it| &it.localities);
        for place in organisations.chain(people).chain(activities) {
            *counts.entry(place).or_default() += 1;
        }
        // As `locality_label` has it, without a search of all for each of them.
        let names: BTreeMap<&str, &str> =
            self.localities.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
        let name = |id: &str| names.get(id).copied().unwrap_or(id).to_owned();
        let mut places: Vec<_> =
            counts.into_iter().map(|(id, count)| Counted { word: name(id), count }).collect();
        places.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
        places
    }

    fn years(&self) -> Option<(i32, i32)> {
        let times = self.posts_and_ties().chain(self.activities.iter().map(Time::of_activity));
        let times = times.chain(self.parts().map(|(_, time)| time));
        let years: Vec<i32> = times.flat_map(|time| time.years()).flatten().collect();
        Some((*years.iter().min()?, *years.iter().max()?))
    }

    fn dated(&self) -> (usize, usize) {
        let parts = self.parts().filter(|(_, time)| time.is_dated());
        let by_parts: HashSet<&str> = parts.map(|(activity, _)| activity).collect();
        let is_dated =
            |it: &Activity| Time::of_activity(it).is_dated() || by_parts.contains(&*it.id);
        let dated = self.posts_and_ties().filter(Time::is_dated).count()
            + self.activities.iter().filter(|it| is_dated(it)).count();
        (dated, self.affiliations.len() + self.ties.len() + self.activities.len())
    }

    fn posts_and_ties(&self) -> impl Iterator<Item = Time<'_>> {
        self.affiliations.iter().map(Time::of_post).chain(self.ties.iter().map(Time::of_tie))
    }

    /// The activity and the time of each participation.
    fn parts(&self) -> impl Iterator<Item = (&str, Time<'_>)> {
        let activities: HashMap<&str, &Activity> =
            self.activities.iter().map(|it| (&*it.id, it)).collect();
        self.participation.iter().filter_map(move |it| {
            let activity = *activities.get(&*it.activity)?;
            Some((&*it.activity, Time::of_part(activity, it.wave.as_deref())))
        })
    }

    fn responses(&self) -> Vec<ResponseCount> {
        let mut waves: Vec<&str> =
            self.respondents.iter().map(|it| it.wave.as_deref().unwrap_or("")).collect();
        waves.sort_unstable();
        waves.dedup();
        let of = |wave: &str| {
            let in_wave = |status| {
                let rows =
                    self.respondents.iter().filter(|it| it.wave.as_deref().unwrap_or("") == wave);
                rows.filter(|it| it.status == Some(status)).count()
            };
            let (responded, partial) = (in_wave(Response::Responded), in_wave(Response::Partial));
            let refused = in_wave(Response::Refused);
            ResponseCount {
                wave: wave.to_owned(),
                asked: responded + partial + refused,
                responded,
                partial,
                refused,
            }
        };
        waves.into_iter().map(of).collect()
    }

    fn certainties(&self) -> Vec<Counted> {
        let ties = self.ties.iter().map(|it| it.evidence.certainty);
        let posts = self.affiliations.iter().map(|it| it.evidence.certainty);
        let parts = self.participation.iter().map(|it| it.evidence.certainty);
        let rows: Vec<Certainty> = ties.chain(posts).chain(parts).collect();
        [Certainty::Certain, Certainty::Probable, Certainty::Ambiguous]
            .into_iter()
            .map(|certainty| {
                let count = rows.iter().filter(|it| **it == certainty).count();
                Counted { word: format!("{certainty:?}").to_lowercase(), count }
            })
            .filter(|it| it.count > 0)
            .collect()
    }
}

/// Words with how often they occur, in order of first appearance.
fn count(words: impl Iterator<Item = String>) -> Vec<Counted> {
    let mut counts: Vec<Counted> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for word in words {
        let place = *places.entry(word.clone()).or_insert_with(|| {
            counts.push(Counted { word, count: 0 });
            counts.len() - 1
        });
        counts[place].count += 1;
    }
    counts
}
