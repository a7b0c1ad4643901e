use crate::network::Rows;

/// How long ties are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Length {
    /// A step each.
    Step,
    /// 1/strength each, in some unit.
    ByStrength {
        /// How many units of length a tie of strength 1 is long.
        unit: f64,
        /// Lengths that differ by no more than this part of them count as equal.
        slack: f64,
    },
}

/// Where lengths are no whole numbers, those that differ by less than this part are equal: so
/// rounding does not decide which path is shortest.
pub(super) const SLACK: f64 = 1e-9;

/// Whole numbers up to this are exact.
const EXACT: f64 = (1_u64 << 53) as f64;

impl Length {
    /// 1/strength, as whole numbers where strengths are whole numbers, of a unit small enough that
    /// no path is too long to be told exactly.
    pub(crate) fn by_strength(rows: &Rows) -> Self {
        let mut all: Vec<f64> =
            (0..rows.len()).flat_map(|actor| rows.strengths(actor)).copied().collect();
        all.sort_unstable_by(f64::total_cmp);
        all.dedup();
        let longest = EXACT / (rows.len() as f64 + 1.0);
        match multiple(&all, longest) {
            Some(unit) => Self::ByStrength { unit, slack: 0.0 },
            None => Self::ByStrength { unit: 1.0, slack: SLACK },
        }
    }

    /// How long a tie is.
    pub(super) fn of(self, strength: f64) -> f64 {
        match self {
            Self::Step => 1.0,
            Self::ByStrength { unit, .. } => unit / strength,
        }
    }

    /// Part by which lengths may differ that count as equal.
    pub(super) fn slack(self) -> f64 {
        match self {
            Self::Step => 0.0,
            Self::ByStrength { slack, .. } => slack,
        }
    }
}

/// The least number that all of these divide, if they are whole numbers and none of them goes into
/// it more than so many times.
fn multiple(strengths: &[f64], most: f64) -> Option<f64> {
    if strengths.iter().any(|it| it.fract() != 0.0) {
        return None;
    }
    let least = strengths.first()?;
    let mut multiple = 1.0;
    for &strength in strengths {
        multiple = multiple / divisor(multiple, strength) * strength;
        if multiple / least > most || multiple > EXACT {
            return None;
        }
    }
    Some(multiple)
}

/// The greatest common divisor (Euclid), exact as long as both are.
fn divisor(a: f64, b: f64) -> f64 {
    if b == 0.0 { a } else { divisor(b, a % b) }
}
