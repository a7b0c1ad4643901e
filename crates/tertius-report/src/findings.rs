//! What the report reads: the network of the view, and every measure it reports, each run once.

use std::ops::Deref;

use tertius::actor::{self, BrokerageOptions};
use tertius::options::{Model, Ties};
use tertius::whole;
use tertius::{Error, Network, Result, Results, Study, View, Watch};
use tertius_chart::{Figure, Slope};

use crate::chance::Chance;
use crate::change::{Change, Uncompared, change};
use crate::chart::{self, Score, Told};
use crate::crossing::groups;
use crate::doubt::{Doubt, doubt};
use crate::figure;
use crate::ground::Ground;
use crate::{Look, Places, Run};

/// What the picture of the network reads beside the network.
pub(crate) struct Standing {
    pub(crate) degree: Results,
    /// `None` where it would take long: see [`takes_long`].
    pub(crate) betweenness: Option<Results>,
    pub(crate) components: Results,
}

/// Everything the sections read.
pub(crate) struct Findings<'s> {
    ground: Ground<'s>,
    pub(crate) standing: Standing,
    pub(crate) constraint: Results,
    pub(crate) removal: Results,
    pub(crate) density: Results,
    /// `None` if nobody is on record whose posts could be profiled.
    pub(crate) spanners: Option<Results>,
    /// Brokerage by sector: of each actor, and in all; or why there is none.
    pub(crate) brokerage: std::result::Result<[Results; 2], String>,
    pub(crate) chance: Chance,
    /// `None` where nothing is open, or the network is large.
    pub(crate) doubt: Option<Doubt>,
    /// Each wave with its density and its crossing of sectors, where there are two or more.
    pub(crate) waves: Vec<Wave>,
    /// What changed from the first wave to the last, or why that is not told; `None` without two.
    pub(crate) change: Option<std::result::Result<Change, Uncompared>>,
    /// The network with its caption; `None` where there are too many to be read.
    pub(crate) picture: Option<(Figure, String)>,
    /// The first wave and the last with their captions; `None` without them or with too many actors.
    pub(crate) before_and_after: Option<[(Figure, String); 2]>,
    /// Contacts, betweenness and constraint, with how far they may be from what was not observed.
    pub(crate) scores: Vec<Score>,
    /// Places from wave to wave; `None` without two waves, or where it would take long.
    pub(crate) slope: Option<Told<Slope>>,
}

/// Betweenness follows every tie of a piece from every actor in it. So many steps take some ten
/// seconds of one core: with more, the page would be kept waiting for one column.
const MOST_STEPS: f64 = 5e8;

/// The same view at one wave.
pub(crate) struct Wave {
    pub(crate) name: String,
    pub(crate) density: Results,
    pub(crate) ei: Option<Results>,
}

impl Standing {
    pub(crate) fn of(net: &Network, watch: &Watch) -> Result<Self> {
        let components = whole::components(net)?;
        let betweenness = if takes_long(net, &components) {
            None
        } else {
            Some(actor::betweenness(net, &actor::BetweennessOptions::default(), watch)?)
        };
        Ok(Self { degree: actor::degree(net, 0.5)?, betweenness, components })
    }

    /// Whether betweenness would take long.
    pub(crate) fn takes_long(net: &Network) -> Result<bool> {
        Ok(takes_long(net, &whole::components(net)?))
    }

    /// The betweenness of each actor; of nobody where it was left out.
    pub(crate) fn between(&self) -> Vec<Option<f64>> {
        let values = self.betweenness.as_ref().and_then(|it| it.numbers("value"));
        values.unwrap_or_else(|| vec![None; self.degree.len()])
    }
}

/// Whether betweenness would take long: actors that each can reach, times ties of each of those.
fn takes_long(net: &Network, components: &Results) -> bool {
    let (actors, ties) = (net.actors().len() as f64, net.ties().len() as f64);
    let reached = components.value("connected", "value").unwrap_or_default();
    reached * actors * (actors + 2.0 * ties) > MOST_STEPS
}

