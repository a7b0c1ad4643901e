//! What cannot be said for lack of data, and what would let it be said.

use crate::findings::Findings;
use crate::wording::{Noun, whole};

/// What cannot be said, and what would let it be said.
pub(super) fn lacks(findings: &Findings<'_>) -> Vec<String> {
    let study = findings.study;
    let mut lacks = Vec::new();
    if study.respondents.is_empty() {
        lacks.push("Whether actors without a tie on record have none: the study does not say who was asked (respondents.csv).".to_owned());
    }
    if study.waves().len() < 2 {
        lacks.push("Whether the network has changed: there are not two waves of the same questions (column wave in ties.csv).".to_owned());
    }
    let is_dated = study.activities.iter().any(|it| it.start.is_some() || it.end.is_some())
        || study.ties.iter().any(|it| it.start.is_some() || it.end.is_some());
    if !is_dated {
        lacks.push(
            "When anything happened: activities and ties bear no dates (column start).".to_owned(),
        );
    }
    lacks.extend(blank_sectors(findings));
    lacks.extend(blank_localities(findings));
    if study.affiliations.is_empty() {
        lacks.push(
            "Which people span organisations: no posts are on record (affiliations.csv)."
                .to_owned(),
        );
    }
    if !study.ties.is_empty() && study.ties.iter().all(|it| it.weight.is_none()) {
        lacks.push(
            "How strong ties are: no tie has a weight on record (column weight in ties.csv)."
                .to_owned(),
        );
    }
    if study.sources.is_empty() {
        lacks.push("Where the evidence comes from: no source is named (sources.csv, and the column source).".to_owned());
    }
    let groups = study.organisations.iter().filter(|it| it.is_group()).count();
    if groups > 0 {
        lacks.push(format!(
            "Who is in {}: counted or mentioned, not named.",
            if groups == 1 {
                "the 1 group on record".to_owned()
            } else {
                format!("the {groups} groups on record")
            }
        ));
    }
    if lacks.is_empty() {
        lacks.push("Nothing that this report looks for is missing altogether.".to_owned());
    }
    lacks
}

fn blank_sectors(findings: &Findings<'_>) -> Option<String> {
    let all = findings.net.actors().len();
    match &findings.sector {
        None if findings.is_two_mode() => None,
        None => {
            Some("Who works across sectors: no sector is on record (column sector).".to_owned())
        }
        Some(sector) => blank(sector.by.unknown(), all, findings.actors(), "sector"),
    }
}

fn blank_localities(findings: &Findings<'_>) -> Option<String> {
    let all = findings.net.actors().len();
    match &findings.locality {
        None if findings.is_two_mode() => None,
        None => Some(
            "Who works across places: no locality is on record (column localities).".to_owned(),
        ),
        Some(locality) => blank(locality.by.unknown(), all, findings.actors(), "locality"),
    }
}

fn blank(unknown: usize, all: usize, noun: Noun, what: &str) -> Option<String> {
    (unknown > 0).then(|| {
        format!(
            "Anything that needs the {what} of {} of the {} in this view: it is blank, and they are left out where {what} counts.",
            whole(unknown),
            noun.count(all)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::blank;
    use crate::wording::{ORGANISATION, PERSON};

    #[test]
    fn blanks_agree_with_their_number() {
        assert_eq!(blank(0, 3, PERSON, "sector"), None);
        let one = blank(1, 3, ORGANISATION, "sector").unwrap_or_default();
        assert!(
            one.starts_with("Anything that needs the sector of 1 of the 3 organisations"),
            "{one}"
        );
    }
}
