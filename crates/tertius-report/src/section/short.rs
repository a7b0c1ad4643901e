//! In short: four to seven plain sentences with their numbers and caveats.

use std::collections::BTreeSet;

use tertius::Results;

use crate::crossing::share_across;
use crate::findings::{Findings, Standing};
use crate::ground::Ground;
use crate::wording::{Noun, TIE, list, number, percent, whole};

/// The sentences, those that apply.
pub(crate) fn sentences(findings: &Findings<'_>) -> Vec<String> {
    let mut said =
        vec![sizes("This report looks at", findings, &findings.standing, &findings.density)];
    said.extend(central(findings, &findings.standing));
    said.push(across(findings));
    said.extend(fragile(findings));
    said.extend(spanners(findings));
    said.extend(changed(findings));
    said.push(caveat(findings));
    said
}

/// How many actors and ties there are, and how many of them are tied at all.
pub(crate) fn sizes(
    looks_at: &str,
    ground: &Ground<'_>,
    standing: &Standing,
    density: &Results,
) -> String {
    let net = &ground.net;
    let said = size(
        (ground.actors(), ground.pairs()),
        (net.actors().len(), ground.groups()),
        net.ties().len(),
        density.value("density", "value"),
        (net.observed_dyads(), net.dyads()),
        standing.components.value("isolates", "value").unwrap_or_default(),
    );
    format!("{looks_at} {said}")
}

fn size(
    (noun, pair): (Noun, Noun),
    (actors, groups): (usize, usize),
    ties: usize,
    density: Option<f64>,
    (observed, dyads): (usize, usize),
    isolates: f64,
) -> String {
    let counted = match groups {
        0 => String::new(),
        1 => ", 1 of them a group that was counted and not named,".to_owned(),
        _ => format!(", {} of them groups that were counted and not named,", whole(groups)),
    };
    let density = density.filter(|_| ties > 0).map_or_else(String::new, |density| {
        let pairs = pair.count(observed);
        let seen = if observed < dyads { " that were observed" } else { "" };
        let verb = if observed == 1 { "is" } else { "are" };
        format!(": {} of the {pairs}{seen} {verb} tied", percent(density))
    });
    #[expect(clippy::cast_sign_loss, reason = "a count")]
    let isolates = if ties > 0 { isolates as usize } else { 0 };
    let isolates = match isolates {
        0 => String::new(),
        1 => format!("; {} has no tie", noun.count(1)),
        _ => format!("; {} have no tie", noun.count(isolates)),
    };
    format!(
        "{}{counted} and {} between them{density}{isolates}.",
        noun.count(actors),
        TIE.count_or_no(ties)
    )
}

/// Who has most contacts and who lies between most others.
pub(crate) fn central(ground: &Ground<'_>, standing: &Standing) -> Option<String> {
    let most = Top::of(ground, &standing.degree, "degree")?;
    let between = standing.betweenness.as_ref();
    let between = between.and_then(|it| Top::of(ground, it, "value"));
    let noun = ground.actors();
    let have = if most.names.len() == 1 { "has" } else { "have" };
    let each = if most.names.len() == 1 { "" } else { " each" };
    let between = between.map_or_else(String::new, |between| {
        let who = if between.names == most.names {
            " and".to_owned()
        } else {
            format!("; {}", between.words(noun))
        };
        let lie = if between.names.len() == 1 { "lies" } else { "lie" };
        format!(
            "{who} {lie} between the most pairs of others (betweenness {})",
            number(between.value)
        )
    });
    let contacts = if ground.net.is_directed() { "ties sent and received" } else { "contacts" };
    Some(format!(
        "{} {have} the most {contacts} ({}{each}){between}: a place in the record, which is not the same as importance.",
        most.words(noun),
        number(most.value)
    ))
}

/// Whoever has the highest value of a measure.
struct Top {
    rows: Vec<usize>,
    names: Vec<String>,
    value: f64,
}

