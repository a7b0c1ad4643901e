use super::options::{DRAWS, Finding, MEASURE as TESTED, ONLY, SET};
use super::test::WITHIN;
use super::{Null, TestOptions, test};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::{Error, Grouping, Network, Result, Results, Watch, options};

const BOUNDARIES: OptionSpec = OptionSpec {
    name: "boundaries",
    takes: Takes::Names,
    default: "",
    about: "attributes that may divide the actors, with commas between them; all that do unless given",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "boundaries",
    source: "Krackhardt and Stern 1988; Good 2005",
    page: include_str!("boundaries.md"),
    options: &[BOUNDARIES, TESTED, SET, ONLY, WITHIN, DRAWS, options::SEED],
    run: Run::Network(|net, arguments, watch| {
        let mut finding = Finding::from_arguments(arguments, TESTED.default)?;
        if finding.measure.name == "ei_index" && finding.only.is_empty() {
            finding = finding.only("ei_index");
        }
        let named = arguments.names(BOUNDARIES.name);
        let options = TestOptions {
            within: arguments.names(WITHIN.name).first().map(|&it| it.to_owned()),
            draws: arguments.count(&DRAWS)?,
            seed: arguments.count(&options::SEED)?,
            ..TestOptions::default()
        };
        boundaries(net, &named, &finding, &options, watch)
    }),
};

#[doc = include_str!("boundaries.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] if no attribute divides the actors, or the measure looks at no groups.
///
/// ```
/// use tertius::null::{self, Finding};
/// use tertius::{Network, Watch};
/// let net = Network::from_ties(false, [("uni", "col", 1.0), ("hub", "vcs", 1.0)])?;
/// let net = net.with_attribute("sector", ["HE", "FE", "HE", "FE"]);
/// let net = net.with_attribute("locality", ["north", "north", "south", "south"]);
/// let inside = Finding::of("whole ei_index")?.only("ei_index");
/// let found = null::boundaries(&net, &[], &inside, &Default::default(), &Watch::new())?;
/// assert_eq!(found.value("sector", "observed"), Some(1.0));
/// assert_eq!(found.value("locality", "observed"), Some(-1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn boundaries(
    net: &Network,
    named: &[&str],
    finding: &Finding,
    options: &TestOptions,
    watch: &Watch,
) -> Result<Results> {
    if !matches!(finding.measure.unit, Unit::Whole | Unit::Group) {
        let why = "it compares what whole networks or groups have; the ranks of actors under other \
            groupings are in `actor robustness --codings`";
        return Err(Error::not_applicable("boundaries", why));
    }
    let named: Vec<&str> = if named.is_empty() { dividing(net) } else { named.to_vec() };
    let groupings = named.into_iter().map(|it| net.grouping(it)).collect::<Result<Vec<_>>>()?;
    if groupings.is_empty() {
        let why = "no attribute puts the actors of this network into two groups or more, of which \
            one has two actors";
        return Err(Error::not_applicable("boundaries", why));
    }
    let options = TestOptions { against: Null::Labels, ..options.clone() };
    let mut found = Vec::new();
    for by in &groupings {
        let finding = finding.clone().with(options::BY.name, by.name());
        let tested = test(net, &finding, &options, watch)?;
        found.push((by, tested));
    }
    found.sort_by(|a, b| farthest(&b.1).total_cmp(&farthest(&a.1)));
    let rows = |count: &dyn Fn(&Grouping) -> usize| {
        let of = found.iter().flat_map(|(by, it)| vec![count(by); it.len()]);
        of.collect::<Vec<_>>()
    };
    let groups = rows(&|by| by.labels().len());
    let actors = rows(&|by| net.actors().len() - by.unknown());
    let found = found.into_iter().map(|(by, it)| (by.name().to_owned(), it)).collect();
    let mut results = Results::stacked("boundary", found);
    // Those of the first boundary alone.
    results.method.options.clear();
    let within = options.within.as_deref().unwrap_or("all");
    Ok(results
        .count("groups", groups)
        .count("actors", actors)
        .option("measure", format!("{} {}", finding.measure.unit, finding.measure.name))
        .option("against", options.against.name())
        .option("within", within)
        .option("draws", options.draws.to_string())
        .option("seed", options.seed.to_string()))
}

/// The largest z, either way, of a test; below all others if there is none.
fn farthest(found: &Results) -> f64 {
    let z = found.numbers("z").unwrap_or_default();
    z.into_iter().flatten().map(f64::abs).fold(-1.0, f64::max)
}

/// Attributes that put the actors into two groups or more, not each into one of its own.
fn dividing(net: &Network) -> Vec<&str> {
    let divides = |name: &&str| {
        net.grouping(name)
            .is_ok_and(|by| by.labels().len() > 1 && by.sizes().iter().any(|&size| size > 1))
    };
    net.attributes().filter(divides).collect()
}
