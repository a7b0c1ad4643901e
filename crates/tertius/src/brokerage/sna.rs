use super::sizes::Sizes;

/// Variances as R sna gives them.
pub(super) fn variance(sizes: &Sizes, role: usize, d: f64, triples: f64) -> f64 {
    let n = sizes.actors();
    let q = |there: i32, absent: i32| d.powi(there) * (1.0 - d).powi(absent);
    let (p, q3, q4, q5) = (q(2, 1), q(3, 3), q(4, 2), q(5, 1));
    let own = triples * p * (1.0 - p);
    own + match role {
        0 => sizes.each(|g| {
            g * (g - 1.0)
                * (g - 2.0)
                * ((4.0 * g - 10.0) * q3 - 4.0 * (g - 3.0) * q4 + (g - 3.0) * q5)
        }),
        1 => sizes.pairs(|x, y| {
            x * y * (x - 1.0) * ((2.0 * x + 2.0 * y - 6.0) * q3 + (n - x - 1.0) * q5)
        }),
        2 | 3 => sizes.each(|g| g * (n - g) * (g - 1.0) * ((n - 3.0) * q3 + (g - 2.0) * q5)),
        4 => sizes.triples(|x, y, z| {
            x * y
                * z
                * ((4.0 * (n - y) - 2.0 * (x + z + 1.0)) * q3
                    - (4.0 * (n - z) - 2.0 * (x + y + 1.0)) * q4
                    + (n - (x + z + 1.0)) * q5)
        }),
        _ => {
            n * (n - 1.0)
                * (n - 2.0)
                * ((4.0 * n - 10.0) * q3 - 4.0 * (n - 3.0) * q4 + (n - 3.0) * q5)
        }
    }
}
