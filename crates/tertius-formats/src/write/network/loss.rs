//! What does not go into a file.

use serde::Serialize;
use tertius::study::{Certainty, Evidence, Status, Study};
use tertius::{Network, counted};

use super::Format;
use super::labels::labels;
use super::plain::{AND, free, relation};
use super::xml::is_foreign;

/// Something that a study or a network says and a file of another program does not.
///
/// ```
/// use tertius::Network;
/// use tertius_formats::{Format, losses};
/// let net = Network::from_ties(true, [("uni", "col", 1.0)])?.with_accounts([true, false]);
/// let lost = losses(&net, Format::GraphMl);
/// assert_eq!((lost[0].what, lost[0].count), ("unobserved", 1));
/// assert!(losses(&net, Format::Statnet).iter().all(|it| it.what != "unobserved"));
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// One word for it, always the same.
    pub what: &'static str,
    /// How often.
    pub count: usize,
    /// The same in a sentence without a final stop.
    pub message: String,
}

/// What a format cannot hold of a network.
///
/// ```
/// use tertius::Network;
/// use tertius_formats::{Format, losses};
/// let net = Network::from_ties(false, [("uni", "col", 1.0)])?;
/// assert_eq!(losses(&net, Format::NodeLink), []);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn losses(net: &Network, format: Format) -> Vec<Loss> {
    let mut lost = Lost::default();
    if format != Format::Statnet {
        let ties = net.ties().iter();
        let known = ties.filter(|tie| !net.is_observed(tie.from as usize, tie.to as usize)).count();
        let unobserved = net.dyads() - net.observed_dyads() - known;
        let why = "not observed: in this file they are pairs without a tie; --to statnet keeps them apart";
        lost.add("unobserved", unobserved, "pair was", "pairs were", why);
    }
    of_actors(net, format, &mut lost);
    of_ties(net, format, &mut lost);
    let has_place =
        matches!(format, Format::GraphMl | Format::Gexf | Format::NodeLink | Format::Statnet);
    let notice = usize::from(!has_place && !net.provenance().notice.is_empty());
    let why = "that must be seen wherever the study is shown, and has no place in this file";
    lost.add("notice", notice, "notice", "notices", why);
    lost.0
}

/// What a format cannot hold of actors: attributes, names, what a group stands for.
fn of_actors(net: &Network, format: Format, lost: &mut Lost) {
    let values = || net.attributes().filter_map(|name| net.attribute(name)).flatten();
    if matches!(format, Format::Pajek | Format::Dl) {
        let attributes: Vec<&str> = net.attributes().collect();
        let why = format!(
            "of actors not in this file, which has labels alone: {}",
            attributes.join(", ")
        );
        lost.add("attributes", attributes.len(), "attribute", "attributes", &why);
        let named = net.actors().iter().filter(|it| it.name != it.id).count();
        lost.add("names", named, "name", "names", "not in this file: labels are the identifiers");
        let why = "changed: quotation marks and line breaks have no place in it";
        lost.add("labels", labels(net).1, "label", "labels", why);
    } else {
        let several = values().filter(|values| values.len() > 1).count();
        let why = format!("with several values, joined by `{AND}`");
        lost.add("several-values", several, "attribute of an actor", "attributes of actors", &why);
        let renamed = net.attributes().filter(|name| free(name, net) != **name).count();
        let why = "with `_` after the name, which the format has for itself";
        lost.add("renamed", renamed, "attribute", "attributes", why);
    }
    if matches!(format, Format::GraphMl | Format::Gexf) {
        let texts = net.actors().iter().flat_map(|it| [&it.id, &it.name]);
        let foreign = texts.chain(values().flatten()).filter(|text| text.contains(is_foreign));
        let why = "with control characters, which XML cannot hold";
        lost.add("characters", foreign.count(), "text", "texts", why);
    }
    if format == Format::EdgeList {
        let [out, into] = [net.out(), net.into_rows()];
        let is_alone = |at: &usize| out.alters(*at).is_empty() && into.alters(*at).is_empty();
        let alone = (0..net.actors().len()).filter(is_alone).count();
        lost.add(
            "isolates",
            alone,
            "actor",
            "actors",
            "without a tie, in the table beside it alone",
        );
    }
    let groups = net.actors().iter().filter(|it| it.group.is_some()).count();
    let why = "counted and not named: how many each stands for is not in this file";
    lost.add("groups", groups, "group", "groups", why);
}

/// What a format cannot hold of ties: relations, direction.
fn of_ties(net: &Network, format: Format, lost: &mut Lost) {
    let ties = if net.first_mode().is_none() { net.ties().len() } else { 0 };
    let relations = (0..ties).map(|tie| relation(net, tie));
    if matches!(format, Format::Pajek | Format::Dl | Format::Statnet) {
        let named = relations.filter(|it| *it != "tie").count();
        lost.add("relations", named, "tie", "ties", "whose relation is not in this file");
    } else {
        let several = relations.filter(|it| it.contains(AND)).count();
        let why = format!("of several relations, joined by `{AND}` in one");
        lost.add("several-relations", several, "tie", "ties", &why);
    }
    if format == Format::Dl && net.is_directed() && is_symmetric(net) {
        let why = "both ways and equally strong, which a matrix shows as ties without direction";
        lost.add("direction", ties, "tie", "ties", why);
    }
}