impl Top {
    /// `None` if nobody has more than nothing.
    fn of(ground: &Ground<'_>, results: &Results, column: &str) -> Option<Self> {
        let values = results.numbers(column)?;
        let value = values.iter().flatten().copied().fold(0.0, f64::max);
        let is_top = |at: &usize| values[*at].is_some_and(|it| (it - value).abs() <= 1e-9 * value);
        let rows: Vec<usize> = (0..values.len()).filter(is_top).collect();
        let names = rows.iter().map(|&at| ground.net.actors()[at].name.clone()).collect();
        (value > 0.0).then_some(Self { rows, names, value })
    }

    fn words(&self, noun: Noun) -> String {
        if self.names.len() > 3 { noun.count(self.names.len()) } else { list(&self.names) }
    }
}

/// How many ties cross sectors, or why that cannot be said.
pub(crate) fn across(ground: &Ground<'_>) -> String {
    let noun = ground.actors();
    if ground.is_two_mode() {
        return "Ties join actors to activities, so none is within or across sectors.".to_owned();
    }
    let Some(sector) = &ground.sector else {
        return format!(
            "No sector is on record for {}, so nothing can be said about ties across sectors.",
            if ground.net.actors().len() == 1 { "the one actor" } else { "any of them" }
        );
    };
    crossing(noun, "sector", "sectors", share_across(&sector.ei), sector.expected_across())
}

/// How many ties cross the groups, against ties laid at random.
pub(super) fn crossing(
    noun: Noun,
    group: &str,
    groups: &str,
    share: Option<(usize, usize, f64)>,
    expected: Option<f64>,
) -> String {
    let Some((external, all, share)) = share else {
        return format!("No tie joins two {} of known {group}.", noun.many);
    };
    let expected = expected.map(|it| format!("; ties laid at random would give {}", percent(it)));
    let expected = expected.unwrap_or_default();
    if external == all && all > 1 {
        let ties = TIE.count(all);
        return format!(
            "All {ties} between {} of known {group} cross {groups}{expected}.",
            noun.many
        );
    }
    let cross = if external == 1 { "crosses" } else { "cross" };
    format!(
        "Of {} between {} of known {group}, {} ({}) {cross} {groups}{expected}.",
        TIE.count(all),
        noun.many,
        whole(external),
        percent(share),
    )
}

fn fragile(findings: &Findings<'_>) -> Option<String> {
    let top = Top::of(findings, &findings.removal, "pairs_lost");
    let noun = findings.actors();
    let Some(top) = top else {
        let whole =
            "whoever leaves, the others who could reach one another on this record still can";
        return (findings.net.ties().len() > 1)
            .then(|| format!("No single {} holds the network together: {whole}.", noun.one));
    };
    let shares = findings.removal.numbers("share_lost")?;
    let shares = || top.rows.iter().filter_map(|&at| shares[at]);
    let (least, most) = (shares().fold(1.0, f64::min), shares().fold(0.0, f64::max));
    Some(lost(&top.words(noun), top.names.len(), (least, most)))
}

/// What the network would lose, from the least to the most that any of the actors named takes away.
fn lost(who: &str, actors: usize, (least, most): (f64, f64)) -> String {
    let without = match actors {
        1 => "Without",
        2 => "Without either of",
        _ => "Without any one of",
    };
    let [least, most] =
        [least, most].map(|share| if share >= 1.0 { "all".to_owned() } else { percent(share) });
    let pairs = if least == most { most } else { format!("{least} to {most}") };
    format!(
        "{without} {who}, {pairs} of the pairs of others that can reach each other would lose every path between them, on this record."
    )
}

/// What became of ties between the waves, if there are two to compare.
fn changed(findings: &Findings<'_>) -> Option<String> {
    let change = findings.change.as_ref()?.as_ref().ok()?;
    let [from, to] = &change.waves;
    let [_, observed] = change.dyads();
    let [kept, gained, lost] = ["kept", "gained", "lost"].map(|it| whole(change.count(it)));
    (observed > 0).then(|| {
        let pairs = change.pair().count(observed);
        format!(
            "From wave {from} to wave {to}, of {pairs} observed both times, {kept} kept a tie, {gained} gained one and {lost} lost one."
        )
    })
}

