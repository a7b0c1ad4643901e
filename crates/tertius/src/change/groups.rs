use std::collections::BTreeMap;

use super::ties::Counts;
use super::two::{Became, Pair, Two};
use super::when::{self, Times};
use crate::catalogue::{Measure, Run, Unit};
use crate::group::mixing::refuse_many_groups;
use crate::network::Network;
use crate::{Result, Results, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "groups",
    source: "Jaccard 1912; Snijders, van de Bunt and Steglich 2010",
    page: include_str!("groups.md"),
    options: &[options::BY, when::FROM, when::TO, when::WITHOUT],
    run: Run::Study(|study, view, arguments, _| {
        let times = Times::new("change groups", study, view, arguments)?;
        let found = groups(&times.before, &times.after, arguments.by())?;
        Ok(times.told(found))
    }),
};

#[doc = include_str!("groups.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()); if no actor has the attribute, or there are more than a
/// thousand groups.
///
/// # Example
///
/// ```
/// use tertius::{Network, change};
/// let sectors = ["HE", "FE", "FE"];
/// let before = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "b", 1.0), ("a", "c", 1.0)])?;
/// let [before, after] = [before, after].map(|net| net.with_attribute("sector", sectors));
/// let groups = change::groups(&before, &after, "sector")?;
/// assert_eq!(groups.words("to_group").unwrap()[1].as_deref(), Some("FE"), "HE with FE");
/// assert_eq!(groups.numbers("gained").unwrap()[1], Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn groups(before: &Network, after: &Network, by: &str) -> Result<Results> {
    let two = Two::new("change groups", before, after, None)?;
    let by = two.grouping(by)?;
    refuse_many_groups(&by, "change groups")?;
    let placed = by.placed();
    let place = |actor: usize| placed.groups(actor)[0] as usize;
    let directed = two.is_directed();
    let cell = |a: usize, b: usize| if directed || a <= b { (a, b) } else { (b, a) };
    let dyads = two.classes(place).dyads();
    let pairs = two.pairs();
    let mut of_cell: BTreeMap<(usize, usize), Vec<&Pair>> = BTreeMap::new();
    for pair in &pairs {
        of_cell
            .entry(cell(place(pair.from as usize), place(pair.to as usize)))
            .or_default()
            .push(pair);
    }

    let known = by.labels().len();
    let all = (0..known).flat_map(|a| (if directed { 0 } else { a }..known).map(move |b| (a, b)));
    let unplaced = of_cell.keys().copied().filter(|&(a, b)| a >= known || b >= known);
    let cells: Vec<(usize, usize)> = all.chain(unplaced).collect();
    let pairs_of = |cell: &(usize, usize)| of_cell.get(cell).map_or(&[][..], Vec::as_slice);
    let became = |cell: &(usize, usize), what: Became| {
        pairs_of(cell).iter().filter(|it| it.became == what).count()
    };
    let counts = |cell: &(usize, usize)| {
        let [kept, gained, lost] =
            [Became::Kept, Became::Gained, Became::Lost].map(|what| became(cell, what));
        Counts::new(kept, gained, lost, dyads.get(cell).copied().unwrap_or(0))
    };
    let tied = |of: fn(&Pair) -> bool| {
        cells.iter().map(move |cell| pairs_of(cell).iter().filter(|it| of(it)).count())
    };
    let label = |place: usize| placed.labels()[place].clone();
    let mut results = two
        .results(&pairs)
        .text("from_group", cells.iter().map(|cell| label(cell.0)))
        .text("to_group", cells.iter().map(|cell| label(cell.1)))
        .count("before", tied(|it| it.before.is_some()))
        .count("after", tied(|it| it.after.is_some()))
        .count("dyads", cells.iter().map(|cell| dyads.get(cell).copied().unwrap_or(0)));
    let columns = [
        ("kept", Became::Kept),
        ("gained", Became::Gained),
        ("lost", Became::Lost),
        ("not_observed_before", Became::NotObservedBefore),
        ("not_observed_after", Became::NotObservedAfter),
        ("known_from_others", Became::KnownFromOthers),
        ("of_joiners", Became::OfJoiner),
        ("of_leavers", Became::OfLeaver),
    ];
    for (name, what) in columns {
        results = results.count(name, cells.iter().map(|cell| became(cell, what)));
    }
    by.notes().into_iter().for_each(|note| results.note(note + ", shown in rows of their own"));
    two.caveats(by.name()).into_iter().for_each(|caveat| results.note(caveat));
    Ok(results
        .number("jaccard", cells.iter().map(|cell| counts(cell).jaccard()))
        .number("retention", cells.iter().map(|cell| counts(cell).retention()))
        .number("birth", cells.iter().map(|cell| counts(cell).birth()))
        .option("by", by.name()))
}
