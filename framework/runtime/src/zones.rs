//! Time zones by their names, and the offsets that pages take along.

use jiff::{
    Timestamp,
    tz::{TimeZone, db},
};
use orion_kernel::Zone;
use time::{Duration, OffsetDateTime};

/// How far back pages know the offsets of their day; before, the first one stands.
const BACK: Duration = Duration::days(5 * 365);
/// How far ahead.
const AHEAD: Duration = Duration::days(2 * 365);

/// The zone with a name, with its offsets around a moment. `None` when nobody knows it.
#[must_use]
pub fn zone(name: &str, now: OffsetDateTime) -> Option<Zone> {
    let zone = is_name(name).then(|| TimeZone::get(name).ok()).flatten()?;
    let first = timestamp(now - BACK)?;
    let last = timestamp(now + AHEAD)?;
    let beginning = (first.as_second(), zone.to_offset(first).seconds());
    let changes = zone.following(first).take_while(|change| change.timestamp() <= last);
    let changes = changes.map(|change| (change.timestamp().as_second(), change.offset().seconds()));
    let mut offsets = vec![beginning];
    for (from, offset) in changes {
        // Some changes are of the name alone.
        if offsets.last().is_none_or(|(_, before)| *before != offset) {
            offsets.push((from, offset));
        }
    }
    if offsets.len() == 1 && beginning.1 == 0 {
        offsets.clear();
    }
    Some(Zone { name: name.to_owned(), offsets })
}

/// The zones to choose from: those named after a place, and UTC, by name.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = db().available().map(|name| name.to_string()).filter(|name| is_name(name)).collect();
    names.sort();
    names.dedup();
    names
}

/// Abbreviations and what is kept for old programs are left out.
fn is_name(name: &str) -> bool {
    const REGIONS: [&str; 9] =
        ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    name == "UTC" || name.split_once('/').is_some_and(|(region, _)| REGIONS.contains(&region))
}

fn timestamp(at: OffsetDateTime) -> Option<Timestamp> {
    Timestamp::from_second(at.unix_timestamp()).ok()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

    #[test]
    fn a_page_reads_the_clock_as_its_people_do() {
        let luxembourg = zone("Europe/Luxembourg", NOW).expect("a zone");
        assert_eq!(luxembourg.local(datetime!(2026-07-01 12:00 UTC)).hour(), 14);
        assert_eq!(luxembourg.local(datetime!(2026-01-01 12:00 UTC)).hour(), 13);
        assert_eq!(luxembourg.local(datetime!(2026-03-29 00:59:59 UTC)).hour(), 1);
        assert_eq!(luxembourg.local(datetime!(2026-03-29 01:00 UTC)).hour(), 3);
        assert!(luxembourg.offsets.len() < 20, "every page carries it: {}", luxembourg.offsets.len());
        let kathmandu = zone("Asia/Kathmandu", NOW).expect("a zone");
        let there = kathmandu.local(datetime!(2026-07-01 12:00 UTC));
        assert_eq!((there.hour(), there.minute()), (17, 45));
        assert_eq!(zone("UTC", NOW), Some(Zone { name: "UTC".to_owned(), offsets: Vec::new() }));
    }

    #[test]
    fn only_names_of_places_are_offered() {
        let names = names();
        for name in ["Europe/Luxembourg", "America/New_York", "UTC"] {
            assert!(names.iter().any(|known| known == name), "{name}");
            assert!(zone(name, NOW).is_some(), "{name}");
        }
        for name in ["EST5EDT", "posix/Europe/Paris", "", "Europe/Atlantis", "../etc/passwd"] {
            assert!(!names.iter().any(|known| known == name) && zone(name, NOW).is_none(), "{name}");
        }
    }
}
