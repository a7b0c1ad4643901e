//! Collaboration networks from evidence: who holds a local learning system together.
//!
//! Data flows one way: a [`study::Study`] holds what was observed, by whom and how certain; a
//! [`View`] chooses which of it becomes a [`Network`]; measures turn a network into [`Results`],
//! columns that carry their method. This crate reads no file, draws nothing and prints nothing.
//!
//! # Measures
//!
//! Each is a function, a page and golden numbers; [`MEASURES`] lists them for programs.
//!
//! One value, or one profile, for each actor:
//!
//! * [`actor::alters`]: which groups the alters come from, and how mixed they are (Blau 1977)
//! * [`actor::betweenness`]: pairs of actors whose shortest paths an actor lies on (Freeman 1977; Brandes 2001)
//! * [`actor::betweenness_between`]: betweenness on the paths between chosen groups (Flom et al. 2004; Guns and Rousseau 2015)
//! * [`actor::betweenness_by_role`]: betweenness split by brokerage role (Everett and Borgatti 2012)
//! * [`actor::bridging`]: whether an actor lies where dense parts meet (Hwang, Cho, Zhang and Ramanathan 2006)
//! * [`actor::brokerage`]: the five brokerage roles, with expectation, sd and z (Gould and Fernandez 1989)
//! * [`actor::brokerage_exclusivity`]: pairs an actor stands between, and those that nobody else does (Hamilton, Hileman and Bodin 2020)
//! * [`actor::constraint`]: how far an actor's contacts are tied to one another (Burt 1992)
//! * [`actor::degree`]: how many alters, how strongly tied, and both in one (Freeman 1978)
//! * [`actor::effective_size`]: how many contacts do not repeat one another, and their share (Burt 1992; Borgatti 1997)
//! * [`actor::hierarchy`]: whether constraint comes from one contact above all (Burt 1992)
//! * [`actor::homophily`]: ties inside the own group against whom there was to choose (Krackhardt and Stern 1988)
//! * [`actor::honest_broker`]: pairs of those who trust an actor, by the ties between them (Borgatti, Everett and Freeman 2002)
//! * [`actor::participation`]: how ties are spread over the groups, and z within the own (Guimerà and Amaral 2005)
//! * [`actor::removal`]: what falls apart without an actor (Borgatti 2006)
//! * [`actor::spanners`]: posts, organisations, sectors and localities that a person spans (Williams 2002)
//!
//! One value, or one profile, for each tie or pair of actors:
//!
//! * [`tie::betweenness`]: pairs of actors whose shortest paths take a tie (Anthonisse 1971; Girvan and Newman 2002)
//! * [`tie::crossing`]: whether a tie joins two sectors, localities or organisations (Krackhardt and Stern 1988)
//!
//! One value for each group, or pair of groups:
//!
//! * [`group::brokerage`]: what the members of each group broker, against chance (Gould and Fernandez 1989)
//! * [`group::mixing`]: ties between groups against what is expected (Newman 2003)
//!
//! One value for the whole network:
//!
//! * [`whole::brokerage`]: brokerage of each role in all, with expectation, sd and z (Gould and Fernandez 1989)
//! * [`whole::components`]: the pieces a network is in (Wasserman and Faust 1994)
//! * [`whole::density`]: the share of observed dyads that hold a tie (Wasserman and Faust 1994)
//! * [`whole::ei_index`]: external against internal ties (Krackhardt and Stern 1988)
//! * [`whole::reciprocity`]: ties returned, and the dyad census (Wasserman and Faust 1994; Garlaschelli and Loffredo 2004)
//! * [`whole::transitivity`]: two-paths that are closed (Wasserman and Faust 1994)
//! * [`whole::triad_census`]: triples of actors by how they are tied (Holland and Leinhardt 1970; Batagelj and Mrvar 2001)

pub mod actor;
pub mod catalogue;
pub mod group;
pub mod network;
pub mod options;
pub mod study;
pub mod tie;
pub mod whole;

mod around;
mod brokerage;
mod counted;
#[allow(dead_code)]
mod draws;
mod error;
mod holes;
mod paths;
mod results;
mod traffic;
mod watch;

pub use catalogue::{Arguments, MEASURES, Measure, Unit};
pub use counted::counted;
pub use error::{Error, Result};
pub use network::{Grouping, Network, View};
pub use results::{Column, Method, Results, Undefined, Values};
pub use study::Study;
pub use watch::Watch;
