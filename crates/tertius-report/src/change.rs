//! What changed from the first wave to the last.

use std::ops::Deref;

use tertius::network::{Keep, Orientation, View, Weights};
use tertius::null::{self, CompareOptions, Finding, Pairs};
use tertius::{Error, Network, Result, Results, Watch, change};

use crate::ground::Ground;
use crate::wording::{Noun, ORDERED_PAIR, PAIR};

/// The view at the first wave and at the last, and what became of ties in between.
pub(crate) struct Two {
    /// The names of the two waves, and the networks cut at them.
    pub(crate) waves: [String; 2],
    pub(crate) nets: [Network; 2],
    pub(crate) ties: Results,
    pub(crate) pairs: Results,
}

/// The same with what is tested and told of it.
pub(crate) struct Change {
    two: Two,
    /// The density of both, among those who were there both times; `None` where it has none, or the
    /// test would take long.
    pub(crate) density: Option<Results>,
    /// By sector and by locality; `None` where nobody has one.
    pub(crate) sectors: Option<Results>,
    pub(crate) localities: Option<Results>,
    /// The pairs that each stood between: those of different sectors, where there are sectors.
    pub(crate) closure: Results,
}

/// Ways to exchange pairs between the waves that a test looks at.
const DRAWS: u64 = 9_999;

/// Actors and ties of a network that is compared while a page waits.
const MOST_ACTORS: usize = 1_000;
const MOST_TIES: usize = 3_000;

/// Actors of a network of which as many draws are made.
const MOST_DRAWN: usize = 300;

/// Why the waves of a view are not compared, in a sentence.
pub(crate) type Uncompared = String;

impl Deref for Change {
    type Target = Two;

    fn deref(&self) -> &Two {
        &self.two
    }
}

/// `None` if there are no two waves.
pub(crate) fn change(
    ground: &Ground<'_>,
    view: &View,
    watch: &Watch,
) -> Result<Option<std::result::Result<Change, Uncompared>>> {
    let told = match two(ground, view)? {
        Some(Ok(two)) => Change::told(two, ground.run.seed, watch),
        Some(Err(why)) => return Ok(Some(Err(why))),
        None => return Ok(None),
    };
    uncompared(told).map(Some)
}

/// The two waves alone; `None` if there are no two.
pub(crate) fn two(
    ground: &Ground<'_>,
    view: &View,
) -> Result<Option<std::result::Result<Two, Uncompared>>> {
    let waves = ground.study.waves();
    let [first, .., last] = waves[..] else { return Ok(None) };
    if view.orientation == Orientation::Respondents {
        return Ok(Some(Err("With the orientation respondents whoever did not answer once would seem to have left. What changed is told with the orientation reconstructed, which compares what was observed at both waves.".to_owned())));
    }
    // Who is outside the largest component at one wave has not left, and strengths are not compared.
    let cut = |wave: &str| {
        ground.study.network(&View {
            wave: Some(wave.to_owned()),
            component: Keep::All,
            weights: Weights::Binary,
            ..view.clone()
        })
    };
    let nets = [cut(first)?, cut(last)?];
    if nets.iter().any(|net| net.actors().len() > MOST_ACTORS || net.ties().len() > MOST_TIES) {
        return Ok(Some(Err(format!(
            "What changed is not told on a page for networks of more than {MOST_ACTORS} actors or {MOST_TIES} ties. In full: tertius compare, with the study and the view of this report."
        ))));
    }
    uncompared(Two::between([first, last].map(str::to_owned), nets)).map(Some)
}

/// Where a measure of change does not apply, why, in a sentence.
fn uncompared<T>(told: Result<T>) -> Result<std::result::Result<T, Uncompared>> {
    match told {
        Ok(told) => Ok(Ok(told)),
        Err(Error::NotApplicable { why, .. }) => {
            Ok(Err(format!("What changed is not told: {why}.")))
        }
        Err(error) => Err(error),
    }
}

fn density([before, after]: &[Network; 2], seed: u64, watch: &Watch) -> Result<Option<Results>> {
    if before.actors().len().max(after.actors().len()) > MOST_DRAWN {
        return Ok(None);
    }
    let finding = Finding::of("whole density")?.only("density");
    let options =
        CompareOptions { pairs: Pairs::Yes, draws: DRAWS, seed, ..CompareOptions::default() };
    where_known(null::compare(before, after, &finding, &options, watch))
}

/// `None` where nobody has such a group, or the method has nothing to say.
fn where_known(found: Result<Results>) -> Result<Option<Results>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::Unknown { .. } | Error::NotApplicable { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Change {
    pub(crate) fn told(two: Two, seed: u64, watch: &Watch) -> Result<Self> {
        let [before, after] = &two.nets;
        let sectors = where_known(change::groups(before, after, "sector"))?;
        let crossing = sectors.as_ref().map(|_| "sector");
        Ok(Self {
            density: density(&two.nets, seed, watch)?,
            localities: where_known(change::localities(before, after, "locality", None))?,
            closure: change::closure(before, after, crossing, watch)?,
            sectors,
            two,
        })
    }
}

impl Two {
    /// What became of the ties of one network in the other.
    pub(crate) fn between(waves: [String; 2], nets: [Network; 2]) -> Result<Self> {
        let [before, after] = &nets;
        Ok(Self {
            ties: change::ties(before, after, None)?,
            pairs: change::pairs(before, after, None, None)?,
            waves,
            nets,
        })
    }

    /// What became of all ties, by the name of the quantity.
    #[expect(clippy::cast_sign_loss, reason = "a count")]
    pub(crate) fn count(&self, quantity: &str) -> usize {
        self.ties.value(quantity, "value").unwrap_or_default() as usize
    }

    /// What can be tied.
    pub(crate) fn pair(&self) -> Noun {
        if self.ties.method.directed { ORDERED_PAIR } else { PAIR }
    }

    /// Pairs among those who were there both times, and those of them observed both times.
    pub(crate) fn dyads(&self) -> [usize; 2] {
        let stayed = self.count("stayed");
        let ordered = stayed * stayed.saturating_sub(1);
        let possible = if self.ties.method.directed { ordered } else { ordered / 2 };
        [possible, self.count("dyads")]
    }

    /// The names of those who were asked at a wave and of whom no full answer is on record.
    pub(crate) fn unheard(&self, time: usize) -> Vec<&str> {
        let net = &self.nets[time];
        let accounts = net.observed().accounts().unwrap_or_default();
        let silent = net.actors().iter().zip(accounts).filter(|(_, heard)| !**heard);
        silent.map(|(actor, _)| actor.name.as_str()).collect()
    }
}
