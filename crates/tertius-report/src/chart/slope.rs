//! Places of actors from wave to wave, by one measure.

use std::collections::HashMap;

use tertius::network::{Keep, View};
use tertius::{Error, Network, Result, Watch};
use tertius_chart::{Course, Figure, Slope, Standing};

use super::score::Score;
use super::{Kind, Sheet, Told};
use crate::ground::Ground;
use crate::wording::{list, whole};

pub(super) const KIND: Kind = Kind {
    name: "slope",
    about: "Places of actors from wave to wave, by betweenness or another measure",
    needs_groups: false,
    draw,
};

/// More lines than these cannot be told apart.
const MOST_SHOWN: usize = 25;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    let name = match &sheet.choice.measures[..] {
        [] => "betweenness",
        [one] => one,
        several => {
            return Err(Error::Option {
                option: "measure".to_owned(),
                value: several.join(", "),
                expected: "places are by one measure".to_owned(),
            });
        }
    };
    let Told { mut picture, said } = picture(ground, sheet.view, name, sheet.by(), sheet.watch)?;
    picture.title = sheet.title(&format!("places by {name} from wave to wave"));
    picture.caption = sheet.caption(said);
    Ok(picture.draw(sheet.page))
}

/// Places in every wave of the study.
///
/// # Errors
///
/// [`Error::NotApplicable`] without two waves, or where nobody has a place; those of the measure and of cuts.
pub(crate) fn picture(
    ground: &Ground<'_>,
    view: &View,
    measure: &str,
    by: &str,
    watch: &Watch,
) -> Result<Told<Slope>> {
    let names = ground.study.waves();
    if names.len() < 2 {
        let why = "it takes two waves of a survey, told by a column wave in ties.csv, participation.csv or affiliations.csv; two periods can be compared by tertius compare with --from and --to";
        return Err(Error::not_applicable("a slope chart", why));
    }
    // Who is outside the largest component at one wave has not left.
    let cut = |wave: &&str| {
        let view = View { wave: Some((*wave).to_owned()), component: Keep::All, ..view.clone() };
        ground.study.network(&view)
    };
    let nets = names.iter().map(cut).collect::<Result<Vec<Network>>>()?;
    let scores = nets.iter().map(|net| Score::named(measure, by, net, watch));
    let scores = scores.collect::<Result<Vec<Score>>>()?;
    let waves: Vec<Vec<Option<Standing>>> =
        scores.iter().map(|score| standings(&score.values)).collect();
    let mut courses = courses(ground, &nets, &waves);
    if courses.is_empty() {
        let why = format!("{measure} puts nobody into an order in any wave");
        return Err(Error::not_applicable("a slope chart", why));
    }
    let (all, moved) = (courses.len(), moved_from(courses.len()));
    courses.sort_by(|a, b| best(a).total_cmp(&best(b)));
    courses.truncate(MOST_SHOWN);
    for course in &mut courses {
        course.stressed = moves(course).is_some_and(|by| by.abs() >= moved as f64);
    }
    let score = &scores[0].name;
    let labels: Vec<String> = names.iter().map(|name| format!("wave {name}")).collect();
    let described = description(&courses, score, &labels);
    let said = said(ground, &nets, &courses, (all, score, moved));
    let (groups, _) = ground.groups_of();
    let picture = Slope {
        waves: labels,
        actors: unfolded(&courses),
        groups,
        group_name: ground.grouping_name().to_owned(),
        stressed_name: format!("moved by {} places or more", whole(moved)),
        description: described,
        ..Slope::default()
    };
    Ok(Told { picture, said: vec![said] })
}

/// How far up or down is a move: three places, or a tenth of all.
fn moved_from(actors: usize) -> usize {
    actors.div_ceil(10).max(3)
}

/// The place of each value, the highest first; those who share places share their mean.
fn standings(values: &[Option<f64>]) -> Vec<Option<Standing>> {
    let mut order: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut places = vec![None; values.len()];
    let mut above = 0;
    for same in order.chunk_by(|a, b| Score::same(a.1, b.1)) {
        let place = above as f64 + f64::midpoint(1.0, same.len() as f64);
        let mark = if same.len() > 1 { "=" } else { "" };
        let label = format!("{}{mark}", above + 1);
        for (at, _) in same {
            places[*at] = Some(Standing { place, label: label.clone() });
        }
        above += same.len();
    }
    places
}

/// The same courses, those who share a place in a wave one below the other, in the order of the other waves:
/// on one spot none could be told from another.
fn unfolded(courses: &[Course]) -> Vec<Course> {
    let mut drawn = courses.to_vec();
    let waves = courses.first().map_or(0, |course| course.places.len());
    for wave in 0..waves {
        let place = |at: usize| courses[at].places[wave].as_ref().map(|it| it.place);
        let elsewhere = |at: usize| {
            let others = courses[at].places.iter().enumerate().filter(|(other, _)| *other != wave);
            others.filter_map(|(_, it)| Some(it.as_ref()?.place)).sum::<f64>()
        };
        let mut order: Vec<usize> = (0..courses.len()).filter(|&at| place(at).is_some()).collect();
        order.sort_by(|&a, &b| {
            place(a)
                .partial_cmp(&place(b))
                .expect("finite")
                .then(elsewhere(a).total_cmp(&elsewhere(b)))
        });
        for same in order.chunk_by(|&a, &b| place(a) == place(b)) {
            let first = place(same[0]).unwrap_or_default() - (same.len() as f64 - 1.0) / 2.0;
            for (below, &at) in same.iter().enumerate() {
                if let Some(standing) = &mut drawn[at].places[wave] {
                    standing.place = first + below as f64;
                }
            }
        }
    }
    drawn
}

