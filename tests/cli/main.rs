//! The command line, as people type it: what comes out, where, and with which exit code.

mod check;
mod compare;
mod convert;
mod explain;
mod files;
mod help;
mod hints;
mod interrupt;
mod join;
mod json;
mod kinds;
mod layouts;
mod lists;
mod looks;
mod measures;
mod packages;
mod pages;
mod record;
mod stories;
mod support;
