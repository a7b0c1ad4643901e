use crate::layout::{Drawn, Layout, Quality, quality};
use crate::scene::{Element, Fonts, Scene, font, png, svg};

/// A finished picture.
#[derive(Debug, Clone)]
pub struct Figure {
    pub(crate) scene: Scene,
    pub(crate) placed: Option<Placed>,
    pub(crate) notes: Vec<String>,
}

/// Where the actors of a sociogram stand, and what else its quality depends on.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) layout: Layout,
    pub(crate) ties: Vec<(usize, usize)>,
    pub(crate) groups: Vec<Option<usize>>,
    pub(crate) radii: Vec<f64>,
    /// How many actors have a name and no room for it.
    pub(crate) unnamed: usize,
}

/// Why a PNG could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// The SVG could not be read back.
    #[error("the figure's SVG could not be drawn: {0}")]
    Svg(String),
    /// No picture of this size can be held.
    #[error("a picture of {width} × {height} pixels cannot be held: ask for fewer dots per inch")]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The pixels could not be packed.
    #[error("the PNG could not be written: {0}")]
    Encoding(#[from] ::png::EncodingError),
}

impl Figure {
    /// A picture without a layout; letters that a PNG would lack are noted.
    pub(crate) fn plain(scene: Scene) -> Self {
        let mut letters = Vec::new();
        missing(&scene.elements, &mut letters);
        letters.sort_unstable();
        letters.dedup();
        let said: Vec<String> = letters.iter().map(char::to_string).collect();
        let note = format!("The font has no letter for: {}", said.join(" "));
        let notes = if letters.is_empty() { Vec::new() } else { vec![note] };
        Self { scene, placed: None, notes }
    }

    /// The picture as an SVG document with live text; it names its font and does not carry it.
    pub fn svg(&self) -> String {
        svg(&self.scene, Fonts::Named)
    }

    /// The picture as an SVG document that carries its font, 90 KB more, for a file that stands alone.
    pub fn svg_with_font(&self) -> String {
        svg(&self.scene, Fonts::Embedded)
    }

    /// The picture as a PNG at a resolution; 300 is what print asks for. The file states its size on paper,
    /// its title and its description.
    ///
    /// # Errors
    ///
    /// When the picture has more pixels than can be held.
    pub fn png(&self, dpi: u32) -> Result<Vec<u8>, PngError> {
        png(&self.scene, dpi)
    }

    /// The figure with a record of how it came about, names and values: metadata of an SVG, text chunks of a PNG.
    /// Names are of ASCII letters, at most 79, as a PNG takes them; one may occur several times.
    pub fn with_record(mut self, record: Vec<(&'static str, String)>) -> Self {
        self.scene.record = record;
        self
    }

    /// The title.
    pub fn title(&self) -> &str {
        &self.scene.title
    }

    /// The alternative text: what a reader who does not see the picture is told.
    pub fn description(&self) -> &str {
        &self.scene.description
    }

    /// Where the actors stand on the page, in points; only a sociogram has it. Given back as
    /// [`Method::Fixed`](crate::layout::Method::Fixed) it keeps the actors in their places in the picture of
    /// another wave.
    pub fn layout(&self) -> Option<&Layout> {
        self.placed.as_ref().map(|placed| &placed.layout)
    }

    /// How good the drawing of a sociogram is; measured when asked.
    pub fn quality(&self) -> Option<Quality> {
        let Placed { layout, ties, groups, radii, .. } = self.placed.as_ref()?;
        Some(quality(&layout.xy, &Drawn { ties, groups, radii }))
    }

    /// How many actors of a sociogram have a name that found no room.
    pub fn unnamed(&self) -> usize {
        self.placed.as_ref().map_or(0, |placed| placed.unnamed)
    }

    /// What whoever publishes the picture should know: labels left out, letters that the font does not have.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}

/// The letters that the font does not have.
fn missing(elements: &[Element], out: &mut Vec<char>) {
    for element in elements {
        match element {
            Element::Text(text) => out.extend(font::missing(&text.content)),
            Element::Group { elements, .. } => missing(elements, out),
            Element::Circle { .. } | Element::Path { .. } => {}
        }
    }
}
