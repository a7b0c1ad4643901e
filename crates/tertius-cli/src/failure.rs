use std::io;

use serde_json::json;

/// Why a command did not do what was asked, and what would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    kind: Kind,
    message: String,
    hint: Option<String>,
}

/// Each kind of failure has its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The evidence has errors; they have been shown.
    Problems,
    /// The command was not understood.
    Usage,
    /// Something cannot be read or written.
    File,
    /// The method cannot say anything about this network.
    NotApplicable,
    /// Whoever asked has thought better of it.
    Interrupted,
    /// Whoever reads the output has closed it: nothing is wrong.
    Closed,
}

impl Kind {
    /// The word for it in JSON, and the exit code.
    fn word_and_code(self) -> (&'static str, u8) {
        match self {
            Self::Closed => ("closed", 0),
            Self::Problems => ("problems", 1),
            Self::Usage => ("usage", 2),
            Self::File => ("file", 3),
            Self::NotApplicable => ("not-applicable", 4),
            Self::Interrupted => ("interrupted", 130),
        }
    }
}

/// What the exit codes mean, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes: 0 done · 1 problems in the data · 2 the command was not understood · 3 cannot read or \
write · 4 the method does not apply · 130 interrupted";

impl Failure {
    pub(crate) fn problems(message: impl Into<String>) -> Self {
        Self::new(Kind::Problems, message)
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    pub(crate) fn file(message: impl Into<String>) -> Self {
        Self::new(Kind::File, message)
    }

    pub(crate) fn interrupted() -> Self {
        Self::new(Kind::Interrupted, "interrupted")
    }

    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None }
    }

    /// With what would work.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        self.kind.word_and_code().1
    }

    /// Says what went wrong on standard error and gives the exit code.
    pub(crate) fn report(&self, json: bool) -> u8 {
        let (kind, code) = self.kind.word_and_code();
        let Self { message, hint, .. } = self;
        if self.kind == Kind::Closed {
            return 0;
        }
        if json {
            let error = json!({ "kind": kind, "message": message, "hint": hint, "exit": code });
            anstream::eprintln!("{}", json!({ "error": error }));
        } else {
            anstream::eprintln!("tertius: {message}");
            hint.iter().for_each(|hint| anstream::eprintln!("  → {hint}"));
        }
        code
    }
}

impl From<tertius::Error> for Failure {
    fn from(error: tertius::Error) -> Self {
        use tertius::Error;
        let text = error.to_string();
        match error {
            Error::Problems { .. } => Self::problems(text),
            Error::Unknown { what, value, help } => {
                Self::usage(format!("no {what} is called `{value}`")).hint(help)
            }
            Error::NotApplicable { .. } => Self::new(Kind::NotApplicable, text),
            Error::Stopped => Self::interrupted(),
            _ => Self::usage(text),
        }
    }
}

impl From<tertius_formats::Error> for Failure {
    fn from(error: tertius_formats::Error) -> Self {
        Self::file(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::new(Kind::Closed, "output closed")
        } else {
            Self::file(error.to_string())
        }
    }
}
