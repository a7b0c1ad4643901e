//! The choices that tests and intervals share.

use super::cells::Cells;
use crate::actor::Leaves;
use crate::catalogue::{OptionSpec, Takes, Unit};
use crate::{Arguments, Error, Measure, Network, Result, Results, Watch, options};

/// `measure`: which measure is tested, by unit and name.
pub(crate) const MEASURE: OptionSpec = OptionSpec {
    name: "measure",
    takes: Takes::Names,
    default: "whole ei_index",
    about: "which measure, by unit and name",
};

/// `set`: options of that measure.
pub(crate) const SET: OptionSpec = OptionSpec {
    name: "set",
    takes: Takes::Names,
    default: "",
    about: "options of that measure, as in ties=strength,paths=binary",
};

/// `only`: which of its numbers.
pub(crate) const ONLY: OptionSpec = OptionSpec {
    name: "only",
    takes: Takes::Names,
    default: "",
    about: "columns of its result, or quantities; all but its own expectations unless given",
};

/// `draws`: how many random arrangements.
pub(crate) const DRAWS: OptionSpec = OptionSpec {
    name: "draws",
    takes: Takes::Count { least: 1, most: 10_000_000 },
    default: "9999",
    about: "number of random arrangements, where there are too many to look at all",
};

/// What is tested, or given an interval: a measure with its options, and which of its numbers.
///
/// ```
/// use tertius::null::Finding;
/// let finding = Finding::of("actor brokerage")?.with("by", "locality").only("liaison");
/// assert_eq!(finding.measure.unit, tertius::Unit::Actor);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Finding {
    /// The measure.
    pub measure: &'static Measure,
    /// Its options.
    pub arguments: Arguments,
    /// Columns of its result, or quantities; if there is none, all but its own expectations.
    pub only: Vec<String>,
}

impl Finding {
    /// A measure as it is without options, and all it finds.
    ///
    /// # Errors
    ///
    /// If there is no such measure, or if there are several.
    ///
    /// ```
    /// use tertius::null::Finding;
    /// assert_eq!(Finding::of("whole ei_index")?.measure.name, "ei_index");
    /// assert!(Finding::of("ei_index").is_err(), "there are two");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of(measure: &str) -> Result<Self> {
        let (arguments, only) = (Arguments::default(), Vec::new());
        Ok(Self { measure: Measure::named(measure)?, arguments, only })
    }

    /// The same with an option of the measure.
    ///
    /// ```
    /// use tertius::null::Finding;
    /// let finding = Finding::of("whole ei_index")?.with("by", "locality");
    /// # assert_ne!(finding.arguments, Default::default());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn with(mut self, option: &str, value: &str) -> Self {
        self.arguments = self.arguments.with(option, value);
        self
    }

    /// The same, of one column or quantity more.
    ///
    /// ```
    /// use tertius::null::Finding;
    /// let finding = Finding::of("whole ei_index")?.only("ei_index");
    /// assert_eq!(finding.only, ["ei_index"]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn only(mut self, name: &str) -> Self {
        self.only.push(name.to_owned());
        self
    }

    /// As given by `measure`, `by`, `set` and `only`; or the measure that is tested without them.
    pub(crate) fn from_arguments(arguments: &Arguments, default: &str) -> Result<Self> {
        let mut finding = Self::of(arguments.names(MEASURE.name).first().unwrap_or(&default))?;
        finding.only = arguments.names(ONLY.name).iter().map(|&it| it.to_owned()).collect();
        let takes = |name: &str| finding.measure.options.iter().any(|it| it.name == name);
        let mut set = Arguments::default();
        if takes(options::BY.name) {
            set = set.with(options::BY.name, arguments.by());
        }
        for words in arguments.names(SET.name) {
            let Some((option, value)) = words.split_once('=') else {
                return Err(Error::Option {
                    option: SET.name.to_owned(),
                    value: words.to_owned(),
                    expected: "write option=value, with commas between several".to_owned(),
                });
            };
            set = set.with(option.trim(), value.trim());
        }
        Ok(Self { arguments: set, ..finding })
    }

    /// Refuses what tells of the evidence behind ties: networks made by chance have none.
    pub(crate) fn refuse_evidence(&self, method: &str) -> Result<()> {
        let Measure { unit, name, .. } = *self.measure;
        let of_evidence = match (unit, name) {
            (Unit::Group, "overlap") => true,
            (Unit::Actor, "removal") => self.arguments.choice::<Leaves>("of")? == Leaves::Person,
            _ => false,
        };
        if !of_evidence {
            return Ok(());
        }
        let why = format!(
            "{unit} {name} tells of the evidence behind ties, and networks made by chance have none"
        );
        Err(Error::not_applicable(method, why))
    }

    /// Finds it in a network.
    pub(crate) fn of_network(&self, net: &Network, watch: &Watch) -> Result<Results> {
        self.measure.of_network(net, &self.arguments, watch)
    }

    /// The values of cells in another network; NaN is undefined.
    pub(crate) fn values(
        &self,
        net: &Network,
        cells: &Cells<'_>,
        watch: &Watch,
    ) -> Result<Vec<f64>> {
        match self.of_network(net, watch) {
            Ok(found) => Ok(cells.values_in(&found)),
            Err(Error::NotApplicable { .. }) => Ok(vec![f64::NAN; cells.len()]),
            Err(error) => Err(error),
        }
    }

    /// Says what was found, and what has to be said of it.
    pub(crate) fn told(&self, mut results: Results, found: &Results) -> Results {
        for note in &found.method.notes {
            if !results.method.notes.contains(note) {
                results.note(note);
            }
        }
        let set = found.method.options.iter().map(|(name, value)| format!("{name}: {value}"));
        let set = set.collect::<Vec<_>>().join(", ");
        let name = format!("{} {}", self.measure.unit, self.measure.name);
        results.option("measure", if set.is_empty() { name } else { format!("{name} ({set})") })
    }
}
