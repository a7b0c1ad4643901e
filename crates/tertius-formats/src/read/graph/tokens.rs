//! Words of a line, some in quotation marks.

/// A word, and whether it was in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) quoted: bool,
}

/// The words of a line: between spaces, and whatever else separates them; a quotation mark begins a
/// word that ends at the next.
pub(super) fn tokens(line: &str, separates: impl Fn(char) -> bool) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || separates(c));
        let Some(first) = rest.chars().next() else { return found };
        let (text, after) = if first == '"' {
            quoted(&rest[1..])
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || separates(c)).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        };
        found.push(Token { text, quoted: first == '"' });
        rest = after;
    }
}

/// The text up to the closing quotation mark, and what follows. `\"` is a quotation mark in the
/// text where another one follows, as other programs than Pajek write it.
fn quoted(text: &str) -> (String, &str) {
    let mut said = String::new();
    let mut rest = text;
    loop {
        let Some(at) = rest.find('"') else {
            said.push_str(rest);
            return (said, "");
        };
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        match before.strip_suffix('\\') {
            Some(before) if after.contains('"') => {
                said.push_str(before);
                said.push('"');
                rest = after;
            }
            _ => {
                said.push_str(before);
                return (said, after);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_spaces_outside_quotation_marks() {
        let texts =
            |line| tokens(line, |_| false).into_iter().map(|it| it.text).collect::<Vec<_>>();
        assert_eq!(texts(r#" 1  "St Mary's, Leeds" 0.5 "#), ["1", "St Mary's, Leeds", "0.5"]);
        assert_eq!(texts(r#"1 "a \"b\" c" 2"#), ["1", r#"a "b" c"#, "2"]);
        assert_eq!(texts(r#"1 "C:\" 2"#), ["1", r"C:\", "2"]);
        assert_eq!(texts(r#"1 "never closed"#), ["1", "never closed"]);
        assert_eq!(texts(""), [""; 0]);
    }
}
