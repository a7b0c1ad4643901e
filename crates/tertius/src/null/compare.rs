mod contrast;
mod exchange;
mod options;
mod sides;
mod told;

use contrast::Both;
use exchange::same_actors;
pub use options::{CompareOptions, Pairs, Size};
use options::{PAIRS, SCALE};
use sides::{among_common, common, other_in_words, refuse_unlike};
use told::{adjusted, told};

use super::bootstrap::{ABOUT, DRAWS, refuse_rows_of_actors};
use super::cells::Cells;
use super::interval::CONFIDENCE;
use super::options::{Finding, ONLY, SET};
use super::test::ADJUST;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Network, View};
use crate::options::{BY, SEED};
use crate::{Error, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "compare",
    source: "Snijders and Borgatti 1999; Good 2005",
    page: include_str!("compare.md"),
    options: &[WITH, ABOUT, BY, SET, ONLY, PAIRS, SCALE, CONFIDENCE, DRAWS, SEED, ADJUST],
    run: Run::Study(|study, view, arguments, watch| {
        let finding = Finding::from_arguments(arguments, ABOUT.default)?;
        let options = CompareOptions::from_arguments(arguments)?;
        let other = other_view(view, &arguments.names(WITH.name))?;
        compare(&study.network(view)?, &study.network(&other)?, &finding, &options, watch)
    }),
};

const WITH: OptionSpec = OptionSpec {
    name: "with",
    takes: Takes::Names,
    default: "",
    about: "what is otherwise in the other network, by options of the view, as in \
        wave=1,certainty=probable",
};

#[doc = include_str!("compare.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for measures of actors and ties, and for networks of which one alone
/// has directed ties, or two modes; those of the measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let before = Network::from_ties(false, [("uni", "col", 1.0)])?.with_isolates(["hub", "vcs"]);
/// let ties = [("uni", "col", 1.0), ("col", "hub", 1.0), ("hub", "vcs", 1.0), ("uni", "vcs", 1.0)];
/// let after = Network::from_ties(false, ties)?;
/// let density = Finding::of("whole density")?.only("density");
/// let found = null::compare(&before, &after, &density, &Default::default(), &Watch::new())?;
/// assert_eq!(found.value("density", "difference"), Some(0.5));
/// assert_eq!(found.value("density", "p"), Some(0.25), "two of 2³ ways to exchange three pairs");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn compare(
    a: &Network,
    b: &Network,
    finding: &Finding,
    options: &CompareOptions,
    watch: &Watch,
) -> Result<Results> {
    refuse_rows_of_actors("the comparison", finding.measure)?;
    refuse_unlike(a, b)?;
    let (mut a, mut b) = (a.clone(), b.clone());
    let common = common(&a, &b);
    let mut notes = vec![other_in_words(&b)];
    if options.pairs == Pairs::Yes {
        (a, b) = among_common(&a, &b, &common, &mut notes)?;
    } else if !common.is_empty() && same_actors(&a, &b).is_none() {
        notes.push(format!(
            "{} in both networks, which are compared as if they were others: with pairs=yes, each \
             is compared with itself",
            counted(common.len(), "actor is", "actors are")
        ));
    }
    let paired = options.pairs != Pairs::No && same_actors(&a, &b).is_some();
    if paired || options.scale == Size::Edges {
        finding.refuse_evidence("the comparison")?;
    }
    if options.scale == Size::Raw && a.actors().len() != b.actors().len() {
        notes.push(
            "density falls with the number of actors, and many other numbers change: compare with \
             scale=edges what does not come of that"
                .to_owned(),
        );
    }
    let found = finding.of_network(&a, &watch.part())?;
    let other = finding.of_network(&b, &watch.part())?;
    let cells = Cells::new(&found, finding.measure.unit, &finding.only)?;
    let both = Both { a: &a, b: &b, finding, cells: &cells, watch, options };
    let values = [cells.values(), cells.values_in(&other)];
    let reasons = [cells.reasons_in(&found), cells.reasons_in(&other)];
    let compared = match options.scale {
        Size::Edges => both.against_edges(&values)?,
        Size::Raw => both.as_they_are(values, reasons, paired)?,
    };
    let mut results = finding.told(cells.begin(Results::of(&a)), &found);
    let known = &a.provenance().notes;
    let more = b.provenance().notes.iter().filter(|note| !known.contains(note));
    notes.extend(more.map(|it| format!("the other network: {it}")));
    notes.extend(compared.note.clone());
    notes.into_iter().for_each(|note| results.note(note));
    let how = if paired { "yes" } else { "no" };
    let results = results.option("pairs", how).option("scale", options.scale.name());
    let results = results.option("confidence", options.confidence.to_string());
    let results = results.option("draws", options.draws.to_string());
    let results = results.option("seed", options.seed.to_string());
    let results = told(results, &cells, &compared);
    let whole = finding.measure.unit == Unit::Whole;
    Ok(if whole { results } else { adjusted(results, &cells, &compared, options.adjust) })
}

/// The view of the other network: this one, with some options otherwise.
fn other_view(view: &View, words: &[&str]) -> Result<View> {
    if words.is_empty() {
        let why = "it takes another network: say what is otherwise in it by options of the view, \
            as in --with wave=1";
        return Err(Error::not_applicable("the comparison", why));
    }
    let mut view = view.clone();
    words.iter().try_for_each(|word| view.set_typed(word, WITH.name))?;
    Ok(view)
}
