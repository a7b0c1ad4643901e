use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, Rows};
use crate::options::Direction;
use crate::paths::{Length, dependencies};
use crate::shards::Tasks;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "bridging",
    source: "Hwang, Cho, Zhang and Ramanathan 2006; Valente and Fujimoto 2010",
    page: include_str!("bridging.md"),
    options: &[VARIANT],
    run: Run::Network(|net, arguments, watch| bridging(net, arguments.choice("variant")?, watch)),
};

const VARIANT: OptionSpec = OptionSpec {
    name: "variant",
    takes: Takes::Words(&["hwang", "valente_fujimoto"]),
    default: "hwang",
    about: "betweenness times bridging coefficient, or what a tie of the actor is worth to distances",
};

/// Whose bridging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bridging {
    /// Hwang, Cho, Zhang and Ramanathan: betweenness times bridging coefficient.
    #[default]
    Hwang,
    /// Valente and Fujimoto: the mean loss of closeness without each tie.
    ValenteFujimoto,
}

/// Beyond so many actors, distances without each tie take too long.
const MOST: usize = 5_000;

#[doc = include_str!("bridging.md")]
///
/// # Errors
///
/// With [`Bridging::ValenteFujimoto`] and more than 5 000 actors; [`Error::Stopped`], if the watch is
/// asked to stop.
///
/// # Example
///
/// Two triangles with somebody between them.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = ["ab", "bc", "ac", "cv", "vd", "de", "ef", "df"];
/// let tie = |tie: &str| (tie[..1].to_owned(), tie[1..].to_owned(), 1.0);
/// let net = Network::from_ties(false, ties.into_iter().map(tie))?;
/// let bridging = actor::bridging(&net, Default::default(), &Watch::new())?;
/// assert_eq!(bridging.value("v", "coefficient"), Some(0.75));
/// assert_eq!(bridging.value("v", "value"), Some(9.0 * 0.75));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn bridging(net: &Network, variant: Bridging, watch: &Watch) -> Result<Results> {
    let rows = net.rows(Direction::All);
    let n = rows.len();
    let alone = |v: usize| {
        if rows.alters(v).is_empty() { Err("the actor has no alter") } else { Ok(v) }
    };
    let mut results = Results::by_actor(net);
    if net.is_directed() {
        results.note("ties are taken either way, as if they had no direction");
    }
    match variant {
        Bridging::Hwang => {
            let all: Vec<u32> = (0..n as u32).collect();
            let between: Vec<f64> = dependencies(&rows, None, Length::Step, &all, watch)?
                .into_iter()
                .map(|sum| sum / 2.0)
                .collect();
            let coefficient = |v: usize| {
                let spread = |&u: &u32| 1.0 / rows.alters(u as usize).len() as f64;
                let own = 1.0 / rows.alters(v).len() as f64;
                own / rows.alters(v).iter().map(spread).sum::<f64>()
            };
            let value = |v: usize| alone(v).map(|v| between[v] * coefficient(v));
            Ok(results
                .number("value", (0..n).map(value))
                .number("coefficient", (0..n).map(|v| alone(v).map(coefficient)))
                .number("betweenness", between.iter().map(|&between| Ok(between)))
                .option("variant", "hwang"))
        }
        Bridging::ValenteFujimoto => {
            if n > MOST {
                let why = format!(
                    "distances without each tie take too long for more than {MOST} actors; --variant \
                     hwang, or a part of the network"
                );
                return Err(Error::not_applicable("--variant valente_fujimoto", why));
            }
            let losses = losses(&rows, watch)?;
            let pairs = n as f64 * (n as f64 - 1.0);
            let mean = |v: usize| losses[v] / pairs / rows.alters(v).len() as f64;
            Ok(results
                .number("value", (0..n).map(|v| alone(v).map(mean)))
                .option("variant", "valente_fujimoto"))
        }
    }
}

/// For each actor, how much Σ 1/d over all ordered pairs loses without each of its ties, added up.
fn losses(rows: &Rows, watch: &Watch) -> Result<Vec<f64>> {
    let n = rows.len();
    watch.expect(n);
    let lost: Vec<Vec<(usize, usize, f64)>> = watch.each(Tasks::of(n), |source| {
        watch.tick()?;
        let source = source.start;
        let (distance, order) = steps(rows, source, None);
        let closeness = nearness(&distance);
        let mut lost = Vec::new();
        for &v in order.iter().skip(1) {
            let v = v as usize;
            // Without a tie distances grow only if it is the one way to its farther end.
            let before = |&&u: &&u32| distance[u as usize] + 1 == distance[v];
            let mut ways = rows.alters(v).iter().filter(before);
            if let (Some(&u), None) = (ways.next(), ways.next()) {
                let without = steps(rows, source, Some((u as usize, v))).0;
                lost.push((u as usize, v, closeness - nearness(&without)));
            }
        }
        Ok(lost)
    })?;
    let mut losses = vec![0.0; n];
    for (u, v, loss) in lost.into_iter().flatten() {
        losses[u] += loss;
        losses[v] += loss;
    }
    Ok(losses)
}

/// Steps to each actor, `u32::MAX` if there is no way, and those reached, in order; without a tie.
fn steps(rows: &Rows, source: usize, without: Option<(usize, usize)>) -> (Vec<u32>, Vec<u32>) {
    let mut distance = vec![u32::MAX; rows.len()];
    distance[source] = 0;
    let mut order = vec![source as u32];
    let mut at = 0;
    while at < order.len() {
        let u = order[at] as usize;
        at += 1;
        for &v in rows.alters(u) {
            let left_out = without == Some((u, v as usize)) || without == Some((v as usize, u));
            if distance[v as usize] == u32::MAX && !left_out {
                distance[v as usize] = distance[u] + 1;
                order.push(v);
            }
        }
    }
    (distance, order)
}

/// Σ 1/d over the others who can be reached.
fn nearness(distance: &[u32]) -> f64 {
    let reached = distance.iter().filter(|&&steps| steps != 0 && steps != u32::MAX);
    reached.map(|&steps| 1.0 / f64::from(steps)).sum()
}
