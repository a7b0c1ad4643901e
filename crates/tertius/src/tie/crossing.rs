use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "crossing",
    source: "Krackhardt and Stern 1988",
    page: include_str!("crossing.md"),
    options: &[options::BY],
    run: Run::Network(|net, arguments, _| crossing(net, &arguments.grouping(net)?)),
};

#[doc = include_str!("crossing.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, tie};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let crossing = tie::crossing(&net, &net.grouping("sector")?)?;
/// assert_eq!(crossing.words("crossing").unwrap()[1].as_deref(), Some("yes"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn crossing(net: &Network, by: &Grouping) -> Result<Results> {
    let groups = |actor: u32| by.groups(actor as usize);
    let label = |actor: u32| {
        let labels = groups(actor).iter().map(|&group| by.labels()[group as usize].as_str());
        labels.collect::<Vec<_>>().join("; ")
    };
    let crossing = |from: u32, to: u32| {
        if groups(from).is_empty() || groups(to).is_empty() {
            "not known"
        } else if by.share_a_group(from as usize, to as usize) {
            "no"
        } else {
            "yes"
        }
    };
    let ties = net.ties();
    let mut results = Results::by_tie(net)
        .number("strength", ties.iter().map(|tie| Ok(tie.strength)))
        .text("from_group", ties.iter().map(|tie| label(tie.from)))
        .text("to_group", ties.iter().map(|tie| label(tie.to)))
        .text("crossing", ties.iter().map(|tie| crossing(tie.from, tie.to).to_owned()));
    by.notes().into_iter().for_each(|note| results.note(note));
    Ok(results.by(by))
}
