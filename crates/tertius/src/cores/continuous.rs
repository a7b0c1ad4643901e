use super::{Cells, Table};
use crate::{Result, Watch};

/// Rounds after which a coreness that still moves is taken as it is.
const ROUNDS: usize = 2_000;

/// What coreness may still move by when it is taken as settled.
const SETTLED: f64 = 1e-12;

/// The coreness of each actor, of length 1: the products of two come near, by squares, to what the
/// pair holds; as a rule as near as they can. Dyads that say nothing, of an actor with itself and
/// those that were not observed, are taken to hold the products of the round before (Comrey 1962).
/// None, if nobody holds a tie.
pub(crate) fn coreness(table: &Table, watch: &Watch) -> Result<Option<Vec<f64>>> {
    let n = table.actors;
    let mut coreness: Vec<f64> = (0..n).map(|actor| table.all_of(actor).sum.sqrt()).collect();
    let ways = table.pairs.iter().map(|pair| pair.number).fold(0.0, f64::max);
    let length = |of: &[f64]| of.iter().map(|it| it * it).sum::<f64>();
    if length(&coreness) == 0.0 {
        return Ok(None);
    }
    for _ in 0..ROUNDS {
        watch.tick()?;
        let all = ways * length(&coreness);
        let missed = |actor: usize| {
            let by = |(other, &by): (usize, &f64)| {
                let Cells { number, sum, .. } = table.pair(actor, other);
                (sum - number * coreness[actor] * by) * by
            };
            coreness.iter().enumerate().map(by).sum::<f64>() / all
        };
        // Half the way, so that nothing swings to and fro.
        let missed: Vec<f64> = (0..n).map(|actor| 0.5 * missed(actor)).collect();
        let most = coreness.iter().copied().fold(0.0, f64::max);
        coreness.iter_mut().zip(&missed).for_each(|(it, missed)| *it += missed);
        if missed.iter().all(|it| it.abs() <= SETTLED * most) {
            break;
        }
    }
    // Of those whom no path joins to the core, what is left gets ever smaller, and never 0.
    let most = coreness.iter().copied().fold(0.0, f64::max);
    coreness.iter_mut().filter(|it| **it <= SETTLED * most).for_each(|it| *it = 0.0);
    let length = length(&coreness).sqrt();
    Ok(Some(coreness.into_iter().map(|it| it / length).collect()))
}

/// The correlation of what dyads hold with the products of coreness.
pub(crate) fn fit_of(table: &Table, coreness: &[f64]) -> Option<f64> {
    let number = table.cells.len() as f64;
    let pairs = || table.cells.iter().map(|&(i, j, held)| (held, coreness[i] * coreness[j]));
    let (held, products): (f64, f64) =
        pairs().fold((0.0, 0.0), |sums, it| (sums.0 + it.0, sums.1 + it.1));
    let (held, products) = (held / number, products / number);
    let (mut together, mut of_held, mut of_products) = (0.0, 0.0, 0.0);
    for (a, b) in pairs().map(|(a, b)| (a - held, b - products)) {
        together += a * b;
        of_held += a * a;
        of_products += b * b;
    }
    let spread: f64 = of_held * of_products;
    (spread > 1e-24).then(|| together / spread.sqrt())
}
