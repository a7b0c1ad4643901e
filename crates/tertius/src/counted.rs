/// A number of things: `1 tie`, `2 ties`.
///
/// ```
/// assert_eq!(tertius::counted(1, "person", "people"), "1 person");
/// assert_eq!(tertius::counted(0, "person", "people"), "0 people");
/// ```
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
