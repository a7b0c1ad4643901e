//! Draws one picture of each kind into a folder (the first argument), to be looked at.

use std::error::Error;
use std::path::Path;

use tertius::Watch;
use tertius_chart::layout::Method;
use tertius_chart::{Figure, Heatmap, Line, Node, Page, RoleBars, Sociogram};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| String::from("pictures"));
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let watch = &Watch::new();
    write(folder, "karate", &karate().draw(&Page::double(), watch)?)?;
    write(folder, "karate-single", &karate().draw(&Page::single(), watch)?)?;
    write(folder, "partnership", &partnership().draw(&Page::double(), watch)?)?;
    write(folder, "partnership-grey", &partnership().draw(&Page::double().in_grey(), watch)?)?;
    write(folder, "partnership-slide", &partnership().draw(&Page::slide(), watch)?)?;
    let groups = partnership().actors.into_iter().map(|actor| actor.hulls).collect();
    let apart = Sociogram { method: Method::Grouped { groups, apart: 1.5 }, ..partnership() };
    write(folder, "partnership-grouped", &apart.draw(&Page::double(), watch)?)?;
    write(folder, "mixing", &mixing().draw(&Page::double()))?;
    write(folder, "mixing-single", &mixing().draw(&Page::single()))?;
    write(folder, "roles", &roles().draw(&Page::double()))?;
    write(folder, "roles-grey", &roles().draw(&Page::single().in_grey()))?;
    Ok(())
}

fn write(folder: &Path, name: &str, figure: &Figure) -> Result<(), Box<dyn Error>> {
    std::fs::write(folder.join(format!("{name}.svg")), figure.svg_with_font())?;
    std::fs::write(folder.join(format!("{name}.png")), figure.png(200)?)?;
    println!("{name}: {:?} {:?}", figure.quality(), figure.notes());
    Ok(())
}

/// Zachary (1977), 34 members and 78 ties.
fn karate() -> Sociogram {
    let ties = "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 \
                2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 \
                6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 \
                23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 \
                29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34";
    let ties: Vec<Line> = ties
        .split_whitespace()
        .filter_map(|tie| tie.split_once('-'))
        .filter_map(|(a, b)| Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)))
        .map(|(a, b)| Line {
            from: a - 1,
            to: b - 1,
            weight: 1.0,
            dashed: false,
            bold: false,
            light: false,
        })
        .collect();
    let hi = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22];
    let actors = (1..=34)
        .map(|i| Node {
            id: format!("m{i}"),
            label: format!("Member {i}"),
            group: Some(usize::from(!hi.contains(&i))),
            size: Some(ties.iter().filter(|t| t.from + 1 == i || t.to + 1 == i).count() as f64),
            ..Node::default()
        })
        .collect();
    Sociogram {
        title: "A karate club before it split".into(),
        actors,
        ties,
        groups: vec!["Mr. Hi’s".into(), "the officers’".into()],
        group_name: "club afterwards".into(),
        size_name: Some("number of contacts".into()),
        caption: vec!["Contact outside the club, 1970–72. Source: Zachary 1977.".into()],
        description: "34 members; two leaders hold most ties.".into(),
        ..Sociogram::default()
    }
}

/// Name, sector, inner locality, whether it stands for several.
const ORGANISATIONS: [(&str, usize, usize, bool); 30] = [
    ("City of Wolverhampton Council Education Department", 1, 2, false),
    ("Wolverhampton Voluntary Sector Council", 2, 4, false),
    ("Bilston Community College", 3, 2, false),
    ("St Martin’s C of E Primary School", 0, 2, false),
    ("Ettingshall Primary School", 0, 2, false),
    ("Wednesfield High Academy", 0, 3, false),
    ("Perry Hall Primary School", 0, 3, false),
    ("Ashmore Park Health Centre", 4, 3, false),
    ("Whitmore Reans Learning Alliance", 2, 4, true),
    ("West Park Primary School", 0, 4, false),
    ("Low Hill Nursery School", 0, 5, false),
    ("Our Lady and St Chad Catholic Academy", 0, 5, false),
    ("The Big Venture Centre", 2, 5, false),
    ("Penn Fields Special School", 0, 6, false),
    ("Colton Hills Community School", 0, 6, false),
    ("Black Country Chamber of Commerce", 5, 6, false),
    ("Walsall Council Children’s Services", 1, 11, false),
    ("Walsall College", 3, 11, false),
    ("Bloxwich Academy", 0, 7, false),
    ("Busill Jones Primary School", 0, 7, false),
    ("Walsall Schools Forum", 0, 7, true),
    ("Darlaston All Active", 2, 8, false),
    ("Grace Academy Darlaston", 0, 8, false),
    ("Willenhall E-ACT Academy", 0, 9, false),
    ("Willenhall Chart Community Foundation", 2, 9, false),
    ("Aldridge School", 0, 10, false),
    ("Manor Hospital Health Education Team", 4, 11, false),
    ("Walsall Business Partners", 5, 11, true),
    ("Palfrey Infant School", 0, 11, false),
    ("Aaina Community Hub", 2, 11, false),
];

