//! What every figure promises, whatever it shows.

use tertius::Watch;
use tertius_chart::layout::Method;
use tertius_chart::{
    Figure, Heatmap, Labels, Line, Node, Page, Remark, RoleBars, Sociogram, point,
};

fn node(label: &str, hull: usize) -> Node {
    Node { id: label.to_lowercase(), label: label.into(), hulls: vec![hull], ..Node::default() }
}

fn tie(from: usize, to: usize) -> Line {
    Line { from, to, weight: 1.0, dashed: false, bold: false, light: false }
}

fn sociogram() -> Sociogram {
    Sociogram {
        title: "Ties & <script>alert(1)</script>".into(),
        actors: vec![
            node("A & B", 0),
            node("<b>C</b>", 0),
            node("D", 1),
            node("E", 1),
            node("F", 1),
        ],
        ties: vec![tie(0, 1), tie(1, 0), tie(1, 2), tie(2, 3), tie(3, 0)],
        directed: true,
        hulls: vec!["Łódź".into(), "Wien".into()],
        hull_name: "city".into(),
        description: "Four of five actors form a ring.".into(),
        ..Sociogram::default()
    }
}

fn drawn(chart: &Sociogram, page: &Page) -> Figure {
    chart.draw(page, &Watch::new()).unwrap()
}

/// The data of the first chunk of a kind.
fn chunk(png: &[u8], kind: [u8; 4]) -> &[u8] {
    let mut at = 8;
    while at + 8 <= png.len() {
        let length = u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]) as usize;
        if png[at + 4..at + 8] == kind {
            return &png[at + 8..at + 8 + length];
        }
        at += length + 12;
    }
    panic!("no such chunk")
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let chart = sociogram();
    for page in [Page::single(), Page::double(), Page::slide().in_grey()] {
        assert_eq!(drawn(&chart, &page).svg(), drawn(&chart, &page).svg());
    }
    let figure = drawn(&chart, &Page::single());
    assert_eq!(figure.png(100).unwrap(), drawn(&chart, &Page::single()).png(100).unwrap());
}

#[test]
fn user_text_stays_text() {
    let svg = drawn(&sociogram(), &Page::double()).svg();
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
    assert!(svg.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && svg.contains("A &amp; B"));
    assert!(
        svg.contains("role=\"img\"")
            && svg.contains("<desc>Four of five actors form a ring.</desc>")
    );
}

#[test]
fn a_record_is_kept_in_the_file_and_not_drawn() {
    let plain = drawn(&sociogram(), &Page::single());
    let record = vec![("Command", "tertius <x> --y".to_owned()), ("View", "ties".to_owned())];
    let figure = drawn(&sociogram(), &Page::single()).with_record(record);
    let metadata = "<metadata>\nCommand: tertius &lt;x&gt; --y\nView: ties\n</metadata>\n";
    assert_eq!(figure.svg().replace(metadata, ""), plain.svg());
    assert!(figure.svg_with_font().contains(metadata));
    let png = figure.png(100).unwrap();
    let has = |words: &[u8]| png.windows(words.len()).any(|window| window == words);
    assert!(has(b"iTXtCommand\0\0\0\0\0tertius <x> --y") && has(b"iTXtView\0\0\0\0\0ties"));
    assert_eq!(chunk(&png, *b"IDAT"), chunk(&plain.png(100).unwrap(), *b"IDAT"));
}

#[test]
fn a_png_knows_its_size_on_paper_and_what_it_shows() {
    let png = drawn(&sociogram(), &Page::single()).png(300).unwrap();
    let per_metre = 11_811_u32.to_be_bytes();
    assert_eq!(chunk(&png, *b"pHYs"), [&per_metre[..], &per_metre[..], &[1]].concat());
    // 86 mm at 300 dots per inch.
    assert_eq!(chunk(&png, *b"IHDR")[..4], 1016_u32.to_be_bytes());
    let text: Vec<u8> = png.clone();
    let has = |words: &str| text.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(has("Description") && has("Four of five actors form a ring."));
}

