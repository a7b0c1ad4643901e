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

use data::{Actor, PageData, SCHEMA};
use evidence::Ties;
use facts::Facts;
use groups::Groups;
use json::Number;
use notes::Notes;
use tertius::network::ActorKind;
use tertius::{Error, Result, Study, View, Watch, whole};
use tertius_chart::{Figure, Page};
use values::Values;

use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::sentence;
use crate::{Choice, Run, chart, codes, disclosure, figure, section};

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
/// in, coloured by an attribute such as `sector`, with notes, quotes and sources. The same input
/// gives the same bytes on one platform.
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
    let coded = run.anonymise.then(|| codes::coded(study, view));
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let ground = Ground::of(study, view, run)?;
    let ground = if by == "sector" { ground } else { ground.by(by)? };
    if !ground.is_drawable() {
        return Err(Error::not_applicable("a narrated page", figure::unreadable(&ground)));
    }
    let standing = Standing::of(&ground.net, watch)?;
    let figure =
        chart::sociogram::picture(&ground, &standing, &Choice::by(by), &Page::double(), watch)?;
    let figure = figure.with_record(chart::record(&ground));
    let data = data(&ground, view, &standing, &figure, watch)?;
    let html = document::document(&ground, &standing, &figure, &data);
    Ok(NarratedPage { html, figure })
}

fn data(
    ground: &Ground<'_>,
    view: &View,
    standing: &Standing,
    figure: &Figure,
    watch: &Watch,
) -> Result<PageData> {
    let (net, run) = (&ground.net, ground.run);
    let layout = figure.layout().expect("a sociogram has positions");
    let groups = Groups::of(ground);
    let facts = Facts::of(ground, view, &groups);
    let notes = Notes::of_study(ground);
    let values = Values::of(ground, standing, watch)?;
    let ties = Ties::of(ground, view, &notes);
    let (story, unseen) = story::story(ground, view, &groups, &ties, &values);
    let actor = |(at, row): (usize, values::Row)| {
        let it = &net.actors()[at];
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
    let actors = values.by_actor(net.actors().len()).into_iter().enumerate().map(actor).collect();
    let mut said: Vec<String> = net.provenance().notes.iter().map(|it| sentence(it)).collect();
    said.extend(figure.notes().iter().map(|it| sentence(it)));
    said.extend(facts.left_out());
    if run.anonymise {
        said.push(ANONYMISED.to_owned());
        said.extend(disclosure::in_words(net)?);
    }
    said.extend(values.notes);
    said.extend(unseen);
    Ok(PageData {
        schema: SCHEMA,
        title: ground.study.title().to_owned(),
        summary: summary(ground, standing)?,
        view: net.provenance().view.clone(),
        notice: notice(ground),
        software: format!("tertius {}", run.version),
        command: if run.anonymise { String::new() } else { run.command.clone() },
        anonymised: run.anonymise,
        directed: net.is_directed(),
        strength: if net.is_weighted() {
            sentence(&view.weights_in_words())
        } else {
            String::new()
        },
        layout: layout.method.clone(),
        groupings: groups.groupings,
        measures: values.measures,
        relations: ties.relations,
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
fn summary(ground: &Ground<'_>, standing: &Standing) -> Result<Vec<String>> {
    let density = whole::density(&ground.net)?;
    let mut said = vec![section::sizes("This page shows", ground, standing, &density)];
    said.extend(section::central(ground, standing));
    said.push(section::across(ground));
    said.push(section::caveat(ground));
    Ok(said)
}

/// What must be seen wherever the study is shown.
fn notice(ground: &Ground<'_>) -> String {
    let settings = &ground.study.settings;
    if settings.notice.is_empty() && settings.synthetic {
        return "Invented data: nobody here exists, and nothing here is a finding.".to_owned();
    }
    settings.notice.clone()
}
