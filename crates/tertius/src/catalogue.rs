//! Every measure, as the command line, the report, the docs and the tests see it.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use crate::network::{Grouping, Network, View};
use crate::study::Study;
use crate::{Error, Result, Results, Watch, actor, change, group, null, tie, whole};

/// What carries the value of a measure; or what it does with the values of others.
///
/// ```
/// use tertius::Unit;
/// assert_eq!(Unit::Actor.to_string(), "actor");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Unit {
    Actor,
    Tie,
    Group,
    Whole,
    Null,
    Change,
}

/// A measure.
///
/// ```
/// use tertius::{Measure, Unit};
/// let measure = Measure::find(Unit::Actor, "betweenness").unwrap();
/// assert_eq!(measure.source, "Freeman 1977; Brandes 2001");
/// ```
#[derive(Debug)]
pub struct Measure {
    /// What carries the value.
    pub unit: Unit,
    /// Its name: that of its function, file, page and golden numbers.
    pub name: &'static str,
    /// Author and year of the source.
    pub source: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
    /// Its options.
    pub options: &'static [OptionSpec],
    /// What it is a measure of.
    pub run: Run,
}

/// What a measure is a measure of, and its function.
#[derive(Debug)]
pub enum Run {
    /// Of a network.
    Network(fn(&Network, &Arguments, &Watch) -> Result<Results>),
    /// Of a study, through a view.
    Study(fn(&Study, &View, &Arguments, &Watch) -> Result<Results>),
    /// Of a network, with the study and the view it was cut from where there are any: of these it may
    /// be asked more, such as another view beside the first.
    Cut(fn(&Network, Option<Cut<'_>>, &Arguments, &Watch) -> Result<Results>),
}

/// The study and the view that a network was cut from.
pub type Cut<'s> = (&'s Study, &'s View);

/// An option of a measure.
///
/// ```
/// use tertius::{Measure, Unit};
/// let degree = Measure::find(Unit::Actor, "degree").unwrap();
/// assert_eq!((degree.options[0].name, degree.options[0].default), ("alpha", "0.5"));
/// ```
#[derive(Debug)]
pub struct OptionSpec {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What it is if it is not given; blank if that is said by `about`.
    pub default: &'static str,
    /// What it chooses.
    pub about: &'static str,
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Takes {
    /// One of these words.
    Words(&'static [&'static str]),
    /// An attribute of actors to group them by.
    Grouping,
    /// A number in this range, its ends included.
    Number {
        /// The least it can be.
        least: f64,
        /// The most it can be.
        most: f64,
    },
    /// A whole number in this range, its ends included.
    Count {
        /// The least it can be.
        least: u64,
        /// The most it can be.
        most: u64,
    },
    /// A name from the study: an actor, a group, a relation; several with commas between them.
    Names,
}

/// Every measure, by unit and name. Each stands in the file that bears its name.
///
/// ```
/// use tertius::{MEASURES, Unit};
/// assert!(MEASURES.iter().any(|it| it.unit == Unit::Whole && it.name == "density"));
/// ```
pub static MEASURES: &[Measure] = &[
    actor::alters::MEASURE,
    actor::betweenness::MEASURE,
    actor::betweenness_between::MEASURE,
    actor::betweenness_by_role::MEASURE,
    actor::bonacich_power::MEASURE,
    actor::bridging::MEASURE,
    actor::brokerage::MEASURE,
    actor::brokerage_exclusivity::MEASURE,
    actor::closeness::MEASURE,
    actor::community::MEASURE,
    actor::constraint::MEASURE,
    actor::core::MEASURE,
    actor::coreness::MEASURE,
    actor::cut_points::MEASURE,
    actor::degree::MEASURE,
    actor::effective_size::MEASURE,
    actor::ego_betweenness::MEASURE,
    actor::eigenvector::MEASURE,
    actor::hierarchy::MEASURE,
    actor::hits::MEASURE,
    actor::homophily::MEASURE,
    actor::honest_broker::MEASURE,
    actor::information::MEASURE,
    actor::katz::MEASURE,
    actor::key_players::MEASURE,
    actor::pagerank::MEASURE,
    actor::participation::MEASURE,
    actor::reach::MEASURE,
    actor::removal::MEASURE,
    actor::robustness::MEASURE,
    actor::segregation::MEASURE,
    actor::spanners::MEASURE,
    tie::backbone::MEASURE,
    tie::betweenness::MEASURE,
    tie::bridges::MEASURE,
    tie::crossing::MEASURE,
    tie::embeddedness::MEASURE,
    tie::suggestions::MEASURE,
    group::brokerage::MEASURE,
    group::density::MEASURE,
    group::ei_index::MEASURE,
    group::gaps::MEASURE,
    group::homophily::MEASURE,
    group::mixing::MEASURE,
    group::overlap::MEASURE,
    whole::assortativity::MEASURE,
    whole::brokerage::MEASURE,
    whole::centralization::MEASURE,
    whole::communities::MEASURE,
    whole::components::MEASURE,
    whole::core_periphery::MEASURE,
    whole::density::MEASURE,
    whole::ei_index::MEASURE,
    whole::fragmentation::MEASURE,
    whole::geodesics::MEASURE,
    whole::krackhardt::MEASURE,
    whole::reciprocity::MEASURE,
    whole::robustness::MEASURE,
    whole::segregation::MEASURE,
    whole::transitivity::MEASURE,
    whole::triad_census::MEASURE,
    whole::two_mode_clustering::MEASURE,
    null::bootstrap::MEASURE,
    null::boundaries::MEASURE,
    null::bounds::MEASURE,
    null::compare::MEASURE,
    null::cug::MEASURE,
    null::jackknife::MEASURE,
    null::mrqap::MEASURE,
    null::mrqap_logit::MEASURE,
    null::qap::MEASURE,
    null::test::MEASURE,
    change::actors::MEASURE,
    change::closure::MEASURE,
    change::groups::MEASURE,
    change::localities::MEASURE,
    change::pairs::MEASURE,
    change::participation::MEASURE,
    change::routes::MEASURE,
    change::ties::MEASURE,
];

impl Unit {
    /// Every unit.
    ///
    /// ```
    /// use tertius::Unit;
    /// assert_eq!(Unit::ALL.map(Unit::name), ["actor", "tie", "group", "whole", "null", "change"]);
    /// ```
    pub const ALL: [Self; 6] =
        [Self::Actor, Self::Tie, Self::Group, Self::Whole, Self::Null, Self::Change];

    /// Its name: that of the module, the folder and the command.
    ///
    /// ```
    /// use tertius::Unit;
    /// assert_eq!(Unit::Tie.name(), "tie");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Tie => "tie",
            Self::Group => "group",
            Self::Whole => "whole",
            Self::Null => "null",
            Self::Change => "change",
        }
    }

