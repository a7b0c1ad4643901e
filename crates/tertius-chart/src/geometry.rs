//! Points, boxes and segments: the little plane geometry that drawing needs.

use std::ops::{Add, Mul, Sub};

/// A place on the plane: tie lengths in a layout, points (1/72 inch, y downwards) on a page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// The point `(x, y)`.
pub const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Point {
    pub(crate) fn is_finite(&self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }

    pub(crate) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    pub(crate) fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    // sqrt rounds alike on every platform, as IEEE 754 says, and hypot does not.
    pub(crate) fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    pub(crate) fn distance(self, other: Self) -> f64 {
        (self - other).length()
    }

    /// The vector of length one in this direction; rightwards for the zero vector.
    pub(crate) fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { point(1.0, 0.0) }
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        point(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        point(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        point(self.x * factor, self.y * factor)
    }
}

/// An upright box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) min: Point,
    pub(crate) max: Point,
}

impl Rect {
    /// Apart from every box.
    pub(crate) const NOTHING: Self = Self {
        min: point(f64::INFINITY, f64::INFINITY),
        max: point(f64::NEG_INFINITY, f64::NEG_INFINITY),
    };

    pub(crate) fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { min: point(x, y), max: point(x + width, y + height) }
    }

    /// The smallest box around `points`; an empty box at the origin when there are none.
    pub(crate) fn around(points: &[Point]) -> Self {
        let Some(&first) = points.first() else { return Self::new(0.0, 0.0, 0.0, 0.0) };
        let mut rect = Self { min: first, max: first };
        for p in points {
            rect.min = point(rect.min.x.min(p.x), rect.min.y.min(p.y));
            rect.max = point(rect.max.x.max(p.x), rect.max.y.max(p.y));
        }
        rect
    }

    pub(crate) fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    pub(crate) fn height(&self) -> f64 {
        self.max.y - self.min.y
    }

    pub(crate) fn centre(&self) -> Point {
        (self.min + self.max) * 0.5
    }

    pub(crate) fn grown(&self, by: f64) -> Self {
        Self { min: self.min - point(by, by), max: self.max + point(by, by) }
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether there is room between them: boxes that share a border neither overlap nor are apart.
    pub(crate) fn is_apart_from(&self, other: &Self) -> bool {
        self.max.x < other.min.x
            || other.max.x < self.min.x
            || self.max.y < other.min.y
            || other.max.y < self.min.y
    }

    pub(crate) fn contains(&self, other: &Self) -> bool {
        self.min.x <= other.min.x
            && self.min.y <= other.min.y
            && self.max.x >= other.max.x
            && self.max.y >= other.max.y
    }

    pub(crate) fn nearest(&self, p: Point) -> Point {
        point(p.x.clamp(self.min.x, self.max.x), p.y.clamp(self.min.y, self.max.y))
    }

    pub(crate) fn touches_disc(&self, centre: Point, radius: f64) -> bool {
        self.nearest(centre).distance(centre) < radius
    }

    pub(crate) fn meets_segment(&self, from: Point, to: Point) -> bool {
        self.clip(from, to).is_some()
    }

    /// The part of a segment that is inside, as shares of its length (Liang and Barsky: cut by the four sides).
    pub(crate) fn clip(&self, from: Point, to: Point) -> Option<(f64, f64)> {
        let along = to - from;
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, low, high) in [
            (along.x, self.min.x - from.x, self.max.x - from.x),
            (along.y, self.min.y - from.y, self.max.y - from.y),
        ] {
            if step == 0.0 {
                if low > 0.0 || high < 0.0 {
                    return None;
                }
                continue;
            }
            let (first, last) = (low / step, high / step);
            enter = enter.max(first.min(last));
            leave = leave.min(first.max(last));
        }
        (enter <= leave).then_some((enter, leave))
    }
}

/// How far `p` is from the segment.
pub(crate) fn distance_to_segment(p: Point, from: Point, to: Point) -> f64 {
    let along = to - from;
    let square = along.dot(along);
    let share = if square > 0.0 { ((p - from).dot(along) / square).clamp(0.0, 1.0) } else { 0.0 };
    p.distance(from + along * share)
}

/// Whether two segments cross at a point inside both.
pub(crate) fn cross(a: (Point, Point), b: (Point, Point)) -> bool {
    let side = |s: (Point, Point), p: Point| (s.1 - s.0).cross(p - s.0);
    side(a, b.0) * side(a, b.1) < 0.0 && side(b, a.0) * side(b, a.1) < 0.0
}

/// The corners of the convex hull, in order (Andrew's monotone chain).
pub(crate) fn convex_hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let mut hull = half_hull(sorted.iter().copied());
    hull.extend(half_hull(sorted.iter().rev().copied()));
    hull
}

fn half_hull(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut half: Vec<Point> = Vec::new();
    for p in points {
        while let [.., a, b] = half[..]
            && (b - a).cross(p - a) <= 0.0
        {
            half.pop();
        }
        half.push(p);
    }
    half.pop();
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hull_of_a_square_leaves_out_its_centre() {
        let corners = [point(0.0, 0.0), point(2.0, 0.0), point(2.0, 2.0), point(0.0, 2.0)];
        let mut all = corners.to_vec();
        all.push(point(1.0, 1.0));
        let hull = convex_hull(&all);
        assert_eq!(hull.len(), 4);
        assert!(corners.iter().all(|corner| hull.contains(corner)));
    }

    #[test]
    fn segments_meet_boxes_they_pass_through_and_no_others() {
        let rect = Rect::new(0.0, 0.0, 2.0, 1.0);
        assert!(rect.meets_segment(point(-1.0, -1.0), point(3.0, 2.0)));
        assert!(rect.meets_segment(point(0.5, 0.5), point(0.6, 0.6)));
        assert!(!rect.meets_segment(point(-1.0, 0.5), point(1.0, 2.5)));
    }

    #[test]
    fn segments_sharing_an_end_do_not_cross() {
        let (a, b, c, d) = (point(0.0, 0.0), point(2.0, 2.0), point(0.0, 2.0), point(2.0, 0.0));
        assert!(cross((a, b), (c, d)));
        assert!(!cross((a, b), (a, d)));
    }
}
