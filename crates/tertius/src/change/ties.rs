use super::two::{Became, Presence, Two};
use super::when::{self, Times};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "ties",
    source: "Jaccard 1912; Snijders, van de Bunt and Steglich 2010",
    page: include_str!("ties.md"),
    options: &[when::FROM, when::TO, when::CROSSING, when::WITHOUT],
    run: Run::Study(|study, view, arguments, _| {
        let times = Times::new("change ties", study, view, arguments)?;
        let found = ties(&times.before, &times.after, when::crossing(arguments))?;
        Ok(times.told(found))
    }),
};

#[doc = include_str!("ties.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable) with two modes, and if one network alone
/// has a direction; if `crossing` is no attribute.
///
/// # Example
///
/// ```
/// use tertius::{Network, change};
/// let before = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "b", 1.0), ("a", "c", 1.0)])?;
/// let ties = change::ties(&before, &after, None)?;
/// assert_eq!((ties.value("kept", "value"), ties.value("gained", "value")), (Some(1.0), Some(1.0)));
/// assert_eq!(ties.value("jaccard", "value"), Some(1.0 / 3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn ties(before: &Network, after: &Network, crossing: Option<&str>) -> Result<Results> {
    let two = Two::new("change ties", before, after, crossing)?;
    let pairs = two.pairs();
    let actors = |presence| (0..two.len()).filter(|&it| two.presence(it) == presence).count();
    let became = |what| pairs.iter().filter(|it| it.became == what).count();
    let [kept, gained, lost] = [Became::Kept, Became::Gained, Became::Lost].map(became);
    let counts = Counts::new(kept, gained, lost, two.classes(|_| ()).dyads().values().sum());
    let stay = |it: &&super::two::Pair| two.stayed(it.from as usize) && two.stayed(it.to as usize);
    let raw = |was, is| {
        let such = |it: &&super::two::Pair| (it.before.is_some(), it.after.is_some()) == (was, is);
        pairs.iter().filter(stay).filter(such).count() as f64
    };
    let (raw_kept, raw_gained, raw_lost) = (raw(true, true), raw(false, true), raw(true, false));
    let either = raw_kept + raw_gained + raw_lost;
    let number = |count: usize| Ok(count as f64);
    let rows = vec![
        ("stayed", number(actors(Presence::Stayed))),
        ("joined", number(actors(Presence::Joined))),
        ("left", number(actors(Presence::Left))),
        ("ties_before", number(pairs.iter().filter(|it| it.before.is_some()).count())),
        ("ties_after", number(pairs.iter().filter(|it| it.after.is_some()).count())),
        ("dyads", Ok(counts.dyads())),
        ("kept", number(kept)),
        ("gained", number(gained)),
        ("lost", number(lost)),
        ("absent", Ok(counts.absent)),
        ("jaccard", counts.jaccard()),
        ("retention", counts.retention()),
        ("birth", counts.birth()),
        ("turnover", counts.jaccard().map(|jaccard| 1.0 - jaccard)),
        ("dice", counts.dice()),
        ("correlation", counts.correlation()),
        ("hamming", Ok(counts.gained + counts.lost)),
        ("not_observed_before", number(became(Became::NotObservedBefore))),
        ("not_observed_after", number(became(Became::NotObservedAfter))),
        ("known_from_others", number(became(Became::KnownFromOthers))),
        ("of_joiners", number(became(Became::OfJoiner))),
        ("of_leavers", number(became(Became::OfLeaver))),
        ("raw_kept", Ok(raw_kept)),
        ("raw_gained", Ok(raw_gained)),
        ("raw_lost", Ok(raw_lost)),
        ("raw_jaccard", share(raw_kept, either, NO_TIE)),
    ];
    let (names, values): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let results = two.results(&pairs).text("quantity", names.into_iter().map(str::to_owned));
    Ok(results.number("value", values).option("crossing", crossing.unwrap_or("any")))
}

type Defined = std::result::Result<f64, &'static str>;

const NO_TIE: &str = "there is no tie at either time";

/// What became of dyads that were observed at both times.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    kept: f64,
    gained: f64,
    lost: f64,
    absent: f64,
}

impl Counts {
    pub(super) fn new(kept: usize, gained: usize, lost: usize, dyads: usize) -> Self {
        let absent = (dyads - kept - gained - lost) as f64;
        Self { kept: kept as f64, gained: gained as f64, lost: lost as f64, absent }
    }

    fn dyads(self) -> f64 {
        self.kept + self.gained + self.lost + self.absent
    }

    pub(super) fn jaccard(self) -> Defined {
        share(self.kept, self.kept + self.gained + self.lost, NO_TIE)
    }

    pub(super) fn retention(self) -> Defined {
        share(self.kept, self.kept + self.lost, "there was no tie before")
    }

    pub(super) fn birth(self) -> Defined {
        share(self.gained, self.gained + self.absent, "there was no dyad without a tie before")
    }

    fn dice(self) -> Defined {
        share(2.0 * self.kept, 2.0 * self.kept + self.gained + self.lost, NO_TIE)
    }

    fn correlation(self) -> Defined {
        let Self { kept, gained, lost, absent } = self;
        let spread = (kept + lost) * (gained + absent) * (kept + gained) * (lost + absent);
        let alike = kept * absent - gained * lost;
        share(alike, spread.sqrt(), "at one of the two times all dyads are alike")
    }
}

fn share(some: f64, all: f64, none: &'static str) -> Defined {
    if all > 0.0 { Ok(some / all) } else { Err(none) }
}
