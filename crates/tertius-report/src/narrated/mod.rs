//! The narrated page: the network to look around in, with the evidence behind every tie.
//!
//! Positions are those of the printed figure, which is in the page too, for readers without scripts.
//! The viewer is `viewer/dist/`, made from `viewer/src/`.

mod data;
mod document;
mod evidence;
mod facts;
mod groups;
mod json;
mod notes;
mod packed;
mod story;
mod values;
mod waves;

use data::{Actor, PageData, SCHEMA};
use evidence::Ties;
use facts::Facts;
use groups::Groups;
use json::Number;
use notes::Notes;
use tertius::network::ActorKind;
use tertius::{Error, Result, Study, View, Watch, whole};
use tertius_chart::layout::Layout;
use tertius_chart::{Figure, Page};
use values::Values;
use waves::{Waves, called};

use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::{list, sentence};
use crate::{Choice, Places, Run, chart, codes, figure, section};

/// A narrated page, ready to be written.
#[derive(Debug, Clone)]
pub struct NarratedPage {
    html: String,
    figure: Figure,
}

impl NarratedPage {
    /// The page: one file that needs nothing else.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The printed figure whose positions the page has.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }
}

/// Makes the narrated page of a study through a view: the network to search, filter and look around
/// in, coloured by an attribute such as `sector`, with notes, quotes and sources. The same input gives the
/// same bytes on one platform.
///
/// # Errors
///
/// Those of [`Study::network`]; an attribute other than `sector` that no actor has;
/// [`Error::NotApplicable`] with more than
/// 2,500 actors; [`Error::Stopped`].
///
/// ```no_run
/// # let study = tertius::Study::default();
/// use tertius::Watch;
/// use tertius_report::{Run, page};
/// let run = Run { command: "tertius page my-study".into(), version: "0.1.0".into(), seed: 1, anonymise: false };
/// let page = page(&study, &study.default_view()?, "sector", &run, &Watch::new())?;
/// assert!(page.html().starts_with("<!DOCTYPE html>"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn page(
    study: &Study,
    view: &View,
    by: &str,
    run: &Run,
    watch: &Watch,
) -> Result<NarratedPage> {
    made(study, view, by, run, false, watch)
}

/// The same, where a view of one wave of several is where the page begins: its slider leads to the others, unless
/// the view keeps the largest component or respondents alone.
///
/// # Errors
///
/// Those of [`page`].
pub fn page_of_waves(
    study: &Study,
    view: &View,
    by: &str,
    run: &Run,
    watch: &Watch,
) -> Result<NarratedPage> {
    made(study, view, by, run, true, watch)
}

/// With the other waves, or without them.
fn made(
    study: &Study,
    view: &View,
    by: &str,
    run: &Run,
    every_wave: bool,
    watch: &Watch,
) -> Result<NarratedPage> {
    let coded = run.anonymise.then(|| codes::coded(study, view));
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let waves = Waves::of(study, view, every_wave, by, run)?;
    let everybody = waves.everybody();
    if !everybody.is_drawable() {
        return Err(Error::not_applicable("a narrated page", figure::unreadable(everybody)));
    }
    let picture = |ground: &Ground<'_>, standing: &Standing, places: Places| {
        let choice = Choice { places, ..Choice::by(by) };
        let drawn = chart::sociogram::picture(ground, standing, &choice, &Page::double(), watch)?;
        Ok::<_, Error>(drawn.with_record(chart::record(ground)))
    };
    let begin = &waves.begin().ground;
    let standing = Standing::of(&begin.net, watch)?;
    let (figure, layout) = if waves.first().is_none() {
        let figure = picture(begin, &standing, Places::Stress)?;
        let layout = layout_of(&figure);
        (figure, layout)
    } else {
        let all = picture(everybody, &Standing::of(&everybody.net, watch)?, Places::Stress)?;
        let layout = layout_of(&all);
        let ids = everybody.net.actors().iter().map(|it| it.id.clone());
        let places = Places::Given(ids.zip(layout.xy.iter().copied()).collect());
        (picture(begin, &standing, places)?, layout)
    };
    let data = data(&waves, view, &standing, (&figure, &layout), watch)?;
    let html = document::document(begin, &standing, &figure, &data);
    Ok(NarratedPage { html, figure })
}

/// Where everybody stands in a figure.
fn layout_of(figure: &Figure) -> Layout {
    figure.layout().expect("a sociogram has positions").clone()
}

