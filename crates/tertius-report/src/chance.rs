//! What was found, against what chance gives.

use tertius::network::View;
use tertius::null::{self, Finding, Null, TestOptions};
use tertius::{Error, Network, Result, Results, Watch};

use crate::ground::Ground;
use crate::wording::{number, percent, whole};

/// Tests of the network of the view; those that apply and do not take long.
#[derive(Default)]
pub(crate) struct Chance {
    /// The E–I index by every attribute that divides the actors, with groups dealt anew.
    pub(crate) boundaries: Option<Results>,
    /// How many two-paths are closed, against networks of as many ties, and of the same degrees.
    pub(crate) closed: Option<[Results; 2]>,
}

/// Random arrangements that a test looks at, and random networks.
pub(crate) const DRAWS: u64 = 9_999;
const NETWORKS: u64 = 1_999;

/// A test looks at every tie in every arrangement: more would keep the page waiting.
pub(crate) const MOST_TIES: usize = 5_000;

/// To make a random network takes longer than to deal groups.
const MOST_REDRAWN: usize = 1_000;

impl Chance {
    pub(crate) fn of(ground: &Ground<'_>, view: &View, watch: &Watch) -> Result<Self> {
        let net = &ground.net;
        if net.ties().is_empty() || net.ties().len() > MOST_TIES || ground.is_two_mode() {
            return Ok(Self::default());
        }
        let seed = ground.run.seed;
        let options = TestOptions { draws: DRAWS, seed, ..TestOptions::default() };
        let index = Finding::of("whole ei_index")?.only("ei_index");
        let boundaries = match null::boundaries(net, &[], &index, &options, watch) {
            Ok(boundaries) => Some(boundaries),
            Err(Error::NotApplicable { .. }) => None,
            Err(error) => return Err(error),
        };
        let closed = closed(net, view, &options, watch)?;
        Ok(Self { boundaries, closed })
    }
}

/// Two-paths closed, where ties are told one by one: those who share an activity or a person are tied
/// in threes and more by what a tie is.
fn closed(
    net: &Network,
    view: &View,
    options: &TestOptions,
    watch: &Watch,
) -> Result<Option<[Results; 2]>> {
    if view.via != [tertius::network::Via::Ties] || net.ties().len() > MOST_REDRAWN {
        return Ok(None);
    }
    let quantity = if net.is_directed() { "weak" } else { "transitivity" };
    let finding = Finding::of("whole transitivity")?.only(quantity);
    let against = |against| {
        let options = TestOptions { against, draws: NETWORKS, ..options.clone() };
        null::test(net, &finding, &options, watch)
    };
    Ok(Some([against(Null::Edges)?, against(Null::Rewiring)?]))
}

/// Below this p, chance alone is an unlikely reason.
pub(crate) const LEVEL: f64 = 0.05;

/// A row of a test.
pub(crate) struct Test {
    pub(crate) observed: f64,
    pub(crate) expected: f64,
    /// The probability on the side on which it lies, and of both sides.
    pub(crate) one_side: f64,
    pub(crate) p: f64,
    pub(crate) draws: usize,
    pub(crate) is_exact: bool,
    /// How far p may be off because arrangements are drawn: its standard error.
    pub(crate) p_error: f64,
}

impl Test {
    /// A row, if it has a value and chance leaves it open.
    pub(crate) fn of(test: &Results, row: &str) -> Option<Self> {
        let number = |column: &str| test.value(row, column);
        let (observed, expected) = (number("observed")?, number("expected")?);
        number("z")?;
        let one_side = if observed < expected { number("p_low")? } else { number("p_high")? };
        #[expect(clippy::cast_sign_loss, reason = "a count")]
        let draws = number("draws")? as usize;
        // What is drawn has an error.
        let p_error = number("p_error")?;
        let is_exact = p_error == 0.0;
        Some(Self { observed, expected, one_side, p: number("p")?, draws, is_exact, p_error })
    }

    /// What ties do at the boundary of groups.
    pub(crate) fn of_groups(&self, groups: &str, actors: &str) -> String {
        let (verb, side) = if self.observed < self.expected {
            ("keep inside", "lower")
        } else {
            ("go across", "higher")
        };
        let verdict = if self.p <= LEVEL {
            format!("Ties {verb} {groups} more than chance gives")
        } else {
            format!("Ties {verb} {groups} no more than chance may give")
        };
        format!(
            "{verdict}. The E\u{2013}I index is {}; with the same {groups} dealt to the same {actors} at random it would be {} on average, and {} or {side} in {}.",
            number(self.observed),
            number(self.expected),
            number(self.observed),
            self.share("deals")
        )
    }

    /// In how many arrangements, and p.
    pub(crate) fn share(&self, arrangements: &str) -> String {
        let draws = whole(self.draws);
        let of = if self.is_exact {
            format!("all {draws} {arrangements}")
        } else {
            format!("{draws} random {arrangements}")
        };
        format!("{} of {of} (p = {})", percent(self.one_side), number(self.p))
    }
}

#[cfg(test)]
/// The outcome of a test that nobody made.
pub(crate) fn made_up(observed: f64, expected: f64, p: f64) -> Test {
    Test { observed, expected, one_side: p / 2.0, p, draws: 9_999, is_exact: false, p_error: 0.001 }
}

#[cfg(test)]
mod tests {
    use super::Test;
    use super::made_up as test;

    #[test]
    fn a_test_is_said_with_its_numbers() {
        assert_eq!(
            test(-0.05, 0.62, 0.0002).of_groups("localities", "organisations"),
            "Ties keep inside localities more than chance gives. The E\u{2013}I index is \u{2212}0.05; with the same localities dealt to the same organisations at random it would be 0.62 on average, and \u{2212}0.05 or lower in under 0.1\u{a0}% of 9,999 random deals (p = 0.0002)."
        );
        let exact = Test { is_exact: true, draws: 70, ..test(0.35, 0.1, 0.136) };
        assert!(
            exact
                .of_groups("sectors", "people")
                .starts_with("Ties go across sectors no more than chance may give.")
        );
        assert!(exact.of_groups("sectors", "people").ends_with("of all 70 deals (p = 0.136)."));
    }
}
