//! What tells one network, or one string of bytes, from another.

use serde::Serialize;

use crate::catalogue::Cut;
use crate::{Error, Network, Result, Study};

/// A number that hangs on every byte taken in (FNV-1a). It finds mistakes; it keeps nobody out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn of_bytes(bytes: &[u8]) -> u64 {
        let mut all = Self(OFFSET);
        all.extend(bytes.iter().copied());
        all.0
    }

    fn of_value(value: &impl Serialize) -> Result<u64> {
        let all = postcard::to_extend(value, Self(OFFSET));
        all.map(|it| it.0).map_err(|error| Error::Parts { why: error.to_string() })
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Extend<u8> for Fingerprint {
    fn extend<I: IntoIterator<Item = u8>>(&mut self, bytes: I) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
}

/// All that measures read of a network, and of the study and the view it was cut from.
pub(super) fn of(net: &Network, cut: Option<Cut<'_>>) -> Result<u64> {
    let cut = cut.map(|(study, view)| Ok((of_study(study)?, view))).transpose()?;
    Fingerprint::of_value(&(net, net.people(), cut))
}

/// The tables as they were understood, wherever they were read from.
fn of_study(study: &Study) -> Result<u64> {
    let Study {
        name: _,
        settings,
        organisations,
        people,
        affiliations,
        activities,
        participation,
        ties,
        localities,
        respondents,
        sources,
        problems: _,
        inputs: _,
        sheets: _,
        // It changes no number.
        story: _,
    } = study;
    let actors = (settings, organisations, people, affiliations, localities);
    Fingerprint::of_value(&(actors, activities, participation, ties, respondents, sources))
}
