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
//! * [`actor::bonacich_power`]: power by ties to the powerful, or to those who have nobody else (Bonacich 1987)
//! * [`actor::bridging`]: whether an actor lies where dense parts meet (Hwang, Cho, Zhang and Ramanathan 2006)
//! * [`actor::brokerage`]: the five brokerage roles, with expectation, sd and z (Gould and Fernandez 1989)
//! * [`actor::brokerage_exclusivity`]: pairs an actor stands between, and those that nobody else does (Hamilton, Hileman and Bodin 2020)
//! * [`actor::closeness`]: how near an actor is to all others (Marchiori and Latora 2000)
//! * [`actor::community`]: the community an actor is in, and how stable that is (Newman and Girvan 2004; Traag, Waltman and van Eck 2019)
//! * [`actor::constraint`]: how far an actor's contacts are tied to one another (Burt 1992)
//! * [`actor::core`]: whether an actor is in the core, and how near its middle (Borgatti and Everett 1999)
//! * [`actor::coreness`]: how deep in the network an actor stands (Seidman 1983)
//! * [`actor::cut_points`]: who alone holds parts together, and in blocks of what size (Hopcroft and Tarjan 1973)
//! * [`actor::degree`]: how many alters, how strongly tied, and both in one (Freeman 1978)
//! * [`actor::effective_size`]: how many contacts do not repeat one another, and their share (Burt 1992; Borgatti 1997)
//! * [`actor::ego_betweenness`]: pairs of an actor's own alters that it stands between (Everett and Borgatti 2005)
//! * [`actor::eigenvector`]: how central an actor's alters are, and theirs in turn (Bonacich 1972)
//! * [`actor::hierarchy`]: whether constraint comes from one contact above all (Burt 1992)
//! * [`actor::hits`]: who points to those much pointed to, and who these are (Kleinberg 1999)
//! * [`actor::homophily`]: ties inside the own group against whom there was to choose (Krackhardt and Stern 1988)
//! * [`actor::honest_broker`]: pairs of those who trust an actor, by the ties between them (Borgatti, Everett and Freeman 2002)
//! * [`actor::information`]: how near to others by every path, not the shortest alone (Stephenson and Zelen 1989)
//! * [`actor::katz`]: walks of any length that lead to an actor (Katz 1953)
//! * [`actor::key_players`]: the few who hold the others together, or reach them (Borgatti 2006)
//! * [`actor::pagerank`]: where a walk along ties is in the long run (Brin and Page 1998)
//! * [`actor::participation`]: how ties are spread over the groups, and z within the own (Guimerà and Amaral 2005)
//! * [`actor::reach`]: who is within a few steps of an actor (Borgatti 2006)
//! * [`actor::removal`]: what falls apart without an actor (Borgatti 2006)
//! * [`actor::robustness`]: in how many plausible versions of the evidence an actor stays at the top (Borgatti, Carley and Krackhardt 2006)
//! * [`actor::segregation`]: how closed the surroundings of an actor are (Echenique and Fryer 2007)
//! * [`actor::spanners`]: posts, organisations, sectors and localities that a person spans (Williams 2002)
//!
//! One value, or one profile, for each tie or pair of actors:
//!
//! * [`tie::backbone`]: ties too strong, or activities too often shared, to be chance (Serrano, Boguñá and Vespignani 2009)
//! * [`tie::betweenness`]: pairs of actors whose shortest paths take a tie (Anthonisse 1971; Girvan and Newman 2002)
//! * [`tie::bridges`]: ties that alone join two parts, and how far the way round others is (Granovetter 1973)
//! * [`tie::crossing`]: whether a tie joins two sectors, localities or organisations (Krackhardt and Stern 1988)
//! * [`tie::embeddedness`]: alters that the two ends of a tie share (Easley and Kleinberg 2010; Onnela et al. 2007)
//! * [`tie::suggestions`]: ties that would bring groups closest (Latora and Marchiori 2001)
//!
//! One value for each group, or pair of groups:
//!
//! * [`group::brokerage`]: what the members of each group broker, against chance (Gould and Fernandez 1989)
//! * [`group::density`]: density inside each group against that with all others (Wasserman and Faust 1994; Fershtman 1997)
//! * [`group::ei_index`]: external against internal ties of each group (Krackhardt and Stern 1988)
//! * [`group::gaps`]: ties between groups that are wished for and not there (Provan, Veazie, Staten and Teufel-Shone 2005)
//! * [`group::homophily`]: choices inside each group beyond what its size makes likely (Coleman 1958)
//! * [`group::mixing`]: ties between groups against what is expected (Newman 2003)
//! * [`group::overlap`]: how far two kinds of tie join the same pairs (Jaccard 1912; Verbrugge 1979)
//!
//! One value for the whole network:
//!
//! * [`whole::assortativity`]: whether ties join actors who are alike (Newman 2003)
//! * [`whole::brokerage`]: brokerage of each role in all, with expectation, sd and z (Gould and Fernandez 1989)
//! * [`whole::centralization`]: how far centrality is in the hands of one actor (Freeman 1978)
//! * [`whole::communities`]: how far a network falls into communities, and how far runs agree (Newman and Girvan 2004; Traag, Waltman and van Eck 2019)
//! * [`whole::components`]: the pieces a network is in (Wasserman and Faust 1994)
//! * [`whole::core_periphery`]: a core tied within and a periphery that is not, against chance (Borgatti and Everett 1999)
//! * [`whole::density`]: the share of observed dyads that hold a tie (Wasserman and Faust 1994)
//! * [`whole::ei_index`]: external against internal ties (Krackhardt and Stern 1988)
//! * [`whole::fragmentation`]: pairs who cannot reach each other, and how remote the others are (Borgatti 2006)
//! * [`whole::geodesics`]: how far apart actors are (Wasserman and Faust 1994; Latora and Marchiori 2001)
//! * [`whole::krackhardt`]: how near a network comes to a pure hierarchy (Krackhardt 1994)
//! * [`whole::reciprocity`]: ties returned, and the dyad census (Wasserman and Faust 1994; Garlaschelli and Loffredo 2004)
//! * [`whole::robustness`]: how far a ranking hangs on what the evidence leaves open (Borgatti, Carley and Krackhardt 2006)
//! * [`whole::segregation`]: how far the groups keep apart, by five indices (Bojanowski and Corten 2014)
//! * [`whole::transitivity`]: two-paths that are closed (Wasserman and Faust 1994)
//! * [`whole::triad_census`]: triples of actors by how they are tied (Holland and Leinhardt 1970; Batagelj and Mrvar 2001)
//! * [`whole::two_mode_clustering`]: how far who meets once meets again (Robins and Alexander 2004)
//!
//! What a finding is worth:
//!
//! * [`null::bootstrap`]: how far a number would vary if its actors were others like them (Snijders and Borgatti 1999)
//! * [`null::boundaries`]: which boundary matters most: sector, locality, region (Krackhardt and Stern 1988)
//! * [`null::bounds`]: what a number could be, whatever is in the dyads that were not observed (Manski 2003)
//! * [`null::compare`]: whether a number differs between two networks, such as two waves (Snijders and Borgatti 1999)
//! * [`null::cug`]: whether a number is more than in random networks of the same density (Anderson, Butts and Carley 1999)
//! * [`null::jackknife`]: how sure a number is, and which actor it hangs on (Snijders and Borgatti 1999)
//! * [`null::mrqap`]: what goes with ties, each term beside the others (Dekker, Krackhardt and Snijders 2007; Krackhardt 1988)
//! * [`null::mrqap_logit`]: what goes with whether there is a tie, as odds (Dekker, Krackhardt and Snijders 2007)
//! * [`null::qap`]: whether ties go with another relation, or with who is alike (Hubert and Schultz 1976; Krackhardt 1988)
//! * [`null::test`]: whether a number is more, or less, than chance gives (Good 2005)
//!
//! What changed between two waves or periods:
//!
//! * [`change::actors`]: who joined and left, what each kept and lost, and its role at both times (Gould and Fernandez 1989)
//! * [`change::closure`]: brokered pairs that are tied directly now: the broker out of a job (Obstfeld 2005)
//! * [`change::groups`]: ties kept, gained and lost between groups (Jaccard 1912)
//! * [`change::localities`]: how each group changed inside, and whether more than others (Good 2005)
//! * [`change::pairs`]: what became of each tie (Snijders, van de Bunt and Steglich 2010)
//! * [`change::participation`]: who came for the first time and who came back (Breiger 1974)
//! * [`change::routes`]: pairs tied directly, by go-betweens or not at all, and which became which (Gould and Fernandez 1989)
//! * [`change::ties`]: ties kept, gained and lost, and how alike two networks are (Jaccard 1912)

pub mod actor;
pub mod catalogue;
pub mod change;
pub mod group;
pub mod network;
pub mod null;
pub mod options;
pub mod shards;
pub mod study;
pub mod tie;
pub mod whole;

mod around;
mod bicm;
mod brokerage;
mod communities;
mod cores;
mod counted;
mod draws;
mod error;
mod holes;
mod paths;
mod results;
mod spectra;
mod versions;
mod watch;

pub use catalogue::{Arguments, MEASURES, Measure, Unit};
pub use counted::counted;
pub use error::{Error, Result};
pub use network::{Grouping, Network, View};
pub use results::{Column, Method, Results, Undefined, Values};
pub use study::Study;
pub use watch::Watch;
