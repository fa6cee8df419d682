//! Numbers, amounts and times as people write them, the same on the server and in the browser.
//!
//! Forms follow the Unicode CLDR, with the 24-hour clock everywhere. Spaces between the parts of a number never break a
//! line: U+202F groups French digits and stands before the French percent sign, U+00A0 stands before other units.

mod dates;

pub use dates::{date, date_short, date_time};

use crate::{basis_points::BasisPoints, currency::Currency, locale::Locale, money::Money};

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// A whole number with its thousands grouped: `1,234` (en), `1.234` (de, lb), `1 234` (fr).
pub fn number(locale: Locale, value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(locale, value.unsigned_abs()))
}

/// An amount with its currency: `€1,234.50` (en), `1.234,50 €` (de, lb), `1 234,50 €` (fr).
pub fn money(locale: Locale, amount: Money) -> String {
    let sign = if amount.is_negative() { "-" } else { "" };
    let symbol = amount.currency.symbol();
    let (whole, decimals) = amount.split();
    let figure = with_decimals(locale, whole, &decimals);
    match (locale, amount.currency) {
        // A code of letters keeps its distance, a sign does not.
        (Locale::En, Currency::CHF) => format!("{sign}{symbol}{NO_BREAK_SPACE}{figure}"),
        (Locale::En, _) => format!("{sign}{symbol}{figure}"),
        _ => format!("{sign}{figure}{NO_BREAK_SPACE}{symbol}"),
    }
}

/// A percentage with the decimals it needs: `8.25%` (en), `8,25 %` (de, fr, lb).
pub fn percent(locale: Locale, rate: BasisPoints) -> String {
    let sign = if rate.0 < 0 { "-" } else { "" };
    let size = rate.0.unsigned_abs();
    let decimals = format!("{:02}", size % 100);
    let figure = with_decimals(locale, u64::from(size / 100), decimals.trim_end_matches('0'));
    match locale {
        Locale::En => format!("{sign}{figure}%"),
        Locale::Fr => format!("{sign}{figure}{NARROW_NO_BREAK_SPACE}%"),
        Locale::De | Locale::Lb => format!("{sign}{figure}{NO_BREAK_SPACE}%"),
    }
}

/// A file's size in powers of 1,000, to a tenth of the unit: `812 B`, `1.5 MB`; French counts octets: `1,5 Mo`.
pub fn file_size(locale: Locale, bytes: u64) -> String {
    let byte = if locale == Locale::Fr { "o" } else { "B" };
    if bytes < 1_000 {
        return format!("{bytes}{NO_BREAK_SPACE}{byte}");
    }
    let mut unit = 1_000;
    let mut prefix = "k";
    for larger in ["M", "G", "T", "P", "E"] {
        // Rounded to a tenth it would read 1,000.
        if bytes < unit * 1_000 - unit / 20 {
            break;
        }
        unit *= 1_000;
        prefix = larger;
    }
    let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
    // At most 10,000 tenths, for the unit grows with the size.
    let (whole, tenth) = ((tenths / 10) as u64, tenths % 10);
    let decimals = if tenth == 0 { String::new() } else { tenth.to_string() };
    let figure = with_decimals(locale, whole, &decimals);
    format!("{figure}{NO_BREAK_SPACE}{prefix}{byte}")
}

fn with_decimals(locale: Locale, whole: u64, decimals: &str) -> String {
    let whole = grouped(locale, whole);
    if decimals.is_empty() {
        return whole;
    }
    let point = if locale == Locale::En { '.' } else { ',' };
    format!("{whole}{point}{decimals}")
}

fn grouped(locale: Locale, value: u64) -> String {
    let separator = match locale {
        Locale::En => ',',
        Locale::De | Locale::Lb => '.',
        Locale::Fr => NARROW_NO_BREAK_SPACE,
    };
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{De, En, Fr, Lb};

    #[test]
    fn amounts() {
        let amount = Money::new(123_450, Currency::EUR);
        assert_eq!(money(En, amount), "€1,234.50");
        assert_eq!(money(De, amount), "1.234,50\u{a0}€");
        assert_eq!(money(Lb, amount), "1.234,50\u{a0}€");
        assert_eq!(money(Fr, amount), "1\u{202f}234,50\u{a0}€");
        assert_eq!(money(En, Money::new(-5, Currency::GBP)), "-£0.05");
        assert_eq!(money(De, Money::new(-5, Currency::USD)), "-0,05\u{a0}$");
        assert_eq!(money(En, Money::new(100, Currency::CHF)), "CHF\u{a0}1.00");
        assert_eq!(money(De, Money::new(i64::MIN, Currency::CHF)), "-92.233.720.368.547.758,08\u{a0}CHF");
    }

    #[test]
    fn whole_numbers() {
        assert_eq!(number(En, 999), "999");
        assert_eq!(number(En, -1_000), "-1,000");
        assert_eq!(number(Fr, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(number(De, i64::MIN), "-9.223.372.036.854.775.808");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(En, BasisPoints(1_700)), "17%");
        assert_eq!(percent(De, BasisPoints(825)), "8,25\u{a0}%");
        assert_eq!(percent(Fr, BasisPoints(550)), "5,5\u{202f}%");
        assert_eq!(percent(Lb, BasisPoints(-5)), "-0,05\u{a0}%");
        assert_eq!(percent(En, BasisPoints(i32::MIN)), "-21,474,836.48%");
    }

    #[test]
    fn file_sizes() {
        assert_eq!(file_size(En, 0), "0\u{a0}B");
        assert_eq!(file_size(Fr, 999), "999\u{a0}o");
        assert_eq!(file_size(En, 1_000), "1\u{a0}kB");
        assert_eq!(file_size(De, 1_549_000), "1,5\u{a0}MB");
        assert_eq!(file_size(Fr, 1_550_000), "1,6\u{a0}Mo");
        assert_eq!(file_size(En, 999_949), "999.9\u{a0}kB");
        assert_eq!(file_size(En, 999_950), "1\u{a0}MB");
        assert_eq!(file_size(En, u64::MAX), "18.4\u{a0}EB");
    }
}
