use std::collections::{BTreeSet, HashMap, HashSet};

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Level, Network, Places, Via, View, held_together};
use crate::study::{Affiliation, Organisation, Person, Study};
use crate::{Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "spanners",
    source: "Williams 2002; Cowhitt and Hudson 2022",
    page: include_str!("spanners.md"),
    options: &[],
    run: Run::Study(|study, view, _, _| spanners(study, view)),
};

#[doc = include_str!("spanners.md")]
///
/// # Errors
///
/// Those of [`Study::network`].
///
/// ```
/// use tertius::study::{Reading, Sheet, Table};
/// use tertius::{Study, View, actor};
/// let sheet = |file: &str, header: &[&str], rows: &[[&str; 2]]| {
///     let header = header.iter().map(|name| (*name).to_owned()).collect();
///     let mut sheet = Sheet::new(file, None, 1, header);
///     rows.iter().zip(2..).for_each(|(row, number)| sheet.push_row(number, row.iter().copied()));
///     sheet
/// };
/// let actors = [["uni", "University"], ["col", "College"]];
/// let posts = [["ann", "uni"], ["ann", "col"]];
/// let study = Study::from_reading(Reading {
///     sheets: vec![
///         (Table::Organisations, sheet("organisations.csv", &["id", "name"], &actors)),
///         (Table::People, sheet("people.csv", &["id", "name"], &[["ann", "Ann Lee"]])),
///         (Table::Affiliations, sheet("posts.csv", &["person", "organisation"], &posts)),
///     ],
///     ..Reading::default()
/// });
/// let spanners = actor::spanners(&study, &View::default())?;
/// assert_eq!(spanners.value("ann", "links_alone"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn spanners(study: &Study, view: &View) -> Result<Results> {
    let view = at_organisations(study, view);
    let net = study.network(&view)?;
    let employers = Employers::new(study, view.level);
    let mut posts = study.posts_by_person(|post| view.takes_post(post));
    let profile = |person| Profile::new(person, &mut posts, &employers);
    let all: Vec<Profile<'_>> = study.people.iter().map(profile).collect();
    let (profiles, without): (Vec<_>, Vec<_>) = all.into_iter().partition(Profile::is_shown);
    let people = net.people();
    let links = |it: &Profile<'_>| people.get(it.person.id.as_str()).map_or(&[][..], Vec::as_slice);
    let alone = |it: &Profile<'_>| {
        let alone = links(it).iter().filter(|(_, alone)| *alone);
        alone.map(|&(tie, _)| ends(&net, tie)).collect::<Vec<_>>()
    };
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let designated = |it: &Profile<'_>| it.person.designated_spanner.map(yes).unwrap_or_default();
    let mut results = Results::of(&net)
        .text("actor", profiles.iter().map(|it| it.person.id.clone()))
        .text("name", profiles.iter().map(|it| it.person.name.clone()))
        .text("designated", profiles.iter().map(designated))
        .text("structural", profiles.iter().map(|it| yes(it.structural)))
        .count("posts", profiles.iter().map(Profile::different_posts))
        .count("organisations", profiles.iter().map(|it| it.organisations.len()))
        .count("sectors", profiles.iter().map(|it| it.sectors.len()))
        .count("localities", profiles.iter().map(|it| it.localities.len()))
        .number("share", profiles.iter().map(Profile::share))
        .count("links", profiles.iter().map(|it| links(it).len()))
        .count("links_alone", profiles.iter().map(|it| alone(it).len()))
        .text("rests", profiles.iter().map(|it| alone(it).join("; ")));
    if study.people.is_empty() {
        results
            .note("no people are on record: they are rows of people, their posts of affiliations");
    }
    if !without.is_empty() {
        let people = counted(without.len(), "person", "people");
        let are = if without.len() == 1 { "is" } else { "are" };
        results.note(format!("{people} without a post in the view {are} left out"));
    }
    Ok(results)
}

/// The organisation of a post, at a level.
struct Employers<'s> {
    rows: HashMap<&'s str, &'s Organisation>,
    tops: Option<HashMap<&'s str, &'s str>>,
    places: Places<'s>,
}

