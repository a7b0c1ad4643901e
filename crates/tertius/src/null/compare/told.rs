use super::contrast::{Compared, Defined};
use crate::Results;
use crate::null::Adjust;
use crate::null::cells::Cells;

/// Columns that say how each cell differs.
pub(super) fn told(results: Results, cells: &Cells<'_>, compared: &Compared<'_>) -> Results {
    let [here, there] = &compared.values;
    let all = 0..cells.len();
    let defined = |at: usize| compared.value(0, at).and(compared.value(1, at));
    let column = |of: &dyn Fn(usize) -> Defined| {
        all.clone().map(|at| defined(at).and_then(|_| of(at))).collect::<Vec<_>>()
    };
    results
        .number("value", all.clone().map(|at| compared.value(0, at)))
        .number("value_with", all.clone().map(|at| compared.value(1, at)))
        .number("difference", column(&|at| Ok(there[at] - here[at])))
        .number("error", column(&|at| compared.error(at)))
        .number("low", column(&|at| Ok(compared.ends(at)?.0)))
        .number("high", column(&|at| Ok(compared.ends(at)?.1)))
        .number("z", column(&|at| compared.z(at)))
        .number("p", column(&|at| compared.p(at)))
        .number("p_error", column(&|at| compared.p_error(at)))
        .count("draws", compared.spreads.iter().map(|it| it.tally.values as usize))
}

/// Adds probabilities adjusted for the number of groups that are asked the same.
pub(super) fn adjusted(
    results: Results,
    cells: &Cells<'_>,
    compared: &Compared<'_>,
    adjust: Adjust,
) -> Results {
    let p = |at| {
        compared.value(0, at).and(compared.value(1, at))?;
        compared.p(at)
    };
    cells.adjusted(results, (0..cells.len()).map(p).collect(), adjust, |_| true).0
}
