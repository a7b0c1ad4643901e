use super::cells::Cells;
use super::options::{DRAWS, Finding, MEASURE as TESTED, ONLY, SET};
use super::tally::{Tally, beside_chance, each};
use super::{Adjust, Chance, Null, Plan};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::{Arguments, Error, Result, Results, Watch, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "test",
    source: "Good 2005; Phipson and Smyth 2010",
    page: include_str!("test.md"),
    options: &[TESTED, options::BY, SET, ONLY, AGAINST, WITHIN, DRAWS, options::SEED, ADJUST],
    run: Run::Network(|net, arguments, watch| {
        let finding = Finding::from_arguments(arguments, TESTED.default)?;
        test(net, &finding, &TestOptions::from_arguments(arguments)?, watch)
    }),
};

const AGAINST: OptionSpec = OptionSpec {
    name: "against",
    takes: Takes::Words(&["labels", "places", "edges", "dyads", "size", "rewiring"]),
    default: "labels",
    about: "what is left to chance: who is in which group (labels), who has which place in the \
        network (places), where ties are (edges), where pairs tied both ways and one way are \
        (dyads), whether each dyad is tied (size), or who is tied to whom, everyone with as many \
        ties (rewiring)",
};

pub(crate) const WITHIN: OptionSpec = OptionSpec {
    name: "within",
    takes: Takes::Names,
    default: "",
    about: "attribute of actors, such as locality: labels or places change hands only between \
        actors of whom it says the same",
};

pub(super) const ADJUST: OptionSpec = OptionSpec {
    name: "adjust",
    takes: Takes::Words(&["holm", "bh", "none"]),
    default: "holm",
    about: "what becomes of the probabilities of many actors or groups, of which some are small by \
        chance: Holm, Benjamini and Hochberg, or nothing",
};

/// What a finding is tested against, and how.
///
/// ```
/// use tertius::null::{Null, TestOptions};
/// let options = TestOptions { against: Null::Rewiring, ..TestOptions::default() };
/// assert_eq!((options.draws, options.seed), (9_999, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestOptions {
    /// What is left to chance.
    pub against: Null,
    /// Attribute of actors whose values bound who changes places, for labels and places.
    pub within: Option<String>,
    /// Number of random arrangements, where there are too many to look at all.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
    /// What becomes of the probabilities of many actors, ties or groups.
    pub adjust: Adjust,
}

impl Default for TestOptions {
    fn default() -> Self {
        let (against, adjust) = (Null::default(), Adjust::default());
        Self { against, within: None, draws: 9_999, seed: 1, adjust }
    }
}

impl TestOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            against: arguments.choice(AGAINST.name)?,
            within: arguments.names(WITHIN.name).first().map(|&it| it.to_owned()),
            draws: arguments.count(&DRAWS)?,
            seed: arguments.count(&options::SEED)?,
            adjust: arguments.choice(ADJUST.name)?,
        })
    }
}

#[doc = include_str!("test.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] if the null does not fit the measure; those of the measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let net = Network::from_ties(false, [("uni", "col", 1.0), ("hub", "vcs", 1.0)])?;
/// let net = net.with_attribute("sector", ["HE", "HE", "VCS", "VCS"]);
/// let inside = Finding::of("whole ei_index")?.only("ei_index");
/// let test = null::test(&net, &inside, &Default::default(), &Watch::new())?;
/// assert_eq!(test.value("ei_index", "p_low"), Some(2.0 / 6.0), "two of six deals");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn test(
    net: &Network,
    finding: &Finding,
    options: &TestOptions,
    watch: &Watch,
) -> Result<Results> {
    tested(net, finding, options, watch, |_| ())
}

