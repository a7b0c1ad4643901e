use crate::{Error, MEASURES, Measure, Result, Unit};

/// The measures that are worked out in parts: by source of paths, by draw, by actor left out. A test
/// holds each against what it does.
const SPLITS: &[(Unit, &str)] = &[
    (Unit::Actor, "betweenness"),
    (Unit::Actor, "betweenness_between"),
    (Unit::Actor, "betweenness_by_role"),
    (Unit::Actor, "bridging"),
    (Unit::Actor, "closeness"),
    (Unit::Actor, "community"),
    (Unit::Actor, "reach"),
    (Unit::Actor, "removal"),
    (Unit::Actor, "robustness"),
    (Unit::Tie, "betweenness"),
    (Unit::Tie, "suggestions"),
    (Unit::Whole, "centralization"),
    (Unit::Whole, "communities"),
    (Unit::Whole, "core_periphery"),
    (Unit::Whole, "fragmentation"),
    (Unit::Whole, "geodesics"),
    (Unit::Whole, "robustness"),
    (Unit::Null, "bootstrap"),
    (Unit::Null, "boundaries"),
    (Unit::Null, "bounds"),
    (Unit::Null, "compare"),
    (Unit::Null, "cug"),
    (Unit::Null, "jackknife"),
    (Unit::Null, "mrqap"),
    (Unit::Null, "mrqap_logit"),
    (Unit::Null, "qap"),
    (Unit::Null, "test"),
];

impl Measure {
    /// Whether several processes can work it out in parts: see [`shards`](crate::shards). Others are
    /// quick, or all of one piece.
    ///
    /// ```
    /// use tertius::Measure;
    /// assert!(Measure::named("actor betweenness")?.splits());
    /// assert!(!Measure::named("actor degree")?.splits());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn splits(&self) -> bool {
        SPLITS.contains(&(self.unit, self.name))
    }
}

pub(super) fn refuse(measure: &Measure) -> Result<()> {
    if measure.splits() {
        return Ok(());
    }
    let split = MEASURES.iter().filter(|it| it.splits());
    let split: Vec<String> = split.map(|it| format!("{} {}", it.unit, it.name)).collect();
    let what = format!("working out {} {} in parts", measure.unit, measure.name);
    let why = format!("call it directly; those that can be split are {}", split.join(", "));
    Err(Error::not_applicable(&what, why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Cut, Takes};
    use crate::shards::{Outcome, Role, Shard};
    use crate::study::{Reading, Sheet, Study, Table};
    use crate::{Arguments, Network, View, Watch};

    #[test]
    fn those_split_that_have_a_loop_to_share() {
        let study = study();
        let view = View::ties();
        let net = study.network(&view).expect("a network");
        let parts = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("a", "y")];
        let networks = [
            (net.clone(), Some((&study, &view))),
            (Network::from_participation(parts), None),
            (undirected(), None),
        ];
        for measure in MEASURES {
            let choices = every_choice(measure);
            let splits = networks.iter().any(|(net, cut)| {
                choices.iter().any(|choice| has_a_loop(measure, net, *cut, choice))
            });
            assert_eq!(splits, measure.splits(), "{} {}", measure.unit, measure.name);
        }
    }

    fn has_a_loop(
        measure: &Measure,
        net: &Network,
        cut: Option<Cut<'_>>,
        choice: &Arguments,
    ) -> bool {
        let shard = Shard { at: 0, of: 2 };
        let watch = Watch::new().sharing(Role::working(shard, Vec::new()));
        let ended = measure.of(net, cut, choice, &watch);
        let outcome = watch.into_role().and_then(Role::into_outcome);
        let made = matches!(outcome, Some(Outcome::Made(_)));
        assert!(!made || ended == Err(Error::Stopped), "{}: a share is the end", measure.name);
        made
    }

    /// Every combination of the words that the options of a measure take, with few draws.
    fn every_choice(measure: &Measure) -> Vec<Arguments> {
        let mut first = Arguments::default();
        if measure.options.iter().any(|it| it.name == "draws") {
            first = first.with("draws", "10");
        }
        if measure.name == "compare" {
            first = first.with("with", "wave=2");
        }
        measure.options.iter().fold(vec![first], |choices, option| {
            let Takes::Words(words) = option.takes else { return choices };
            let with = |choice: &Arguments| {
                words.iter().map(|word| choice.clone().with(option.name, word)).collect::<Vec<_>>()
            };
            choices.iter().flat_map(with).collect()
        })
    }

    fn undirected() -> Network {
        let ties = ["ab", "bc", "cd", "ac", "de", "ef", "fg", "eg", "ah"];
        let ties = ties.iter().zip(1_u8..).map(|(tie, at)| (&tie[..1], &tie[1..], f64::from(at)));
        let net = Network::from_ties(false, ties).expect("strengths above zero");
        net.with_attribute("sector", ["HE", "HE", "FE", "FE", "HE", "FE", "FE", "HE"])
    }

    fn study() -> Study {
        let sheet = |file: &str, rows: &[&str]| {
            let mut rows = rows.iter().map(|it| it.split(' '));
            let header = rows.next().expect("a header").map(str::to_owned).collect();
            let mut sheet = Sheet::new(file, None, 1, header);
            rows.zip(2..).for_each(|(row, number)| sheet.push_row(number, row));
            sheet
        };
        let actors = ["id sector", "a HE", "b HE", "c FE", "d FE"];
        let ties = [
            "from to directed certainty wave weight",
            "a b yes certain 1 1",
            "b c yes probable 1 2",
            "c d yes certain 1 1",
            "a d yes certain 2 1",
            "b c yes certain 2 1",
        ];
        let answers = ["actor status", "a responded", "b responded", "c responded", "d refused"];
        let sheets = vec![
            (Table::Organisations, sheet("organisations.csv", &actors)),
            (Table::Ties, sheet("ties.csv", &ties)),
            (Table::Respondents, sheet("respondents.csv", &answers)),
        ];
        Study::from_reading(Reading { sheets, ..Reading::default() })
    }
}
