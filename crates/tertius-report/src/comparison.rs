//! What changed between two networks, in plain sentences.

use tertius::{
    Arguments, Error, Measure, Network, Result, Results, Study, Unit, View, Watch, change, counted,
};

use crate::wording::capitalised;

/// How many brokers are told of.
const BROKERS: usize = 3;

/// What changed between two networks.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// `change ties`: actors and ties kept, gained and lost.
    pub ties: Results,
    /// `change groups`: ties within and between groups; `None` if there is nothing to group by, and
    /// no grouping was asked for.
    pub groups: Option<Results>,
    /// `change closure`: what became of the pairs that brokers stood between.
    pub closure: Results,
    by: Option<String>,
}

impl Comparison {
    /// Compares two times of a study: `times` may say which by the options `from` and `to` of the
    /// measures of change, and who is left `without`. Groups are sectors, if there are any, unless
    /// another attribute is asked for.
    ///
    /// # Errors
    ///
    /// Those of the measures of change: a time or a grouping that is not there, or nothing that could
    /// have changed.
    ///
    /// ```no_run
    /// # use tertius::{Arguments, Study, Watch};
    /// # let study = Study::default();
    /// use tertius_report::Comparison;
    /// let times = Arguments::default().with("from", "1").with("to", "2");
    /// let found = Comparison::of_study(&study, &study.default_view()?, &times, None, &Watch::new())?;
    /// println!("{:?}", found.ties.value("kept", "value"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_study(
        study: &Study,
        view: &View,
        times: &Arguments,
        by: Option<&str>,
        watch: &Watch,
    ) -> Result<Self> {
        let measure = |name: &str, arguments: &Arguments| {
            change_named(name).of_study(study, view, arguments, watch)
        };
        let kept = measure("ties", times)?;
        let groups = |by: &str| measure("groups", &times.clone().with("by", by));
        let (groups, by) = grouped(by, groups)?;
        let crossing = by.as_ref().map_or(times.clone(), |by| times.clone().with("crossing", by));
        let closure = measure("closure", &crossing)?;
        Ok(Self { ties: kept, groups, closure, by })
    }

    /// Compares two networks, which need not be of one study; actors are the same by identifier.
    ///
    /// # Errors
    ///
    /// Those of [`change::ties`], and a grouping that is not there.
    ///
    /// ```
    /// use tertius::{Network, Watch};
    /// use tertius_report::Comparison;
    /// let before = Network::from_ties(false, [("uni", "college", 1.0), ("college", "council", 1.0)])?;
    /// let after = Network::from_ties(false, [("uni", "college", 1.0), ("uni", "council", 1.0)])?;
    /// let found = Comparison::of_networks(&before, &after, None, &Watch::new())?;
    /// assert_eq!(found.ties.value("kept", "value"), Some(1.0));
    /// assert_eq!(found.closure.value("college", "closed"), Some(1.0));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_networks(
        before: &Network,
        after: &Network,
        by: Option<&str>,
        watch: &Watch,
    ) -> Result<Self> {
        let told = |name: &str, found: Results| {
            let mut found = change_named(name).signed(found);
            for (option, net) in [("from", before), ("to", after)] {
                found.method.options.push((option.to_owned(), net.provenance().view.clone()));
            }
            found
        };
        let ties = told("ties", change::ties(before, after, None)?);
        let groups = |by: &str| Ok(told("groups", change::groups(before, after, by)?));
        let (groups, by) = grouped(by, groups)?;
        let closure = told("closure", change::closure(before, after, by.as_deref(), watch)?);
        Ok(Self { ties, groups, closure, by })
    }

    /// What changed in sentences, in parts with a title each; `study` has the labels of groups.
    ///
    /// ```
    /// # use tertius::{Network, Study, Watch};
    /// # use tertius_report::Comparison;
    /// # let before = Network::from_ties(false, [("uni", "college", 1.0), ("college", "council", 1.0)])?;
    /// # let after = Network::from_ties(false, [("uni", "college", 1.0), ("uni", "council", 1.0)])?;
    /// let found = Comparison::of_networks(&before, &after, None, &Watch::new())?;
    /// let (title, sentences) = &found.parts(&Study::default())[0];
    /// assert_eq!(title, "Ties");
    /// assert_eq!(sentences[0], "3 actors were there at both times; nobody joined, nobody left.");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn parts(&self, study: &Study) -> Vec<(String, Vec<String>)> {
        let method = &self.ties.method;
        let between = match (&self.groups, &self.by) {
            (Some(groups), Some(by)) => {
                (format!("Between groups, by {by}"), between(study, groups, by))
            }
            _ => (
                "Between groups".to_owned(),
                vec!["No actor has a sector on record; --by names another column.".to_owned()],
            ),
        };
        let notes = method.provenance.notes.iter().chain(&method.notes);
        vec![
            ("Ties".to_owned(), ties(&self.ties)),
            between,
            ("Brokers".to_owned(), brokers(&self.closure, self.by.as_deref())),
            ("What to know".to_owned(), notes.map(|it| format!("{}.", capitalised(it))).collect()),
        ]
    }
}

