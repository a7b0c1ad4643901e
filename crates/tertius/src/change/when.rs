//! The two times that a study is looked at.

use crate::catalogue::{OptionSpec, Takes};
use crate::network::{Keep, Network, Orientation, View};
use crate::study::{Period, Study};
use crate::{Arguments, Error, Result, Results};

/// `from`: the time before.
pub(crate) const FROM: OptionSpec = OptionSpec {
    name: "from",
    takes: Takes::Names,
    default: "",
    about: "the time before: a wave such as 1, a period such as 2016..2017, or options of the view \
            such as relation=trusts; the first wave unless given",
};

/// `to`: the time after.
pub(crate) const TO: OptionSpec = OptionSpec {
    name: "to",
    about: "the time after, in the same way; the last wave unless given",
    ..FROM
};

/// `crossing`: which pairs count.
pub(crate) const CROSSING: OptionSpec = OptionSpec {
    name: "crossing",
    takes: Takes::Names,
    default: "",
    about: "attribute such as sector: only pairs whose ends differ in it count; all unless given",
};

/// `without`: actors left out.
pub(crate) const WITHOUT: OptionSpec = OptionSpec {
    name: "without",
    takes: Takes::Names,
    default: "",
    about: "actors left out, by identifier, with commas between several",
};

/// The attribute in which the ends of a pair must differ.
pub(crate) fn crossing(arguments: &Arguments) -> Option<&str> {
    arguments.names(CROSSING.name).first().copied()
}

/// A study at two times.
pub(crate) struct Times {
    pub(crate) before: Network,
    pub(crate) after: Network,
    /// Whether the view asked for the largest component alone.
    largest: bool,
    /// How the two times, and who is left out, were asked for.
    asked: [(&'static str, String); 3],
}

impl Times {
    /// Cuts both networks.
    pub(crate) fn new(
        method: &str,
        study: &Study,
        view: &View,
        arguments: &Arguments,
    ) -> Result<Self> {
        let mut times = views(method, study, view, arguments)?;
        let largest = times.iter().any(|it| it.view.component == Keep::Largest);
        times.iter_mut().for_each(|it| it.view.component = Keep::All);
        let [from, to] = times;
        if [&from, &to].iter().any(|it| it.view.orientation == Orientation::Respondents) {
            let why = "with --orientation respondents whoever did not answer once would seem to \
                       have left; with reconstructed what was observed at both times is compared, \
                       and nobody leaves";
            return Err(Error::not_applicable(method, why));
        }
        if from.view == to.view {
            let why = format!("nothing can have changed from {} to {}", from.asked, to.asked);
            return Err(Error::not_applicable(method, why));
        }
        let without = arguments.names(WITHOUT.name);
        let nets = [study.network(&from.view)?, study.network(&to.view)?];
        for name in &without {
            let known = |net: &Network| net.actor(name).is_some();
            if !nets.iter().any(known) {
                let ids = nets.iter().flat_map(Network::actors).map(|it| it.id.as_str());
                return Err(Error::unknown("actor", name, ids));
            }
        }
        let [before, after] = nets.map(|net| {
            let stays = |&at: &usize| !without.contains(&net.actors()[at].id.as_str());
            if without.is_empty() {
                return net;
            }
            net.restricted(&(0..net.actors().len()).filter(stays).collect::<Vec<_>>())
        });
        let without = if without.is_empty() { "nobody".to_owned() } else { without.join(", ") };
        let asked = [("from", from.asked), ("to", to.asked), ("without", without)];
        Ok(Self { before, after, largest, asked })
    }

    /// Says which times were taken, and who was left out.
    pub(crate) fn told(self, mut results: Results) -> Results {
        if self.largest {
            results.note(
                "all components are compared: who is outside the largest at one of the times has \
                 not left",
            );
        }
        let told = |results: Results, (name, value): (&str, String)| results.option(name, value);
        self.asked.into_iter().fold(results, told)
    }
}

/// A time as asked for, and the view it makes.
struct Time {
    asked: String,
    view: View,
}

fn views(method: &str, study: &Study, view: &View, arguments: &Arguments) -> Result<[Time; 2]> {
    let waves = study.waves();
    let ends = [(FROM.name, waves.first()), (TO.name, waves.last())];
    let given = ends.map(|(option, _)| arguments.names(option));
    if waves.len() < 2 && given.iter().any(Vec::is_empty) {
        let waves = match waves[..] {
            [] => "the study tells of no waves".to_owned(),
            ref some => format!("the study has one wave, {}", some.join(", ")),
        };
        let why = format!(
            "{waves}; say which two periods to compare, as in --from 2016..2017 --to 2018..2019, \
             or which two views, as in --from relation=advice --to relation=trust"
        );
        return Err(Error::not_applicable(method, why));
    }
    for (at, (option, _)) in ends.iter().enumerate() {
        let other = ends[1 - at].0;
        // A wave beside a period would make everything gained, or lost.
        if let ([word, ..], true) = (&given[at][..], given[1 - at].is_empty())
            && !word.contains('=')
            && !waves.contains(word)
            && Period::parse(word).is_some()
        {
            let why = format!("with --{option} {word}, a period, say --{other} too");
            return Err(Error::not_applicable(method, why));
        }
    }
    let time = |at: usize| match (&given[at][..], ends[at]) {
        ([], (_, Some(wave))) => at_time(study, view, FROM.name, &[wave]),
        (words, (option, _)) => at_time(study, view, option, words),
    };
    Ok([time(0)?, time(1)?])
}

/// The view at a time that is a wave, a period, or options of the view.
fn at_time(study: &Study, view: &View, option: &str, words: &[&str]) -> Result<Time> {
    let mut view = view.clone();
    if words.len() > 1 && words.iter().any(|word| !word.contains('=')) {
        return Err(Error::Option {
            option: option.to_owned(),
            value: words.join(","),
            expected: "write one wave or period, or option=value, with commas between several"
                .to_owned(),
        });
    }
    let timed =
        |it: &&&str| !it.contains('=') || it.starts_with("wave") || it.starts_with("period");
    if words.iter().any(|word| timed(&word)) {
        (view.wave, view.period) = (None, None);
    }
    let waves = study.waves();
    for &word in words {
        if word.contains('=') {
            view.set_typed(word, option)?;
        } else if waves.contains(&word) {
            view.wave = Some(word.to_owned());
        } else if let Some(period) = Period::parse(word) {
            view.period = Some(period);
        } else if waves.is_empty() {
            let (option, value) = (option.to_owned(), word.to_owned());
            let expected = "the study has no waves; write a period such as 2016..2017".to_owned();
            return Err(Error::Option { option, value, expected });
        } else {
            return Err(Error::unknown("wave or period", word, waves));
        }
    }
    let asked = match words {
        [word] if view.wave.as_deref() == Some(*word) => format!("wave {word}"),
        [word] if !word.contains('=') => format!("period {word}"),
        words => words.join(", "),
    };
    Ok(Time { asked, view })
}
