//! A figure as it is drawn, read back from its SVG.

use tertius_chart::{Figure, Page};

/// The texts and the shapes of a figure, in points.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) texts: Vec<Text>,
    pub(crate) shapes: Vec<Shape>,
    /// What viewers show on hovering.
    pub(crate) titles: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) content: String,
    size: f64,
    edges: Edges,
}

#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// The classes of the groups it is in, the outermost first.
    pub(crate) within: Vec<String>,
    pub(crate) edges: Edges,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Edges {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Edges {
    fn overlap(&self, other: &Self) -> bool {
        let slack = 0.3;
        self.left + slack < other.right
            && other.left + slack < self.right
            && self.top + slack < other.bottom
            && other.top + slack < self.bottom
    }
}

type Attributes = Vec<(String, String)>;

impl Drawn {
    pub(crate) fn of(figure: &Figure) -> Self {
        let svg = figure.svg();
        let mut drawn =
            Self { width: 0.0, height: 0.0, texts: vec![], shapes: vec![], titles: vec![] };
        let mut groups: Vec<Attributes> = Vec::new();
        for part in svg.split('<').skip(1) {
            let (tag, content) = part.split_once('>').expect("a tag ends");
            let own = attributes(tag);
            let get = |name: &str| {
                let all = std::iter::once(&own).chain(groups.iter().rev());
                all.flatten().find(|it| it.0 == name).map(|it| it.1.clone())
            };
            let number = |name: &str| get(name).and_then(|it| it.parse::<f64>().ok());
            match tag.split([' ', '/']).next() {
                Some("svg") => {
                    let size = get("viewBox").expect("a view box");
                    let mut ends = size.split(' ').skip(2).map(|it| it.parse().expect("a number"));
                    drawn.width = ends.next().expect("a width");
                    drawn.height = ends.next().expect("a height");
                }
                Some("g") => groups.push(own),
                Some("title") => drawn.titles.push(content.to_owned()),
                Some("text") => {
                    let (x, y) = (number("x").expect("x"), number("y").expect("y"));
                    let size = number("font-size").expect("a size");
                    let length = number("textLength").expect("a length");
                    let start = match get("text-anchor").as_deref() {
                        Some("middle") => -length / 2.0,
                        Some("end") => -length,
                        _ => 0.0,
                    };
                    let (up, down) = (0.714 * size, 0.2 * size);
                    let edges = match get("transform") {
                        // A quarter to the left: what was along x goes up.
                        Some(turn)
                            if turn.starts_with("rotate(-90") || turn.starts_with("rotate(270") =>
                        {
                            Edges {
                                left: x - up,
                                right: x + down,
                                top: y - start - length,
                                bottom: y - start,
                            }
                        }
                        _ => Edges {
                            left: x + start,
                            right: x + start + length,
                            top: y - up,
                            bottom: y + down,
                        },
                    };
                    drawn.texts.push(Text { content: content.to_owned(), size, edges });
                }
                Some("circle") => {
                    let (x, y, r) = (number("cx"), number("cy"), number("r"));
                    let (x, y, r) = (x.expect("cx"), y.expect("cy"), r.expect("r"));
                    let edges = Edges { left: x - r, right: x + r, top: y - r, bottom: y + r };
                    drawn.shapes.push(Shape { within: classes(&groups), edges });
                }
                Some("path") => {
                    let path = get("d").expect("a path");
                    assert!(!path.contains("NaN") && !path.contains("inf"), "{path}");
                    let numbers: Vec<f64> = path
                        .split(|letter: char| letter.is_ascii_alphabetic() || letter == ' ')
                        .filter_map(|it| it.parse().ok())
                        .collect();
                    let along = |from: usize| numbers.iter().skip(from).step_by(2).copied();
                    let edges = Edges {
                        left: along(0).fold(f64::INFINITY, f64::min),
                        right: along(0).fold(f64::NEG_INFINITY, f64::max),
                        top: along(1).fold(f64::INFINITY, f64::min),
                        bottom: along(1).fold(f64::NEG_INFINITY, f64::max),
                    };
                    drawn.shapes.push(Shape { within: classes(&groups), edges });
                }
                _ => {}
            }
            if tag == "/g" {
                groups.pop();
            }
        }
        drawn
    }

    /// What every figure promises: text that is large enough, on the page and on no other text, shapes on the
    /// page.
    pub(crate) fn assert_sound(&self, page: &Page) {
        for (i, text) in self.texts.iter().enumerate() {
            assert!(text.size >= page.text_pt - 1e-9, "{text:?}");
            self.assert_on_page(text.edges, &text.content);
            for other in &self.texts[..i] {
                assert!(!text.edges.overlap(&other.edges), "{text:?} lies on {other:?}");
            }
        }
        for shape in &self.shapes {
            self.assert_on_page(shape.edges, &format!("{:?}", shape.within));
        }
    }

    fn assert_on_page(&self, edges: Edges, what: &str) {
        assert!(
            edges.left >= -0.5
                && edges.top >= -0.5
                && edges.right <= self.width + 0.5
                && edges.bottom <= self.height + 0.5,
            "{what} {edges:?} is not on the page of {} × {}",
            self.width,
            self.height
        );
    }

    /// The shapes in groups of a class.
    pub(crate) fn shapes_in(&self, class: &str) -> impl Iterator<Item = &Shape> {
        self.shapes.iter().filter(move |it| it.within.iter().any(|it| it == class))
    }

    /// Whether some text is, or some title has, these words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.texts.iter().any(|it| it.content.contains(words))
            || self.titles.iter().any(|it| it.contains(words))
    }
}

fn classes(groups: &[Attributes]) -> Vec<String> {
    let class = groups.iter().flatten().filter(|it| it.0 == "class");
    class.map(|it| it.1.clone()).collect()
}

fn attributes(tag: &str) -> Attributes {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.rsplit(' ').next().expect("a name");
        let (value, end) = after.split_once('"').expect("a value ends");
        found.push((name.to_owned(), value.to_owned()));
        rest = end;
    }
    found
}
