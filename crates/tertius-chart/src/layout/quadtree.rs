use crate::geometry::{Point, Rect, point};

/// A cell with fewer actors is not divided further.
const LEAF: usize = 8;
/// Actors in one place cannot be divided: a cell of so many halvings is a leaf whatever it holds.
const DEEPEST: u32 = 32;

/// Actors with masses in cells within cells, so that a far cell can stand for all in it (Barnes and Hut 1986,
/// doi 10.1038/324446a0).
pub(super) struct Quadtree {
    cells: Vec<Cell>,
    /// Actors in the order of the leaves.
    order: Vec<u32>,
}

struct Cell {
    centre: Point,
    mass: f64,
    width: f64,
    /// The part of the order it holds.
    from: u32,
    to: u32,
    /// The first of its four cells, which stand together; 0 for a leaf.
    inner: u32,
}

impl Quadtree {
    pub(super) fn new(xy: &[Point], mass: &[f64]) -> Self {
        let mut tree = Self { cells: Vec::new(), order: (0..xy.len() as u32).collect() };
        let all = Rect::around(xy);
        let square = Square { corner: all.min, width: all.width().max(all.height()).max(1e-9) };
        tree.cells.push(tree.cell(0, xy.len(), square.width, xy, mass));
        tree.divide(0, square, 0, xy, mass);
        tree
    }

    fn cell(&self, from: usize, to: usize, width: f64, xy: &[Point], mass: &[f64]) -> Cell {
        let members = self.order[from..to].iter().map(|&actor| actor as usize);
        let (mut sum, mut total) = (Point::default(), 0.0);
        for actor in members {
            sum = sum + xy[actor] * mass[actor];
            total += mass[actor];
        }
        let centre = if total > 0.0 { sum * (1.0 / total) } else { sum };
        Cell { centre, mass: total, width, from: from as u32, to: to as u32, inner: 0 }
    }

    fn divide(&mut self, at: usize, square: Square, depth: u32, xy: &[Point], mass: &[f64]) {
        let (from, to) = (self.cells[at].from as usize, self.cells[at].to as usize);
        if to - from <= LEAF || depth == DEEPEST {
            return;
        }
        let half = square.width / 2.0;
        let middle = square.corner + point(half, half);
        let quarter = |&actor: &u32| {
            let p = xy[actor as usize];
            usize::from(p.x >= middle.x) + 2 * usize::from(p.y >= middle.y)
        };
        // Stable: the actors of a cell stay in their order whatever the sort does.
        self.order[from..to].sort_by_key(quarter);
        let first = self.cells.len();
        self.cells[at].inner = first as u32;
        let mut start = from;
        for number in 0..4 {
            let end =
                start + self.order[start..to].iter().take_while(|it| quarter(it) == number).count();
            let cell = self.cell(start, end, half, xy, mass);
            self.cells.push(cell);
            start = end;
        }
        for number in 0..4 {
            let corner =
                square.corner + point(half * (number % 2) as f64, half * (number / 2) as f64);
            self.divide(first + number, Square { corner, width: half }, depth + 1, xy, mass);
        }
    }

    /// Calls `with` for everything that acts on a place: its position and mass, cells taken as one where they
    /// are narrower than `opening` times their distance.
    pub(super) fn act_on(
        &self,
        place: Point,
        opening: f64,
        xy: &[Point],
        mass: &[f64],
        mut with: impl FnMut(Point, f64),
    ) {
        let mut waiting = vec![0];
        while let Some(at) = waiting.pop() {
            let cell = &self.cells[at];
            let far = cell.centre.distance(place);
            if cell.from == cell.to {
            } else if cell.width < opening * far {
                with(cell.centre, cell.mass);
            } else if cell.inner > 0 {
                waiting.extend((cell.inner as usize..cell.inner as usize + 4).rev());
            } else {
                for &actor in &self.order[cell.from as usize..cell.to as usize] {
                    with(xy[actor as usize], mass[actor as usize]);
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Square {
    corner: Point,
    width: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_tree_acts_as_its_actors_do(
            places in proptest::collection::vec((-9.0..9.0, -9.0..9.0, 1.0..5.0_f64), 1..80),
            (x, y) in (-9.0..9.0, -9.0..9.0),
        ) {
            let xy: Vec<Point> = places.iter().map(|p| point(p.0, p.1)).collect();
            let mass: Vec<f64> = places.iter().map(|p| p.2).collect();
            let tree = Quadtree::new(&xy, &mass);
            let (mut all, mut seen) = (0.0, 0);
            tree.act_on(point(x, y), 0.0, &xy, &mass, |_, m| { all += m; seen += 1; });
            prop_assert_eq!(seen, xy.len());
            let mut coarse = 0.0;
            tree.act_on(point(x, y), 1.2, &xy, &mass, |_, m| coarse += m);
            let total: f64 = mass.iter().sum();
            prop_assert!((all - total).abs() < 1e-9 && (coarse - total).abs() < 1e-9);
        }
    }

    #[test]
    fn actors_in_one_place_are_no_trouble() {
        let xy = vec![point(1.0, 1.0); 40];
        let tree = Quadtree::new(&xy, &[1.0; 40]);
        let mut seen = 0;
        tree.act_on(point(0.0, 0.0), 0.0, &xy, &[1.0; 40], |_, _| seen += 1);
        assert_eq!(seen, 40);
    }
}
