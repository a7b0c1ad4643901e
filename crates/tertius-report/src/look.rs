//! How a network is drawn: what the marks say, whose names stand beside them, whom to look at.

use tertius::{Error, Network, Result, Watch};
use tertius_chart::{Labels, Remark, Sociogram};

use crate::chart::Score;
use crate::codes::Named;
use crate::ground::Ground;
use crate::who;
use crate::wording::{ACTOR, list};

/// What a picture of a network shows besides colour and places.
///
/// ```
/// use tertius_report::{Choice, Look};
/// let look = Look { highlight: vec!["top:3".into()], ..Look::default() };
/// let choice = Choice { look, ..Choice::by("sector") };
/// assert_eq!(choice.look.size, None);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Look {
    /// What the area of a mark stands for: a measure of actors, as in [`Choice::measures`](crate::Choice::measures);
    /// betweenness unless given, `none` for marks of one size.
    pub size: Option<String>,
    /// The attribute whose groups are areas around their actors: locality unless given, `none` for no areas.
    pub hull: Option<String>,
    /// The attribute that holds what marks are called, such as a short name; where it is empty, and unless
    /// given, actors are called by their names.
    pub label: Option<String>,
    /// Whose names stand beside their marks.
    pub labels: Labels,
    /// Whom to look at, all others pale: identifiers or names of actors, `locality=hull` for whoever has
    /// that word in that column, `cut_points`, `top:5` for the largest marks.
    pub highlight: Vec<String>,
    /// What is said of actors: each by identifier or name, and the words, which are told as they are,
    /// codes or no codes.
    pub remarks: Vec<(String, String)>,
}

/// The word for nothing.
const NOTHING: &str = "none";

/// More words for those to be looked at are counted.
const MOST_TOLD: usize = 8;

/// Who is to be looked at, and how that is said.
struct Highlight {
    actors: Vec<usize>,
    said: String,
}

impl Look {
    /// Whether any actor is meant by a word.
    pub(crate) fn means_actors(&self) -> bool {
        !(self.highlight.is_empty() && self.remarks.is_empty())
    }

    /// The same with codes for the actors that are meant.
    pub(crate) fn coded(&self, named: &Named) -> Result<Self> {
        let mut highlight = Vec::new();
        for word in &self.highlight {
            match who::holders(&named.net, word) {
                _ if is_rule(word) => highlight.push(word.clone()),
                Some(held) => {
                    highlight.extend(held?.actors.into_iter().map(|at| named.code_at(at)));
                }
                None => highlight.push(named.code(word)?),
            }
        }
        let remark = |(word, text): &(String, String)| Ok((named.code(word)?, text.clone()));
        let remarks = self.remarks.iter().map(remark).collect::<Result<_>>()?;
        Ok(Self { highlight, remarks, ..self.clone() })
    }

    /// The measure asked for; `None` where the picture has its own.
    pub(crate) fn score(&self, by: &str, net: &Network, watch: &Watch) -> Result<Option<Score>> {
        let Some(measure) = self.size.as_deref().filter(|it| *it != NOTHING) else {
            return Ok(None);
        };
        let mut score = Score::named(measure, by, net, watch)?;
        if measure == "degree" {
            "number of contacts".clone_into(&mut score.name);
        }
        if score.values.iter().flatten().any(|value| *value < 0.0) {
            let why = "it is below 0 for some, and an area cannot be; `chart centrality --measure` draws it as dots";
            return Err(Error::not_applicable(
                &format!("{} as the area of marks", score.name),
                why,
            ));
        }
        Ok(Some(score))
    }

    /// Whether marks have sizes that mean something.
    pub(crate) fn has_sizes(&self) -> bool {
        self.size.as_deref() != Some(NOTHING)
    }

    /// The attribute whose groups are areas; `None` for no areas.
    pub(crate) fn areas(&self) -> Option<&str> {
        Some(self.hull.as_deref().unwrap_or("locality")).filter(|it| *it != NOTHING)
    }

