//! What changed between two waves or periods: two networks whose actors are matched by identifier.

pub(crate) mod actors;
mod classes;
pub(crate) mod closure;
mod deal;
pub(crate) mod groups;
pub(crate) mod localities;
pub(crate) mod pairs;
pub(crate) mod participation;
pub(crate) mod routes;
pub(crate) mod ties;
mod two;
mod when;

pub use actors::actors;
pub use closure::closure;
pub use groups::groups;
pub use localities::localities;
pub use pairs::pairs;
pub use participation::participation;
pub use routes::routes;
pub use ties::ties;
