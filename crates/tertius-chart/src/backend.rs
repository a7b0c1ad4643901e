//! A plotters backend that draws onto our scene, ten sub-pixels to the point: positions keep a tenth of a
//! point although plotters counts in whole numbers, and text is measured by the font it is drawn in.

use std::convert::Infallible;

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle,
    FontTransform,
};

use crate::geometry::{Point, Rect, point};
use crate::scene::{Anchor, Colour, Element, Paint, Path, Stroke, Text, font};

/// Sub-pixels to the point: a plotters size of `n * SUB` is `n` points.
pub(crate) const SUB: f64 = 10.0;

/// A length in points as plotters counts it.
pub(crate) fn sub(length: f64) -> i32 {
    (length * SUB).round() as i32
}

/// Part of a page as a plotters canvas; what is drawn is added to the elements.
pub(crate) struct Canvas<'a> {
    area: Rect,
    elements: &'a mut Vec<Element>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(area: Rect, elements: &'a mut Vec<Element>) -> Self {
        Self { area, elements }
    }

    fn at(&self, (x, y): BackendCoord) -> Point {
        self.area.min + point(f64::from(x), f64::from(y)) * (1.0 / SUB)
    }

    fn paint<S: BackendStyle>(style: &S, fill: bool) -> Paint {
        let color = style.color();
        if fill {
            return Paint { fill: Some((colour(color), color.alpha)), stroke: None };
        }
        let width = f64::from(style.stroke_width()) / SUB;
        Paint::stroke(Stroke { opacity: color.alpha, ..Stroke::new(colour(color), width) })
    }

    fn add_path<S: BackendStyle>(&mut self, path: Path, style: &S, fill: bool) {
        let alpha = style.color().alpha;
        if alpha <= 0.0 {
            return;
        }
        let paint = Self::paint(style, fill);
        match self.elements.last_mut() {
            // Opaque lines of one style are one path: a hatched cell has a dozen.
            Some(Element::Path { path: last, paint: same })
                if !fill && alpha >= 1.0 && *same == paint =>
            {
                last.0.extend(path.0);
            }
            _ => self.elements.push(Element::Path { path, paint }),
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.area.width() * SUB) as u32, (self.area.height() * SUB) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let corner = self.at(at);
        let rect = Rect::new(corner.x, corner.y, 1.0 / SUB, 1.0 / SUB);
        let fill = Some((colour(color), color.alpha));
        self.elements.push(Element::rect(rect, Paint { fill, stroke: None }));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let rect = Rect::around(&[self.at(upper_left), self.at(bottom_right)]);
        self.add_path(Path::rect(rect), style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Point> = path.into_iter().map(|at| self.at(at)).collect();
        self.add_path(Path::open(&points), style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (centre, radius) = (self.at(center), f64::from(radius) / SUB);
        self.elements.push(Element::Circle { centre, radius, paint: Self::paint(style, fill) });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let corners: Vec<Point> = corners.into_iter().map(|at| self.at(at)).collect();
        self.add_path(Path::closed(&corners), style, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() / SUB;
        let turn = match style.transform() {
            FontTransform::None => 0,
            FontTransform::Rotate90 => 90,
            FontTransform::Rotate180 => 180,
            FontTransform::Rotate270 => 270,
        };
        let down = font::CAPITAL
            * size
            * match style.anchor().v_pos {
                VPos::Top => 1.0,
                VPos::Center => 0.5,
                VPos::Bottom => 0.0,
            };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // The base line lies under the point as the text sees it, which may be turned.
        let (sin, cos) = f64::from(turn).to_radians().sin_cos();
        let base = self.at(at) + point(-sin * down, cos * down);
        let bold = matches!(style.style(), FontStyle::Bold);
        let text = Text::new(base, text, size).anchored(anchor).coloured(colour(style.color()));
        self.elements.push(Text { bold, turn, ..text }.into());
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = font::width(text, style.size(), bold);
        Ok((width.ceil() as u32, (style.size() * font::CAPITAL).ceil() as u32))
    }
}

fn colour(color: BackendColor) -> Colour {
    let (red, green, blue) = color.rgb;
    Colour(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::{BLUE, Color, IntoDrawingArea, IntoFont, Rectangle, TextStyle};

    #[test]
    fn plotters_shapes_arrive_in_points() {
        let mut elements = Vec::new();
        {
            let area = Rect::new(100.0, 50.0, 200.0, 80.0);
            let root = Canvas::new(area, &mut elements).into_drawing_area();
            root.draw(&Rectangle::new([(5, 10), (25, 31)], BLUE.filled())).unwrap();
            root.draw_text("Ab", &TextStyle::from(("sans-serif", 70).into_font()), (100, 200))
                .unwrap();
        }
        let Element::Path { path, .. } = &elements[0] else { panic!("{elements:?}") };
        assert_eq!(*path, Path::rect(Rect::new(100.5, 51.0, 2.0, 2.1)));
        let Element::Text(text) = &elements[1] else { panic!("{elements:?}") };
        assert!((text.size - 7.0).abs() < 1e-9 && (text.at.x - 110.0).abs() < 1e-9);
    }
}
