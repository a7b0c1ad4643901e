use tertius::{Error, Result, Watch};

use super::graph::Graph;
use super::method::Method;
use super::orient::orient;
use super::stress::{self, Apart, MOST_EXACT};
use super::{axis, clusters, concentric, layered, pinned, rings, waves};
use crate::geometry::Point;

/// Actors laid out together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    /// In ascending order.
    pub(crate) members: Vec<usize>,
    /// One place for each.
    pub(crate) xy: Vec<Point>,
}

/// How actors may be moved that would overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freedom {
    /// In every direction.
    Plane,
    /// Up and down: the place from left to right means something.
    Upright,
    /// Along circles about the origin: the distance from it means something.
    Around,
    /// Not at all.
    None,
}

impl Method {
    pub(crate) fn freedom(&self) -> Freedom {
        match self {
            Self::Stress | Self::Grouped { .. } | Self::Clusters | Self::Waves { .. } => {
                Freedom::Plane
            }
            Self::Layered { .. } | Self::Axis { .. } => Freedom::Upright,
            Self::Concentric { .. } | Self::Rings { .. } => Freedom::Around,
            Self::Fixed { .. } => Freedom::None,
        }
    }
}

/// The components, each laid out by itself, the largest first; or, where a place on the page means something,
/// all that have a tie together and each of the others by itself.
pub(crate) fn pieces(
    graph: &Graph,
    method: &Method,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Piece>> {
    let parts = match method.freedom() {
        Freedom::Plane => graph.components(),
        Freedom::None => vec![(0..graph.len()).collect()],
        Freedom::Upright | Freedom::Around => {
            let (tied, single): (Vec<usize>, Vec<usize>) =
                (0..graph.len()).partition(|&actor| graph.degree(actor) > 0);
            let single = single.into_iter().map(|actor| vec![actor]);
            Some(tied).into_iter().filter(|tied| !tied.is_empty()).chain(single).collect()
        }
    };
    let draw = |members: Vec<usize>| {
        let xy = piece(&graph.part(&members), &members, method, seed, watch)?;
        Ok(Piece { members, xy })
    };
    parts.into_iter().map(draw).collect()
}

fn piece(
    graph: &Graph,
    members: &[usize],
    method: &Method,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let of = |values: &[Option<f64>]| -> Vec<Option<f64>> {
        members.iter().map(|&actor| values.get(actor).copied().flatten()).collect()
    };
    match method {
        Method::Fixed { places } => {
            let place =
                |&actor: &usize| places.get(actor).copied().flatten().filter(Point::is_finite);
            pinned::fill(graph, &members.iter().map(place).collect::<Vec<_>>(), watch)
        }
        _ if members.len() == 1 => Ok(vec![Point::default()]),
        Method::Stress => stress::draw(graph, &|_, _| 0.0, seed, watch),
        Method::Grouped { groups, apart } => {
            let own = members.iter().map(|&actor| groups.get(actor).cloned().unwrap_or_default());
            let apart = Apart { groups: own.collect(), steps: *apart };
            stress::draw(graph, &|a, b| apart.extra(a, b), seed, watch)
        }
        Method::Clusters => {
            let mut xy = stress::draw(graph, &|_, _| 0.0, seed, watch)?;
            clusters::draw_together(graph, &mut xy, watch)?;
            orient(&mut xy, graph);
            Ok(xy)
        }
        Method::Waves { ties } => {
            exact_only(graph, "a drawing common to waves")?;
            let all =
                ties.iter().map(|ties| Graph::new(ties_reach(ties, members), ties).part(members));
            let waves: Vec<Graph> = all.collect();
            let wanted = waves::mean_distances(graph, &waves, watch)?;
            let mut xy = stress::exact(graph, &wanted, seed, watch)?;
            orient(&mut xy, graph);
            Ok(xy)
        }
        Method::Layered { layers } => {
            let layer = |&actor: &usize| layers.get(actor).copied().unwrap_or(0);
            Ok(layered::draw(graph, &members.iter().map(layer).collect::<Vec<_>>()))
        }
        Method::Axis { along } => {
            exact_only(graph, "a drawing along an axis")?;
            axis::draw(graph, &of(along), seed, watch)
        }
        Method::Concentric { centrality } => {
            exact_only(graph, "a drawing around a centre")?;
            concentric::draw(graph, &of(centrality), seed, watch)
        }
        Method::Rings { rings, groups } => {
            let ring = |&actor: &usize| rings.get(actor).copied().unwrap_or(0);
            let group = |&actor: &usize| groups.get(actor).copied().flatten();
            let (rings, groups): (Vec<_>, Vec<_>) =
                members.iter().map(|actor| (ring(actor), group(actor))).unzip();
            rings::draw(graph, &rings, &groups, watch)
        }
    }
}

/// How many actors a network must have for these ties and members to be among them.
fn ties_reach(ties: &[(usize, usize)], members: &[usize]) -> usize {
    let ends = ties.iter().map(|&(a, b)| a.max(b));
    ends.chain(members.iter().copied()).max().map_or(0, |last| last + 1)
}

fn exact_only(graph: &Graph, what: &str) -> Result<()> {
    if graph.len() <= MOST_EXACT {
        return Ok(());
    }
    let why = format!(
        "it keeps the distance of every two actors, for {MOST_EXACT} actors at most, and {} are connected; stress and clusters have no such limit",
        graph.len()
    );
    Err(Error::not_applicable(what, why))
}