fn spanners(findings: &Findings<'_>) -> Option<String> {
    let found = findings.spanners.as_ref()?;
    let structural = found.words("structural")?;
    let posts = found.numbers("posts")?;
    let people = posts.iter().filter(|posts| **posts > Some(0.0)).count();
    let spanning = structural.iter().filter(|it| it.as_deref() == Some("yes")).count();
    let alone = links_alone(found);
    (people > 0).then(|| spanning_people(spanning, people, alone))
}

/// How many links rest on one person: one that needs a person at either end rests on both, and is
/// one link.
fn links_alone(spanners: &Results) -> usize {
    let rests = spanners.words("rests").unwrap_or_default();
    let links: BTreeSet<&str> = rests.iter().flatten().flat_map(|it| it.split("; ")).collect();
    links.len()
}

fn spanning_people(spanning: usize, people: usize, alone: usize) -> String {
    let who = match (spanning, people) {
        (0, 1) => {
            "The one person with posts on record holds them in one organisation only".to_owned()
        }
        (_, 1) => "The one person with posts on record holds posts in more than one organisation"
            .to_owned(),
        (0, _) => format!(
            "None of the {people} people with posts on record holds posts in more than one organisation"
        ),
        (1, _) => format!(
            "1 of the {people} people with posts on record holds posts in more than one organisation"
        ),
        _ if spanning == people => format!(
            "All {people} people with posts on record hold posts in more than one organisation"
        ),
        _ => format!(
            "{spanning} of the {people} people with posts on record hold posts in more than one organisation"
        ),
    };
    match alone {
        0 => format!("{who}; no link between organisations rests on one person alone."),
        1 => format!("{who}; 1 link between organisations rests on one person alone."),
        _ => format!(
            "{who}; {} links between organisations each rest on one person alone.",
            whole(alone)
        ),
    }
}

/// What a tie, and the lack of one, means here.
pub(crate) fn caveat(ground: &Ground<'_>) -> String {
    let net = &ground.net;
    if ground.is_survey() {
        answered(ground.pairs(), net.observed_dyads(), net.dyads())
    } else {
        recorded(ground.opportunities(), net.ties().len())
    }
}

fn answered(pair: Noun, observed: usize, dyads: usize) -> String {
    match dyads - observed {
        0 => "Every pair was observed, by the account of somebody who could have told of a tie."
            .to_owned(),
        1 => format!(
            "1 of {} was not observed, because nobody answered for it: it is missing, not absent.",
            pair.count(dyads)
        ),
        missing => format!(
            "{} of {} were not observed, because nobody answered for them: they are missing, not absent.",
            whole(missing),
            pair.count(dyads)
        ),
    }
}

/// Of evidence from documents and records, with how many ties rest on shared activities alone.
fn recorded(opportunities: usize, ties: usize) -> String {
    let silence =
        "he study does not say who was asked, so a tie that is not on record may still be there.";
    let which = match (opportunities, ties) {
        (0, _) => return format!("T{silence}"),
        (1, 1) => "The tie rests".to_owned(),
        (1, _) => "1 of the ties rests".to_owned(),
        (some, all) if some == all => "All ties rest".to_owned(),
        (some, _) => format!("{} of the ties rest", whole(some)),
    };
    format!(
        "{which} on shared activities alone, which are opportunities to work together and not yet ties; and t{silence}"
    )
}

#[cfg(test)]
mod tests {
    use tertius::{Column, Method, Values};

    use super::*;
    use crate::wording::{ACTOR, ORDERED_PAIR, ORGANISATION, PAIR, PERSON};

