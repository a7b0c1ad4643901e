use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network, Others, Tie};
use crate::options::{self, Direction, Ties};
use crate::{Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "ei_index",
    source: "Krackhardt and Stern 1988",
    page: include_str!("ei_index.md"),
    options: &[options::BY, options::TIES],
    run: Run::Network(|net, arguments, _| {
        ei_index(net, &arguments.grouping(net)?, arguments.choice("ties")?)
    }),
};

#[doc = include_str!("ei_index.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let index = whole::ei_index(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(index.value("ei_index", "value"), Some(-1.0 / 3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn ei_index(net: &Network, by: &Grouping, ties: Ties) -> Result<Results> {
    let (external, internal) = across_and_within(net, by, ties);
    let (crossing, inside) = match ties {
        Ties::Binary => (external, internal),
        Ties::Strength => across_and_within(net, by, Ties::Binary),
    };
    let (across, within) = dyads(net, by);
    let index = |e: f64, i: f64| {
        if e + i == 0.0 { Err("no tie joins actors of known group") } else { Ok((e - i) / (e + i)) }
    };
    let m = crossing + inside;
    let lowest = index((m - within).max(0.0), m - (m - within).max(0.0));
    let highest = index(m.min(across), m - m.min(across));
    let rescaled = match (index(crossing, inside), lowest, highest) {
        (Ok(at), Ok(low), Ok(high)) if high > low => Ok(2.0 * (at - low) / (high - low) - 1.0),
        (Ok(_), ..) => Err("the group sizes leave no range"),
        (err, ..) => err,
    };
    let expected =
        if across + within == 0.0 { Err("no dyad was observed") } else { index(across, within) };
    let mut results = Results::quantities(
        net,
        vec![
            ("ei_index", index(external, internal)),
            ("external", Ok(external)),
            ("internal", Ok(internal)),
            ("expected", expected),
            ("lowest", lowest),
            ("highest", highest),
            ("rescaled", rescaled),
        ],
    );
    let unknown = |actor: u32| by.groups(actor as usize).is_empty();
    let left_out = match by.unknown() {
        0 => 0,
        _ => net.observed_ties().filter(|tie| unknown(tie.from) || unknown(tie.to)).count(),
    };
    if left_out > 0 {
        let ties = counted(left_out, "tie of an actor", "ties of actors");
        let are = if left_out == 1 { "is" } else { "are" };
        results.note(format!("{ties} of unknown {} {are} left out", by.name()));
    }
    Ok(results.by(by).option("ties", ties.name()))
}

/// Observed ties between and within groups, among actors of known group.
pub(super) fn across_and_within(net: &Network, by: &Grouping, ties: Ties) -> (f64, f64) {
    let (mut across, mut within) = (0.0, 0.0);
    // A table of those in one group each spares most ties a look at the lists.
    let own: Vec<u32> = by.partition().into_iter().map(|it| it.unwrap_or(UNPLACED)).collect();
    for tie in net.observed_ties() {
        let inside = match (own[tie.from as usize], own[tie.to as usize]) {
            (UNPLACED, _) | (_, UNPLACED) => share_a_group(by, tie),
            (one, other) => Some(one == other),
        };
        // Without a choice: where chance deals labels, a processor cannot foresee it.
        let strength = ties.strength(tie);
        within += f64::from(u8::from(inside == Some(true))) * strength;
        across += f64::from(u8::from(inside == Some(false))) * strength;
    }
    (across, within)
}

/// Whether a tie is within a group; `None` if not both groups are known.
#[inline(never)]
fn share_a_group(by: &Grouping, tie: &Tie) -> Option<bool> {
    let (a, b) = (tie.from as usize, tie.to as usize);
    let known = !by.groups(a).is_empty() && !by.groups(b).is_empty();
    known.then(|| by.share_a_group(a, b))
}

/// In no group, or in several.
const UNPLACED: u32 = u32::MAX;

/// Observed dyads between and within groups, among actors of known group.
pub(super) fn dyads(net: &Network, by: &Grouping) -> (f64, f64) {
    let others = Others::new(net, by, Direction::Out);
    let (mut all, mut within) = (0, 0);
    for ego in (0..net.actors().len()).filter(|&ego| !by.groups(ego).is_empty()) {
        all += others.known(ego);
        within += others.sharing(ego);
    }
    // Where ties have no direction, every dyad has been counted from both its ends.
    let ways = if net.is_directed() { 1 } else { 2 };
    (((all - within) / ways) as f64, (within / ways) as f64)
}
