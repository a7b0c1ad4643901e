//! What a network must say of itself: view, what was left out, whose account is at hand.

use super::Cut;
use crate::network::{Provenance, Via, Weights};
use crate::study::{Response, Status, Time, WeightMeaning};

impl Cut<'_> {
    /// Whose account is at hand, where a survey asked.
    pub(super) fn accounts(&self) -> Option<Vec<bool>> {
        if self.view.via != [Via::Ties] {
            return None;
        }
        let asked = self.study.respondents.iter();
        let asked: Vec<_> = asked.filter(|it| self.view.takes_wave(it.wave.as_deref())).collect();
        if asked.is_empty() {
            return None;
        }
        let mut accounts = vec![false; self.actors.len()];
        for it in asked.iter().filter(|it| it.status == Some(Response::Responded)) {
            for stand in self.carry.stands(&it.actor, &Time::of_wave(it.wave.as_deref())) {
                accounts[stand.actor as usize] = true;
            }
        }
        Some(accounts)
    }

    pub(super) fn provenance(&self, directed: bool, asked: bool) -> Provenance {
        let mut notes: Vec<String> = Vec::new();
        if !directed && self.directed > 0 {
            let ties = crate::counted(self.directed, "directed tie", "directed ties");
            let pairs = if asked { ": a pair was observed if both answered" } else { "" };
            notes.push(format!("{ties} taken as undirected{pairs}"));
        }
        let waves = self.study.waves();
        let waves = waves.into_iter().filter(|wave| self.view.takes_wave(Some(wave))).count();
        if waves > 1 {
            notes.push(format!("{waves} waves are put together; --wave takes one"));
        }
        if self.view.via.contains(&Via::Participation) {
            notes.push(
                "shared activities are opportunities to work together, not yet ties".to_owned(),
            );
        }
        let ordinal =
            self.study.settings.relation.iter().filter(|it| it.weight == WeightMeaning::Ordinal);
        let ordinal: Vec<_> = ordinal
            .filter(|it| {
                self.view.via.contains(&Via::Ties)
                    && (self.view.relation.is_empty() || self.view.relation.contains(&it.id))
            })
            .map(|it| it.id.as_str())
            .collect();
        if self.weighted.len() > 1
            && self.weighted.values().any(|&weighted| weighted)
            && self.view.weights == Weights::Newman
        {
            let relations: Vec<&str> = self.weighted.keys().copied().collect();
            notes.push(format!(
                "weights of different relations are added together ({}); --relation takes one, \
                 --weights count takes every tie as 1",
                relations.join(", ")
            ));
        }
        if !ordinal.is_empty() && self.view.weights == Weights::Newman {
            notes.push(format!(
                "the weight of {} is ordinal: its sums are ranks added up, not amounts",
                ordinal.join(", ")
            ));
        }
        notes.extend(self.left_out.iter().map(|(what, rows)| format!("left out: {what} ({rows})")));
        Provenance {
            study: self.study.title().to_owned(),
            notice: self.study.settings.notice.clone(),
            view: self.view.to_string(),
            notes,
        }
    }
}

pub(super) fn status_left_out(status: Status) -> &'static str {
    match status {
        Status::Observed => "observed rows",
        Status::Aggregate => "rows reported in aggregate",
        Status::Wished => "wished-for rows",
        Status::ReportedAbsent => "rows reported absent",
        Status::Unknown => "rows not known",
    }
}