    #[test]
    fn sizes_agree_with_their_numbers() {
        let said = [
            size((ORGANISATION, PAIR), (31, 0), 92, Some(0.198), (465, 465), 1.0),
            size((ACTOR, PAIR), (21, 6), 40, Some(0.193), (207, 210), 0.0),
            size((PERSON, ORDERED_PAIR), (2, 0), 1, Some(1.0), (1, 1), 0.0),
            size((PERSON, PAIR), (1, 0), 0, None, (0, 0), 1.0),
        ];
        assert_eq!(
            said,
            [
                "31 organisations and 92 ties between them: 20\u{a0}% of the 465 pairs are tied; 1 organisation has no tie.",
                "21 actors, 6 of them groups that were counted and not named, and 40 ties between them: 19\u{a0}% of the 207 pairs that were observed are tied.",
                "2 people and 1 tie between them: 100\u{a0}% of the 1 ordered pair is tied.",
                "1 person and no tie between them.",
            ]
        );
    }

    #[test]
    fn caveats_say_what_silence_means() {
        assert_eq!(
            recorded(0, 5),
            "The study does not say who was asked, so a tie that is not on record may still be there."
        );
        assert!(recorded(1, 1).starts_with("The tie rests on"));
        assert!(recorded(1, 5).starts_with("1 of the ties rests on"));
        assert!(recorded(5, 5).starts_with("All ties rest on"));
        assert!(answered(PAIR, 10, 10).starts_with("Every pair"));
        assert!(answered(PAIR, 9, 10).starts_with("1 of 10 pairs was not observed"));
        assert!(answered(PAIR, 207, 210).starts_with("3 of 210 pairs were not observed"));
    }

    #[test]
    fn crossing_says_none_one_and_many() {
        let said = [
            crossing(ORGANISATION, "sector", "sectors", Some((29, 41, 29.0 / 41.0)), Some(0.64)),
            crossing(ORGANISATION, "sector", "sectors", Some((1, 1, 1.0)), None),
            crossing(ORGANISATION, "sector", "sectors", Some((4, 4, 1.0)), None),
            crossing(PERSON, "locality", "localities", None, None),
        ];
        assert_eq!(
            said,
            [
                "Of 41 ties between organisations of known sector, 29 (71\u{a0}%) cross sectors; ties laid at random would give 64\u{a0}%.",
                "Of 1 tie between organisations of known sector, 1 (100\u{a0}%) crosses sectors.",
                "All 4 ties between organisations of known sector cross sectors.",
                "No tie joins two people of known locality.",
            ]
        );
    }

    #[test]
    fn a_link_that_rests_on_two_people_is_one_link() {
        let spanners = |rests: &[Option<&str>]| {
            let rests = rests.iter().map(|it| it.map(str::to_owned)).collect();
            let rests = Column { name: "rests".to_owned(), values: Values::Text(rests) };
            Results { columns: vec![rests], method: Method::default() }
        };
        let rests = [Some("A \u{2013} B; B \u{2013} C"), None, Some("A \u{2013} B")];
        assert_eq!(links_alone(&spanners(&rests)), 2);
        assert_eq!(links_alone(&spanners(&[None])), 0);
    }

    #[test]
    fn shares_are_those_of_the_actors_named() {
        assert!(lost("A", 1, (0.42, 0.42)).starts_with("Without A, 42\u{a0}% of"));
        assert!(lost("A", 1, (1.0, 1.0)).starts_with("Without A, all of"));
        let two = lost("A and B", 2, (0.4, 0.5));
        assert!(two.starts_with("Without either of A and B, 40\u{a0}% to 50\u{a0}% of"), "{two}");
    }

    #[test]
    fn spanning_says_none_one_and_many() {
        let said = [spanning_people(0, 4, 0), spanning_people(1, 1, 1), spanning_people(2, 8, 33)];
        assert_eq!(
            said,
            [
                "None of the 4 people with posts on record holds posts in more than one organisation; no link between organisations rests on one person alone.",
                "The one person with posts on record holds posts in more than one organisation; 1 link between organisations rests on one person alone.",
                "2 of the 8 people with posts on record hold posts in more than one organisation; 33 links between organisations each rest on one person alone.",
            ]
        );
    }
}