#[test]
fn only_what_several_groups_share_is_called_other() {
    for (groups, said) in [(9, ">group 8 (1)<"), (10, ">other: group 8 (1), group")] {
        let actor = |group: usize| Node { group: Some(group), ..node("A", 0) };
        let chart = Sociogram {
            actors: (0..groups).map(actor).collect(),
            groups: (0..groups).map(|group| format!("group {group}")).collect(),
            ..Sociogram::default()
        };
        let svg = drawn(&chart, &Page::double()).svg();
        assert!(svg.contains(said), "{said}");
    }
}

#[test]
fn names_without_room_beside_the_legend_get_the_whole_width() {
    let crowd = |n: usize| Sociogram {
        actors: (0..n).map(|i| node(&format!("Learning partnership number {i}"), 0)).collect(),
        ties: (1..n).map(|i| tie(i / 3, i)).collect(),
        groups: vec!["one".into()],
        ..Sociogram::default()
    };
    let most_right = |n: usize| {
        let figure = drawn(&crowd(n), &Page::double());
        let xy = figure.layout().unwrap().xy.clone();
        xy.iter().map(|p| p.x).fold(0.0, f64::max)
    };
    // 178 mm are 504.6 points, of which the legend takes 128.
    assert!(most_right(6) < 376.0, "{}", most_right(6));
    assert!(most_right(75) > 380.0, "{}", most_right(75));
}

#[test]
fn little_expected_does_not_look_like_as_expected() {
    let map = |expected: f64| Heatmap {
        rows: vec!["A".into()],
        columns: vec!["A".into()],
        observed: vec![vec![Some(1.0)]],
        ratio: vec![vec![Some(1.0)]],
        expected: vec![vec![Some(expected)]],
        ..Heatmap::default()
    };
    let stripes = |expected| map(expected).draw(&Page::double()).svg().matches("#dcdcdc").count();
    // In the cell and in the key.
    assert_eq!((stripes(0.5), stripes(1.0)), (2, 0));
}

#[test]
fn an_unconnected_actor_is_shown_and_counted() {
    let figure = drawn(&sociogram(), &Page::double());
    assert!(figure.svg().contains("Not connected to the others (n = 1)"));
    assert!(figure.svg().contains("5 actors, 5 directed ties."));
}

#[test]
fn positions_given_back_keep_every_actor_in_its_place() {
    let first = drawn(&sociogram(), &Page::double());
    let xy = first.layout().unwrap().xy.clone();
    let chart = Sociogram {
        method: Method::Fixed { places: xy.iter().copied().map(Some).collect() },
        ties: vec![tie(4, 0)],
        ..sociogram()
    };
    let second = drawn(&chart, &Page::double()).layout().unwrap().xy.clone();
    for (a, b) in xy.iter().zip(&second) {
        let moved = point(b.x - a.x, b.y - a.y);
        let as_first = point(second[0].x - xy[0].x, second[0].y - xy[0].y);
        assert!((moved.x - as_first.x).abs() < 1e-9 && (moved.y - as_first.y).abs() < 1e-9);
    }
}

#[test]
fn empty_and_odd_input_still_gives_a_page() {
    let page = Page::double();
    for chart in [
        Sociogram::default(),
        Sociogram { actors: vec![Node::default()], ..Sociogram::default() },
        Sociogram {
            actors: vec![
                Node {
                    group: Some(9),
                    hulls: vec![7],
                    size: Some(f64::NAN),
                    ..node("A", 3)
                };
                3
            ],
            ties: vec![tie(0, 1), tie(1, 2), tie(2, 77), tie(1, 1)],
            size_name: Some("size".into()),
            ..Sociogram::default()
        },
        Sociogram { method: Method::Fixed { places: Vec::new() }, ..sociogram() },
    ] {
        assert!(drawn(&chart, &page).png(72).is_ok());
    }
    let odd = Sociogram {
        method: Method::Fixed { places: vec![Some(point(f64::NAN, 0.0)); 5] },
        ties: vec![
            Line { weight: f64::INFINITY, ..tie(0, 1) },
            Line { weight: f64::NAN, ..tie(1, 2) },
        ],
        ..sociogram()
    };
    assert!(!drawn(&odd, &page).svg().contains("NaN"));
    let narrow = Page { width_mm: 12.0, height_mm: 5.0, ..page };
    assert!(drawn(&sociogram(), &narrow).png(72).is_ok());
    let bars = RoleBars {
        actors: vec!["A".into(), "B".into()],
        roles: vec!["liaison".into()],
        values: vec![vec![f64::INFINITY, -1.0], vec![f64::NAN]],
        expected: vec![Some(f64::NAN)],
        ..RoleBars::default()
    };
    assert!(bars.draw(&narrow).png(72).is_ok());
    assert!(Heatmap::default().draw(&page).png(72).is_ok());
    assert!(RoleBars::default().draw(&page).png(72).is_ok());
}

