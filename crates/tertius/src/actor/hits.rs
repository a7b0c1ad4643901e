use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Direction, Ties};
use crate::spectra::{Dominant, Matrix, dominant, short};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "hits",
    source: "Kleinberg 1999",
    page: include_str!("hits.md"),
    options: &[options::TIES_BY_STRENGTH],
    run: Run::Network(|net, arguments, watch| {
        hits(net, arguments.choice_or("ties", Ties::Strength)?, watch)
    }),
};

#[doc = include_str!("hits.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable), where the two largest eigenvalues are too
/// close to tell apart; [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::options::Ties;
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(true, [("a", "c", 1.0), ("b", "c", 1.0)])?;
/// let hits = actor::hits(&net, Ties::Strength, &Watch::new())?;
/// assert_eq!(hits.value("a", "hub"), Some(0.5));
/// assert_eq!(hits.value("c", "authority"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn hits(net: &Network, ties: Ties, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let sent = Matrix::of(net.out(), ties);
    let (found, hubs, authorities) = if net.is_directed() {
        let received = Matrix::of(&net.rows(Direction::In), ties);
        let found = dominant(&two_sides(&sent, &received), "hits", watch)?;
        (found, 0..n, n..2 * n)
    } else {
        (dominant(&sent, "hits", watch)?, 0..n, 0..n)
    };
    let side = |actors: std::ops::Range<usize>, tied: &dyn Fn(usize) -> bool| match &found {
        Dominant::Nothing => vec![Err("there is no tie"); n],
        Dominant::Tied(_) => vec![Err(TIED); n],
        Dominant::One(_, vector) => {
            let side = &vector[actors];
            let total: f64 = side.iter().sum();
            let score = |actor: usize| match side[actor] {
                score if score > 0.0 => Ok(score / total),
                _ if tied(actor) => Err(ELSEWHERE),
                _ => Ok(0.0),
            };
            (0..n).map(score).collect()
        }
    };
    let mut results = Results::by_actor(net)
        .number("hub", side(hubs, &|actor| !net.out().alters(actor).is_empty()))
        .number("authority", side(authorities, &|actor| !net.into_rows().alters(actor).is_empty()));
    if let Dominant::One(value, _) = found {
        results.note(format!("the largest singular value is {}", short(value)));
    }
    if !net.is_directed() && n > 0 {
        let note = "ties have no direction: hub and authority are the same, the eigenvector \
                    centrality of the leading component";
        results.note(note);
    }
    Ok(results.option("ties", ties.name()))
}

const TIED: &str = "several parts of the network lead alike, and no one vector is theirs: take \
                    in-degree and out-degree, or Katz centrality both ways";
const ELSEWHERE: &str = "no path of ties sent and received by turns joins it to the part that \
                         leads: scores do not compare between such parts";

/// Hubs first, then authorities: ties run between the two sides alone, so that the eigenvector of
/// this matrix is both of the vectors sought.
fn two_sides(sent: &Matrix, received: &Matrix) -> Matrix {
    let n = sent.len();
    Matrix::new(2 * n, |at| {
        let row: Vec<(usize, f64)> = if at < n {
            sent.row(at).map(|(j, strength)| (j + n, strength)).collect()
        } else {
            received.row(at - n).collect()
        };
        row
    })
}