fn data(
    waves: &Waves<'_>,
    view: &View,
    standing: &Standing,
    (figure, layout): (&Figure, &Layout),
    watch: &Watch,
) -> Result<PageData> {
    let (begin, everybody) = (&waves.begin().ground, waves.everybody());
    let (net, run) = (&begin.net, begin.run);
    let groups = Groups::of(everybody);
    let facts = Facts::of(everybody, view, &groups);
    let notes = Notes::of_study(everybody);
    let values = Values::of(waves, standing, watch)?;
    let ties = Ties::of(waves, view, &notes);
    let (story, unseen) = story::story(everybody, view, &groups, &ties, &values);
    let actor = |(at, row): (usize, values::Row)| {
        let it = &everybody.net.actors()[at];
        Actor {
            id: it.id.clone(),
            name: it.name.clone(),
            aliases: facts.aliases(at),
            x: Number::position(layout.xy[at].x),
            y: Number::position(layout.xy[at].y),
            person: it.kind == ActorKind::Person,
            collective: it.group.is_some(),
            groups: groups.of_actor(at),
            values: row.values,
            why: row.why,
            facts: facts.facts(at),
            notes: facts.notes(at, &notes),
        }
    };
    let actors = values.by_actor(waves).into_iter().enumerate().map(actor).collect();
    let mut said: Vec<String> = net.provenance().notes.iter().map(|it| sentence(it)).collect();
    said.extend(figure.notes().iter().map(|it| sentence(it)));
    said.extend(facts.left_out());
    if run.anonymise {
        said.push(ANONYMISED.to_owned());
        said.extend(waves.disclosed()?);
    }
    said.extend(values.notes);
    said.extend(unseen);
    Ok(PageData {
        schema: SCHEMA,
        title: begin.study.title().to_owned(),
        summary: summary(waves, standing)?,
        view: net.provenance().view.clone(),
        notice: notice(begin),
        software: format!("tertius {}", run.version),
        command: if run.anonymise { String::new() } else { run.command.clone() },
        anonymised: run.anonymise,
        directed: everybody.net.is_directed(),
        strength: if everybody.net.is_weighted() {
            sentence(&view.weights_in_words())
        } else {
            String::new()
        },
        layout: layout.method.clone(),
        groupings: groups.groupings,
        measures: values.measures,
        relations: ties.relations,
        wave: waves.first().and_then(|wave| ties.waves.iter().position(|it| it.id == wave)),
        waves: ties.waves,
        certainties: ties.certainties,
        statuses: ties.statuses,
        actors,
        ties: ties.all,
        story,
        notes: said,
    })
}

/// What codes replace here, and what they cannot hide.
const ANONYMISED: &str = "Names of actors, activities and places, and the words of columns without a vocabulary, are replaced by codes; other names, dates, posts, notes, quotes, sources, the words of the story and the command are left out. Position can still identify: whoever knows the system may know who has most ties. The title, the notice and vocabularies are as they were written.";

/// How many there are, who stands out, what crosses sectors, and what silence means.
fn summary(waves: &Waves<'_>, standing: &Standing) -> Result<Vec<String>> {
    let ground = &waves.begin().ground;
    let density = whole::density(&ground.net)?;
    let shows = match waves.first() {
        Some(wave) => format!("In {} this page shows", called(wave)),
        None => "This page shows".to_owned(),
    };
    let mut said = vec![section::sizes(&shows, ground, standing, &density)];
    said.extend(waves.first().map(|wave| waves_in_words(waves, wave)));
    said.extend(section::central(ground, standing));
    said.push(section::across(ground));
    said.push(section::caveat(ground));
    Ok(said)
}

/// Which wave numbers are about, and which others there are.
fn waves_in_words(waves: &Waves<'_>, first: &str) -> String {
    let all = waves.parts.iter().filter_map(|it| it.wave.as_deref());
    let others: Vec<String> = all.filter(|it| *it != first).map(called).collect();
    let first = called(first);
    format!(
        "The page begins with {first}, and holds {} too: numbers of actors are those of {first}, and everybody stands where the ties of all waves together put them.",
        list(&others)
    )
}

/// What must be seen wherever the study is shown.
fn notice(ground: &Ground<'_>) -> String {
    let settings = &ground.study.settings;
    if settings.notice.is_empty() && settings.synthetic {
        return "Invented data: nobody here exists, and nothing here is a finding.".to_owned();
    }
    settings.notice.clone()
}
