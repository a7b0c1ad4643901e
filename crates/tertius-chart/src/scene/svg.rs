use std::fmt::Write;

use super::base64::base64;
use super::path::Step;
use super::{Anchor, Element, Paint, Path, Scene, Text, font};
use crate::geometry::Point;

/// Whether the file carries its typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fonts {
    /// Names it: readers without Open Sans see a similar font, fitted to the measured widths.
    Named,
    /// Carries it (90 KB), so that the file looks the same everywhere.
    Embedded,
}

/// The scene as an SVG document: real text, numbers with at most two decimals, all user text escaped.
pub(crate) fn svg(scene: &Scene, fonts: Fonts) -> String {
    let mut out = String::new();
    let (width, height) = (scene.width, scene.height);
    push(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" \
             role=\"img\" font-family=\"{}\">\n<title>{}</title>\n<desc>{}</desc>\n",
            number(width * 25.4 / 72.0),
            number(height * 25.4 / 72.0),
            number(width),
            number(height),
            font::FAMILY,
            escape(&scene.title),
            escape(&scene.description),
        ),
    );
    if !scene.record.is_empty() {
        out.push_str("<metadata>\n");
        for (name, value) in &scene.record {
            push(&mut out, format_args!("{name}: {}\n", escape(value)));
        }
        out.push_str("</metadata>\n");
    }
    if fonts == Fonts::Embedded {
        out.push_str("<style>");
        for (data, weight) in [(font::REGULAR, 400), (font::SEMIBOLD, 600)] {
            push(
                &mut out,
                format_args!(
                    "@font-face{{font-family:'Open Sans';font-weight:{weight};\
                     src:url(data:font/ttf;base64,{}) format('truetype')}}",
                    base64(data)
                ),
            );
        }
        out.push_str("</style>\n");
    }
    push(
        &mut out,
        format_args!(
            "<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n",
            number(width),
            number(height)
        ),
    );
    for element in &scene.elements {
        write_element(&mut out, element, &[]);
    }
    out.push_str("</svg>\n");
    out
}

/// `text` as it may stand in XML: the five special characters named, what XML forbids left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter < ' ' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// `above` is what the groups around it say already.
fn write_element(out: &mut String, element: &Element, above: &[Attribute]) {
    let own = written(attributes(element).iter().filter(|it| !above.contains(it)));
    match element {
        Element::Circle { centre, radius, .. } => push(
            out,
            format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{own}/>\n",
                number(centre.x),
                number(centre.y),
                number(*radius),
            ),
        ),
        Element::Path { path, .. } => {
            push(out, format_args!("<path d=\"{}\"{own}/>\n", data(path)));
        }
        Element::Text(text) => write_text(out, text, &own),
        Element::Group { class, id, title, elements } => {
            let shared = shared(elements);
            push(out, format_args!("<g class=\"{class}\""));
            if !id.is_empty() {
                push(out, format_args!(" data-id=\"{}\"", escape(id)));
            }
            push(
                out,
                format_args!("{}>\n", written(shared.iter().filter(|it| !above.contains(it)))),
            );
            if !title.is_empty() {
                push(out, format_args!("<title>{}</title>\n", escape(title)));
            }
            let above: Vec<Attribute> = above.iter().chain(&shared).cloned().collect();
            for inner in elements {
                write_element(out, inner, &above);
            }
            out.push_str("</g>\n");
        }
    }
}

/// What all elements of a group have in common, to be written once: each of them has every bit of it, so
/// that none inherits what it does not say itself.
fn shared(elements: &[Element]) -> Vec<Attribute> {
    let mut all = elements.iter().map(attributes);
    let Some(first) = all.next().filter(|_| elements.len() > 1) else { return Vec::new() };
    all.fold(first, |shared, its| shared.into_iter().filter(|it| its.contains(it)).collect())
}

fn write_text(out: &mut String, text: &Text, own: &str) {
    if text.content.trim().is_empty() {
        return;
    }
    push(
        out,
        format_args!(
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{own}",
            number(text.at.x),
            number(text.at.y),
            number(text.width()),
        ),
    );
    if text.turn != 0 {
        let Point { x, y } = text.at;
        push(out, format_args!(" transform=\"rotate({} {} {})\"", text.turn, number(x), number(y)));
    }
    push(out, format_args!(">{}</text>\n", escape(&text.content)));
}

fn data(path: &Path) -> String {
    let mut out = String::new();
    let at = |p: Point| format!("{} {}", number(p.x), number(p.y));
    for step in &path.0 {
        match *step {
            Step::Move(p) => push(&mut out, format_args!("M{}", at(p))),
            Step::Line(p) => push(&mut out, format_args!("L{}", at(p))),
            Step::Curve(bend, p) => push(&mut out, format_args!("Q{} {}", at(bend), at(p))),
            Step::Close => out.push('Z'),
        }
    }
    out
}