fn change_named(name: &str) -> &'static Measure {
    Measure::find(Unit::Change, name).expect("it is in the catalogue")
}

/// What is found between groups, and the attribute that groups; neither without sectors, unless
/// another attribute was asked for.
fn grouped(
    asked: Option<&str>,
    groups: impl Fn(&str) -> Result<Results>,
) -> Result<(Option<Results>, Option<String>)> {
    let by = asked.unwrap_or("sector");
    match groups(by) {
        Err(Error::Unknown { what, .. }) if what == "grouping" && asked.is_none() => {
            Ok((None, None))
        }
        found => Ok((Some(found?), Some(by.to_owned()))),
    }
}

fn ties(found: &Results) -> Vec<String> {
    let value = |name: &str| found.value(name, "value");
    let number = |name: &str| whole(value(name));
    let mut said = vec![format!(
        "{} there at both times; {} joined, {} left.",
        counted(number("stayed"), "actor was", "actors were"),
        nobody(number("joined")),
        nobody(number("left")),
    )];
    said.push(format!(
        "{} before, {} after. Where both times were observed, {} kept, {} gained and {} lost.",
        counted(number("ties_before"), "tie", "ties"),
        number("ties_after"),
        counted(number("kept"), "was", "were"),
        number("gained"),
        number("lost"),
    ));
    if let (Some(retention), Some(jaccard)) = (value("retention"), value("jaccard")) {
        said.push(format!(
            "{} of the ties before lasted; of the ties at either time {} are at both (Jaccard {jaccard:.3}).",
            percent(retention),
            percent(jaccard)
        ));
    }
    if let Some(birth) = value("birth") {
        said.push(format!("Of the pairs without a tie before {} are tied now.", percent(birth)));
    }
    for (name, one, many) in [
        (
            "not_observed_after",
            "tie before was not heard of again, because nobody answered: silence, not loss.",
            "ties before were not heard of again, because nobody answered: silence, not loss.",
        ),
        (
            "not_observed_before",
            "tie after may be new or not: nobody had answered before.",
            "ties after may be new or not: nobody had answered before.",
        ),
        (
            "known_from_others",
            "tie is known from others alone, and in no share.",
            "ties are known from others alone, and in no share.",
        ),
        ("of_joiners", "tie came with who joined.", "ties came with those who joined."),
        ("of_leavers", "tie went with who left.", "ties went with those who left."),
    ] {
        let count = number(name);
        if count > 0 {
            said.push(counted(count, one, many));
        }
    }
    said
}

