//! Which actors of a network are meant by words that people type.

use tertius::{Error, Network, Result};

/// The actor that has this identifier, or this name if no other has it too.
pub(crate) fn actor(net: &Network, word: &str) -> Result<usize> {
    if let Some(at) = net.actor(word) {
        return Ok(at);
    }
    let is_meant = |name: &str| name.to_lowercase() == word.to_lowercase();
    let mut found = (0..net.actors().len()).filter(|&at| is_meant(&net.actors()[at].name));
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        (Some(first), Some(second)) => {
            let ids = [first, second].map(|at| net.actors()[at].id.as_str());
            let why = format!(
                "several actors have that name: use an identifier, such as {}",
                ids.join(" or ")
            );
            Err(Error::not_applicable(&format!("`{word}`"), why))
        }
        (None, _) => {
            // An identifier mistyped is near another identifier; else the nearest name is meant.
            let ids = net.actors().iter().map(|it| it.id.as_str());
            let by_id = Error::unknown("actor of this view", word, ids);
            if by_id.suggests() {
                return Err(by_id);
            }
            let names = net.actors().iter().map(|it| it.name.as_str());
            Err(Error::unknown("actor of this view", word, names))
        }
    }
}

/// Those whose column holds a word: `locality=hull`; `None` if that is not what is written, or an actor is
/// called that.
pub(crate) fn holders<'w>(net: &Network, word: &'w str) -> Option<Result<Held<'w>>> {
    let (column, value) = word.split_once('=')?;
    if actor(net, word).is_ok() {
        return None;
    }
    let Some(words) = net.attribute(column) else {
        return Some(Err(Error::unknown("column", column, net.attributes())));
    };
    let has = |at: &usize| words[*at].iter().any(|it| it == value);
    let actors: Vec<usize> = (0..words.len()).filter(has).collect();
    if actors.is_empty() {
        let mut known: Vec<&str> = words.iter().flatten().map(String::as_str).collect();
        known.sort_unstable();
        known.dedup();
        return Some(Err(Error::unknown(column, value, known)));
    }
    Some(Ok(Held { column, value, actors }))
}

/// The actors who share a word in a column.
pub(crate) struct Held<'w> {
    pub(crate) column: &'w str,
    pub(crate) value: &'w str,
    pub(crate) actors: Vec<usize>,
}