impl<'s> Employers<'s> {
    fn new(study: &'s Study, level: Level) -> Self {
        Self {
            rows: study.organisations.iter().map(|it| (it.id.as_str(), it)).collect(),
            tops: (level == Level::Organisation).then(|| study.tops()),
            places: Places::new(study),
        }
    }

    /// What a post counts for, and the unit it is in: the same, unless units are rolled up.
    fn of(&self, post: &Affiliation) -> Option<(&'s Organisation, &'s Organisation)> {
        let unit = *self.rows.get(post.organisation.as_str())?;
        let top = self.tops.as_ref().and_then(|tops| tops.get(unit.id.as_str()));
        let whole = top.and_then(|top| self.rows.get(top)).copied().unwrap_or(unit);
        Some((whole, unit))
    }
}

struct Profile<'s> {
    person: &'s Person,
    posts: Vec<&'s Affiliation>,
    organisations: BTreeSet<&'s str>,
    sectors: BTreeSet<&'s str>,
    localities: Vec<&'s String>,
    /// Whether two posts in different organisations are held together, as far as is known.
    structural: bool,
}

impl<'s> Profile<'s> {
    fn new(
        person: &'s Person,
        posts: &mut HashMap<&str, Vec<&'s Affiliation>>,
        employers: &Employers<'s>,
    ) -> Self {
        let posts = posts.remove(person.id.as_str()).unwrap_or_default();
        let at: Vec<_> =
            posts.iter().filter_map(|post| Some((*post, employers.of(post)?))).collect();
        let structural = pairs(&at)
            .any(|((a, (one, _)), (b, (other, _)))| one.id != other.id && held_together(a, b));
        let sector = |(whole, unit): &(&'s Organisation, &'s Organisation)| {
            whole.sector.as_deref().or(unit.sector.as_deref())
        };
        let places = |(whole, unit): &(&'s Organisation, &'s Organisation)| {
            let own = if unit.localities.is_empty() { &whole.localities } else { &unit.localities };
            own.iter()
        };
        let mut localities: Vec<_> = at.iter().flat_map(|(_, of)| places(of)).collect();
        localities.sort_unstable();
        localities.dedup();
        employers.places.keep_smallest(&mut localities);
        Self {
            person,
            organisations: at.iter().map(|(_, (whole, _))| whole.id.as_str()).collect(),
            sectors: at.iter().filter_map(|(_, of)| sector(of)).collect(),
            localities,
            structural,
            posts,
        }
    }

    /// People without a post and not designated have nothing to show.
    fn is_shown(&self) -> bool {
        !self.posts.is_empty() || self.person.designated_spanner == Some(true)
    }

    /// The same post told in several waves is one.
    fn different_posts(&self) -> usize {
        self.posts.iter().map(|post| post.what()).collect::<HashSet<_>>().len()
    }

    fn share(&self) -> std::result::Result<f64, &'static str> {
        let stated: Vec<f64> = self.posts.iter().filter_map(|post| post.share).collect();
        if stated.is_empty() {
            Err("no share of time is stated")
        } else if stated.len() < self.posts.len() {
            Err("a post has no share of time stated: the others are not all of it")
        } else if pairs(&self.posts).any(|(a, b)| !held_together(a, b)) {
            Err("the posts are not known to be held at the same time")
        } else {
            Ok(stated.iter().sum())
        }
    }
}

fn pairs<T>(items: &[T]) -> impl Iterator<Item = (&T, &T)> {
    let later = |(n, one)| items[n + 1..].iter().map(move |other| (one, other));
    items.iter().enumerate().flat_map(later)
}

/// The view with organisations as actors and shared people among what joins them.
fn at_organisations(study: &Study, view: &View) -> View {
    let mut view = view.clone();
    if matches!(view.level, Level::Person | Level::Actor) && !study.organisations.is_empty() {
        view.level = Level::Organisation;
    }
    if view.via == [Via::TwoMode] {
        view.via = vec![Via::Participation];
    }
    if !view.via.contains(&Via::Affiliations) {
        view.via.push(Via::Affiliations);
    }
    view
}

/// The ends of a link, by name.
fn ends(net: &Network, tie: usize) -> String {
    let tie = net.ties()[tie];
    [tie.from, tie.to].map(|end| net.actors()[end as usize].name.as_str()).join(" – ")
}