    /// What it is.
    ///
    /// ```
    /// use tertius::Unit;
    /// assert!(Unit::Whole.about().ends_with("the whole network"));
    /// ```
    pub fn about(self) -> &'static str {
        match self {
            Self::Actor => "measures with one value, or one profile, for each actor",
            Self::Tie => "measures with one value, or one profile, for each tie or pair of actors",
            Self::Group => "measures with one value for each group, or pair of groups",
            Self::Whole => "measures with one value for the whole network",
            Self::Null => "what a finding is worth: tests against chance, intervals, bounds",
            Self::Change => "what changed between two waves or periods",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Takes {
    /// Whether it takes a value.
    fn check(self, option: &str, value: &str) -> Result<()> {
        let fits = match self {
            Self::Words(words) if words.contains(&value) => return Ok(()),
            Self::Words(words) => {
                let words = words.iter().copied();
                return Err(Error::unknown(&format!("value of --{option}"), value, words));
            }
            Self::Grouping | Self::Names => true,
            Self::Number { least, most } => {
                value.parse().is_ok_and(|value| (least..=most).contains(&value))
            }
            Self::Count { least, most } => {
                value.parse().is_ok_and(|value| (least..=most).contains(&value))
            }
        };
        let (option, value) = (option.to_owned(), value.to_owned());
        if fits { Ok(()) } else { Err(Error::Option { option, value, expected: self.expected() }) }
    }

    /// What it takes, in words.
    fn expected(self) -> String {
        match self {
            Self::Words(words) => format!("one of {}", words.join(", ")),
            Self::Grouping => "an attribute of actors".to_owned(),
            Self::Names => "a name from the study".to_owned(),
            Self::Number { least: f64::MIN, most: f64::MAX } => "a number".to_owned(),
            Self::Number { least, most } if most >= f64::MAX => {
                format!("a number, {least} or more")
            }
            Self::Number { least, most } => format!("a number from {least} to {most}"),
            Self::Count { least, most: u64::MAX } => format!("a whole number, {least} or more"),
            Self::Count { least, most } => format!("a whole number from {least} to {most}"),
        }
    }
}

impl Measure {
    /// The measure with a unit and a name.
    ///
    /// ```
    /// use tertius::{Measure, Unit};
    /// assert!(Measure::find(Unit::Actor, "degree").is_some());
    /// assert!(Measure::find(Unit::Actor, "importance").is_none());
    /// ```
    pub fn find(unit: Unit, name: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.unit == unit && measure.name == name)
    }

    /// The measure with a unit and a name, such as `whole ei_index`; the unit may be left out where
    /// one measure has the name.
    ///
    /// # Errors
    ///
    /// If there is no such measure, or if there are several.
    ///
    /// ```
    /// use tertius::Measure;
    /// assert_eq!(Measure::named("whole density")?.name, "density");
    /// assert_eq!(Measure::named("constraint")?.unit.name(), "actor");
    /// let several = Measure::named("density").unwrap_err().to_string();
    /// assert!(several.ends_with("`group density` or `whole density`"), "{several}");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn named(words: &str) -> Result<&'static Self> {
        let (unit, name) = match words.split_once([' ', '.', ':']) {
            Some((unit, name)) => (Some(unit.trim()), name.trim_matches([' ', ':'])),
            None => (None, words),
        };
        let has = |it: &&Self| it.name == name && unit.is_none_or(|unit| it.unit.name() == unit);
        let named = |it: &Self| format!("{} {}", it.unit, it.name);
        let found: Vec<&Self> = MEASURES.iter().filter(has).collect();
        match found[..] {
            [one] => Ok(one),
            [] => {
                let all: Vec<String> = match unit {
                    Some(_) => MEASURES.iter().map(named).collect(),
                    None => MEASURES.iter().map(|it| it.name.to_owned()).collect(),
                };
                Err(Error::unknown("measure", words, all.iter().map(String::as_str)))
            }
            _ => {
                let all: Vec<String> = found.iter().map(|it| format!("`{}`", named(it))).collect();
                let (option, value) = ("measure".to_owned(), words.to_owned());
                let expected = format!("there are several, say {}", all.join(" or "));
                Err(Error::Option { option, value, expected })
            }
        }
    }