/// Pairs of groups with ties at either time, those that changed most first.
fn between(study: &Study, found: &Results, by: &str) -> Vec<String> {
    let words = |name: &str, row: usize| {
        let id = found.words(name).and_then(|it| it[row].as_deref()).unwrap_or_default();
        match by {
            "sector" => study.sector_label(id),
            "locality" => study.locality_label(id),
            _ => id,
        }
    };
    let number = |name: &str, row: usize| whole(found.numbers(name).and_then(|it| it[row]));
    let mut rows: Vec<usize> =
        (0..found.len()).filter(|&row| number("before", row) + number("after", row) > 0).collect();
    let changed = |&row: &usize| number("gained", row) + number("lost", row);
    rows.sort_by_key(|row| std::cmp::Reverse(changed(row)));
    let to = if found.method.directed { "to" } else { "with" };
    let row = |row: usize| {
        let [from, other] = ["from_group", "to_group"].map(|name| words(name, row));
        let ends =
            if from == other { format!("within {from}") } else { format!("{from} {to} {other}") };
        let apart: usize = ["not_observed_before", "not_observed_after", "known_from_others"]
            .map(|name| number(name, row))
            .iter()
            .sum();
        let silent = if apart > 0 { format!(", {apart} not observed") } else { String::new() };
        format!(
            "{ends}: {} before, {} after; {} kept, {} gained, {} lost{silent}",
            counted(number("before", row), "tie", "ties"),
            number("after", row),
            number("kept", row),
            number("gained", row),
            number("lost", row)
        )
    };
    if rows.is_empty() {
        return vec!["No ties at either time.".to_owned()];
    }
    rows.into_iter().map(row).collect()
}

/// Those who stood between most pairs, and what became of these.
fn brokers(found: &Results, by: Option<&str>) -> Vec<String> {
    let number =
        |name: &str, row: usize| found.numbers(name).and_then(|it| it[row]).unwrap_or_default();
    let mut rows: Vec<usize> =
        (0..found.len()).filter(|&row| number("brokered", row) > 0.0).collect();
    rows.sort_by(|&a, &b| number("brokered", b).total_cmp(&number("brokered", a)));
    rows.truncate(BROKERS);
    let of = by.map_or(String::new(), |by| format!(" of different {by}"));
    let row = |row: usize| {
        let name = found.words("name").and_then(|it| it[row].clone()).unwrap_or_default();
        let count = |column: &str| whole(Some(number(column, row)));
        let pairs = counted(count("brokered"), "pair", "pairs");
        let alone = match count("alone") {
            0 => "always beside others".to_owned(),
            alone if alone == count("brokered") => "nobody else did".to_owned(),
            alone => format!("{alone} of them alone"),
        };
        let mut became = vec![format!("{} tied directly now", count("closed"))];
        for (column, what) in [
            ("still", "still through it"),
            ("by_others", "through others"),
            ("apart", "no longer joined by anybody"),
            ("left", "of actors who left"),
            ("not_observed", "not observed"),
        ] {
            if count(column) > 0 {
                became.push(format!("{} {what}", count(column)));
            }
        }
        let share = |column: &str| found.numbers(column).and_then(|it| it[row]);
        let compared = match (share("share_closed"), share("share_other")) {
            (Some(own), Some(other)) => format!(
                " That is {} of those known, against {} of the {} other pairs without a tie before.",
                percent(own),
                percent(other),
                count("other_pairs")
            ),
            _ => String::new(),
        };
        format!(
            "{name} stood between {pairs}{of} without a tie ({alone}). After: {}.{compared}",
            became.join(", ")
        )
    };
    if rows.is_empty() {
        return vec![format!("Nobody stood between two actors{of} without a tie.")];
    }
    rows.into_iter().map(row).collect()
}

#[expect(clippy::cast_sign_loss, reason = "a count is none or more")]
fn whole(count: Option<f64>) -> usize {
    count.unwrap_or_default() as usize
}

fn nobody(count: usize) -> String {
    if count == 0 { "nobody".to_owned() } else { count.to_string() }
}

fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent > 0.0 && percent < 1.0 {
        format!("{percent:.1} %")
    } else {
        format!("{percent:.0} %")
    }
}