/// What [`test()`] finds of one number, and that number in every arrangement it looked at: all that
/// chance could have made, or as many as were drawn. NaN where it is undefined.
///
/// # Errors
///
/// Those of [`test()`]; [`Error::Option`] if the finding is not just one number.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let net = Network::from_ties(false, [("uni", "col", 1.0), ("hub", "vcs", 1.0)])?;
/// let net = net.with_attribute("sector", ["HE", "HE", "VCS", "VCS"]);
/// let inside = Finding::of("whole ei_index")?.only("ei_index");
/// let (_, values) = null::distribution(&net, &inside, &Default::default(), &Watch::new())?;
/// let inside = values.iter().filter(|value| **value == -1.0).count();
/// assert_eq!((inside, values.len()), (2, 6));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn distribution(
    net: &Network,
    finding: &Finding,
    options: &TestOptions,
    watch: &Watch,
) -> Result<(Results, Vec<f64>)> {
    let mut values = Vec::new();
    let found = tested(net, finding, options, watch, |drawn| values.extend(drawn))?;
    if found.len() == 1 {
        return Ok((found, values));
    }
    Err(Error::Option {
        option: ONLY.name.to_owned(),
        value: finding.only.join(","),
        expected: format!("one number of the {} that were found", found.len()),
    })
}

/// The test, and a look at the numbers of each arrangement, in their order.
fn tested(
    net: &Network,
    finding: &Finding,
    options: &TestOptions,
    watch: &Watch,
    mut look: impl FnMut(&[f64]),
) -> Result<Results> {
    refuse_misfit(finding.measure, options.against)?;
    finding.refuse_evidence("the test")?;
    let found = finding.of_network(net, &watch.part())?;
    let cells = Cells::new(&found, finding.measure.unit, &finding.only)?;
    let TestOptions { against, draws, seed, .. } = *options;
    let (by, within) = (finding.arguments.by(), options.within.as_deref());
    let chance = Chance::new(net, against, by, within, seed, watch)?;
    let plan = Plan::new(chance.arrangements(), draws, seed);
    let mut tallies = plan.tallies(&cells.values());
    plan.each(
        watch,
        || net.clone().without_provenance(),
        |drawn, pick| {
            chance.lay(drawn, net, pick, watch)?;
            finding.values(drawn, &cells, &watch.part())
        },
        |values| {
            look(&values);
            tallies.iter_mut().zip(values).for_each(|(tally, value)| tally.add(value));
        },
    )?;
    let results = finding.told(cells.begin(Results::of(net)), &found);
    let results = results.option("against", against.name());
    let results = results.option("within", within.unwrap_or("all"));
    let results = plan.told(beside_chance(results, &tallies, &|at| cells.reason(at)));
    if finding.measure.unit == Unit::Whole {
        return Ok(results);
    }
    let p = each(&tallies, &|at| cells.reason(at), Tally::p);
    // Whom chance cannot change is asked nothing: an actor without two alters brokers nobody.
    let asked = |at: usize| !tallies[at].is_settled();
    let (mut results, largest) = cells.adjusted(results, p, options.adjust, asked);
    if options.adjust == Adjust::Holm && !plan.is_exact() && 2 * largest as u64 > draws / 20 {
        results.note(format!(
            "with {draws} draws none of {largest} adjusted probabilities can be below 0.05: ask \
             for {} or more",
            40 * largest
        ));
    }
    Ok(results)
}

/// Refuses a null that leaves nothing to compare.
fn refuse_misfit(measure: &Measure, null: Null) -> Result<()> {
    let groups = measure.options.iter().any(|it| it.takes == Takes::Grouping);
    let why = match (null, measure.unit) {
        (Null::Labels, _) if !groups => {
            "it looks at no groups, so that other labels change nothing; try another null: \
             rewiring, edges or dyads"
        }
        (null, Unit::Tie) if null != Null::Labels => {
            "its rows are the ties observed, which other networks do not have; of ties, labels \
             alone can be left to chance"
        }
        (_, Unit::Null | Unit::Change) => "it is a test or a comparison itself",
        _ => return Ok(()),
    };
    let what = format!("the null `{}` to {} {}", null.name(), measure.unit, measure.name);
    Err(Error::not_applicable(&what, why))
}