/// What a study says and a network cut from it does not, in whatever format.
///
/// ```
/// use std::path::Path;
/// use tertius::Study;
/// let study = Study::from_reading(tertius_formats::read(Path::new("../../data/wolverhampton"))?);
/// let net = study.network(&study.default_view()?)?;
/// let lost = tertius_formats::study_losses(&study, &net);
/// assert!(lost.iter().any(|it| it.what == "sources"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn study_losses(study: &Study, net: &Network) -> Vec<Loss> {
    let mut lost = Lost::default();
    let rows: usize = (0..net.ties().len()).map(|tie| net.behind(tie).count()).sum();
    let more = rows.saturating_sub(net.ties().len());
    lost.add(
        "evidence",
        more,
        "piece of evidence",
        "pieces of evidence",
        "added to ties that are there already: a tie is one number",
    );
    let ties = study.ties.iter().filter(|it| it.start.is_some() || it.end.is_some()).count();
    let posts =
        study.affiliations.iter().filter(|it| it.start.is_some() || it.end.is_some()).count();
    let activities =
        study.activities.iter().filter(|it| it.start.is_some() || it.end.is_some()).count();
    let organisations =
        study.organisations.iter().filter(|it| it.opened.is_some() || it.closed.is_some()).count();
    lost.add("dates", ties + posts + activities + organisations, "row", "rows", "with dates");
    let waves = study.ties.iter().filter(|it| it.wave.is_some()).count()
        + study.affiliations.iter().filter(|it| it.wave.is_some()).count()
        + study.participation.iter().filter(|it| it.wave.is_some()).count();
    lost.add("waves", waves, "row", "rows", "of a wave");
    let not_seen = study.ties.iter().filter(|it| it.status != Status::Observed).count()
        + study.participation.iter().filter(|it| it.status != Status::Observed).count();
    lost.add("status", not_seen, "row", "rows", "of another status than observed");
    let counts = |has: &dyn Fn(&Evidence) -> bool| evidence(study).filter(|it| has(it)).count();
    lost.add(
        "certainty",
        counts(&|it| it.certainty != Certainty::Certain),
        "row",
        "rows",
        "that are not certain",
    );
    lost.add(
        "sources",
        counts(&|it| it.source.is_some() || it.locator.is_some()),
        "row",
        "rows",
        "with their source",
    );
    lost.add(
        "notes",
        counts(&|it| it.note.is_some() || it.quote.is_some()),
        "row",
        "rows",
        "with notes or quotes",
    );
    let reporters = study.ties.iter().filter(|it| it.reporter.is_some()).count();
    lost.add("reporters", reporters, "tie", "ties", "with who reported it");
    lost.add("posts", study.affiliations.len(), "post", "posts", "of people in organisations");
    let people = study.people.iter().filter(|it| net.actor(&it.id).is_none()).count();
    lost.add("people", people, "person", "people", "not among the actors");
    if net.first_mode().is_none() {
        lost.add(
            "activities",
            study.activities.len(),
            "activity",
            "activities",
            "and who took part in them",
        );
    }
    let aliases = study.organisations.iter().map(|it| it.aliases.len()).sum::<usize>()
        + study.people.iter().map(|it| it.aliases.len()).sum::<usize>();
    lost.add("aliases", aliases, "other spelling", "other spellings", "of names");
    let parents = study.organisations.iter().filter(|it| it.parent.is_some()).count();
    lost.add("parents", parents, "organisation", "organisations", "inside another");
    lost.add(
        "localities",
        study.localities.len(),
        "place",
        "places",
        "with kind, larger place and coordinates",
    );
    lost.add(
        "respondents",
        study.respondents.len(),
        "answer",
        "answers",
        "or refusals of those who were asked",
    );
    lost.add("story", study.story.len(), "step", "steps", "of the story");
    lost.0
}

/// The evidence of every row of what actors are and what joins them.
fn evidence(study: &Study) -> impl Iterator<Item = &Evidence> {
    let actors = study
        .organisations
        .iter()
        .map(|it| &it.evidence)
        .chain(study.people.iter().map(|it| &it.evidence));
    let joins = study
        .ties
        .iter()
        .map(|it| &it.evidence)
        .chain(study.affiliations.iter().map(|it| &it.evidence));
    let parts = study
        .participation
        .iter()
        .map(|it| &it.evidence)
        .chain(study.activities.iter().map(|it| &it.evidence));
    actors.chain(joins).chain(parts)
}

fn is_symmetric(net: &Network) -> bool {
    let back = |from: u32, to: u32| net.out().strength(to as usize, from as usize);
    net.ties()
        .iter()
        .all(|tie| back(tie.from, tie.to).is_some_and(|it| it.to_bits() == tie.strength.to_bits()))
}

/// Losses so far: those that there are none of are not told.
#[derive(Default)]
struct Lost(Vec<Loss>);

impl Lost {
    fn add(&mut self, what: &'static str, count: usize, one: &str, many: &str, why: &str) {
        if count > 0 {
            let message = format!("{} {why}", counted(count, one, many));
            self.0.push(Loss { what, count, message });
        }
    }
}
