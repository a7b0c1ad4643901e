use super::CompareOptions;
use super::exchange::{Exchange, same_actors};
use crate::draws::Draws;
use crate::network::Network;
use crate::null::cells::Cells;
use crate::null::interval::Spread;
use crate::null::vertices::Vertices;
use crate::null::{Chance, Finding, Interval, Null, Pick, Plan, Tally};
use crate::{Result, Watch, counted};

/// Two networks, and what is compared.
pub(super) struct Both<'a> {
    pub(super) a: &'a Network,
    pub(super) b: &'a Network,
    pub(super) finding: &'a Finding,
    pub(super) cells: &'a Cells<'a>,
    pub(super) watch: &'a Watch,
    pub(super) options: &'a CompareOptions,
}

/// What a comparison found, for each cell; NaN is undefined.
pub(super) struct Compared<'a> {
    pub(super) values: [Vec<f64>; 2],
    /// Why each value is undefined, if it is.
    pub(super) reasons: [Vec<&'a str>; 2],
    /// Differences between draws of both.
    pub(super) spreads: Vec<Spread>,
    /// Whether there is an interval.
    pub(super) interval: Option<f64>,
    /// Differences that chance gives, if they are not taken from the draws.
    tallies: Option<Vec<Tally>>,
    pub(super) note: Option<String>,
}

impl<'a> Both<'a> {
    fn values(&self, a: &Network, b: &Network) -> Result<[Vec<f64>; 2]> {
        let values = |net| self.finding.values(net, self.cells, &self.watch.part());
        Ok([values(a)?, values(b)?])
    }

    /// Draws actors for the interval, and exchanges pairs for the probability where both have the
    /// same actors.
    pub(super) fn as_they_are(
        &self,
        values: [Vec<f64>; 2],
        reasons: [Vec<&'a str>; 2],
        paired: bool,
    ) -> Result<Compared<'a>> {
        let CompareOptions { draws, seed, confidence, .. } = *self.options;
        let there = same_actors(self.a, self.b).filter(|_| paired);
        let (one, other) = (Vertices::new(self.a), Vertices::new(self.b));
        let drawn = |random: &mut Draws| {
            let here = one.draw(random);
            let Some(there) = &there else {
                let a = one.network(&here, random);
                return (a, other.network(&other.draw(random), random));
            };
            let actors: Vec<u32> = here.iter().map(|&at| there[at as usize]).collect();
            // From here on both draw alike, so that of two draws of one actor the same pair is laid.
            (one.network(&here, &mut random.clone()), other.network(&actors, random))
        };
        let differences = self.drawn(draws, seed, |random| {
            let (a, b) = drawn(random);
            self.values(&a, &b)
        })?;
        let observed = difference(&values);
        let spreads = spreads(&observed, &differences.iter().map(difference).collect::<Vec<_>>());
        let (mut tallies, mut note) = (None, None);
        if paired {
            let exchange = Exchange::new(self.a, self.b)?;
            let plan = Plan::new(exchange.arrangements(), draws, seed);
            let start = || (self.a.clone(), self.b.clone());
            tallies = Some(plan.tally(&observed, self.watch, start, |(a, b), pick| {
                exchange.lay(a, b, pick);
                Ok(difference(&self.values(a, b)?))
            })?);
            let differ = counted(exchange.differ(), "pair of actors is", "pairs of actors are");
            note = Some(format!(
                "{differ} tied otherwise in one network than in the other: p is of {} in which each \
                 of these is exchanged or not",
                match plan {
                    Plan::Every(all) => format!("all {all} arrangements"),
                    Plan::Drawn { draws, .. } => format!("{draws} random arrangements"),
                }
            ));
        }
        Ok(Compared { values, reasons, spreads, interval: Some(confidence), tallies, note })
    }