#[test]
fn bold_lines_are_wider_and_in_the_legend() {
    let names = (Some("gained".into()), Some("kept".into()));
    let plain = Sociogram { bold_name: names.0, plain_name: names.1, ..sociogram() };
    let svg = drawn(&plain, &Page::double()).svg();
    assert!(!svg.contains("gained") && !svg.contains("kept"), "nothing is bold");
    let ties = vec![tie(0, 1), Line { bold: true, ..tie(1, 2) }];
    let svg = drawn(&Sociogram { ties, ..plain }, &Page::double()).svg();
    assert!(
        svg.contains("gained") && svg.contains("kept") && svg.contains("stroke-width=\"2.25\""),
        "{svg}"
    );
}

/// The elements of a class of groups, as written.
fn of_class<'s>(svg: &'s str, class: &str) -> &'s str {
    let from = svg.find(&format!("class=\"{class}\"")).unwrap_or_else(|| panic!("no {class}"));
    let to = svg[from..].find("</g>").expect("it ends");
    &svg[from..from + to]
}

#[test]
fn whoever_is_not_to_be_looked_at_is_pale_and_so_is_its_name() {
    let plain = sociogram();
    let mut chart = sociogram();
    for at in [1, 2, 3] {
        chart.actors[at].faded = true;
    }
    let (plain, svg) = (drawn(&plain, &Page::double()).svg(), drawn(&chart, &Page::double()).svg());
    // Ink #333 of the outlines gives way to #ccc for three of four.
    let outlines = |svg: &str| {
        svg.match_indices("class=\"actor\"")
            .filter(|(at, _)| svg[*at..].split("</g>").next().unwrap().contains("#ccc"))
            .count()
    };
    assert_eq!((outlines(&plain), outlines(&svg)), (0, 3));
    let names = |svg: &str| of_class(svg, "names").matches("#666").count();
    assert_eq!((names(&plain), names(&svg)), (0, 3));
}

#[test]
fn remarks_stand_at_their_marks_and_in_the_legend() {
    let remark = |actor, text: &str| Remark { actor, text: text.into() };
    let remarks = vec![remark(0, "opened <2019>"), remark(4, "alone"), remark(99, "of nobody")];
    let chart = Sociogram { remarks, ..sociogram() };
    let figure = drawn(&chart, &Page::double());
    let svg = figure.svg();
    assert!(svg.contains("opened &lt;2019&gt;") && svg.contains("of nobody"));
    let at = of_class(&svg, "remarks");
    assert_eq!((at.matches("<circle").count(), at.contains(">3</text>")), (2, false));
    // Each number touches its own mark and covers no other.
    let number = |text: &str, name: &str| -> f64 {
        let text = text.split(&format!("{name}=\"")).nth(1).unwrap();
        text.split('"').next().unwrap().parse().unwrap()
    };
    let xy = &figure.layout().unwrap().xy;
    for (circle, own) in at.split("<circle").skip(1).zip([0, 4]) {
        let disc = point(number(circle, "cx"), number(circle, "cy"));
        let away = |to: usize| (xy[to].x - disc.x).hypot(xy[to].y - disc.y);
        let nearest = (0..5).min_by(|&a, &b| away(a).total_cmp(&away(b))).unwrap();
        assert_eq!(nearest, own);
        assert!(away(own) < 16.0, "{}", away(own));
    }
}

