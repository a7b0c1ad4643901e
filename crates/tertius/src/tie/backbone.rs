use serde::Deserialize;

use super::sdsm::sdsm;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, Rows};
use crate::{Arguments, Error, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "backbone",
    source: "Serrano, Boguñá and Vespignani 2009; Neal 2014",
    page: include_str!("backbone.md"),
    options: &[
        OptionSpec {
            name: "model",
            takes: Takes::Words(&["disparity", "sdsm"]),
            default: "disparity",
            about: "what a tie is compared with: the actor's other ties (disparity), or, between \
                    two modes, shared activities by chance (sdsm)",
        },
        ALPHA,
    ],
    run: Run::Network(|net, arguments, watch| {
        backbone(net, &BackboneOptions::from_arguments(arguments)?, watch)
    }),
};

const ALPHA: OptionSpec = OptionSpec {
    name: "alpha",
    takes: Takes::Number { least: 0.0, most: 1.0 },
    default: "0.05",
    about: "a tie is kept if its p is below this",
};

/// What a tie is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Strength spread at random over the ties that each end has.
    #[default]
    Disparity,
    /// Activities shared by chance, where each actor takes part as often, and each activity has as
    /// many actors, on average: the stochastic degree sequence model.
    Sdsm,
}

/// Options of [`backbone`].
///
/// ```
/// use tertius::tie::BackboneOptions;
/// let options = BackboneOptions { alpha: 0.01, ..BackboneOptions::default() };
/// assert_ne!(options, BackboneOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BackboneOptions {
    /// What a tie is compared with.
    pub model: Model,
    /// A tie is kept if its p is below this.
    pub alpha: f64,
}

impl Default for BackboneOptions {
    fn default() -> Self {
        Self { model: Model::default(), alpha: 0.05 }
    }
}

impl BackboneOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { model: arguments.choice("model")?, alpha: arguments.number(&ALPHA)? })
    }
}

#[doc = include_str!("backbone.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for `disparity` between two modes, and for `sdsm` if there is one mode, or
/// if activities join more pairs of actors than can be listed; [`Error::Option`], if `alpha` is not a
/// number from 0 to 1; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// One tie of `a` has nearly all its strength.
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let ties = [("a", "b", 97.0), ("a", "c", 1.0), ("a", "d", 1.0), ("a", "e", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let backbone = tie::backbone(&net, &Default::default(), &Watch::new())?;
/// let kept = backbone.words("kept").unwrap();
/// assert_eq!(kept[0].as_deref(), Some("yes"));
/// assert_eq!(kept[1].as_deref(), Some("no"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn backbone(net: &Network, options: &BackboneOptions, watch: &Watch) -> Result<Results> {
    if !(0.0..=1.0).contains(&options.alpha) {
        return Err(Error::Option {
            option: ALPHA.name.to_owned(),
            value: options.alpha.to_string(),
            expected: "a number from 0 to 1".to_owned(),
        });
    }
    let (results, p, tested) = match (options.model, net.first_mode()) {
        (Model::Disparity, None) => {
            let p = disparity(net, watch)?;
            let strengths = net.ties().iter().map(|tie| Ok(tie.strength));
            (Results::by_tie(net, watch)?.number("strength", strengths), p, ["tie", "ties"])
        }
        (Model::Sdsm, Some(first)) => {
            let (results, p) = sdsm(net, first, watch)?;
            (results, p, ["pair", "pairs"])
        }
        (Model::Disparity, Some(_)) => {
            let why = "it compares strengths, which participation has none of; --model sdsm \
                       compares activities shared, and --via participation strengths";
            return Err(Error::not_applicable("the disparity filter", why));
        }
        (Model::Sdsm, None) => {
            let why = "it needs to know who took part in what: --via two-mode";
            return Err(Error::not_applicable("the stochastic degree sequence model", why));
        }
    };
    watch.go_on()?;
    let kept = |p: &f64| *p < options.alpha;
    let word = |p: &f64| if kept(p) { "yes" } else { "no" }.to_owned();
    let mut results =
        results.number("p", p.iter().copied().map(Ok)).text("kept", p.iter().map(word));
    results.note(format!(
        "{} of {} kept; each is tested by itself at {}, without correction for testing many",
        p.iter().filter(|p| kept(p)).count(),
        counted(p.len(), tested[0], tested[1]),
        options.alpha
    ));
    let model = if options.model == Model::Disparity { "disparity" } else { "sdsm" };
    Ok(results.option("model", model).option("alpha", options.alpha.to_string()))
}

/// For each tie the smaller p of its two ends.
fn disparity(net: &Network, watch: &Watch) -> Result<Vec<f64>> {
    let (sent, got) = (net.out(), net.into_rows());
    let strengths = |rows: &Rows| {
        (0..rows.len()).map(|actor| rows.strengths(actor).iter().sum()).collect::<Vec<f64>>()
    };
    let (all_sent, all_got) = (strengths(sent), strengths(got));
    let end = |rows: &Rows, all: &[f64], actor: u32, strength: f64| {
        let (ties, all) = (rows.alters(actor as usize).len(), all[actor as usize]);
        // Rounding can leave less than nothing for the others.
        ((all - strength).max(0.0) / all).powf(ties as f64 - 1.0)
    };
    watch.expect(net.ties().len());
    let ties = net.ties().iter();
    ties.map(|tie| {
        watch.tick()?;
        let from = end(sent, &all_sent, tie.from, tie.strength);
        Ok(from.min(end(got, &all_got, tie.to, tie.strength)))
    })
    .collect()
}
