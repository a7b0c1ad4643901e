use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network, Tie};
use crate::{Arguments, Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "crossing",
    source: "Krackhardt and Stern 1988",
    page: include_str!("crossing.md"),
    options: &[OptionSpec {
        name: "by",
        takes: Takes::Names,
        default: "",
        about: "attributes to compare the ends by, with commas between; unless given, those of \
                sector, locality and organisation that are on record",
    }],
    run: Run::Network(|net, arguments, watch| crossing(net, &groupings(net, arguments)?, watch)),
};

/// What the ends of a tie are compared by unless something else is asked for.
const USUAL: [&str; 3] = ["sector", "locality", "organisation"];

fn groupings(net: &Network, arguments: &Arguments) -> Result<Vec<Grouping>> {
    let mut names = arguments.names("by");
    if names.is_empty() {
        names = USUAL.into_iter().filter(|name| net.attribute(name).is_some()).collect();
    }
    if names.is_empty() {
        // Refused with the attributes that there are.
        names = vec![USUAL[0]];
    }
    names.into_iter().map(|name| net.grouping(name)).collect()
}

#[doc = include_str!("crossing.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] without a grouping and between two modes; [`Error::Stopped`], if the
/// watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"])
///     .with_attribute("locality", ["north", "south", "south"]);
/// let by = [net.grouping("sector")?, net.grouping("locality")?];
/// let crossing = tie::crossing(&net, &by, &Watch::new())?;
/// assert_eq!(crossing.words("sector").unwrap()[0].as_deref(), Some("same"));
/// assert_eq!(crossing.words("locality").unwrap()[0].as_deref(), Some("different"));
/// assert_eq!(crossing.words("crossing").unwrap()[0].as_deref(), Some("yes"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn crossing(net: &Network, by: &[Grouping], watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "a tie between an actor and an activity crosses nothing; --via participation \
                   ties the actors who share an activity";
        return Err(Error::not_applicable("crossing", why));
    }
    let again = |at: usize| by[..at].iter().any(|it| it.name() == by[at].name());
    let by: Vec<&Grouping> = (0..by.len()).filter(|&at| !again(at)).map(|at| &by[at]).collect();
    if by.is_empty() {
        return Err(Error::not_applicable("crossing", "it takes a grouping to compare ends by"));
    }
    let ties = net.ties();
    // A column of national data takes a while: each is a step.
    watch.expect(1 + 3 * by.len());
    watch.tick()?;
    let mut results =
        Results::by_tie(net, watch)?.number("strength", ties.iter().map(|tie| Ok(tie.strength)));
    let mut crossed = vec![Crosses::No; ties.len()];
    for grouping in &by {
        let name = column(grouping);
        let ends: Vec<Crosses> = ties.iter().map(|tie| compare(grouping, tie)).collect();
        crossed.iter_mut().zip(&ends).for_each(|(any, here)| *any = (*any).max(*here));
        let from = ties.iter().map(|tie| labels(grouping, tie.from));
        let to = ties.iter().map(|tie| labels(grouping, tie.to));
        watch.tick()?;
        results = results.text(&format!("from_{name}"), from);
        watch.tick()?;
        results = results.text(&format!("to_{name}"), to);
        watch.tick()?;
        results = results.text(&name, ends.iter().map(|ends| ends.ends().to_owned()));
        grouping.notes().into_iter().for_each(|note| results.note(note));
        grouping.caveat().into_iter().for_each(|caveat| results.note(caveat));
    }
    let names: Vec<&str> = by.iter().map(|grouping| grouping.name()).collect();
    Ok(results
        .text("crossing", crossed.iter().map(|crosses| crosses.word().to_owned()))
        .option("by", names.join(", ")))
}

/// Whether a tie crosses; of several answers, the largest is that of all together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Crosses {
    No,
    NotKnown,
    Yes,
}

impl Crosses {
    fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::NotKnown => "not known",
            Self::Yes => "yes",
        }
    }

    /// What that says of the two ends.
    fn ends(self) -> &'static str {
        match self {
            Self::No => "same",
            Self::NotKnown => "not known",
            Self::Yes => "different",
        }
    }
}

fn compare(by: &Grouping, tie: &Tie) -> Crosses {
    let (from, to) = (by.groups(tie.from as usize), by.groups(tie.to as usize));
    if from.is_empty() || to.is_empty() {
        Crosses::NotKnown
    } else if from.iter().any(|group| to.contains(group)) {
        Crosses::No
    } else {
        Crosses::Yes
    }
}

fn labels(by: &Grouping, actor: u32) -> String {
    let groups = by.groups(actor as usize).iter();
    groups.map(|&group| by.labels()[group as usize].as_str()).collect::<Vec<_>>().join("; ")
}

/// The column of a grouping, such as `locality_region` for `locality:region`.
fn column(by: &Grouping) -> String {
    by.name().replace([':', ' '], "_")
}
