//! The `tertius` command: see the library of this crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(tertius_cli::run(std::env::args_os().collect()))
}
