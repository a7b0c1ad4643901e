use std::collections::HashMap;

use super::{Grouping, Network};
use crate::options::Direction;
use crate::{Error, Result, Results, counted};

/// So many actors, if they are alike, hide one another: with fewer, each can be found.
///
/// ```
/// use tertius::network::FEWEST_ALIKE;
/// assert_eq!(FEWEST_ALIKE, 3);
/// ```
pub const FEWEST_ALIKE: usize = 3;

/// What actors are alike in unless columns are named.
const USUAL: [&str; 2] = ["sector", "locality"];

impl Network {
    #[doc = include_str!("disclosure.md")]
    ///
    /// The actors who can be found, the most exposed first, with what they are found by; no column
    /// named is sector and locality, as far as the network has them.
    ///
    /// # Errors
    ///
    /// A column that no actor has; `at_least` below 2, which would expose nobody.
    ///
    /// # Example
    ///
    /// ```
    /// use tertius::Network;
    /// use tertius::network::FEWEST_ALIKE;
    /// let star = Network::from_ties(false, ["a", "b", "c"].map(|ray| ("centre", ray, 1.0)))?;
    /// let found = star.disclosure(&[], FEWEST_ALIKE)?;
    /// assert_eq!(found.words("actor").unwrap(), [Some("centre".to_owned())]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn disclosure(&self, by: &[&str], at_least: usize) -> Result<Results> {
        if at_least < 2 {
            return Err(Error::Option {
                option: "at-least".to_owned(),
                value: at_least.to_string(),
                expected: "2 or more".to_owned(),
            });
        }
        let usual = || USUAL.into_iter().filter(|name| self.attribute(name).is_some());
        let names: Vec<&str> = if by.is_empty() { usual().collect() } else { by.to_vec() };
        let columns =
            names.iter().map(|name| self.grouping(name)).collect::<Result<Vec<Grouping>>>()?;
        let contacts = self.rows(Direction::All);
        let class = |actor: usize| {
            let groups: Vec<&[u32]> = columns.iter().map(|by| by.groups(actor)).collect();
            (groups, contacts.alters(actor).len())
        };
        let mut held: HashMap<_, usize> = HashMap::new();
        (0..self.actors.len()).for_each(|actor| *held.entry(class(actor)).or_default() += 1);
        let held_by = |actor: usize| held[&class(actor)];
        let mut exposed: Vec<usize> =
            (0..self.actors.len()).filter(|&actor| held_by(actor) < at_least).collect();
        exposed.sort_by_key(|&actor| held_by(actor));
        let rows = || exposed.iter().copied();
        let mut results = Results::of(self)
            .text("actor", rows().map(|at| self.actors[at].id.clone()))
            .text("name", rows().map(|at| self.actors[at].name.clone()));
        for by in &columns {
            let labels = |at: usize| {
                let labels =
                    by.groups(at).iter().map(|&group| by.labels()[group as usize].as_str());
                labels.collect::<Vec<_>>().join("; ")
            };
            results = results.text(by.name(), rows().map(labels));
        }
        results = results
            .count("contacts", rows().map(|at| contacts.alters(at).len()))
            .count("held_by", rows().map(held_by))
            .option("by", names.join(", "))
            .option("at_least", at_least.to_string());
        let alike = names.iter().copied().chain(["number of contacts"]).collect::<Vec<_>>();
        let actors = counted(exposed.len(), "actor is", "actors are");
        results.note(format!(
            "{actors} one of fewer than {at_least} with the same {}, of {} in all",
            listed(&alike),
            self.actors.len()
        ));
        let page = include_str!("disclosure.md");
        let about = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let method = &mut results.method;
        "disclosure".clone_into(&mut method.measure);
        about.trim_end_matches('.').clone_into(&mut method.about);
        "Sweeney 2002".clone_into(&mut method.source);
        Ok(results)
    }
}

fn listed(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        words => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two pairs and a path of three, in two sectors.
    fn net() -> Network {
        let ties = [("a", "b"), ("c", "d"), ("e", "f"), ("f", "g")];
        let net = Network::from_ties(false, ties.map(|(from, to)| (from, to, 1.0)))
            .expect("ties of different actors");
        net.with_attribute("sector", ["HE", "HE", "HE", "FE", "HE", "HE", ""])
    }

    fn exposed(by: &[&str], at_least: usize) -> Vec<(String, f64)> {
        let found = net().disclosure(by, at_least).expect("it applies");
        let names = found.words("actor").expect("a column").iter().flatten().cloned();
        let held = found.numbers("held_by").expect("a column").into_iter().flatten();
        names.zip(held).collect()
    }

    #[test]
    fn actors_alike_in_everything_hide_one_another() {
        // HE with one contact: a, b, c, e. Alone: d of FE, f with two contacts, g of unknown sector.
        let alone = ["d", "f", "g"].map(|name| (name.to_owned(), 1.0));
        assert_eq!(exposed(&["sector"], 3), alone);
        assert_eq!(exposed(&["sector"], 4), alone);
        let more = exposed(&["sector"], 5);
        assert_eq!(more[..3], alone);
        assert_eq!(more[3..], ["a", "b", "c", "e"].map(|name| (name.to_owned(), 4.0)));
    }

    #[test]
    fn what_is_usual_is_taken_where_it_is_there() {
        assert_eq!(exposed(&[], 3), exposed(&["sector"], 3));
        let found = net().disclosure(&[], 3).expect("it applies");
        assert_eq!(found.method.option("by"), Some("sector"));
        assert!(found.method.notes.contains(
            &"3 actors are one of fewer than 3 with the same sector and number of contacts, of 7 in all"
                .to_owned()
        ));
    }

    #[test]
    fn what_cannot_be_asked_is_said() {
        assert!(net().disclosure(&["sectors"], 3).unwrap_err().to_string().contains("sector"));
        assert!(net().disclosure(&[], 1).unwrap_err().to_string().contains("2 or more"));
    }
}
