/// Which line of a text a position is in, for positions that only go forward.
pub(super) struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    pub(super) fn at(&mut self, position: usize) -> u32 {
        let position = position.clamp(self.at, self.bytes.len());
        let passed = &self.bytes[self.at..position];
        self.line += newlines(passed);
        self.at = position;
        self.line
    }
}

fn newlines(text: &[u8]) -> u32 {
    text.split(|byte| *byte == b'\n').count() as u32 - 1
}
