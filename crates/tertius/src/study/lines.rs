//! A summary in lines: what stands above the problems of a study, in a terminal and in a notebook.

use super::{Counted, Summary};

/// A space at which no line is broken: between a number and what it counts.
const TIED: char = '\u{a0}';
/// Words told of each vocabulary.
const LISTED: usize = 12;
/// Names told of what is listed by name.
const NAMED: usize = 5;

impl Summary {
    /// What there is, line by line: what it is, and how much of it, with no-break spaces where a line
    /// should not be broken. What there is none of has no line.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::Activity;
    /// let talk = Activity { kind: Some("talk".to_owned()), ..Activity::default() };
    /// let study = Study { activities: vec![talk], ..Study::default() };
    /// assert_eq!(study.summary().lines(), [("activities", "1 (talk)".to_owned())]);
    /// ```
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let period = self.period.map(|(first, last)| {
            if first == last { first.to_string() } else { format!("{first} to {last}") }
        });
        let (dated, rows) = self.dated;
        let period = period.map(|it| format!("{it} ({dated} of {rows} rows dated)"));
        let mut lines = vec![
            ("organisations", with_total(&self.organisations)),
            ("  of them groups", groups(&self.groups)),
            ("people", nonzero(self.people)),
            ("posts", nonzero(self.posts)),
            ("sectors", listed(&self.sectors)),
            ("ties", with_total(&self.ties)),
            ("activities", with_total(&self.activities)),
            ("participation", with_total(&self.participation)),
            ("localities", places(&self.localities)),
            ("period", period.unwrap_or_default()),
            ("waves", self.waves.join(", ")),
        ];
        lines.extend(self.responses.iter().map(|it| {
            let wave = if it.wave.is_empty() { "" } else { &format!("wave {}: ", it.wave) };
            let words = format!(
                "{wave}{} of {} asked responded, {} in part, {} refused",
                it.responded, it.asked, it.partial, it.refused
            );
            ("response", words)
        }));
        lines.push(("certainty", listed(&self.certainty)));
        lines.retain(|(_, words)| !words.is_empty());
        lines
    }
}

fn nonzero(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Words with their counts; of many, the most frequent, in the order they have.
fn listed(counts: &[Counted]) -> String {
    let mut frequent: Vec<usize> = (0..counts.len()).collect();
    frequent.sort_by_key(|&at| std::cmp::Reverse(counts[at].count));
    frequent.truncate(LISTED);
    frequent.sort_unstable();
    let words = frequent.iter().map(|&at| format!("{}{TIED}{}", counts[at].count, counts[at].word));
    and_more(words, ", ", counts.len())
}

/// Groups with how many each stands for.
fn groups(groups: &[(String, String)]) -> String {
    let words = groups.iter().take(NAMED).map(|(name, count)| format!("{name} ({count})"));
    and_more(words, "; ", groups.len())
}

/// How many localities there are, and those named most.
fn places(localities: &[Counted]) -> String {
    if localities.is_empty() {
        return String::new();
    }
    let names = localities.iter().take(NAMED).map(|it| it.word.clone());
    format!("{}: {}", localities.len(), and_more(names, ", ", localities.len()))
}

/// Words, and how many of all are not among them.
fn and_more(words: impl Iterator<Item = String>, between: &str, all: usize) -> String {
    let words: Vec<_> = words.collect();
    let said = words.join(between);
    match all - words.len() {
        0 => said,
        more => format!("{said} and {more} more"),
    }
}

fn with_total(counts: &[Counted]) -> String {
    let total: usize = counts.iter().map(|it| it.count).sum();
    match counts {
        [] => String::new(),
        // A tie of no stated relation.
        [one] if one.word == "tie" => total.to_string(),
        [one] => format!("{total} ({})", one.word),
        counts => format!("{total}: {}", listed(counts)),
    }
}
