use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use tertius_chart::{Figure, Histogram, Marker, Node, Page, Sociogram};

fn replayed(figure: &Figure, size: (u32, u32)) -> String {
    let mut page = String::new();
    let area = SVGBackend::with_string(&mut page, size).into_drawing_area();
    figure.draw_on(&area).expect("drawn");
    area.present().expect("written");
    drop(area);
    page
}

fn figure() -> Figure {
    let marker = Marker { value: 2.0, name: "median 2".into(), bold: true };
    let values = vec![1.0, 2.0, 2.0, 5.0];
    let chart = Histogram {
        title: "Contacts".into(),
        values,
        markers: vec![marker],
        ..Histogram::default()
    };
    chart.draw(&Page::single())
}

/// What stands between two words, in order.
fn found<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from).skip(1).filter_map(|it| it.split(to).next()).collect()
}

#[test]
fn every_text_and_shape_arrives_on_another_backend() {
    let (ours, theirs) = (figure().svg(), replayed(&figure(), (1000, 1500)));
    let texts = |page: &str| -> Vec<String> {
        let texts = page.split("</text>").filter_map(|it| it.rsplit('>').next());
        let texts = texts.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
        texts.collect()
    };
    assert!(texts(&ours).contains(&"median 2".to_owned()));
    assert_eq!(texts(&ours), texts(&theirs));
    let shapes = found(&theirs, "<pol", " ").len() + found(&theirs, "<line", " ").len();
    assert!(shapes >= found(&ours, "<path", " ").len(), "{theirs}");
}

#[test]
fn proportions_are_kept_in_an_area_of_any_size() {
    let wide = |page: &str| -> (f64, f64) {
        let rect = found(page, "<rect", "/>")[0];
        let of = |name: &str| {
            found(rect, &format!("{name}=\""), "\"")[0].parse::<f64>().expect("a number")
        };
        (of("width"), of("height"))
    };
    let (a, b) = (wide(&replayed(&figure(), (2000, 700))), wide(&replayed(&figure(), (700, 2000))));
    assert!((a.0 / a.1 - b.0 / b.1).abs() < 0.01, "{a:?} {b:?}");
    assert!((a.1 - 700.0).abs() <= 2.0 && (b.0 - 700.0).abs() <= 2.0, "{a:?} {b:?}");
}

#[test]
fn a_sociogram_arrives_too() {
    let actor = |name: &str| Node {
        id: name.into(),
        label: name.into(),
        hulls: vec![0],
        ..Node::default()
    };
    let chart = Sociogram {
        actors: ["School", "College", "Council"].map(actor).into(),
        hulls: vec!["North".into()],
        ..Sociogram::default()
    };
    let page = replayed(&chart.draw(&Page::double(), &tertius::Watch::new()).unwrap(), (1000, 800));
    assert!(["School", "College", "Council"].iter().all(|name| page.contains(name)));
    assert!(page.matches("<circle").count() >= 3);
}
