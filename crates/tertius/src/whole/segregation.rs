use super::ei_index::{across_and_within, dyads};
use crate::actor::spectral;
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Ties};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "segregation",
    source: "Bojanowski and Corten 2014; Freeman 1978; Moody 2001; Gupta, Anderson and May 1989; \
             Echenique and Fryer 2007",
    page: include_str!("segregation.md"),
    options: &[options::BY, options::TIES],
    run: Run::Network(|net, arguments, watch| {
        segregation(net, &arguments.grouping(net)?, arguments.choice("ties")?, watch)
    }),
};

#[doc = include_str!("segregation.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable) where two eigenvalues are too close to tell
/// apart; [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// One tie crosses where two would be expected of three.
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let by = net.grouping("sector")?;
/// let found = whole::segregation(&net, &by, Default::default(), &Watch::new())?;
/// assert_eq!(found.value("freeman", "value"), Some(0.5));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn segregation(net: &Network, by: &Grouping, ties: Ties, watch: &Watch) -> Result<Results> {
    let (across, within) = dyads(net, by);
    let (external, internal) = across_and_within(net, by, ties);
    let (crossing, inside) = across_and_within(net, by, Ties::Binary);
    let freeman = match (external + internal, across) {
        (0.0, _) => Err("no observed tie joins actors of known group"),
        (_, 0.0) => Err("no dyad between groups was observed"),
        (all, _) => Ok(1.0 - external / all / (across / (across + within))),
    };
    let odds = odds_ratio(inside, within - inside, crossing, across - crossing);
    let log_odds = match odds {
        Ok(0.0) => Err("no tie is inside a group, or all dyads between groups hold one"),
        odds => odds.map(f64::ln),
    };
    let rows = vec![
        ("freeman", freeman),
        ("odds_ratio", odds),
        ("log_odds", log_odds),
        ("gupta_anderson_may", own_choices(net, by, ties)),
        ("ssi", mean_ssi(net, by, ties, watch)?),
    ];
    let mut results = Results::quantities(net, rows);
    by.notes().into_iter().for_each(|note| results.note(note));
    Ok(results.by(by).option("ties", ties.name()))
}

/// Odds of a tie within groups over those between them, from ties and dyads without one.
fn odds_ratio(inside: f64, apart: f64, crossing: f64, strange: f64) -> Result<f64, &'static str> {
    if inside + apart == 0.0 {
        Err("no dyad within a group was observed")
    } else if crossing + strange == 0.0 {
        Err("no dyad between groups was observed")
    } else if crossing * apart == 0.0 {
        Err("no tie crosses, or all dyads within groups hold one")
    } else {
        Ok(inside * strange / (crossing * apart))
    }
}

/// How far the shares that groups send to themselves, added up, go beyond 1 out of all groups.
fn own_choices(net: &Network, by: &Grouping, ties: Ties) -> Result<f64, &'static str> {
    let groups = by.partition();
    let (mut sent, mut own) = (vec![0.0; by.labels().len()], vec![0.0; by.labels().len()]);
    for tie in net.observed_ties() {
        let ends = (groups[tie.from as usize], groups[tie.to as usize]);
        let (Some(from), Some(to)) = ends else { continue };
        let back = (!net.is_directed()).then_some((to, from));
        for (from, to) in [(from, to)].into_iter().chain(back) {
            sent[from as usize] += ties.strength(tie);
            own[from as usize] += if from == to { ties.strength(tie) } else { 0.0 };
        }
    }
    if sent.len() < 2 {
        Err("there are no two groups")
    } else if sent.contains(&0.0) {
        Err("a group has no observed tie, or sends none, members in several groups left out")
    } else {
        let shares: f64 = own.iter().zip(&sent).map(|(own, sent)| own / sent).sum();
        Ok((shares - 1.0) / (sent.len() as f64 - 1.0))
    }
}

fn mean_ssi(
    net: &Network,
    by: &Grouping,
    ties: Ties,
    watch: &Watch,
) -> Result<Result<f64, &'static str>> {
    if net.is_directed() {
        return Ok(Err("ties have a direction: take --orientation undirected"));
    }
    let scores = spectral(net, by, ties, watch)?;
    let scores: Vec<f64> = scores.into_iter().filter_map(Result::ok).collect();
    if scores.is_empty() {
        return Ok(Err("no actor is of one known group"));
    }
    Ok(Ok(scores.iter().sum::<f64>() / scores.len() as f64))
}