    /// What it is, in one sentence: the first paragraph of its page.
    ///
    /// ```
    /// use tertius::{Measure, Unit};
    /// let about = Measure::find(Unit::Whole, "density").unwrap().about();
    /// assert!(!about.contains('\n') && !about.ends_with('.'));
    /// ```
    pub fn about(&self) -> String {
        let first = self.page.split("\n\n").next().unwrap_or_default();
        first.replace('\n', " ").trim_end_matches('.').to_owned()
    }

    /// Runs the measure on a study, through a view.
    ///
    /// # Errors
    ///
    /// Those of [`Study::network`] and of the measure.
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
    /// use tertius::{Arguments, Measure, Unit, View, Watch};
    /// use tertius::network::Level;
    /// let view = View::ties().level(Level::Person);
    /// let degree = Measure::find(Unit::Actor, "degree").unwrap();
    /// let results = degree.of_study(&study, &view, &Arguments::default(), &Watch::new())?;
    /// assert_eq!(results.value("ann", "degree"), Some(2.0));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_study(
        &self,
        study: &Study,
        view: &View,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.check(arguments)?;
        match self.run {
            Run::Study(run) => Ok(self.signed(run(study, view, arguments, watch)?)),
            Run::Network(_) | Run::Cut(_) => {
                self.of_cut(&study.network(view)?, (study, view), arguments, watch)
            }
        }
    }

    /// Runs the measure on a network.
    ///
    /// # Errors
    ///
    /// Those of the measure; [`Error::NotApplicable`] if it is a measure of a study.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::{Arguments, Measure, Unit, Watch};
    /// let betweenness = Measure::find(Unit::Actor, "betweenness").unwrap();
    /// let by_steps = Arguments::default().with("paths", "binary");
    /// let results = betweenness.of_network(&net, &by_steps, &Watch::new())?;
    /// assert_eq!(results.value("col", "value"), Some(1.0));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_network(
        &self,
        net: &Network,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.of(net, None, arguments, watch)
    }

    /// Runs the measure on a network that was cut from a study through a view: as of the study, and
    /// without cutting it again.
    ///
    /// # Errors
    ///
    /// Those of [`Measure::of_study`].
    ///
    /// ```
    /// # use tertius::Study;
    /// # use tertius::study::{Reading, Sheet, Table};
    /// # let mut ties = Sheet::new("ties.csv", None, 1, ["from", "to"].map(str::to_owned).to_vec());
    /// # ties.push_row(2, ["ann", "ben"]);
    /// # let sheets = vec![(Table::Ties, ties)];
    /// # let study = Study::from_reading(Reading { sheets, implied: true, ..Reading::default() });
    /// use tertius::{Arguments, Measure, Unit, View, Watch};
    /// let view = View::ties();
    /// let net = study.network(&view)?;
    /// let density = Measure::find(Unit::Whole, "density").unwrap();
    /// let found = density.of_cut(&net, (&study, &view), &Arguments::default(), &Watch::new())?;
    /// assert_eq!(found.value("density", "value"), Some(0.5), "one of two ways");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_cut(
        &self,
        net: &Network,
        cut: Cut<'_>,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.of(net, Some(cut), arguments, watch)
    }

    /// Runs the measure on a network, with the study and the view it was cut from where there are any.
    pub(crate) fn of(
        &self,
        net: &Network,
        cut: Option<Cut<'_>>,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.check(arguments)?;
        let results = match (&self.run, cut) {
            (Run::Network(run), _) => run(net, arguments, watch),
            (Run::Cut(run), cut) => run(net, cut, arguments, watch),
            (Run::Study(run), Some((study, view))) => run(study, view, arguments, watch),
            (Run::Study(_), None) => {
                let why = "it needs records, which a study has and a network does not";
                Err(Error::not_applicable(self.name, why))
            }
        }?;
        Ok(self.signed(results))
    }

    fn check(&self, arguments: &Arguments) -> Result<()> {
        for (name, value) in &arguments.0 {
            if self.options.is_empty() {
                let why = format!("{} {} takes no options", self.unit, self.name);
                return Err(Error::not_applicable(&format!("the option {name}"), why));
            }
            let names = self.options.iter().map(|option| option.name);
            let spec = self.options.iter().find(|option| option.name == name);
            let spec = spec
                .ok_or_else(|| Error::unknown(&format!("option of {}", self.name), name, names))?;
            spec.takes.check(name, value)?;
        }
        Ok(())
    }

    /// Results that say by which measure they were found: those of its function do not.
    ///
    /// ```
    /// use tertius::{Measure, Network, Unit, change};
    /// let net = Network::from_ties(false, [("uni", "college", 1.0)])?;
    /// let ties = Measure::find(Unit::Change, "ties").unwrap();
    /// let found = ties.signed(change::ties(&net, &net, None)?);
    /// assert_eq!(found.method.measure, "change ties");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn signed(&self, mut results: Results) -> Results {
        results.method.measure = format!("{} {}", self.unit, self.name);
        results.method.about = self.about();
        self.source.clone_into(&mut results.method.source);
        results
    }
}