/// From, to, projects. Two organisations (7 and 25) have none; 23 and 24 have only each other.
const TIES: [(usize, usize, f64); 55] = [
    (0, 1, 9.),
    (1, 0, 4.),
    (0, 2, 6.),
    (0, 3, 3.),
    (0, 4, 2.),
    (3, 4, 5.),
    (2, 3, 2.),
    (0, 5, 4.),
    (5, 6, 6.),
    (6, 5, 2.),
    (0, 6, 2.),
    (1, 8, 7.),
    (8, 1, 7.),
    (8, 9, 5.),
    (1, 9, 2.),
    (10, 11, 4.),
    (11, 10, 4.),
    (12, 10, 6.),
    (12, 11, 2.),
    (1, 12, 5.),
    (0, 10, 2.),
    (13, 14, 7.),
    (14, 13, 3.),
    (0, 13, 2.),
    (15, 14, 1.),
    (15, 2, 3.),
    (15, 0, 4.),
    (0, 16, 3.),
    (16, 0, 2.),
    (1, 29, 2.),
    (16, 17, 8.),
    (17, 16, 6.),
    (16, 18, 4.),
    (18, 19, 6.),
    (19, 18, 2.),
    (20, 18, 5.),
    (20, 19, 4.),
    (16, 20, 7.),
    (20, 22, 3.),
    (21, 22, 5.),
    (16, 21, 2.),
    (17, 27, 4.),
    (27, 16, 3.),
    (15, 27, 5.),
    (26, 16, 5.),
    (26, 28, 4.),
    (28, 29, 6.),
    (29, 28, 6.),
    (29, 16, 3.),
    (26, 29, 1.),
    (2, 17, 4.),
    (17, 2, 2.),
    (23, 24, 5.),
    (24, 23, 3.),
    (20, 28, 2.),
];

/// Thirty made-up organisations of two boroughs.
fn partnership() -> Sociogram {
    let sectors = [
        "School",
        "Local authority",
        "Voluntary sector",
        "Further education",
        "Health",
        "Business",
    ];
    let localities = [
        "Wolverhampton",
        "Walsall",
        "Bilston",
        "Wednesfield",
        "Whitmore Reans",
        "Low Hill",
        "Penn",
        "Bloxwich",
        "Darlaston",
        "Willenhall",
        "Aldridge",
        "Palfrey",
    ];
    let actors = ORGANISATIONS
        .iter()
        .enumerate()
        .map(|(i, &(label, sector, inner, collective))| Node {
            id: format!("org-{i:02}"),
            label: label.into(),
            group: (i != 12).then_some(sector),
            hulls: vec![usize::from(i > 15), inner],
            size: Some(TIES.iter().filter(|t| t.0 == i || t.1 == i).count() as f64),
            collective,
            ..Node::default()
        })
        .collect();
    Sociogram {
        title: "Who worked with whom on school improvement, 2017–2019 (made-up data)".into(),
        actors,
        ties: TIES.iter().map(|&(from, to, weight)| Line { from, to, weight, dashed: weight < 2.0, bold: false, light: false }).collect(),
        directed: true,
        groups: sectors.map(Into::into).into(),
        group_name: "sector".into(),
        hulls: localities.map(Into::into).into(),
        hull_name: "locality".into(),
        size_name: Some("reported ties".into()),
        width_name: Some("projects".into()),
        dash_name: Some("reported once only".into()),
        caption: vec!["26 of 30 organisations answered (87 %). Ties to the four that did not are as others reported them.".into()],
        description: "30 organisations in two boroughs; the two councils join them.".into(),
        ..Sociogram::default()
    }
}

