use std::io;
use std::process::ExitCode;

/// Why a command did not do what was asked; each kind has its exit code.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The evidence has errors; they have been shown.
    #[error("{0}")]
    Problems(String),
    /// The command was not understood.
    #[error("{0}")]
    Usage(String),
    /// Something cannot be read or written.
    #[error("{0}")]
    File(String),
    /// The method cannot say anything about this network.
    #[error("{0}")]
    NotApplicable(String),
    /// Whoever reads the output has closed it: nothing is wrong.
    #[error("output closed")]
    Closed,
}

/// What the exit codes mean, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes: 0 done · 1 problems in the data · 2 the command was not understood · 3 cannot read or \
write · 4 the method does not apply · 130 interrupted";

impl Failure {
    /// Says what went wrong on stderr and gives the exit code.
    pub(crate) fn report(&self, json: bool) -> ExitCode {
        let code = match self {
            Self::Closed => return ExitCode::SUCCESS,
            Self::Problems(_) => 1,
            Self::Usage(_) => 2,
            Self::File(_) => 3,
            Self::NotApplicable(_) => 4,
        };
        if json {
            anstream::eprintln!(
                "{}",
                serde_json::json!({ "error": self.to_string(), "exit_code": code })
            );
        } else {
            anstream::eprintln!("tertius: {self}");
        }
        ExitCode::from(code)
    }
}

impl From<tertius::Error> for Failure {
    fn from(error: tertius::Error) -> Self {
        use tertius::Error;
        let text = error.to_string();
        match error {
            Error::Problems { .. } => {
                Self::Problems(format!("{text}\nRun `tertius check` to see them all"))
            }
            Error::NotApplicable { .. } => Self::NotApplicable(text),
            _ => Self::Usage(text),
        }
    }
}

impl From<tertius_formats::Error> for Failure {
    fn from(error: tertius_formats::Error) -> Self {
        Self::File(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::File(error.to_string())
        }
    }
}