/// Options of a measure as given, in words.
///
/// ```
/// use tertius::Arguments;
/// assert_ne!(Arguments::default(), Arguments::default().with("paths", "binary"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments(BTreeMap<String, String>);

impl fmt::Display for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.0.iter().map(|(name, it)| format!("{name}={it}")).collect();
        f.write_str(&words.join(" "))
    }
}

impl Arguments {
    /// The same with an option.
    ///
    /// ```
    /// use tertius::Arguments;
    /// let arguments = Arguments::default().with("paths", "binary").with("scale", "normalised");
    /// # assert_ne!(arguments, Arguments::default());
    /// ```
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The choice made, or the default.
    pub(crate) fn choice<T: for<'d> Deserialize<'d> + Default>(&self, name: &str) -> Result<T> {
        self.choice_or(name, T::default())
    }

    /// The choice made, or this one: where a measure has another default than others.
    pub(crate) fn choice_or<T: for<'d> Deserialize<'d>>(&self, name: &str, or: T) -> Result<T> {
        let Some(word) = self.0.get(name) else { return Ok(or) };
        let words: StrDeserializer<'_, WordError> = word.as_str().into_deserializer();
        T::deserialize(words).map_err(|err| Error::Option {
            option: name.to_owned(),
            value: word.clone(),
            expected: err.to_string(),
        })
    }

    /// The number given, or the default.
    pub(crate) fn number(&self, spec: &OptionSpec) -> Result<f64> {
        self.parsed(spec)
    }

    /// The whole number given, or the default.
    pub(crate) fn count(&self, spec: &OptionSpec) -> Result<u64> {
        self.parsed(spec)
    }

    fn parsed<T: std::str::FromStr>(&self, spec: &OptionSpec) -> Result<T> {
        let value = self.0.get(spec.name).map_or(spec.default, String::as_str);
        value.parse().map_err(|_| Error::Option {
            option: spec.name.to_owned(),
            value: value.to_owned(),
            expected: spec.takes.expected(),
        })
    }

    /// The names given; none if the option is not.
    pub(crate) fn names(&self, option: &str) -> Vec<&str> {
        let given = self.0.get(option).map_or("", String::as_str);
        given.split(',').map(str::trim).filter(|name| !name.is_empty()).collect()
    }

    /// What to group by: `by`, or sector.
    pub(crate) fn by(&self) -> &str {
        self.0.get("by").map_or("sector", String::as_str)
    }

    /// The grouping to use: `by`, or sector.
    pub(crate) fn grouping(&self, net: &Network) -> Result<Grouping> {
        net.grouping(self.by())
    }
}
