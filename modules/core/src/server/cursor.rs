//! A place in a list that is read on by time, as it stands in an address.

use std::fmt;

use time::OffsetDateTime;
use uuid::Uuid;

/// The last row that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub at: OffsetDateTime,
    pub id: Uuid,
}

impl Cursor {
    /// Reads what [`to_string`](ToString::to_string) wrote; nothing for anything else, which is the list's beginning.
    pub fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        let micros: i64 = at.parse().ok()?;
        let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(micros) * 1_000).ok()?;
        // What the database counts with ends before what we can write.
        let at = (1..9_999).contains(&at.year()).then_some(at)?;
        Some(Self { at, id: id.parse().ok()? })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.unix_timestamp_nanos() / 1_000, self.id.simple())
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is_a_place() {
        let place = Cursor { at: datetime!(2026-03-14 14:05:59.123456 UTC), id: Uuid::from_u128(7) };
        assert_eq!(Cursor::parse(&place.to_string()), Some(place));
        for text in ["", ".", "1", "1.x", "x.00000000000000000000000000000007", "9223372036854775807.7"] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }
}