#[test]
fn a_ring_has_room_where_no_actor_stands_on_it() {
    // Three around one leave the top of their ring empty.
    let chart = Sociogram {
        title: "Around".into(),
        actors: ["E", "A", "B", "C"].map(|label| node(label, 9)).to_vec(),
        ties: vec![tie(0, 1), tie(0, 2), tie(0, 3)],
        method: Method::Rings { rings: vec![0, 1, 1, 1], groups: vec![None; 4] },
        ring_name: Some("one step".into()),
        ..Sociogram::default()
    };
    let svg = drawn(&chart, &Page::double()).svg();
    let ring = of_class(&svg, "rings");
    let number = |name: &str| -> f64 {
        ring.split(&format!(" {name}=\""))
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .parse()
            .unwrap()
    };
    let title = svg.find(">Around</text>").unwrap();
    let foot = svg[..title].rsplit(" y=\"").next().unwrap().split('"').next().unwrap();
    assert!(number("cy") - number("r") > foot.parse::<f64>().unwrap(), "{ring} {foot}");
}

#[test]
fn names_are_all_there_or_as_many_as_asked_or_none() {
    let named = |labels| {
        let chart = Sociogram { labels, ..sociogram() };
        chart.draw(&Page::double(), &Watch::new()).map(|figure| figure.svg())
    };
    let count = |svg: &str| of_class(svg, "names").matches("<text").count();
    // Two names of areas are among them.
    assert_eq!(count(&named(Labels::All).unwrap()), 6);
    let two = named(Labels::Top(2)).unwrap();
    assert_eq!(count(&two), 4);
    assert!(
        two.contains("Named are the 2 connected actors with the highest number of contacts."),
        "{two}"
    );
    let none = named(Labels::None).unwrap();
    assert_eq!(count(&none), 2);
    assert!(!none.contains(">F</text>"), "nor in the list of the unconnected");
    let crowd = Sociogram {
        actors: (0..150).map(|at| node(&format!("Organisation number {at}"), 9)).collect(),
        ties: (1..150).map(|at| tie(at, at / 2)).collect(),
        labels: Labels::All,
        ..Sociogram::default()
    };
    let refused = crowd.draw(&Page::single(), &Watch::new()).unwrap_err().to_string();
    assert!(refused.contains("of 150 find no room"), "{refused}");
}

#[test]
fn given_places_that_take_the_whole_width_have_the_legend_below() {
    let places =
        |width: f64| (0..5).map(|at| Some(point(width * f64::from(at) / 4.0, 0.0))).collect();
    let height = |width: f64| {
        let method = Method::Fixed { places: places(width) };
        let svg = drawn(&Sociogram { method, ..sociogram() }, &Page::double()).svg();
        let height = svg.split("viewBox=\"").nth(1).and_then(|it| it.split([' ', '"']).nth(3));
        height.and_then(|it| it.parse::<f64>().ok()).expect("a height")
    };
    assert!(height(480.0) > height(200.0) + 20.0, "{} {}", height(480.0), height(200.0));
}

#[test]
fn letters_without_a_glyph_are_reported() {
    let chart = Sociogram { actors: vec![node("学校", 0)], ..sociogram() };
    let figure = drawn(&chart, &Page::double());
    assert!(figure.notes().iter().any(|note| note.contains("学 校")), "{:?}", figure.notes());
}

#[test]
fn charts_with_axes_say_their_numbers() {
    let map = Heatmap {
        title: "Mixing".into(),
        rows: vec!["School".into(), "Health & care".into()],
        columns: vec!["School".into(), "Health".into()],
        observed: vec![vec![Some(12.0), Some(3.0)], vec![Some(3.0), None]],
        ratio: vec![vec![Some(1.5), Some(0.5)], vec![Some(0.5), None]],
        row_sizes: vec![9, 1],
        ..Heatmap::default()
    };
    let svg = map.draw(&Page::double()).svg();
    for words in [">12<", ">×1.5<", ">×0.5<", "Health &amp; care (n\u{a0}=\u{a0}1)", ">undefined<"]
    {
        assert!(svg.contains(words), "{words}");
    }
    let bars = RoleBars {
        actors: vec!["Council".into()],
        roles: vec!["gatekeeper".into(), "liaison".into()],
        values: vec![vec![2.0, 5.0]],
        expected: vec![Some(4.0)],
        value_name: "brokered pairs".into(),
        expected_name: "expected".into(),
        ..RoleBars::default()
    };
    let svg = bars.draw(&Page::single()).svg();
    for words in [">Council<", ">gatekeeper<", ">brokered pairs<", ">expected<"] {
        assert!(svg.contains(words), "{words}");
    }
}
