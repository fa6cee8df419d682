//! The stretch of time that figures are about, and the one before it.

use serde::{Deserialize, Serialize};
use time::{Date, Duration, OffsetDateTime, macros::format_description};

/// The most days a period of one's own may have.
const MAX_DAYS: i64 = 3_660;

/// A stretch of time and the one of the same length before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first moment.
    pub from: OffsetDateTime,
    /// The first moment after it.
    pub until: OffsetDateTime,
    /// The first moment of the period before, which ends at `from`.
    pub before: OffsetDateTime,
}

impl Period {
    /// How many days it touches; at least one.
    #[must_use]
    pub fn days(&self) -> i64 {
        (((self.until - self.from).whole_seconds() + 86_399) / 86_400).max(1)
    }
}

/// A period as it stands in an address. It comes from outside and may hold anything; [`resolve`](Self::resolve) makes
/// a period of it in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PeriodQuery {
    /// `today`, `7`, `30`, `90`, `year` or `custom`; 30 days when empty.
    #[serde(default)]
    pub period: String,
    /// The first day of a custom one, `2026-03-14`.
    #[serde(default)]
    pub from: String,
    /// The last day of a custom one.
    #[serde(default)]
    pub to: String,
}

impl PeriodQuery {
    /// The choices, in the order they are offered.
    pub const CHOICES: [&'static str; 6] = ["today", "7", "30", "90", "year", "custom"];

    /// Which of the choices it is.
    #[must_use]
    pub fn choice(&self) -> &'static str {
        Self::CHOICES.into_iter().find(|choice| *choice == self.period).unwrap_or("30")
    }

    /// The moments it means. Days end at midnight in the offset of `now`; today is the last one.
    #[must_use]
    pub fn resolve(&self, now: OffsetDateTime) -> Period {
        let today = now.date();
        let (first, last) = match self.choice() {
            "today" => (today, today),
            "7" => (back(today, 6), today),
            "90" => (back(today, 89), today),
            "year" => (back(today, 364), today),
            "custom" => self.days().unwrap_or((back(today, 29), today)),
            _ => (back(today, 29), today),
        };
        let start = |day: Date| day.midnight().assume_offset(now.offset());
        let from = start(first);
        let until = start(last).saturating_add(Duration::DAY);
        Period { from, until, before: from.saturating_sub(until - from) }
    }

    fn days(&self) -> Option<(Date, Date)> {
        let day = |text: &str| Date::parse(text, format_description!("[year]-[month]-[day]")).ok();
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        ((1900..=9_000).contains(&from.year()) && to.year() <= 9_000).then(|| (from.max(back(to, MAX_DAYS)), to))
    }
}

fn back(day: Date, days: i64) -> Date {
    day.saturating_sub(Duration::days(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-03-14 14:05 UTC);

    fn of(period: &str, from: &str, to: &str) -> Period {
        PeriodQuery { period: period.to_owned(), from: from.to_owned(), to: to.to_owned() }.resolve(NOW)
    }

    #[test]
    fn a_period_ends_today_and_follows_one_of_its_length() {
        let today = of("today", "", "");
        assert_eq!((today.from, today.until), (datetime!(2026-03-14 0:00 UTC), datetime!(2026-03-15 0:00 UTC)));
        assert_eq!((today.before, today.days()), (datetime!(2026-03-13 0:00 UTC), 1));
        for (choice, days) in [("7", 7), ("30", 30), ("90", 90), ("year", 365), ("", 30), ("nonsense", 30)] {
            let period = of(choice, "", "");
            assert_eq!((period.days(), period.until), (days, datetime!(2026-03-15 0:00 UTC)), "{choice}");
            assert_eq!(period.from - period.before, period.until - period.from);
        }
    }

    #[test]
    fn days_of_ones_own_are_in_either_order_and_anything_else_is_thirty() {
        let period = of("custom", "2026-02-01", "2026-02-28");
        assert_eq!((period.from, period.until), (datetime!(2026-02-01 0:00 UTC), datetime!(2026-03-01 0:00 UTC)));
        assert_eq!(of("custom", "2026-02-28", "2026-02-01"), period);
        for (from, to) in [("", ""), ("2026-02-30", "2026-03-01"), ("x", "y"), ("-9999-01-01", "2026-01-01")] {
            assert_eq!(of("custom", from, to).days(), 30, "{from} {to}");
        }
        assert!(of("custom", "1900-01-01", "9000-12-31").days() <= MAX_DAYS + 1);
    }
}