    /// Gives the marks the names asked for, fades whoever is not to be looked at, and says so in sentences.
    pub(crate) fn dress(
        &self,
        drawn: &mut Sociogram,
        ground: &Ground<'_>,
        watch: &Watch,
    ) -> Result<Option<String>> {
        let net = &ground.net;
        drawn.labels = self.labels;
        if let Some(column) = &self.label {
            let words = net
                .attribute(column)
                .ok_or_else(|| Error::unknown("column", column, net.attributes()))?;
            let named = drawn.actors.iter_mut().zip(words).filter(|(_, words)| !words.is_empty());
            named.for_each(|(node, words)| node.label = words.join(", "));
        }
        for (word, text) in &self.remarks {
            drawn.remarks.push(Remark { actor: who::actor(net, word)?, text: text.clone() });
        }
        let remark = |(it, number): (&Remark, usize)| {
            let (who, text) = (&drawn.actors[it.actor].label, it.text.trim_end_matches('.'));
            format!("Remark {number}, {who}: {text}.")
        };
        let mut told = vec![drawn.description.clone()];
        told.extend(drawn.remarks.iter().zip(1..).map(remark));
        let said = self.highlighted(drawn, ground, watch)?;
        told.extend(said.clone());
        drawn.description = told.join(" ");
        Ok(said)
    }

    /// Fades whoever is not to be looked at, and says whom to look at.
    fn highlighted(
        &self,
        drawn: &mut Sociogram,
        ground: &Ground<'_>,
        watch: &Watch,
    ) -> Result<Option<String>> {
        if self.highlight.is_empty() {
            return Ok(None);
        }
        let found = self.highlight.iter().map(|word| meant(word, drawn, ground, watch));
        let found = found.collect::<Result<Vec<_>>>()?;
        drawn.actors.iter_mut().for_each(|node| node.faded = true);
        found.iter().flat_map(|it| &it.actors).for_each(|&at| drawn.actors[at].faded = false);
        let said: Vec<&str> = found.iter().map(|it| it.said.as_str()).collect();
        let said = match said.len() {
            ..=MOST_TOLD => list(&said),
            _ => ACTOR.count(drawn.actors.iter().filter(|node| !node.faded).count()),
        };
        Ok(Some(format!("In full colour: {said}; all others are pale.")))
    }
}

/// Whether a word is a rule and not an actor.
fn is_rule(word: &str) -> bool {
    word == CUT_POINTS || word.starts_with(TOP)
}

const CUT_POINTS: &str = "cut_points";
const TOP: &str = "top:";

/// Who is meant by a word.
fn meant(word: &str, drawn: &Sociogram, ground: &Ground<'_>, watch: &Watch) -> Result<Highlight> {
    let net = &ground.net;
    if let Some(most) = word.strip_prefix(TOP) {
        let most: usize = most
            .parse()
            .ok()
            .filter(|most| *most > 0)
            .ok_or_else(|| Error::unknown("number of the largest marks", word, ["top:5"]))?;
        return largest(most, drawn);
    }
    if word == CUT_POINTS && net.actor(word).is_none() {
        return cut_points(net, watch);
    }
    if let Some(held) = who::holders(net, word) {
        let held = held?;
        let group = ground.group_label(held.column, held.value);
        let said = format!("{} {group} ({})", held.column, held.actors.len());
        return Ok(Highlight { actors: held.actors, said });
    }
    let at = who::actor(net, word)?;
    Ok(Highlight { actors: vec![at], said: drawn.actors[at].label.clone() })
}

/// The actors with the largest marks, and whoever is as large as the last of them.
fn largest(most: usize, drawn: &Sociogram) -> Result<Highlight> {
    let Some(name) = &drawn.size_name else {
        return Err(Error::not_applicable("top:", "all marks are of one size"));
    };
    let size = |at: usize| drawn.actors[at].size.unwrap_or(f64::NEG_INFINITY);
    let mut order: Vec<usize> = (0..drawn.actors.len()).collect();
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)));
    let last = order.get(most.min(order.len()) - 1).map_or(f64::NEG_INFINITY, |&at| size(at));
    order.retain(|&at| size(at) >= last || Score::same(size(at), last));
    let said = format!("the {} with most {name}", ACTOR.count(order.len()));
    Ok(Highlight { actors: order, said })
}

/// The actors whose loss would part others.
fn cut_points(net: &Network, watch: &Watch) -> Result<Highlight> {
    let found = tertius::actor::cut_points(net, watch)?;
    let cut = found.words("cut_point").unwrap_or_default();
    let actors: Vec<usize> =
        (0..cut.len()).filter(|&at| cut[at].as_deref() == Some("yes")).collect();
    if actors.is_empty() {
        return Err(Error::not_applicable(CUT_POINTS, "no actor of this view is one"));
    }
    Ok(Highlight { said: format!("cut points ({})", actors.len()), actors })
}
