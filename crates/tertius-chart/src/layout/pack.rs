use crate::geometry::{Point, Rect, point};

/// Where to move each box so that none overlap and together they fill a page of the given shape
/// (height over width): shelves, the highest box first, trying each shelf width that a box count gives.
pub(crate) fn pack(boxes: &[Rect], gap: f64, shape: f64) -> Vec<Point> {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&a, &b| boxes[b].height().total_cmp(&boxes[a].height()).then(a.cmp(&b)));
    let mut best: Option<(f64, Vec<Point>)> = None;
    let mut widest = 0.0;
    for &last in &order {
        widest += boxes[last].width() + gap;
        let limit = boxes.iter().map(|b| b.width() + gap).fold(widest, f64::max);
        let (moves, width, height) = shelves(boxes, &order, gap, limit);
        // What the page must be scaled by to hold it: the smaller, the larger everything is drawn.
        let needed = width.max(height / shape);
        if best.as_ref().is_none_or(|(least, _)| needed < *least - 1e-9) {
            best = Some((needed, moves));
        }
    }
    best.map_or_else(Vec::new, |(_, moves)| moves)
}

fn shelves(boxes: &[Rect], order: &[usize], gap: f64, limit: f64) -> (Vec<Point>, f64, f64) {
    let mut moves = vec![point(0.0, 0.0); boxes.len()];
    let (mut x, mut y, mut shelf, mut width) = (0.0, 0.0, 0.0, 0.0_f64);
    for &i in order {
        let item = &boxes[i];
        if x > 0.0 && x + item.width() + gap > limit + 1e-9 {
            y += shelf + gap;
            x = 0.0;
            shelf = 0.0;
        }
        if x == 0.0 {
            shelf = item.height();
        }
        // Lower boxes stand in the middle of their shelf.
        moves[i] = point(x, y + (shelf - item.height()) / 2.0) - item.min;
        x += item.width() + gap;
        width = width.max(x - gap);
    }
    (moves, width, y + shelf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_boxes_keep_their_distance() {
        let boxes: Vec<Rect> = (1..9)
            .map(|i| Rect::new(f64::from(i), -3.0, 1.0 + f64::from(i % 4), f64::from(i % 3)))
            .collect();
        let placed: Vec<Rect> = boxes
            .iter()
            .zip(pack(&boxes, 0.5, 0.8))
            .map(|(b, by)| Rect { min: b.min + by, max: b.max + by })
            .collect();
        for (i, a) in placed.iter().enumerate() {
            for b in &placed[i + 1..] {
                assert!(!a.grown(0.24).overlaps(&b.grown(0.24)), "{a:?} {b:?}");
            }
        }
    }
}
