use std::collections::BTreeMap;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network, Rows};
use crate::options::{self, Direction, Ties};
use crate::{Arguments, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "alters",
    source: "Blau 1977; Agresti and Agresti 1978; Simpson 1949",
    page: include_str!("alters.md"),
    options: &[options::BY, options::DIRECTION, options::TIES],
    run: Run::Network(|net, arguments, watch| {
        alters(net, &arguments.grouping(net)?, AltersOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`alters`].
///
/// ```
/// use tertius::actor::AltersOptions;
/// use tertius::options::Ties;
/// let options = AltersOptions { ties: Ties::Strength, ..AltersOptions::default() };
/// assert_ne!(options, AltersOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AltersOptions {
    /// Whose ties make an alter.
    pub direction: Direction,
    /// What an alter counts.
    pub ties: Ties,
}

impl AltersOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { direction: arguments.choice("direction")?, ties: arguments.choice("ties")? })
    }
}

#[doc = include_str!("alters.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// A college with two universities and a council among its partners.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(false, [("c", "u", 1.0), ("c", "v", 1.0), ("c", "l", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "HE", "LA"]);
/// let alters = actor::alters(&net, &net.grouping("sector")?, Default::default(), &Watch::new())?;
/// assert_eq!(alters.value("c", "richness"), Some(2.0));
/// assert_eq!(alters.words("composition").unwrap()[0].as_deref(), Some("HE 2; LA 1"));
/// // 1 − (2/3)² − (1/3)²: two of its partners drawn at random, with replacement.
/// assert!((alters.value("c", "blau").unwrap() - 4.0 / 9.0).abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn alters(
    net: &Network,
    by: &Grouping,
    options: AltersOptions,
    watch: &Watch,
) -> Result<Results> {
    let rows = net.rows(options.direction);
    watch.expect(rows.len());
    let of = |ego| {
        watch.tick()?;
        Ok(Composition::of(&rows, by, ego, options.ties))
    };
    let egos: Vec<Composition> = (0..rows.len()).map(of).collect::<crate::Result<_>>()?;
    let groups = by.labels().len();
    let iqv = |ego: &Composition| match groups {
        0 | 1 => ego.blau().and(Err("there are no two groups")),
        _ => Ok(ego.blau()? / (1.0 - 1.0 / groups as f64)),
    };
    let mut results = Results::by_actor(net)
        .count("alters", (0..egos.len()).map(|ego| rows.alters(ego).len()))
        .count("known", egos.iter().map(|ego| ego.known))
        .count("richness", egos.iter().map(|ego| ego.amounts.len()))
        .number("blau", egos.iter().map(Composition::blau))
        .number("unbiased_blau", egos.iter().map(Composition::unbiased_blau))
        .number("iqv", egos.iter().map(iqv))
        .number("entropy", egos.iter().map(Composition::entropy))
        .text("composition", egos.iter().map(|ego| ego.in_words(by)));
    results.note(format!("iqv takes {} of {}", counted(groups, "group", "groups"), by.name()));
    by.notes().into_iter().for_each(|note| results.note(note));
    Ok(results
        .by(by)
        .option("direction", options.direction.name(net.is_directed()))
        .option("ties", options.ties.name()))
}

/// The alters of an actor by group: an alter in several groups counts in each by an equal part.
pub(super) struct Composition {
    /// Alters of known group.
    known: usize,
    /// What they count, in each group that is among them, and how many are in it.
    amounts: BTreeMap<u32, (f64, usize)>,
    total: f64,
    /// Σ of the squares of what each alter counts, and of those of its parts.
    squares: f64,
    parts: f64,
}

impl Composition {
    pub(super) fn of(rows: &Rows, by: &Grouping, ego: usize, ties: Ties) -> Self {
        let (known, amounts) = (0, BTreeMap::new());
        let mut found = Self { known, amounts, total: 0.0, squares: 0.0, parts: 0.0 };
        for (alter, strength) in rows.row(ego) {
            let groups = by.groups(alter);
            if groups.is_empty() {
                continue;
            }
            let counts = if ties == Ties::Binary { 1.0 } else { strength };
            let part = counts / groups.len() as f64;
            for &group in groups {
                let amount = found.amounts.entry(group).or_default();
                *amount = (amount.0 + part, amount.1 + 1);
            }
            found.known += 1;
            found.total += counts;
            found.squares += counts * counts;
            found.parts += counts * part;
        }
        found
    }

    /// What the alters in some groups count.
    pub(super) fn amount(&self, groups: &[u32]) -> f64 {
        groups.iter().filter_map(|group| self.amounts.get(group)).map(|amount| amount.0).sum()
    }

    /// The share of the alters that are in some groups.
    pub(super) fn share(&self, groups: &[u32]) -> Result<f64, &'static str> {
        self.some()?;
        Ok(self.amount(groups) / self.total)
    }

    pub(super) fn blau(&self) -> Result<f64, &'static str> {
        Ok(1.0 - self.shares()?.map(|share| share * share).sum::<f64>())
    }

    fn unbiased_blau(&self) -> Result<f64, &'static str> {
        self.some()?;
        if self.known == 1 {
            return Err("it takes two alters of known group");
        }
        let amounts = self.amounts.values().map(|amount| amount.0 * amount.0).sum::<f64>();
        let alike = (amounts - self.parts) / (self.total * self.total - self.squares);
        Ok(1.0 - alike)
    }

    fn entropy(&self) -> Result<f64, &'static str> {
        Ok(-self.shares()?.map(|share| share * share.ln()).sum::<f64>())
    }

    fn shares(&self) -> Result<impl Iterator<Item = f64>, &'static str> {
        self.some()?;
        Ok(self.amounts.values().map(|amount| amount.0 / self.total))
    }

    fn some(&self) -> Result<(), &'static str> {
        if self.known == 0 { Err("there is no alter of known group") } else { Ok(()) }
    }

    /// Alters in each group, the largest first: `HE 2; FE 1`.
    fn in_words(&self, by: &Grouping) -> String {
        let label = |group: u32| &by.labels()[group as usize];
        let mut counts: Vec<_> =
            self.amounts.iter().map(|(&group, amount)| (label(group), amount.1)).collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let counts = counts.iter().map(|(label, alters)| format!("{label} {alters}"));
        counts.collect::<Vec<_>>().join("; ")
    }
}
