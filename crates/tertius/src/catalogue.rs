//! Every measure, as the command line, the report, the docs and the tests see it.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use crate::network::{Grouping, Network, View};
use crate::study::Study;
use crate::{Error, Result, Results, Watch, actor, group, whole};

/// What carries the value of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Unit {
    Actor,
    Group,
    Whole,
}

/// A measure.
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
}

/// An option of a measure.
#[derive(Debug)]
pub struct OptionSpec {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What it is if it is not given; blank if it must be.
    pub default: &'static str,
    /// What it chooses.
    pub about: &'static str,
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One of these words.
    Words(&'static [&'static str]),
    /// An attribute of actors to group them by.
    Grouping,
}

const BY: OptionSpec = OptionSpec {
    name: "by",
    takes: Takes::Grouping,
    default: "sector",
    about: "attribute that groups the actors: sector, locality, kind or a column of your own",
};

const TIES: OptionSpec = OptionSpec {
    name: "ties",
    takes: Takes::Words(&["binary", "strength"]),
    default: "binary",
    about: "whether each tie counts as 1 or by its strength",
};

const CONVENTION: OptionSpec = OptionSpec {
    name: "convention",
    takes: Takes::Words(&["exact", "sna"]),
    default: "exact",
    about: "expectation and sd: exact, or as R sna gives them",
};

