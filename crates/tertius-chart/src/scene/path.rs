use crate::geometry::{Point, Rect};

/// One stroke of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    Move(Point),
    Line(Point),
    /// A quadratic curve: its control point, then its end.
    Curve(Point, Point),
    Close,
}

/// An outline; where parts of it lie inside each other, the inner ones are holes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Path(pub(crate) Vec<Step>);

impl Path {
    /// Whether it has several outlines.
    pub(crate) fn has_parts(&self) -> bool {
        self.0.iter().filter(|step| matches!(step, Step::Move(_))).count() > 1
    }

    pub(crate) fn open(points: &[Point]) -> Self {
        let mut steps = Vec::with_capacity(points.len() + 1);
        for (i, &p) in points.iter().enumerate() {
            steps.push(if i == 0 { Step::Move(p) } else { Step::Line(p) });
        }
        Self(steps)
    }

    pub(crate) fn closed(points: &[Point]) -> Self {
        let mut path = Self::open(points);
        path.0.push(Step::Close);
        path
    }

    pub(crate) fn rect(rect: Rect) -> Self {
        let Rect { min, max } = rect;
        Self::closed(&[min, Point { x: max.x, y: min.y }, max, Point { x: min.x, y: max.y }])
    }

    /// A closed curve that bends at each point of a ring and touches the middle of each side.
    pub(crate) fn smooth(ring: &[Point]) -> Self {
        let middle = |i: usize| (ring[i] + ring[(i + 1) % ring.len()]) * 0.5;
        let mut steps = Vec::with_capacity(ring.len() + 2);
        for i in 0..ring.len() {
            if i == 0 {
                steps.push(Step::Move(middle(ring.len() - 1)));
            }
            steps.push(Step::Curve(ring[i], middle(i)));
        }
        steps.push(Step::Close);
        Self(steps)
    }
}
