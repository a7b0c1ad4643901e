use std::collections::BTreeMap;

use super::two::Two;
use super::when::{self, Times};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "routes",
    source: "Gould and Fernandez 1989; Obstfeld 2005",
    page: include_str!("routes.md"),
    options: &[THROUGH, when::FROM, when::TO, when::CROSSING, when::WITHOUT],
    run: Run::Study(|study, view, arguments, watch| {
        let times = Times::new("change routes", study, view, arguments)?;
        let through = arguments.names(THROUGH.name).first().copied();
        let (before, after) = (&times.before, &times.after);
        let found = routes(before, after, through, when::crossing(arguments), watch)?;
        Ok(times.told(found))
    }),
};

const THROUGH: OptionSpec = OptionSpec {
    name: "through",
    takes: Takes::Names,
    default: "",
    about: "an actor, by identifier, whose part as a go-between is told apart; nobody's unless given",
};

/// Two-paths beyond which a list of the pairs they join takes more room than there may be.
const MOST: usize = 20_000_000;

#[doc = include_str!("routes.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()); if there is no such actor, or there are more than twenty million
/// two-paths; [`Error::Stopped`].
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, change};
/// let before = Network::from_ties(false, [("a", "hub", 1.0), ("b", "hub", 1.0), ("c", "hub", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "hub", 1.0), ("b", "hub", 1.0), ("a", "b", 1.0)])?
///     .with_isolates(["c"]);
/// let routes = change::routes(&before, &after, Some("hub"), None, &Watch::new())?;
/// assert_eq!(routes.value("by_it_alone", "before"), Some(3.0));
/// assert_eq!(routes.value("by_it_alone", "then_tied"), Some(1.0), "a and b");
/// assert_eq!(routes.value("by_it_alone", "then_apart"), Some(2.0), "c lost its only partner");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn routes(
    before: &Network,
    after: &Network,
    through: Option<&str>,
    crossing: Option<&str>,
    watch: &Watch,
) -> Result<Results> {
    let two = Two::new("change routes", before, after, crossing)?;
    let broker = through.map(|id| {
        let found = (0..two.len()).find(|&actor| two.actor(actor).id == id);
        let ids = (0..two.len()).map(|actor| two.actor(actor).id.as_str());
        found.ok_or_else(|| Error::unknown("actor", id, ids))
    });
    let broker = broker.transpose()?;
    let mut joined: BTreeMap<(u32, u32), [Joined; 2]> = BTreeMap::new();
    watch.expect(two.before.actors().len() + two.after.actors().len());
    let numbers: Vec<u32> = (0..two.before.actors().len() as u32).collect();
    for (time, net, numbers) in
        [(0, &two.before, &numbers[..]), (1, &two.after, two.numbers_after())]
    {
        refuse_many_paths(net)?;
        for from in 0..net.actors().len() {
            watch.tick()?;
            join(net, from, numbers, broker, |to, how| {
                let dyad = two.dyad(numbers[from], to);
                if dyad.0 == numbers[from] && is_compared(&two, broker, dyad) {
                    how(&mut joined.entry(dyad).or_default()[time]);
                }
            });
        }
    }

    let classes = two.classes(|actor| Some(actor) == broker);
    let apart =
        |dyads: BTreeMap<(bool, bool), usize>| dyads.get(&(false, false)).copied().unwrap_or(0);
    let (possible, observed) = (apart(classes.possible()), apart(classes.dyads()));
    let routes = if broker.is_some() { &THROUGH_IT[..] } else { &BY_NUMBER[..] };
    let last = routes.len() - 1;
    let mut stocks = [vec![0; routes.len()], vec![0; routes.len()]];
    let mut flows = vec![vec![0; routes.len()]; routes.len()];
    for (&(a, b), pair) in &joined {
        let places = pair.map(|it| it.place(broker.is_some()));
        stocks.iter_mut().zip(places).for_each(|(stock, place)| stock[place] += 1);
        if two.observed(a as usize, b as usize) == [true, true] {
            flows[places[0]][places[1]] += 1;
        }
    }
    // Pairs that nothing joins at either time are not listed.
    stocks.iter_mut().for_each(|stock| stock[last] += possible - joined.len());
    let listed: usize = flows.iter().flatten().sum();
    flows[last][last] += observed - listed;
    let [old, new] = stocks;
    let mut results = two
        .results(&two.pairs())
        .text("route", routes.iter().map(|&name| name.to_owned()))
        .count("before", old)
        .count("after", new)
        .count("compared", flows.iter().map(|row| row.iter().sum()));
    for (to, name) in routes.iter().enumerate() {
        results = results.count(&format!("then_{name}"), flows.iter().map(|row| row[to]));
    }
    let results = results.option("through", through.unwrap_or("anybody"));
    Ok(results.option("crossing", crossing.unwrap_or("any")))
}

const BY_NUMBER: [&str; 4] = ["tied", "by_one", "by_several", "apart"];
const THROUGH_IT: [&str; 5] = ["tied", "by_it_alone", "by_it_and_others", "by_others", "apart"];

/// How a pair is joined.
#[derive(Debug, Clone, Copy, Default)]
struct Joined {
    tied: bool,
    by: u32,
    /// Whether the actor asked for is one of those.
    by_it: bool,
}

impl Joined {
    /// Its route, by number.
    fn place(self, through: bool) -> usize {
        match (self.tied, self.by, through) {
            (true, ..) => 0,
            (_, 0, true) => 4,
            (_, 0, false) => 3,
            (_, _, true) if !self.by_it => 3,
            (_, 1, _) => 1,
            _ => 2,
        }
    }
}

/// Tells of everyone whom an actor is tied to, or has a partner in common with.
fn join(
    net: &Network,
    from: usize,
    numbers: &[u32],
    broker: Option<usize>,
    mut tell: impl FnMut(u32, &dyn Fn(&mut Joined)),
) {
    for &alter in net.out().alters(from) {
        tell(numbers[alter as usize], &|it| it.tied = true);
        let is_it = Some(numbers[alter as usize] as usize) == broker;
        for &to in net.out().alters(alter as usize).iter().filter(|&&to| to as usize != from) {
            tell(numbers[to as usize], &|it| {
                it.by += 1;
                it.by_it |= is_it;
            });
        }
    }
}

/// Whether a pair counts: both ends stayed, and neither is the go-between asked for.
fn is_compared(two: &Two<'_>, broker: Option<usize>, (a, b): (u32, u32)) -> bool {
    let ends = [a as usize, b as usize];
    ends.iter().all(|&end| two.stayed(end) && Some(end) != broker) && two.counts(ends[0], ends[1])
}

fn refuse_many_paths(net: &Network) -> Result<()> {
    let paths = |v: usize| net.into_rows().alters(v).len() * net.out().alters(v).len();
    let paths: usize = (0..net.actors().len()).map(paths).sum();
    if paths <= MOST {
        return Ok(());
    }
    let why = format!(
        "there are {paths} two-paths and it lists the pairs they join; leave the largest hubs out \
         with --without, or look at `change closure`, which lists none"
    );
    Err(Error::not_applicable("change routes", why))
}
