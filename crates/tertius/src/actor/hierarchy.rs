use crate::catalogue::{Measure, Run, Unit};
use crate::holes::{COLUMNS, Contacts, Pair};
use crate::network::Network;
use crate::options::{self, Model};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "hierarchy",
    source: "Burt 1992",
    page: include_str!("hierarchy.md"),
    options: &[options::MODEL],
    run: Run::Network(|net, arguments, watch| hierarchy(net, arguments.choice("model")?, watch)),
};

#[doc = include_str!("hierarchy.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// The rays of a star constrain its middle alike: nobody closes more than another.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let star = Network::from_ties(false, [("m", "a", 1.0), ("m", "b", 1.0), ("m", "c", 1.0)])?;
/// let hierarchy = actor::hierarchy(&star, Default::default(), &Watch::new())?;
/// assert!(hierarchy.value("m", "value").unwrap().abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn hierarchy(net: &Network, model: Model, watch: &Watch) -> Result<Results> {
    let contacts = Contacts::of(net);
    let found = contacts.each(watch, |ego, places| {
        let dyadic = contacts.dyadic(ego, model, places);
        [concentration(&dyadic, 0), concentration(&dyadic, 1)]
    })?;
    let mut results = Results::by_actor(net);
    for (column, name) in COLUMNS.into_iter().enumerate() {
        results = contacts.values(results, name, |ego| {
            if contacts.alters(ego).len() < 2 {
                return Err("the actor has one alter: there is nothing to compare");
            }
            Ok(found[ego][column])
        });
    }
    Ok(results.option("model", model.name()))
}

/// The Coleman–Theil index of disorder over constraint by alter, `Σ_j r_j ln r_j / (k ln k)`.
fn concentration(dyadic: &[Pair], column: usize) -> f64 {
    let k = dyadic.len() as f64;
    let mean = dyadic.iter().map(|c| c[column]).sum::<f64>() / k;
    let disorder = |c: &Pair| {
        let r = c[column] / mean;
        // r ln r goes to 0 with r, and so does a dependence too small to be told from 0.
        if r > 0.0 { r * r.ln() } else { 0.0 }
    };
    // Rounding can leave a sum of equal parts just below 0.
    (dyadic.iter().map(disorder).sum::<f64>() / (k * k.ln())).clamp(0.0, 1.0)
}