/// The name of an attribute and its value.
type Attribute = (&'static str, String);

/// How an element looks, in attributes that it may as well inherit.
fn attributes(element: &Element) -> Vec<Attribute> {
    match element {
        Element::Circle { paint, .. } => of_paint(paint, false),
        Element::Path { path, paint } => of_paint(paint, path.has_parts()),
        Element::Text(text) => of_text(text),
        Element::Group { elements, .. } if elements.len() == 1 => attributes(&elements[0]),
        Element::Group { elements, .. } => shared(elements),
    }
}

/// An outline in several parts has holes where they lie inside each other.
fn of_paint(paint: &Paint, has_parts: bool) -> Vec<Attribute> {
    let mut all = Vec::new();
    match paint.fill {
        Some((colour, opacity)) => {
            all.push(("fill", hex(colour)));
            if opacity < 1.0 {
                all.push(("fill-opacity", number(opacity)));
            }
            if has_parts {
                all.push(("fill-rule", "evenodd".to_owned()));
            }
        }
        None => all.push(("fill", "none".to_owned())),
    }
    if let Some(stroke) = paint.stroke {
        all.push(("stroke", hex(stroke.colour)));
        all.push(("stroke-width", number(stroke.width)));
        all.push(("stroke-linejoin", "round".to_owned()));
        if stroke.opacity < 1.0 {
            all.push(("stroke-opacity", number(stroke.opacity)));
        }
        if stroke.dashed {
            all.push(("stroke-dasharray", "2.5 2".to_owned()));
        }
    }
    all
}

fn of_text(text: &Text) -> Vec<Attribute> {
    let mut all = vec![("font-size", number(text.size)), ("fill", hex(text.colour))];
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => all.push(("text-anchor", "middle".to_owned())),
        Anchor::End => all.push(("text-anchor", "end".to_owned())),
    }
    if text.bold {
        all.push(("font-weight", "600".to_owned()));
    }
    if text.halo {
        all.push(("paint-order", "stroke".to_owned()));
        all.push(("stroke", "#fff".to_owned()));
        all.push(("stroke-width", number(text.size * 0.3)));
        all.push(("stroke-linejoin", "round".to_owned()));
    }
    all
}

fn written<'a>(attributes: impl IntoIterator<Item = &'a Attribute>) -> String {
    let mut out = String::new();
    for (name, value) in attributes {
        push(&mut out, format_args!(" {name}=\"{value}\""));
    }
    out
}

fn hex(colour: super::Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

/// At most two decimals, none of them trailing zeros, and no minus before a zero.
fn number(value: f64) -> String {
    let mut text = format!("{value:.2}");
    while text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    if text == "-0" { String::from("0") } else { text }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;
    use crate::scene::{Colour, Stroke};

    #[test]
    fn user_text_cannot_become_markup() {
        assert_eq!(
            escape("<script>alert('A & \"B\"')</script>\u{0}"),
            "&lt;script&gt;alert(&#39;A &amp; &quot;B&quot;&#39;)&lt;/script&gt;"
        );
    }

    #[test]
    fn what_all_shapes_of_a_group_share_is_written_once() {
        let line = |stroke| Element::line(point(0.0, 0.0), point(1.0, 0.0), stroke);
        let thin = Stroke::new(Colour::INK, 1.0);
        let wide = Stroke { dashed: true, ..Stroke::new(Colour::INK, 2.0) };
        let mut out = String::new();
        write_element(&mut out, &Element::group("ties", vec![line(thin), line(wide)]), &[]);
        assert_eq!(
            out,
            "<g class=\"ties\" fill=\"none\" stroke=\"#333333\" stroke-linejoin=\"round\">\n\
             <path d=\"M0 0L1 0\" stroke-width=\"1\"/>\n\
             <path d=\"M0 0L1 0\" stroke-width=\"2\" stroke-dasharray=\"2.5 2\"/>\n</g>\n"
        );
    }

    #[test]
    fn groups_of_groups_share_too_and_nothing_is_inherited_unasked() {
        let disc = |colour, dashed| {
            let stroke = Stroke { dashed, ..Stroke::new(Colour::INK, 1.0) };
            let paint = Paint::both(colour, stroke);
            let disc = Element::Circle { centre: point(1.0, 2.0), radius: 3.0, paint };
            Element::group("actor", vec![disc])
        };
        let text = Element::from(Text::new(point(0.0, 0.0), "A", 7.0));
        let mut out = String::new();
        let marks = vec![disc(Colour::WHITE, false), disc(Colour::BLACK, true)];
        write_element(&mut out, &Element::group("actors", marks), &[]);
        assert_eq!(
            out,
            "<g class=\"actors\" stroke=\"#333333\" stroke-width=\"1\" stroke-linejoin=\"round\">\n\
             <g class=\"actor\">\n<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"#ffffff\"/>\n</g>\n\
             <g class=\"actor\">\n<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"#000000\" \
             stroke-dasharray=\"2.5 2\"/>\n</g>\n</g>\n"
        );
        // Text has no outline: a disc beside it keeps its own.
        assert_eq!(shared(&[disc(Colour::INK, false), text]), [("fill", "#333333".to_owned())]);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, -0.001, 2.345, 1200.5].map(number), ["1", "0", "2.35", "1200.5"]);
    }
}