/// Eight made-up sectors.
fn mixing() -> Heatmap {
    let sectors = [
        ("School", 16_u8),
        ("Local authority", 3),
        ("Voluntary sector", 7),
        ("Further education", 4),
        ("Higher education", 2),
        ("Health", 5),
        ("Business", 6),
        ("Faith organisation", 1),
    ];
    let counts = [
        [24, 18, 9, 6, 2, 3, 1, 2],
        [18, 2, 8, 5, 3, 6, 2, 0],
        [9, 8, 11, 2, 1, 4, 1, 2],
        [6, 5, 2, 3, 4, 1, 5, 0],
        [2, 3, 1, 4, 1, 1, 2, 0],
        [3, 6, 4, 1, 1, 4, 0, 0],
        [1, 2, 1, 5, 2, 0, 5, 0],
        [2, 0, 2, 0, 0, 0, 0, 0],
    ];
    let n: f64 = sectors.iter().map(|s| f64::from(s.1)).sum();
    let total: f64 = counts.iter().flatten().map(|&c| f64::from(c)).sum();
    let pairs = |i: usize, j: usize| {
        f64::from(sectors[i].1) * (f64::from(sectors[j].1) - if i == j { 1.0 } else { 0.0 })
    };
    let ratio = |i: usize, j: usize| {
        let expected = total * pairs(i, j) / (n * (n - 1.0));
        (expected > 0.0).then(|| f64::from(counts[i][j]) / expected)
    };
    Heatmap {
        expected: Vec::new(),
        title: "Schools work with schools and the councils with everyone (made-up data)".into(),
        rows: sectors.iter().map(|s| s.0.to_owned()).collect(),
        columns: sectors.iter().map(|s| s.0.to_owned()).collect(),
        observed: counts
            .iter()
            .enumerate()
            .map(|(i, row)| {
                row.iter()
                    .enumerate()
                    .map(|(j, &c)| (pairs(i, j) > 0.0).then_some(f64::from(c)))
                    .collect()
            })
            .collect(),
        ratio: (0..8).map(|i| (0..8).map(|j| ratio(i, j)).collect()).collect(),
        row_sizes: sectors.iter().map(|s| usize::from(s.1)).collect(),
        axis_names: ("From".into(), "To".into()),
        caption: vec![
            "Expected: as many ties as pairs of actors would give if each pair were as likely."
                .into(),
        ],
        description:
            "Local authorities have two to six times the expected ties with all public sectors."
                .into(),
    }
}

/// Ten made-up brokers.
fn roles() -> RoleBars {
    let list: [(&str, [f64; 5], f64); 10] = [
        ("City of Wolverhampton Council Education Department", [2., 14., 11., 6., 42.], 31.),
        ("Wolverhampton Voluntary Sector Council", [6., 12., 9., 2., 21.], 24.),
        ("Walsall Council Children’s Services", [0., 9., 10., 5., 19.], 27.),
        ("Black Country Chamber of Commerce", [0., 4., 4., 9., 16.], 12.),
        ("Bilston Community College", [1., 6., 5., 3., 8.], 14.),
        ("Walsall College", [1., 4., 5., 2., 7.], 13.),
        ("Manor Hospital Health Education Team", [0., 3., 2., 4., 6.], 9.),
        ("Bloxwich Academy", [5., 3., 2., 0., 1.], 8.),
        ("Aaina Community Hub", [2., 1., 3., 0., 2.], 5.),
        ("Low Hill Nursery School", [3., 1., 0., 0., 0.], 4.),
    ];
    RoleBars {
        title: "Who brokers between whom (made-up data)".into(),
        actors: list.iter().map(|a| a.0.to_owned()).collect(),
        roles: ["coordinator", "gatekeeper", "representative", "itinerant broker", "liaison"]
            .map(Into::into)
            .into(),
        values: list.iter().map(|a| a.1.to_vec()).collect(),
        expected: list.iter().map(|a| Some(a.2)).collect(),
        value_name: "brokered pairs".into(),
        expected_name: "total to be expected if sectors were dealt at random".into(),
        caption: vec![
            "The ten actors with most brokered pairs, of 30. Roles after Gould and Fernandez 1989."
                .into(),
        ],
        description:
            "The city council brokers 75 pairs, mostly as a liaison between two other sectors."
                .into(),
    }
}
