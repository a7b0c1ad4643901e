use super::two::{Became, Pair, Presence, Two};
use super::when::{self, Times};
use crate::brokerage::{BrokerageOptions, Brokers, ROLES};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::{Error, Result, Results, Watch, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "actors",
    source: "Gould and Fernandez 1989; Snijders, van de Bunt and Steglich 2010",
    page: include_str!("actors.md"),
    options: &[options::BY, when::FROM, when::TO, when::WITHOUT],
    run: Run::Study(|study, view, arguments, watch| {
        let times = Times::new("change actors", study, view, arguments)?;
        let found = actors(&times.before, &times.after, arguments.by(), watch)?;
        Ok(times.told(found))
    }),
};

#[doc = include_str!("actors.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()); if no actor has the attribute; [`Error::Stopped`].
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, change};
/// let before = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "b", 1.0), ("a", "d", 1.0)])?;
/// let [before, after] = [before, after].map(|net| net.with_attribute("sector", ["HE", "FE", "VCS"]));
/// let actors = change::actors(&before, &after, "sector", &Watch::new())?;
/// let presence: Vec<_> = actors.words("presence").unwrap().iter().flatten().collect();
/// assert_eq!(presence, ["stayed", "stayed", "left", "joined"]);
/// assert_eq!(actors.words("role_before").unwrap()[1].as_deref(), Some("liaison"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn actors(before: &Network, after: &Network, by: &str, watch: &Watch) -> Result<Results> {
    let two = Two::new("change actors", before, after, None)?;
    let grouping = two.grouping(by)?;
    let pairs = two.pairs();
    let mut of_actor: Vec<Vec<&Pair>> = vec![Vec::new(); two.len()];
    for pair in &pairs {
        of_actor[pair.from as usize].push(pair);
        of_actor[pair.to as usize].push(pair);
    }
    let everyone = 0..two.len();
    let at = |actor: usize| [two.in_before(actor), two.in_after(actor)];
    let number = |time: usize, tied: fn(&Pair) -> bool, why| {
        let of = |actor: usize| {
            let ties = of_actor[actor].iter().filter(|it| tied(it)).count();
            at(actor)[time].map(|_| ties as f64).ok_or(why)
        };
        everyone.clone().map(of).collect::<Vec<std::result::Result<f64, &str>>>()
    };
    let mut results = two
        .results(&pairs)
        .text("actor", everyone.clone().map(|it| two.actor(it).id.clone()))
        .text("name", everyone.clone().map(|it| two.actor(it).name.clone()))
        .text("presence", everyone.clone().map(|it| two.presence(it).word().to_owned()))
        .number("before", number(0, |it| it.before.is_some(), JOINED))
        .number("after", number(1, |it| it.after.is_some(), LEFT));
    let columns: [(&str, &[Became]); 6] = [
        ("kept", &[Became::Kept]),
        ("gained", &[Became::Gained]),
        ("lost", &[Became::Lost]),
        (
            "not_observed",
            &[Became::NotObservedBefore, Became::NotObservedAfter, Became::KnownFromOthers],
        ),
        ("of_joiners", &[Became::OfJoiner]),
        ("of_leavers", &[Became::OfLeaver]),
    ];
    for (name, what) in columns {
        let count = |of: &Vec<&Pair>| of.iter().filter(|it| what.contains(&it.became)).count();
        results = results.count(name, of_actor.iter().map(count));
    }
    let roles = [Roles::new(&two.before, by, watch)?, Roles::new(&two.after, by, watch)?];
    let gone = |actor: usize, time: usize| match two.presence(actor) {
        Presence::Joined if time == 0 => Some(JOINED),
        Presence::Left if time == 1 => Some(LEFT),
        _ => None,
    };
    for (time, when) in ["before", "after"].into_iter().enumerate() {
        let group =
            |actor: usize| at(actor)[time].map_or(String::new(), |it| roles[time].group(it));
        results = results.text(&format!("group_{when}"), everyone.clone().map(group));
    }
    for (time, when) in ["before", "after"].into_iter().enumerate() {
        let total = |actor: usize| match (gone(actor, time), at(actor)[time]) {
            (None, Some(it)) => roles[time].total(it),
            (why, _) => Err(why.unwrap_or(JOINED)),
        };
        results = results.number(&format!("brokerage_{when}"), everyone.clone().map(total));
    }
    for (time, when) in ["before", "after"].into_iter().enumerate() {
        let main = |actor: usize| at(actor)[time].map_or(String::new(), |it| roles[time].main(it));
        results = results.text(&format!("role_{when}"), everyone.clone().map(main));
    }
    grouping.notes().into_iter().for_each(|note| results.note(note + ": no brokerage is told"));
    two.caveats(by).into_iter().for_each(|caveat| results.note(caveat));
    Ok(results.option("by", by))
}

const JOINED: &str = "it was not there before";
const LEFT: &str = "it was no longer there after";
const NOT_KNOWN: &str = "its group is not known, or there are several";

/// What each actor of a network brokers, and its group.
struct Roles {
    groups: Vec<String>,
    brokered: Vec<Option<[f64; 6]>>,
}

impl Roles {
    fn new(net: &Network, by: &str, watch: &Watch) -> Result<Self> {
        let nobody = Self {
            groups: vec![String::new(); net.actors().len()],
            brokered: vec![None; net.actors().len()],
        };
        // The attribute may be on record at the other time alone.
        let Ok(by) = net.grouping(by) else { return Ok(nobody) };
        let label = |&group: &u32| by.labels()[group as usize].as_str();
        let labels = |at: usize| by.groups(at).iter().map(label).collect::<Vec<_>>().join("; ");
        let groups = (0..net.actors().len()).map(labels).collect();
        let brokers = match Brokers::new(net, &by) {
            Err(Error::NotApplicable { .. }) => return Ok(Self { groups, ..nobody }),
            brokers => brokers?,
        };
        let brokered = brokers.count(BrokerageOptions::default(), watch)?;
        let brokered = brokered.into_iter().map(|it| it.map(|it| it.roles)).collect();
        Ok(Self { groups, brokered })
    }

    fn group(&self, actor: usize) -> String {
        self.groups[actor].clone()
    }

    fn total(&self, actor: usize) -> std::result::Result<f64, &'static str> {
        self.brokered[actor].map(|roles| roles[5]).ok_or(NOT_KNOWN)
    }

    /// The role it has most often; several, if as often.
    fn main(&self, actor: usize) -> String {
        let Some([roles @ .., _]) = self.brokered[actor] else { return String::new() };
        let most = roles.iter().copied().fold(0.0, f64::max);
        let main = roles.iter().zip(ROLES).filter(|(count, _)| **count >= most && most > 0.0);
        main.map(|(_, name)| name).collect::<Vec<_>>().join("; ")
    }
}
