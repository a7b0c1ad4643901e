//! Colours that colour-blind readers can tell apart, and the shapes that say the same again.

use crate::mark::{Form, Mark};
use crate::scene::Colour;

/// How many groups get a colour and shape of their own.
pub(crate) const MOST_GROUPS: usize = 8;

/// Okabe and Ito's set, in the order that keeps the first few most distinct under every colour blindness.
const COLOURS: [Colour; MOST_GROUPS] = [
    Colour(0x00, 0x72, 0xb2),
    Colour(0xe6, 0x9f, 0x00),
    Colour(0x00, 0x9e, 0x73),
    Colour(0xcc, 0x79, 0xa7),
    Colour(0x56, 0xb4, 0xe9),
    Colour(0xd5, 0x5e, 0x00),
    Colour(0xf0, 0xe4, 0x42),
    Colour(0x00, 0x00, 0x00),
];

/// Neighbours in the order are far apart in lightness.
const GREYS: [Colour; MOST_GROUPS] = [
    Colour(0x4d, 0x4d, 0x4d),
    Colour(0xee, 0xee, 0xee),
    Colour(0x91, 0x91, 0x91),
    Colour(0xcf, 0xcf, 0xcf),
    Colour(0x6e, 0x6e, 0x6e),
    Colour(0xdd, 0xdd, 0xdd),
    Colour(0xb0, 0xb0, 0xb0),
    Colour(0x10, 0x10, 0x10),
];

/// The colour of the `i`-th of a few categories.
pub(crate) fn colour(i: usize, grey: bool) -> Colour {
    if grey { GREYS[i % MOST_GROUPS] } else { COLOURS[i % MOST_GROUPS] }
}

/// The mark of an activity among actors, which no group has in colours or in greys.
pub(crate) const ACTIVITY: Mark = Mark::new(Form::Diamond, Colour::INK);

/// The mark of a group: its own for the first eight, a grey hexagon for a ninth or for all those beyond, and
/// a hollow circle for actors whose group is not stated. Without any groups all actors are alike.
pub(crate) fn mark(group: Option<usize>, n_groups: usize, grey: bool) -> Mark {
    match group {
        _ if n_groups == 0 => Mark::new(Form::Circle, colour(0, grey)),
        None => Mark::new(Form::Circle, Colour::WHITE),
        Some(i) if i < MOST_GROUPS => Mark::new(Form::ALL[i], colour(i, grey)),
        Some(_) => Mark::new(Form::Hexagon, Colour(0xbb, 0xbb, 0xbb)),
    }
}

/// Purple – white – orange (diverging, safe for colour-blind readers): -1 far below, 0 even, 1 far above.
pub(crate) fn diverging(value: f64, grey: bool) -> Colour {
    let white = Colour(0xf7, 0xf7, 0xf7);
    let (low, high) = if grey {
        (Colour(0xff, 0xff, 0xff), Colour(0x40, 0x40, 0x40))
    } else {
        (Colour(0x5e, 0x4f, 0x9f), Colour(0xc4, 0x5f, 0x05))
    };
    if grey {
        return low.towards(high, f64::midpoint(value, 1.0));
    }
    if value < 0.0 { white.towards(low, -value) } else { white.towards(high, value) }
}
