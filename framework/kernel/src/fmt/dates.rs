//! Dates and times: on the pages of a store in its time zone, elsewhere in the offset they come with.

use time::OffsetDateTime;

use crate::{boot::in_page_zone, locale::Locale};

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const LB: [&str; 12] = [
    "Januar",
    "Februar",
    "Mäerz",
    "Abrëll",
    "Mee",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// A date with its month in letters: `14 March 2026` (en), `14. März 2026` (de), `14 mars 2026` (fr; the first is
/// `1er`), `14. Mäerz 2026` (lb).
pub fn date(locale: Locale, at: OffsetDateTime) -> String {
    day(locale, in_page_zone(at))
}

fn day(locale: Locale, at: OffsetDateTime) -> String {
    let (day, year) = (at.day(), at.year());
    let month = usize::from(u8::from(at.month())) - 1;
    match locale {
        Locale::En => format!("{day} {} {year}", EN[month]),
        Locale::De => format!("{day}. {} {year}", DE[month]),
        Locale::Fr if day == 1 => format!("1er {} {year}", FR[month]),
        Locale::Fr => format!("{day} {} {year}", FR[month]),
        Locale::Lb => format!("{day}. {} {year}", LB[month]),
    }
}

/// A date as [`date`] writes it, and the time to the minute: `14 March 2026, 14:05`.
pub fn date_time(locale: Locale, at: OffsetDateTime) -> String {
    let at = in_page_zone(at);
    format!("{}, {:02}:{:02}", day(locale, at), at.hour(), at.minute())
}

/// A date in digits, in the offset it comes with: `14/03/2026` (en, fr), `14.03.2026` (de, lb).
pub fn date_short(locale: Locale, at: OffsetDateTime) -> String {
    let (day, month, year) = (at.day(), u8::from(at.month()), at.year());
    match locale {
        Locale::En | Locale::Fr => format!("{day:02}/{month:02}/{year:04}"),
        Locale::De | Locale::Lb => format!("{day:02}.{month:02}.{year:04}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{De, En, Fr, Lb};
    use time::macros::{datetime, offset};

    const AT: OffsetDateTime = datetime!(2026-03-14 14:05:59 +1);

    #[test]
    fn dates() {
        let all = Locale::ALL.map(|locale| date(locale, AT));
        assert_eq!(all, ["14 March 2026", "14. März 2026", "14 mars 2026", "14. Mäerz 2026"]);
        assert_eq!(date(Fr, datetime!(2026-08-01 0:00 UTC)), "1er août 2026");
        assert_eq!(date(Lb, datetime!(2026-12-31 0:00 UTC)), "31. Dezember 2026");
    }

    #[test]
    fn times_are_in_the_offset_they_come_with() {
        assert_eq!(date_time(En, AT), "14 March 2026, 14:05");
        assert_eq!(date_time(De, AT.to_offset(offset!(-14))), "13. März 2026, 23:05");
    }

    #[test]
    fn dates_in_digits() {
        let all = Locale::ALL.map(|locale| date_short(locale, AT));
        assert_eq!(all, ["14/03/2026", "14.03.2026", "14/03/2026", "14.03.2026"]);
    }
}
