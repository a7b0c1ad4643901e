use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::{Fonts, Scene, font, svg};
use crate::PngError;

/// The scene as a PNG, drawn from its SVG in the embedded font alone, with its size on paper and its
/// description written into the file.
pub(crate) fn png(scene: &Scene, dpi: u32) -> Result<Vec<u8>, PngError> {
    let mut fonts = Database::new();
    for data in [font::REGULAR, font::SEMIBOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(data)));
    }
    let options = Options { dpi: dpi as f32, fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&svg(scene, Fonts::Named), &options)
        .map_err(|error| PngError::Svg(error.to_string()))?;
    let size = tree.size().to_int_size();
    let too_large = || PngError::Size { width: size.width(), height: size.height() };
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(too_large)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encode(scene, dpi, &pixels)
}

fn encode(scene: &Scene, dpi: u32, pixels: &Pixmap) -> Result<Vec<u8>, PngError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    // The page is white and opaque, so the alpha channel says nothing.
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".into(), scene.title.clone())?;
    encoder.add_itxt_chunk("Description".into(), scene.description.clone())?;
    for (name, value) in &scene.record {
        encoder.add_itxt_chunk((*name).to_owned(), value.clone())?;
    }
    let rgb: Vec<u8> =
        pixels.data().chunks(4).flat_map(|rgba| [rgba[0], rgba[1], rgba[2]]).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(out)
}
