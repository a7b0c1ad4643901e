use std::collections::BTreeSet;

use tertius::Network;

/// A network as every format takes it: one number a tie, one text an attribute.
pub(super) struct Plain<'n> {
    pub(super) net: &'n Network,
    /// Names of attributes, and of each the values of actors in order; blank is unknown.
    pub(super) attributes: Vec<(String, Vec<String>)>,
    /// Of each tie the relations that made it, if any is named.
    pub(super) relations: Option<Vec<String>>,
    /// Whether any tie counts other than 1.
    pub(super) weighted: bool,
}

/// What joins several values of an attribute, or several relations, in one text.
pub(super) const AND: &str = ";";

/// Columns that formats have for themselves.
const TAKEN: [&str; 7] = ["id", "name", "label", "mode", "bipartite", "key", "vertex.names"];

impl<'n> Plain<'n> {
    pub(super) fn new(net: &'n Network) -> Self {
        let attribute = |name: &'n str| {
            let values = net.attribute(name).unwrap_or_default();
            (free(name, net), values.iter().map(|values| values.join(AND)).collect())
        };
        let relations: Vec<String> = (0..net.ties().len()).map(|tie| relation(net, tie)).collect();
        // Who takes part in what is no relation among others.
        let named = net.first_mode().is_none() && relations.iter().any(|it| it != "tie");
        Self {
            net,
            attributes: net.attributes().map(attribute).collect(),
            relations: named.then_some(relations),
            weighted: net.ties().iter().any(|tie| tie.strength.to_bits() != 1f64.to_bits()),
        }
    }

    /// The mode of an actor, 1 or 2, if there are two.
    pub(super) fn mode(&self, actor: usize) -> Option<u8> {
        self.net.first_mode().map(|first| if actor < first { 1 } else { 2 })
    }

    /// What an actor says in its attributes: those that are known.
    pub(super) fn said(&self, actor: usize) -> impl Iterator<Item = (&str, &str)> {
        let values = self
            .attributes
            .iter()
            .map(move |(name, values)| (name.as_str(), values[actor].as_str()));
        values.filter(|(_, value)| !value.is_empty())
    }

    /// The identifier of an actor.
    pub(super) fn id(&self, actor: u32) -> &'n str {
        &self.net.actors()[actor as usize].id
    }
}

/// The relations that made a tie.
pub(super) fn relation(net: &Network, tie: usize) -> String {
    let kinds: BTreeSet<&str> = net.behind(tie).map(|reason| reason.kind.as_str()).collect();
    kinds.into_iter().collect::<Vec<_>>().join(AND)
}

/// The name of an attribute, other than those that formats have for themselves.
pub(super) fn free(name: &str, net: &Network) -> String {
    let taken = |name: &str| TAKEN.contains(&name.to_lowercase().as_str());
    let mut free = name.to_owned();
    while taken(&free) || free != name && net.attribute(&free).is_some() {
        free.push('_');
    }
    free
}

/// A number that reads back as the same number.
pub(super) fn number(value: f64) -> String {
    if (1e-5..1e16).contains(&value) { value.to_string() } else { format!("{value:e}") }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_read_back_as_they_were() {
        for value in [1.0, 0.1 + 0.2, 1.0 / 3.0, 1e-300, 5e-324, 1e16, 123_456.789, f64::MAX] {
            assert_eq!(number(value).parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
        assert_eq!([1.0, 2.5, 1e-7].map(number), ["1", "2.5", "1e-7"]);
    }
}
