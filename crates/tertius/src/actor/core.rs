use crate::catalogue::{Measure, Run, Unit};
use crate::cores::{Core, CoreOptions, OPTIONS, Table, coreness, search_note};
use crate::draws::Draws;
use crate::{Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "core",
    source: "Borgatti and Everett 1999",
    page: include_str!("core.md"),
    options: &OPTIONS,
    run: Run::Network(|net, arguments, watch| {
        core(net, &CoreOptions::from_arguments(arguments)?, watch)
    }),
};

#[doc = include_str!("core.md")]
///
/// # Errors
///
/// Between two modes, or of more than a thousand actors; [`Error::Stopped`](crate::Error::Stopped),
/// if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "f")];
/// let net = Network::from_ties(false, ties.map(|(from, to)| (from, to, 1.0)))?;
/// let core = actor::core(&net, &Default::default(), &Watch::new())?;
/// let words: Vec<_> = core.words("core").unwrap().iter().flatten().collect();
/// assert_eq!(words, ["yes", "yes", "yes", "no", "no", "no"]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn core(net: &Network, options: &CoreOptions, watch: &Watch) -> Result<Results> {
    let table = Table::new(net, "core", options.ties)?;
    let found = Core::best(&table, options.pattern, Draws::new(options.seed, 0), watch)?;
    let continuous = coreness(&table, watch)?;
    let word = |actor: usize| match &found {
        None => "",
        Some((core, ..)) if core.members[actor] => "yes",
        Some(_) => "no",
    };
    let value =
        |actor: usize| continuous.as_ref().map_or(Err("there is no tie"), |it| Ok(it[actor]));
    let actors = 0..net.actors().len();
    let mut results = Results::by_actor(net)
        .text("core", actors.clone().map(|actor| word(actor).to_owned()))
        .number("coreness", actors.map(value));
    results.note(search_note(&found, net.actors().len()));
    Ok(results
        .option("pattern", options.pattern.name())
        .option("ties", options.ties.name())
        .option("seed", options.seed.to_string()))
}
