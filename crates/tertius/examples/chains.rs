//! A network handed to petgraph: any of its algorithms runs on it, node `i` being actor `i`.

use petgraph::algo::astar;
use petgraph::graph::NodeIndex;
use tertius::Network;

fn main() -> tertius::Result<()> {
    println!("{}", chain("Ann", "Eve")?);
    Ok(())
}

/// Who would introduce whom, by the strongest contacts: the shortest path where a tie is 1/strength
/// long.
pub(crate) fn chain(from: &str, to: &str) -> tertius::Result<String> {
    let contacts = [
        ("Ann", "Ben", 4.0),
        ("Ben", "Cat", 2.0),
        ("Cat", "Eve", 4.0),
        ("Ann", "Dan", 1.0),
        ("Dan", "Eve", 1.0),
    ];
    let net = Network::from_ties(false, contacts)?;

    // Nodes are `&Actor` and edges `&Tie`: nothing of the network is copied. `digraph` keeps the
    // direction of ties.
    let graph = net.ungraph();

    let (Some(start), Some(end)) = (net.actor(from), net.actor(to)) else {
        return Ok("no such actor".to_owned());
    };
    let length = |tie: petgraph::graph::EdgeReference<'_, &tertius::network::Tie>| {
        1.0 / tie.weight().strength
    };
    let found = astar(&graph, NodeIndex::new(start), |at| at.index() == end, length, |_| 0.0);
    let Some((length, path)) = found else { return Ok("no chain".to_owned()) };
    let names: Vec<&str> = path.iter().map(|&at| graph[at].name.as_str()).collect();
    Ok(format!("{} ({length} long)", names.join(" – ")))
}
