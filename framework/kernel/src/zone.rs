//! A time zone as far as pages need it: its offsets around now. The browser part carries no table of all zones.

use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, UtcOffset};

/// A time zone with its offsets for some years around now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its name, such as `Europe/Luxembourg`.
    pub name: String,
    /// From which moment (seconds since 1970) how many seconds are added to UTC, in order. The first holds before its
    /// moment too; without any it is UTC.
    pub offsets: Vec<(i64, i32)>,
}

impl Zone {
    /// The moment as clocks of this zone show it.
    #[must_use]
    pub fn local(&self, at: OffsetDateTime) -> OffsetDateTime {
        let seconds = at.unix_timestamp();
        let passed = self.offsets.partition_point(|(from, _)| *from <= seconds);
        let offset = self.offsets.get(passed.saturating_sub(1)).map_or(0, |(_, offset)| *offset);
        at.to_offset(UtcOffset::from_whole_seconds(offset).unwrap_or(UtcOffset::UTC))
    }

    /// The same zone with the offsets that hold from one moment to another, for pages that show nothing older.
    #[must_use]
    pub fn between(&self, from: OffsetDateTime, to: OffsetDateTime) -> Self {
        let (from, to) = (from.unix_timestamp(), to.unix_timestamp());
        let first = self.offsets.partition_point(|(start, _)| *start <= from).saturating_sub(1);
        let offsets = self.offsets.iter().skip(first).take_while(|(start, _)| *start <= to).copied().collect();
        Self { name: self.name.clone(), offsets }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    fn luxembourg() -> Zone {
        Zone {
            name: "Europe/Luxembourg".to_owned(),
            offsets: vec![
                (datetime!(2025-10-26 01:00 UTC).unix_timestamp(), 3_600),
                (datetime!(2026-03-29 01:00 UTC).unix_timestamp(), 7_200),
                (datetime!(2026-10-25 01:00 UTC).unix_timestamp(), 3_600),
            ],
        }
    }

    #[test]
    fn clocks_are_put_forward_and_back() {
        for (at, hour) in [
            (datetime!(2026-03-29 00:59 UTC), 1),
            (datetime!(2026-03-29 01:00 UTC), 3),
            (datetime!(2026-10-25 00:59 UTC), 2),
            (datetime!(2026-10-25 01:00 UTC), 2),
            (datetime!(2020-07-01 12:00 UTC), 13),
            (datetime!(2030-07-01 12:00 UTC), 13),
        ] {
            assert_eq!(luxembourg().local(at).hour(), hour, "{at}");
        }
        assert_eq!(Zone::default().local(datetime!(2026-07-01 12:00 +2)).hour(), 10);
    }

    #[test]
    fn a_part_says_the_same_about_its_time() {
        let (from, to) = (datetime!(2026-05-01 0:00 UTC), datetime!(2026-09-01 0:00 UTC));
        let part = luxembourg().between(from, to);
        assert_eq!(part.offsets.len(), 1);
        assert_eq!(part.local(from), luxembourg().local(from));
        assert_eq!(Zone::default().between(from, to), Zone::default());
    }
}
