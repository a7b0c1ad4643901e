//! HTML that escapes by default. Tags and attribute names are literals; everything else is text.

use std::fmt;

/// An element with its attributes and what is in it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// What can be in an element.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// Escaped when written.
    Text(String),
    /// Written as it is: our own style sheet and script, which only a literal can be.
    Literal(&'static str),
    /// Written as it is: data that can end no element.
    Data(Json),
    /// An element.
    Element(Element),
}

/// JSON in which the marks of HTML are escapes, so that nothing in it can end the element it is in.
#[derive(Debug, Clone)]
pub(crate) struct Json(String);

impl Json {
    /// From any JSON: the marks occur in texts only, where an escape says the same.
    pub(crate) fn new(json: &str) -> Self {
        let mut escaped = String::with_capacity(json.len());
        for c in json.chars() {
            match c {
                '<' => escaped.push_str("\\u003c"),
                '>' => escaped.push_str("\\u003e"),
                '&' => escaped.push_str("\\u0026"),
                '\u{2028}' => escaped.push_str("\\u2028"),
                '\u{2029}' => escaped.push_str("\\u2029"),
                c => escaped.push(c),
            }
        }
        Self(escaped)
    }
}

/// An element without content.
pub(crate) fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// What a browser must know before the body. The policy says that nothing is fetched, and that nothing runs but what the
/// page itself holds; `images` are the further sources of pictures that its scripts make.
pub(crate) fn head(title: &str, software: &str, images: &str, style: &'static str) -> Element {
    let meta =
        |name: &'static str, content: &str| el("meta").set("name", name).set("content", content);
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:{images}; font-src data:"
    );
    el("head")
        .with(el("meta").set("charset", "utf-8"))
        .with(el("meta").set("http-equiv", "Content-Security-Policy").set("content", policy))
        .with(meta("viewport", "width=device-width, initial-scale=1"))
        .with(meta("color-scheme", "light dark"))
        .with(meta("generator", software))
        .with(el("title").with(title))
        .with(el("style").with(Node::Literal(style)))
}

/// A paragraph.
pub(crate) fn p(text: impl Into<Node>) -> Element {
    el("p").with(text)
}

/// A list of points.
pub(crate) fn points<N: Into<Node>>(points: impl IntoIterator<Item = N>) -> Element {
    el("ul").all(points.into_iter().map(|point| el("li").with(point)))
}

/// What is shown on demand.
pub(crate) fn details(summary: impl Into<Node>) -> Element {
    el("details").with(el("summary").with(summary))
}

impl Element {
    /// The same with an attribute.
    pub(crate) fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with a class.
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.set("class", class)
    }

    /// The same with something more in it.
    pub(crate) fn with(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// The same with several things more in it.
    pub(crate) fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    fn is_void(&self) -> bool {
        matches!(self.tag, "meta" | "img" | "br")
    }

    /// Blocks start on lines of their own, so that the page can be read as a file too.
    fn is_block(&self) -> bool {
        !matches!(self.tag, "a" | "code" | "em" | "strong" | "span" | "td" | "th" | "br")
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Json> for Node {
    fn from(json: Json) -> Self {
        Self::Data(json)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_block() {
            f.write_str("\n")?;
        }
        write!(f, "<{}", self.tag)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"")?;
            escape(f, value)?;
            f.write_str("\"")?;
        }
        f.write_str(">")?;
        if self.is_void() {
            return Ok(());
        }
        for child in &self.children {
            match child {
                Node::Text(text) => escape(f, text)?,
                Node::Literal(text) => f.write_str(text)?,
                Node::Data(json) => f.write_str(&json.0)?,
                Node::Element(element) => write!(f, "{element}")?,
            }
        }
        write!(f, "</{}>", self.tag)
    }
}

/// Control characters have no place in HTML and are left out.
fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    use fmt::Write;
    for c in text.chars() {
        match c {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_str("&quot;")?,
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => f.write_char(c)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let html = el("a").set("title", "\"><script>").with("<b> & \u{0}co").to_string();
        assert_eq!(html, "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; co</a>");
    }

    #[test]
    fn data_cannot_end_its_element() {
        let json = Json::new("\"</script><!--&\u{2028}\"");
        let html = el("script").with(json).to_string();
        let data = "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"";
        assert_eq!(html, format!("\n<script>{data}</script>"));
    }

    #[test]
    fn void_elements_are_not_closed() {
        assert_eq!(p("a").with(el("br")).to_string(), "\n<p>a<br></p>");
    }
}
