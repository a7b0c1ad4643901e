//! How far findings hang on what the evidence leaves open.

use tertius::actor::{self, Order, VersionOptions};
use tertius::network::View;
use tertius::null::Finding;
use tertius::{Error, Result, Results, Watch, whole};

use crate::ground::Ground;

/// The ranking of actors in plausible versions of the evidence.
pub(crate) struct Doubt {
    pub(crate) actors: Results,
    pub(crate) causes: Results,
}

/// What ranks the actors, in words.
pub(crate) const RANKED_BY: &str = "betweenness";

/// Versions drawn: each is cut and measured again.
const DRAWS: u64 = 400;

/// Actors and ties of a network that is cut and measured so often while a page waits.
const MOST_ACTORS: usize = 200;
const MOST_TIES: usize = 1_500;

/// `None` where nothing is open, or where it would take long.
pub(crate) fn doubt(ground: &Ground<'_>, view: &View, watch: &Watch) -> Result<Option<Doubt>> {
    let net = &ground.net;
    let is_large = net.actors().len() > MOST_ACTORS || net.ties().len() > MOST_TIES;
    if is_large || net.ties().is_empty() || ground.is_two_mode() {
        return Ok(None);
    }
    let finding = Finding::of("actor betweenness")?;
    let options =
        VersionOptions { draws: DRAWS, seed: ground.run.seed, ..VersionOptions::default() };
    let study = ground.study;
    let actors = match actor::robustness(study, view, &finding, Order::High, &options, watch) {
        Ok(actors) => actors,
        Err(Error::NotApplicable { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let causes = whole::robustness(study, view, &finding, Order::High, &options, watch)?;
    Ok(Some(Doubt { actors, causes }))
}
