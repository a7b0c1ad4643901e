//! Ties as a matrix: what eigenvectors, walks of any length and currents share.

mod circles;
mod dominant;
mod matrix;
mod resistance;
mod walks;

pub(crate) use dominant::{Dominant, dominant, largest, same_value};
pub(crate) use matrix::Matrix;
pub(crate) use resistance::resistances;
pub(crate) use walks::{factor, walks};

/// A number in six digits, for a note.
pub(crate) fn short(value: f64) -> String {
    format!("{value:.5e}").parse().map_or_else(|_| value.to_string(), |it: f64| it.to_string())
}