/// Whoever has a place in any wave, and that of each; a star for those of whom no full answer is on record.
fn courses(ground: &Ground<'_>, nets: &[Network], waves: &[Vec<Option<Standing>>]) -> Vec<Course> {
    let order = ground.groups_of().0;
    let by = ground.grouping_name();
    let mut at: HashMap<&str, usize> = HashMap::new();
    let mut all: Vec<Course> = Vec::new();
    for (wave, net) in nets.iter().enumerate() {
        let heard = net.observed().accounts();
        for (number, actor) in net.actors().iter().enumerate() {
            let next = all.len();
            let course = *at.entry(&actor.id).or_insert(next);
            if course == next {
                let places = vec![None; nets.len()];
                all.push(Course { name: actor.name.clone(), places, ..Course::default() });
            }
            let course = &mut all[course];
            course.places[wave].clone_from(&waves[wave][number]);
            if heard.is_some_and(|heard| !heard[number]) && !course.name.ends_with('*') {
                course.name.push_str(" *");
            }
            if let Some([one]) = net.attribute(by).map(|column| &column[number][..]) {
                let label = ground.group_label(by, one);
                course.group = order.iter().position(|group| *group == label);
            }
        }
    }
    all.retain(|course| course.places.iter().any(Option::is_some));
    all
}

/// The highest place that an actor has in any wave.
fn best(course: &Course) -> f64 {
    course.places.iter().flatten().map(|it| it.place).fold(f64::INFINITY, f64::min)
}

/// How far an actor moved, up being positive, if it was there in the first wave and in the last: at the
/// least, as those who share a place stand anywhere in it.
fn moves(course: &Course) -> Option<f64> {
    let [Some(first), .., Some(last)] = &course.places[..] else { return None };
    let apart = (first.place - last.place).abs() - shared(first) - shared(last);
    Some(apart.max(0.0) * (first.place - last.place).signum())
}

/// How far those who share a place stand from their mean at most.
fn shared(standing: &Standing) -> f64 {
    let first = standing.label.trim_end_matches('=').parse::<f64>();
    first.map_or(0.0, |first| standing.place - first)
}

fn said(
    ground: &Ground<'_>,
    nets: &[Network],
    courses: &[Course],
    (all, score, moved): (usize, &str, usize),
) -> String {
    let noun = ground.actors();
    let mut said = Vec::new();
    if courses.len() < all {
        said.push(format!(
            "The {} of {} with the highest places by {score} in any wave.",
            whole(courses.len()),
            noun.count(all)
        ));
    } else {
        said.push(format!("All {} by {score}, the highest first.", noun.count(all)));
    }
    let sizes: Vec<String> = nets.iter().map(|net| whole(net.actors().len())).collect();
    said.push(format!(
        "Places are among those in the network of each wave ({}); = marks a shared place, whose holders are drawn one below the other.",
        list(&sizes)
    ));
    let stressed = courses.iter().filter(|it| it.stressed).count();
    said.push(format!(
        "{} moved by {} places or more, wherever they stand among those who share their place.",
        whole(stressed),
        whole(moved)
    ));
    if courses.iter().any(|it| it.name.ends_with('*')) {
        said.push("* No full answer in some wave: its place rests on what others told.".to_owned());
    }
    said.push("Places move when others join, leave or change, too.".to_owned());
    said.join(" ")
}

fn description(courses: &[Course], score: &str, waves: &[String]) -> String {
    let mut movers: Vec<(&Course, f64)> =
        courses.iter().filter_map(|it| Some((it, moves(it)?))).filter(|it| it.1 != 0.0).collect();
    movers.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let word = |(course, _): &(&Course, f64)| {
        let label = |standing: &Option<Standing>| {
            standing.as_ref().map_or_else(String::new, |it| it.label.clone())
        };
        let [first, .., last] = &course.places[..] else { return course.name.clone() };
        format!("{} from {} to {}", course.name, label(first), label(last))
    };
    let most: Vec<String> = movers.iter().take(3).map(word).collect();
    let most = if most.is_empty() {
        "nobody changed places".to_owned()
    } else {
        format!("the farthest moves are {}", list(&most))
    };
    format!("Places by {score} in {}: {most}.", list(waves))
}

#[cfg(test)]
mod tests {
    use super::standings;

    #[test]
    fn those_who_share_places_share_their_mean() {
        let found = standings(&[Some(1.0), Some(5.0), None, Some(1.0)]);
        let told: Vec<_> =
            found.iter().map(|it| it.as_ref().map(|it| (it.place, &*it.label))).collect();
        assert_eq!(told, [Some((2.5, "2=")), Some((1.0, "1")), None, Some((2.5, "2="))]);
    }
}