    /// Compares how far each lies from what chance gives as many ties among as many actors.
    pub(super) fn against_edges(&self, values: &[Vec<f64>; 2]) -> Result<Compared<'a>> {
        let CompareOptions { draws, seed, .. } = *self.options;
        let by = self.finding.arguments.by();
        let chance = |net| Chance::new(net, Null::Edges, by, None, seed, self.watch);
        let (one, other) = (chance(self.a)?, chance(self.b)?);
        let drawn = self.drawn(draws, seed, |random| {
            let mut stream = || Pick::Draw(Draws::new(random.below(1 << 53) as u64, seed));
            let (mut a, mut b) = (self.a.clone(), self.b.clone());
            one.lay(&mut a, self.a, stream(), self.watch)?;
            other.lay(&mut b, self.b, stream(), self.watch)?;
            self.values(&a, &b)
        })?;
        let standing = |which: usize| -> Vec<Tally> {
            let tally = |at: usize| {
                let mut tally = Tally::new(values[which][at], false);
                drawn.iter().for_each(|both| tally.add(both[which][at]));
                tally
            };
            (0..self.cells.len()).map(tally).collect()
        };
        let standing = [standing(0), standing(1)];
        let z = |which: usize, values: &[f64]| -> Vec<f64> {
            let z = |(tally, value): (&Tally, &f64)| match (tally.expected(), tally.sd()) {
                (Ok(mean), Ok(sd)) if sd > 0.0 => (value - mean) / sd,
                _ => f64::NAN,
            };
            standing[which].iter().zip(values).map(z).collect()
        };
        let both = |[a, b]: &[Vec<f64>; 2]| [z(0, a), z(1, b)];
        let (values, by_chance) = (both(values), drawn.iter().map(|it| difference(&both(it))));
        let observed = difference(&values);
        let spreads = spreads(&observed, &by_chance.collect::<Vec<_>>());
        let why = "it has no value, or is the same whatever chance does with as many ties";
        let why = vec![why; self.cells.len()];
        let tallies = Some(spreads.iter().map(|it| it.tally.clone()).collect());
        let note =
            "p is of differences between two networks of which both are as chance makes them";
        Ok(Compared {
            values,
            reasons: [why.clone(), why],
            spreads,
            interval: None,
            tallies,
            note: Some(note.to_owned()),
        })
    }

    fn drawn(
        &self,
        draws: u64,
        seed: u64,
        values: impl Fn(&mut Draws) -> Result<[Vec<f64>; 2]> + Sync + Send,
    ) -> Result<Vec<[Vec<f64>; 2]>> {
        let mut all = Vec::new();
        let each = |(): &mut (), pick| match pick {
            Pick::Draw(mut random) => values(&mut random).map(Some),
            Pick::Nth(_) => Ok(None),
        };
        Plan::Drawn { draws, seed }.each(self.watch, || (), each, |both| all.extend(both))?;
        Ok(all)
    }
}

/// The value in the other network less that in this.
fn difference([a, b]: &[Vec<f64>; 2]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| b - a).collect()
}

fn spreads(observed: &[f64], drawn: &[Vec<f64>]) -> Vec<Spread> {
    let spread = |at: usize| Spread::new(observed[at], drawn.iter().map(|values| values[at]));
    (0..observed.len()).map(spread).collect()
}

pub(super) type Defined = std::result::Result<f64, &'static str>;

impl<'a> Compared<'a> {
    /// The value of a cell in this network, or the other.
    pub(super) fn value(&self, which: usize, at: usize) -> std::result::Result<f64, &'a str> {
        let value = self.values[which][at];
        if value.is_nan() { Err(self.reasons[which][at]) } else { Ok(value) }
    }

    pub(super) fn error(&self, at: usize) -> Defined {
        self.spreads[at].tally.sd()
    }

    pub(super) fn ends(&self, at: usize) -> std::result::Result<(f64, f64), &'static str> {
        let confidence = self.interval.ok_or("no interval is known for a distance from chance")?;
        Interval::Percentile.ends(&self.spreads[at], confidence)
    }

    pub(super) fn z(&self, at: usize) -> Defined {
        let error = self.error(at)?;
        let difference = self.spreads[at].tally.observed;
        if error == 0.0 {
            Err("the difference is the same in every draw")
        } else {
            Ok(difference / error)
        }
    }

    /// Of exchanges or of chance; else twice the smaller share of draws on either side of none.
    pub(super) fn p(&self, at: usize) -> Defined {
        match &self.tallies {
            Some(tallies) => tallies[at].p(),
            None => self.spreads[at].beyond_zero(),
        }
    }

    pub(super) fn p_error(&self, at: usize) -> Defined {
        match &self.tallies {
            Some(tallies) => tallies[at].p_error(),
            None => Ok(2.0 * self.spreads[at].tally.error(self.p(at)? / 2.0)),
        }
    }
}
