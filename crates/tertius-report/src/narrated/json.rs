//! JSON inside an element of HTML: short, and nothing in it can end the element.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::html::Json;

/// A number written short: whole numbers without a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number(f64);

impl Number {
    /// To a hundredth of a point, finer than anybody sees.
    pub(super) fn position(value: f64) -> Self {
        Self((value * 100.0).round() / 100.0)
    }

    /// To six figures.
    pub(super) fn value(value: f64) -> Self {
        Self(format!("{value:.5e}").parse().unwrap_or(value))
    }
}

/// Whole numbers below this are exact.
const EXACT: f64 = 9e15;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            return to.serialize_i64(self.0 as i64);
        }
        to.serialize_f64(self.0)
    }
}

/// A value as JSON for a script element.
pub(super) fn json(value: &Value) -> Json {
    Json::new(&value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let said = |number: Number| serde_json::to_string(&number).expect("finite");
        assert_eq!(said(Number::position(12.0)), "12");
        assert_eq!(said(Number::position(-0.126)), "-0.13");
        assert_eq!(said(Number::value(2.0 / 3.0)), "0.666667");
        assert_eq!(said(Number::value(1_234_567.8)), "1234570");
    }
}