impl<'s> Findings<'s> {
    pub(crate) fn of(
        study: &'s Study,
        view: &'s View,
        run: &'s Run,
        watch: &Watch,
    ) -> Result<Self> {
        let ground = Ground::of(study, view, run)?;
        let net = &ground.net;
        let standing = Standing::of(net, watch)?;
        let picture = if ground.is_drawable() {
            let drawn = figure::sociogram(&ground, &standing, &Look::default(), watch)?;
            let said = figure::sociogram_caption(&ground, &drawn, &Places::Stress);
            Some((drawn.draw(&figure::WIDE, watch)?, said))
        } else {
            None
        };
        let change = change(&ground, view, watch)?;
        let before_and_after = match &change {
            Some(Ok(change)) => figure::before_and_after(&ground, change, watch)?,
            _ => None,
        };
        let constraint = actor::constraint(net, Model::default(), watch)?;
        Ok(Self {
            picture,
            before_and_after,
            scores: scores(&ground, &standing, &constraint, watch)?,
            slope: slope(&ground, view, &standing, watch)?,
            standing,
            constraint,
            removal: actor::removal(net, actor::Leaves::Actor, watch)?,
            density: whole::density(net)?,
            spanners: if study.people.is_empty() {
                None
            } else {
                Some(actor::spanners(study, view)?).filter(|found| !found.is_empty())
            },
            brokerage: brokerage(net, "sector", watch).map_err(|error| error.to_string()),
            chance: Chance::of(&ground, view, watch)?,
            doubt: doubt(&ground, view, watch)?,
            waves: waves(&ground, view)?,
            change,
            ground,
        })
    }
}

impl<'s> Deref for Findings<'s> {
    type Target = Ground<'s>;

    fn deref(&self) -> &Ground<'s> {
        &self.ground
    }
}

/// What the section on who is central draws.
fn scores(
    ground: &Ground<'_>,
    standing: &Standing,
    constraint: &Results,
    watch: &Watch,
) -> Result<Vec<Score>> {
    let degree = Score::found("actor degree", "degree", &standing.degree)?;
    let betweenness = standing.betweenness.as_ref();
    let betweenness = betweenness.map(|it| Score::found("actor betweenness", "value", it));
    let constraint = Score::found("actor constraint", "value", constraint)?;
    let scores = [Some(degree), betweenness.transpose()?, Some(constraint)];
    scores.into_iter().flatten().map(|score| score.bounded(ground, watch)).collect()
}

/// Places by betweenness in every wave.
fn slope(
    ground: &Ground<'_>,
    view: &View,
    standing: &Standing,
    watch: &Watch,
) -> Result<Option<Told<Slope>>> {
    if standing.betweenness.is_none() || ground.study.waves().len() < 2 {
        return Ok(None);
    }
    let by = ground.grouping_name();
    match chart::slope::picture(ground, view, "betweenness", by, watch) {
        Ok(told) => Ok(Some(told)),
        Err(Error::NotApplicable { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Brokerage by a grouping: of each actor, and in all.
pub(crate) fn brokerage(net: &Network, by: &str, watch: &Watch) -> Result<[Results; 2]> {
    let by = net.grouping(by)?;
    let options = BrokerageOptions::default();
    Ok([actor::brokerage(net, &by, &options, watch)?, whole::brokerage(net, &by, &options, watch)?])
}

/// The same view at each wave; the one that the report is about is not cut again.
fn waves(ground: &Ground<'_>, view: &View) -> Result<Vec<Wave>> {
    let names = ground.study.waves();
    if names.len() < 2 {
        return Ok(Vec::new());
    }
    let wave = |name: &str| {
        if view.wave.as_deref() == Some(name) {
            return Wave::of(name, &ground.net);
        }
        let view = View { wave: Some(name.to_owned()), ..view.clone() };
        Wave::of(name, &ground.study.network(&view)?)
    };
    names.into_iter().map(wave).collect()
}

impl Wave {
    fn of(name: &str, net: &Network) -> Result<Self> {
        let sectors = groups(net, "sector");
        let ei = sectors.map(|by| whole::ei_index(net, &by, Ties::Binary)).transpose()?;
        Ok(Self { name: name.to_owned(), density: whole::density(net)?, ei })
    }
}
