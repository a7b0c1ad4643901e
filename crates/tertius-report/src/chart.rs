//! The figures of the report by themselves, with their title and caption in the picture.

use tertius::{Error, Result, Study, View, Watch};
use tertius_chart::{Figure, Page};

use crate::crossing::Crossing;
use crate::figure::{self, LOW};
use crate::findings::{self, Standing};
use crate::ground::Ground;
use crate::wording::whole;
use crate::{Run, codes};

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// The network: colour and shape by group, areas by locality, size by betweenness.
    Sociogram,
    /// Ties between each two groups against what is expected, as a heat map.
    Mixing,
    /// Brokerage roles of those who broker most, as bars.
    Brokerage,
}

impl Chart {
    /// Every figure, with its name and what it shows.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Sociogram, "sociogram", "The network: who is tied to whom, by group and locality"),
        (Self::Mixing, "mixing", "Ties between each two groups against what is expected"),
        (Self::Brokerage, "brokerage", "Brokerage roles of those who broker most"),
    ];
}

/// Actors shown as bars: more are a table.
const TOP: usize = 15;

/// Draws a figure of a study through a view, grouped by an attribute such as `sector`.
///
/// # Errors
///
/// Those of [`Study::network`]; an attribute that no actor has; [`Error::NotApplicable`] if there is
/// nothing to draw, more than [`MOST_CONNECTED`](tertius_chart::layout::MOST_CONNECTED) actors for a
/// sociogram, or more groups than a heat map can show.
pub fn chart(
    chart: Chart,
    study: &Study,
    view: &View,
    by: &str,
    about: &Run,
    page: &Page,
    watch: &Watch,
) -> Result<Figure> {
    let coded = about.anonymise.then(|| codes::coded(study, view));
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let ground = Ground::of(study, view, about)?;
    // A sociogram needs no groups; the other two are about them.
    let grouped = ground.net.grouping(by).is_ok();
    let ground = if grouped || chart != Chart::Sociogram { ground.by(by)? } else { ground };
    let figure = match chart {
        Chart::Sociogram => sociogram(&ground, page, watch),
        Chart::Mixing => mixing(&ground, by, page),
        Chart::Brokerage => brokerage(&ground, by, page, watch),
    }?;
    Ok(figure.with_record(record(&ground)))
}

/// How the figure came about, as the file of the figure keeps it.
pub(crate) fn record(ground: &Ground<'_>) -> Vec<(&'static str, String)> {
    let (run, study) = (ground.run, ground.study);
    let mut record = vec![("Software", format!("tertius {}", run.version))];
    // The command may name actors and places.
    if run.anonymise {
        record.push(("Names", "replaced by codes".to_owned()));
    } else {
        record.push(("Command", run.command.clone()));
    }
    record.push(("Study", study.title().to_owned()));
    if !study.settings.notice.is_empty() {
        record.push(("Notice", study.settings.notice.clone()));
    }
    record.push(("View", ground.net.provenance().view.clone()));
    record.push(("Seed", run.seed.to_string()));
    let inputs = study.inputs.iter();
    record.extend(inputs.map(|it| ("Input", format!("{} sha256:{}", it.file, it.sha256))));
    record
}

fn sociogram(ground: &Ground<'_>, page: &Page, watch: &Watch) -> Result<Figure> {
    if !ground.is_drawable() {
        return Err(Error::not_applicable("a sociogram", figure::unreadable(ground)));
    }
    Ok(picture(ground, &Standing::of(&ground.net, watch)?, page))
}

/// The network as a figure that stands alone, with title and caption.
pub(crate) fn picture(ground: &Ground<'_>, standing: &Standing, page: &Page) -> Figure {
    let mut drawn = figure::sociogram(ground, standing);
    ground.study.title().clone_into(&mut drawn.title);
    drawn.caption = vec![figure::sociogram_caption(ground, standing)];
    drawn.caption.extend(last_lines(ground));
    drawn.draw(page)
}

fn mixing(ground: &Ground<'_>, by: &str, page: &Page) -> Result<Figure> {
    let Some(crossing) = &ground.sector else {
        return Err(Error::not_applicable(
            "mixing",
            "the network has two modes, actors and activities; --via participation ties the actors who share an activity",
        ));
    };
    let order = ground.sector_order(crossing);
    let ids = crossing.by.labels();
    let Some(mixing) = &crossing.mixing else {
        let why = format!(
            "a table of {} groups by as many cannot be read; tertius group mixing gives its numbers",
            whole(ids.len())
        );
        return Err(Error::not_applicable("a heat map", why));
    };
    let labels: Vec<String> = ids.iter().map(|id| ground.group_label(by, id)).collect();
    let mut drawn = figure::mixing(&ground.net, (crossing, mixing), &order, &labels);
    drawn.title = format!("{}: ties between groups, by {by}", ground.study.title());
    let said = figure::mixing_caption(&ground.net, crossing, &drawn, by);
    drawn.caption = vec![said, view_line(ground)];
    drawn.caption.extend(last_lines(ground));
    Ok(drawn.draw(&Page { height_mm: page.height_mm.min(LOW.height_mm), ..*page }))
}

fn brokerage(ground: &Ground<'_>, by: &str, page: &Page, watch: &Watch) -> Result<Figure> {
    let [actors, _] = findings::brokerage(&ground.net, by, watch)?;
    let order = figure::brokers(&actors);
    if order.is_empty() {
        let why = "nobody stands between two others who are not tied";
        return Err(Error::not_applicable("a chart of brokerage", why));
    }
    let shown = order.len().min(TOP);
    let beyond_chance = ground.sector.as_ref().and_then(Crossing::beyond_chance);
    let with_chance = beyond_chance.is_none();
    let mut drawn = figure::roles(&ground.net, &actors, &order[..shown], with_chance);
    drawn.title = format!("{}: brokerage roles, by {by}", ground.study.title());
    drawn.caption = vec![figure::roles_caption(with_chance)];
    drawn.caption.extend(beyond_chance);
    drawn.caption.push(view_line(ground));
    drawn.caption.extend(last_lines(ground));
    Ok(drawn.draw(page))
}

fn view_line(ground: &Ground<'_>) -> String {
    format!("View: {}.", ground.net.provenance().view)
}

/// The notice of the study, and what drew the figure.
fn last_lines(ground: &Ground<'_>) -> impl Iterator<Item = String> {
    let notice = Some(ground.study.settings.notice.clone()).filter(|notice| !notice.is_empty());
    notice.into_iter().chain([format!("tertius {}", ground.run.version)])
}