/// Every measure, by unit and name.
pub static MEASURES: &[Measure] = &[
    Measure {
        unit: Unit::Actor,
        name: "betweenness",
        source: "Freeman 1977; Brandes 2001",
        page: include_str!("actor/betweenness.md"),
        options: &[
            OptionSpec {
                name: "paths",
                takes: Takes::Words(&["strength", "binary"]),
                default: "strength",
                about: "length of a tie: 1/strength, or 1",
            },
            OptionSpec {
                name: "scale",
                takes: Takes::Words(&["raw", "normalised"]),
                default: "raw",
                about: "pairs of actors, or the share of the largest number possible",
            },
        ],
        run: Run::Network(|net, arguments, watch| {
            actor::betweenness(net, &actor::BetweennessOptions::from_arguments(arguments)?, watch)
        }),
    },
    Measure {
        unit: Unit::Actor,
        name: "brokerage",
        source: "Gould and Fernandez 1989",
        page: include_str!("actor/brokerage.md"),
        options: &[BY, CONVENTION],
        run: Run::Network(|net, arguments, _| {
            actor::brokerage(net, &arguments.grouping(net)?, arguments.choice("convention")?)
        }),
    },
    Measure {
        unit: Unit::Actor,
        name: "constraint",
        source: "Burt 1992",
        page: include_str!("actor/constraint.md"),
        options: &[],
        run: Run::Network(|net, _, _| actor::constraint(net)),
    },
    Measure {
        unit: Unit::Actor,
        name: "degree",
        source: "Freeman 1978",
        page: include_str!("actor/degree.md"),
        options: &[],
        run: Run::Network(|net, _, _| actor::degree(net)),
    },
    Measure {
        unit: Unit::Actor,
        name: "removal",
        source: "Borgatti 2006",
        page: include_str!("actor/removal.md"),
        options: &[],
        run: Run::Network(|net, _, watch| actor::removal(net, watch)),
    },
    Measure {
        unit: Unit::Actor,
        name: "spanners",
        source: "Williams 2002; Cowhitt and Hudson 2022",
        page: include_str!("actor/spanners.md"),
        options: &[],
        run: Run::Study(|study, view, _, _| actor::spanners(study, view)),
    },
    Measure {
        unit: Unit::Group,
        name: "mixing",
        source: "Newman 2003",
        page: include_str!("group/mixing.md"),
        options: &[
            BY,
            TIES,
            OptionSpec {
                name: "expected",
                takes: Takes::Words(&["density", "degree"]),
                default: "density",
                about: "what the counts are compared with: the same density everywhere, or each group's own activity",
            },
        ],
        run: Run::Network(|net, arguments, _| {
            group::mixing(
                net,
                &arguments.grouping(net)?,
                arguments.choice("ties")?,
                arguments.choice("expected")?,
            )
        }),
    },
    Measure {
        unit: Unit::Whole,
        name: "brokerage",
        source: "Gould and Fernandez 1989",
        page: include_str!("whole/brokerage.md"),
        options: &[BY, CONVENTION],
        run: Run::Network(|net, arguments, _| {
            whole::brokerage(net, &arguments.grouping(net)?, arguments.choice("convention")?)
        }),
    },
    Measure {
        unit: Unit::Whole,
        name: "components",
        source: "Wasserman and Faust 1994",
        page: include_str!("whole/components.md"),
        options: &[],
        run: Run::Network(|net, _, _| whole::components(net)),
    },
    Measure {
        unit: Unit::Whole,
        name: "density",
        source: "Wasserman and Faust 1994",
        page: include_str!("whole/density.md"),
        options: &[],
        run: Run::Network(|net, _, _| whole::density(net)),
    },
    Measure {
        unit: Unit::Whole,
        name: "ei_index",
        source: "Krackhardt and Stern 1988",
        page: include_str!("whole/ei_index.md"),
        options: &[BY, TIES],
        run: Run::Network(|net, arguments, _| {
            whole::ei_index(net, &arguments.grouping(net)?, arguments.choice("ties")?)
        }),
    },
];

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 3] = [Self::Actor, Self::Group, Self::Whole];

    /// Its name: that of the module, the folder and the command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Group => "group",
            Self::Whole => "whole",
        }
    }

    /// What it is.
    pub fn about(self) -> &'static str {
        match self {
            Self::Actor => "measures with one value, or one profile, for each actor",
            Self::Group => "measures with one value for each group, or pair of groups",
            Self::Whole => "measures with one value for the whole network",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Measure {
    /// The measure with a unit and a name.
    pub fn find(unit: Unit, name: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.unit == unit && measure.name == name)
    }

    /// What it is, in one sentence: the first paragraph of its page.
    pub fn about(&self) -> String {
        let first = self.page.split("\n\n").next().unwrap_or_default();
        first.replace('\n', " ").trim_end_matches('.').to_owned()
    }

    /// Runs the measure on a study, through a view.
    ///
    /// # Errors
    ///
    /// Those of [`Study::network`] and of the measure.
    pub fn of_study(
        &self,
        study: &Study,
        view: &View,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.check(arguments)?;
        let results = match self.run {
            Run::Network(run) => run(&study.network(view)?, arguments, watch),
            Run::Study(run) => run(study, view, arguments, watch),
        }?;
        Ok(self.signed(results))
    }

    /// Runs the measure on a network.
    ///
    /// # Errors
    ///
    /// Those of the measure; [`Error::NotApplicable`] if it is a measure of a study.
    pub fn of_network(
        &self,
        net: &Network,
        arguments: &Arguments,
        watch: &Watch,
    ) -> Result<Results> {
        self.check(arguments)?;
        match self.run {
            Run::Network(run) => Ok(self.signed(run(net, arguments, watch)?)),
            Run::Study(_) => {
                let why = "it needs the posts of people, which a study has and a network does not";
                Err(Error::not_applicable(self.name, why))
            }
        }
    }

    fn check(&self, arguments: &Arguments) -> Result<()> {
        for (name, value) in &arguments.0 {
            let names = self.options.iter().map(|option| option.name);
            let spec = self.options.iter().find(|option| option.name == name);
            let spec = spec
                .ok_or_else(|| Error::unknown(&format!("option of {}", self.name), name, names))?;
            if let Takes::Words(words) = spec.takes
                && !words.contains(&value.as_str())
            {
                return Err(Error::unknown(
                    &format!("value of --{name}"),
                    value,
                    words.iter().copied(),
                ));
            }
        }
        Ok(())
    }

    fn signed(&self, mut results: Results) -> Results {
        results.method.measure = format!("{} {}", self.unit, self.name);
        results.method.about = self.about();
        self.source.clone_into(&mut results.method.source);
        results
    }
}

/// Options of a measure as given, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments(BTreeMap<String, String>);

impl Arguments {
    /// The same with an option.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The choice made, or the default.
    pub(crate) fn choice<T: for<'d> Deserialize<'d> + Default>(&self, name: &str) -> Result<T> {
        let Some(word) = self.0.get(name) else { return Ok(T::default()) };
        let words: StrDeserializer<'_, WordError> = word.as_str().into_deserializer();
        T::deserialize(words).map_err(|err| Error::Option {
            option: name.to_owned(),
            value: word.clone(),
            expected: err.to_string(),
        })
    }

    /// The grouping to use: `by`, or sector.
    pub(crate) fn grouping(&self, net: &Network) -> Result<Grouping> {
        net.grouping(self.0.get("by").map_or("sector", String::as_str))
    }
}
