use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::mixing::refuse_many_groups;
use super::table::Table;
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{ActorKind, Keep, Network, Via, View};
use crate::options::{self, Ties};
use crate::study::{Status, Study};
use crate::{Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "gaps",
    source: "Provan, Veazie, Staten and Teufel-Shone 2005",
    page: include_str!("gaps.md"),
    options: &[options::BY],
    run: Run::Study(|study, view, arguments, _| gaps(study, view, arguments.by())),
};

#[doc = include_str!("gaps.md")]
///
/// # Errors
///
/// Those of [`Study::network`] and [`Network::grouping`]; more than a thousand groups.
///
/// ```
/// use tertius::study::{Reading, Sheet, Table};
/// use tertius::{Study, View, group};
/// let header = |names: [&str; 3]| names.map(str::to_owned).to_vec();
/// let mut actors = Sheet::new("organisations.csv", None, 1, header(["id", "name", "sector"]));
/// actors.push_row(2, ["uni", "University", "HE"]);
/// actors.push_row(3, ["col", "College", "FE"]);
/// let mut ties = Sheet::new("ties.csv", None, 1, header(["from", "to", "status"]));
/// ties.push_row(2, ["uni", "col", "wished"]);
/// let sheets = vec![(Table::Organisations, actors), (Table::Ties, ties)];
/// let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// let gaps = group::gaps(&study, &View::ties(), "sector")?;
/// assert!(!gaps.is_empty());
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn gaps(study: &Study, view: &View, by: &str) -> Result<Results> {
    let pairs = Pairs::new(study, view)?;
    let net = &pairs.all;
    let by = net.grouping(by)?;
    refuse_many_groups(&by, "gaps")?;
    let table = Table::new(net, &by, Ties::Binary);
    let placed = by.placed();
    let cell = |(from, to): (u32, u32)| {
        let place = |actor: u32| placed.groups(actor as usize)[0] as usize;
        table.cell(place(from), place(to))
    };
    let count = |counts: &dyn Fn((u32, u32)) -> bool| {
        let mut cells: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let pairs = pairs.told().into_iter().filter(|&pair| counts(pair));
        pairs.for_each(|pair| *cells.entry(cell(pair)).or_default() += 1);
        cells
    };
    let seen = |(from, to): (u32, u32)| net.is_observed(from as usize, to as usize);
    let unmet = |pair| pairs.wished.contains(&pair) && !pairs.there.contains(&pair);
    let ties = count(&|pair| pairs.there.contains(&pair) && seen(pair));
    let wished = count(&|pair| pairs.wished.contains(&pair));
    let open = count(&unmet);
    let open_seen = count(&|pair| unmet(pair) && seen(pair));
    let absent = count(&|pair| pairs.absent.contains(&pair));

    let cells = table.cells();
    let label = |place: usize| table.labels[place].clone();
    let at = |of: &BTreeMap<_, usize>, cell| of.get(&cell).copied().unwrap_or(0);
    let share = |some: usize, all: usize, none: &'static str| {
        if all == 0 { Err(none) } else { Ok(some as f64 / all as f64) }
    };
    let met =
        |&it| share(at(&wished, it) - at(&open, it), at(&wished, it), "nothing is wished for");
    let density = |&it| share(at(&ties, it), table.dyads(it), "no dyad was observed");
    let wished_share = |&it| {
        let free = table.dyads(it) - at(&ties, it);
        share(at(&open_seen, it), free, "no dyad without a tie was observed")
    };
    let mut results = Results::of(net)
        .text("from_group", cells.iter().map(|it| label(it.0)))
        .text("to_group", cells.iter().map(|it| label(it.1)))
        .count("dyads", cells.iter().map(|&it| table.dyads(it)))
        .count("ties", cells.iter().map(|&it| at(&ties, it)))
        .number("density", cells.iter().map(density))
        .count("wished", cells.iter().map(|&it| at(&wished, it)))
        .count("unmet", cells.iter().map(|&it| at(&open, it)))
        .number("met", cells.iter().map(met))
        .number("wished_share", cells.iter().map(wished_share))
        .count("absent", cells.iter().map(|&it| at(&absent, it)));
    by.notes().into_iter().for_each(|note| results.note(note + ", shown in rows of their own"));
    pairs.notes().into_iter().for_each(|note| results.note(note));
    Ok(results.by(&by))
}

/// Pairs of actors of whom something is told: that there is a tie, that one is wished for, or that
/// there is none.
struct Pairs {
    /// All of them as one network.
    all: Network,
    there: BTreeSet<(u32, u32)>,
    wished: BTreeSet<(u32, u32)>,
    absent: BTreeSet<(u32, u32)>,
}

impl Pairs {
    fn new(study: &Study, view: &View) -> Result<Self> {
        let apart = [Status::Wished, Status::ReportedAbsent];
        let mut there: Vec<Status> =
            view.status.iter().copied().filter(|status| !apart.contains(status)).collect();
        if there.is_empty() {
            there.push(Status::Observed);
        }
        let with = |status: Vec<Status>| View { status, component: Keep::All, ..view.clone() };
        let all = View { status: [&there[..], &apart[..]].concat(), ..view.clone() };
        let all = study.network(&all)?;
        let there = pairs_in(&all, &study.network(&with(there))?);
        // Posts have no status: nobody is said to wish for one.
        let via: Vec<Via> =
            view.via.iter().copied().filter(|it| *it != Via::Affiliations).collect();
        let told = |status: Status| {
            let view = View { via: via.clone(), ..with(vec![status]) };
            Ok(pairs_in(&all, &study.network(&view)?))
        };
        let wished = told(Status::Wished)?;
        let absent = told(Status::ReportedAbsent)?;
        Ok(Self { all, there, wished, absent })
    }

    /// All pairs of which something is told, once.
    fn told(&self) -> BTreeSet<(u32, u32)> {
        [&self.there, &self.wished, &self.absent].into_iter().flatten().copied().collect()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.wished.is_empty() && self.absent.is_empty() {
            notes.push(
                "nothing is on record in this view as wished for or reported absent: that no gap is \
                 told does not mean that there is none"
                    .to_owned(),
            );
        }
        let disputed = self.absent.intersection(&self.there).count();
        if disputed > 0 {
            let pairs = counted(disputed, "pair is", "pairs are");
            notes.push(format!(
                "{pairs} both tied and reported absent, be it by different relations, and counted \
                 in both"
            ));
        }
        notes
    }
}

/// The ties of a network as pairs of actors of another.
fn pairs_in(all: &Network, net: &Network) -> BTreeSet<(u32, u32)> {
    fn key(it: &crate::network::Actor) -> (&str, bool) {
        (it.id.as_str(), it.kind == ActorKind::Activity)
    }
    let numbers: HashMap<_, u32> = all.actors().iter().map(key).zip(0..).collect();
    let number = |actor: u32| numbers.get(&key(&net.actors()[actor as usize])).copied();
    let mut pairs = BTreeSet::new();
    for tie in net.ties() {
        if let (Some(from), Some(to)) = (number(tie.from), number(tie.to)) {
            pairs.insert(if all.is_directed() { (from, to) } else { (from.min(to), from.max(to)) });
        }
    }
    pairs
}
