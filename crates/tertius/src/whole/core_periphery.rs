use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::cores::{Core, OPTIONS, Table, coreness, fit_of, search_note};
use crate::draws::Draws;
use crate::shards::Tasks;
use crate::{Network, Result, Results, Watch};

pub use crate::cores::{CoreOptions, Pattern};

const DRAWS: OptionSpec = OptionSpec {
    name: "draws",
    takes: Takes::Count { least: 1, most: 1_000_000 },
    default: "500",
    about: "number of random networks that the fit is compared with",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "core_periphery",
    source: "Borgatti and Everett 1999",
    page: include_str!("core_periphery.md"),
    options: &{
        let [pattern, ties, seed] = OPTIONS;
        [pattern, ties, DRAWS, seed]
    },
    run: Run::Network(|net, arguments, watch| {
        let draws = arguments.count(&DRAWS)? as usize;
        core_periphery(net, &CoreOptions::from_arguments(arguments)?, draws, watch)
    }),
};

#[doc = include_str!("core_periphery.md")]
///
/// # Errors
///
/// Between two modes, or of more than a thousand actors; [`Error::Stopped`](crate::Error::Stopped),
/// if the watch is asked to stop.
///
/// # Example
///
/// Three who are all tied, and one more with each.
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let ties = [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "f")];
/// let net = Network::from_ties(false, ties.map(|(from, to)| (from, to, 1.0)))?;
/// let core = whole::core_periphery(&net, &Default::default(), 100, &Watch::new())?;
/// assert_eq!(core.value("fit", "value"), Some(1.0));
/// assert_eq!(core.value("core_actors", "value"), Some(3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn core_periphery(
    net: &Network,
    options: &CoreOptions,
    draws: usize,
    watch: &Watch,
) -> Result<Results> {
    let table = Table::new(net, "core_periphery", options.ties)?;
    watch.expect(draws + 1);
    let best = |table: &Table, task| {
        Core::best(table, options.pattern, Draws::new(options.seed, task), watch)
    };
    let found = best(&table, 0)?;
    let (fit, core) = match &found {
        None => (Err(NO_FIT), None),
        Some((core, fit, _)) => (Ok(*fit), Some(core)),
    };
    let mean = |cells: Option<_>| cells.map_or(Err(NO_FIT), crate::cores::Cells::mean);
    let chance = match fit {
        Err(why) => [Err(why); 3],
        Ok(fit) => {
            // Streams of their own: two for each random network, its ties and its search.
            let fits = watch.each(Tasks::of(draws), |draw| {
                let draw = draw.start as u64;
                let random = table.shuffled(&mut Draws::new(options.seed, 2 * draw + 1));
                Ok(best(&random, 2 * draw + 2)?.map_or(0.0, |found| found.1))
            })?;
            against(fit, &fits).map(Ok)
        }
    };
    let size = core.map(|core| core.members.iter().filter(|it| **it).count() as f64);
    let continuous = coreness(&table, watch)?.and_then(|coreness| fit_of(&table, &coreness));
    let mut results = Results::quantities(
        net,
        vec![
            ("fit", fit),
            ("core_actors", size.ok_or(NO_FIT)),
            ("core_density", mean(core.map(|core| core.within))),
            ("between_density", mean(core.map(|core| core.between))),
            ("periphery_density", mean(core.map(|core| core.periphery))),
            ("fit_by_chance", chance[0]),
            ("p", chance[1]),
            ("p_error", chance[2]),
            ("continuous_fit", continuous.ok_or(NO_FIT)),
        ],
    );
    results.note(search_note(&found, net.actors().len()));
    Ok(results
        .option("pattern", options.pattern.name())
        .option("ties", options.ties.name())
        .option("draws", draws.to_string())
        .option("seed", options.seed.to_string()))
}

const NO_FIT: &str = "all dyads hold the same, or there are too few";

/// Mean of fits by chance, the share that are as good as the one found, itself among them, and the
/// error of that share.
fn against(fit: f64, chance: &[f64]) -> [f64; 3] {
    let draws = chance.len() as f64;
    let as_good = chance.iter().filter(|&&it| it >= fit - 1e-10).count() as f64;
    let p = (1.0 + as_good) / (1.0 + draws);
    [chance.iter().sum::<f64>() / draws, p, (p * (1.0 - p) / draws).sqrt()]
}
