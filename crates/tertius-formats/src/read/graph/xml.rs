//! XML as a tree of elements, each with its line.

use encoding_rs::Encoding;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use tertius::study::{Place, Problem};

use super::lines::Lines;
use crate::read::encoding::{Decoded, decode};

/// Elements inside one another; no file of a network is as deep.
const DEEPEST: usize = 100;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Name without its prefix.
    pub(super) name: String,
    pub(super) line: u32,
    pub(super) children: Vec<Element>,
    /// Text directly inside.
    pub(super) text: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The children of a name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element of a name anywhere inside.
    pub(super) fn inside(&self, name: &str) -> Option<&Element> {
        self.children
            .iter()
            .find_map(|child| if child.name == name { Some(child) } else { child.inside(name) })
    }
}

/// The outermost element of a file, if it is well-formed and of this name.
pub(super) fn root(
    text: &str,
    name: &str,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<Element> {
    let (line, why) = match parse(text) {
        Ok(root) if root.name == name => return Some(root),
        Ok(root) => (root.line, format!("it begins with <{}> and not with <{name}>", root.name)),
        Err(wrong) => wrong,
    };
    let place = Place { row: Some(line), ..Place::file(file) };
    let problem = Problem::new("unreadable-file", place, format!("not read: {why}"));
    problems.push(problem.suggest("save it again from the program that made it"));
    None
}

/// The text of an XML file, in the encoding that it declares unless it is UTF-8 or UTF-16.
pub(super) fn decoded(bytes: Vec<u8>) -> Decoded {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let declared = start.split_once("encoding=").and_then(|(_, rest)| {
        let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c))?;
        Encoding::for_label(rest[1..].split(quote).next()?.as_bytes())
    });
    match declared {
        Some(encoding)
            if encoding.is_ascii_compatible() && std::str::from_utf8(&bytes).is_err() =>
        {
            let (text, ..) = encoding.decode(&bytes);
            Decoded { text: text.into_owned(), assumed: None }
        }
        _ => decode(bytes),
    }
}

/// The outermost element, or the line and what is wrong there.
fn parse(text: &str) -> Result<Element, (u32, String)> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines::new(text);
    let mut open = vec![Element::default()];
    loop {
        let line = lines.at(reader.buffer_position() as usize);
        let event = reader.read_event().map_err(|error| (line, error.to_string()))?;
        let inner = open.last_mut().expect("the outermost stays open");
        match event {
            Event::Start(start) => {
                let element = element(&start, line).map_err(|why| (line, why))?;
                if open.len() > DEEPEST {
                    return Err((line, "its elements are nested too deep".to_owned()));
                }
                open.push(element);
            }
            Event::Empty(start) => {
                inner.children.push(element(&start, line).map_err(|why| (line, why))?);
            }
            Event::End(_) => {
                let done = open.pop().expect("it was opened");
                let Some(inner) = open.last_mut() else {
                    return Err((line, "more elements end than begin".to_owned()));
                };
                inner.children.push(done);
            }
            Event::Text(text) => inner.text += &text.xml10_content(),
            Event::CData(text) => inner.text += &text.xml10_content(),
            Event::GeneralRef(entity) => {
                inner.text += &known(&entity).map_err(|why| (line, why))?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let [outermost] = <[Element; 1]>::try_from(open).map_err(|open| {
        (open[open.len() - 1].line, format!("<{}> is never closed", open[open.len() - 1].name))
    })?;
    let root = outermost.children.into_iter().next();
    root.ok_or_else(|| (1, "this is not XML".to_owned()))
}

fn element(start: &BytesStart<'_>, line: u32) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| error.to_string())?;
        let name = attribute.key.local_name().into_inner().to_owned();
        attributes.push((name, value.into_owned()));
    }
    let name = start.local_name().into_inner().to_owned();
    Ok(Element { name, line, attributes, ..Element::default() })
}

/// The character that `&amp;` or `&#233;` stands for.
fn known(entity: &BytesRef<'_>) -> Result<String, String> {
    if let Some(character) = entity.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(character.to_string());
    }
    let name = entity.xml10_content();
    let known = quick_xml::escape::resolve_predefined_entity(&name);
    known.map(str::to_owned).ok_or_else(|| format!("`&{name};` stands for nothing"))
}
