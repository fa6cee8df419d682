//! Numbers that registers give to businesses: written in one way, and checked as far as they can be without asking.

/// A VAT number as registers write it: capitals and digits, nothing between them.
#[must_use]
pub fn normalize_register(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '–' | '·'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether a normalized text has the form of a VAT number of a state of the European Union, or of Northern Ireland. For
/// Luxembourg and Belgium the check digits are counted too.
#[must_use]
pub fn is_vat_id(id: &str) -> bool {
    let Some((country, number)) = id.is_ascii().then(|| id.split_at_checked(2)).flatten() else { return false };
    let digits = |range: std::ops::RangeInclusive<usize>| {
        range.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    match country {
        "LU" => digits(8..=8) && has_remainder(number, 89, |first, last| first == last),
        "BE" => {
            digits(10..=10)
                && number.starts_with(['0', '1'])
                && has_remainder(number, 97, |first, last| first == 97 - last)
        }
        "AT" => number.strip_prefix('U').is_some_and(|rest| all_digits(rest, 8)),
        "CY" => number.len() == 9 && all_digits(&number[..8], 8) && is_letter(number, 8),
        "CZ" => digits(8..=10),
        "DE" | "EE" | "EL" | "PT" => digits(9..=9),
        "BG" => digits(9..=10),
        "DK" | "FI" | "HU" | "MT" | "SI" => digits(8..=8),
        "ES" => is_spanish(number),
        "FR" => number.len() == 11 && all_digits(&number[2..], 9) && all_alphanumeric(&number[..2]),
        "HR" | "IT" | "LV" => digits(11..=11),
        "IE" => is_irish(number),
        "LT" => digits(9..=9) || digits(12..=12),
        "NL" => number.len() == 12 && all_alphanumeric(number) && number.as_bytes()[9] == b'B',
        "PL" | "SK" => digits(10..=10),
        "RO" => digits(2..=10),
        "SE" => digits(12..=12),
        "XI" => digits(9..=9) || digits(12..=12),
        _ => false,
    }
}

/// Whether a normalized text is a number of Luxembourg's trade register: B for companies, A for traders in their own name.
#[must_use]
pub fn is_rcs(id: &str) -> bool {
    let number = id.strip_prefix(['A', 'B']).unwrap_or_default();
    (1..=7).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0')
}

/// Whether a text is the number of a Luxembourg business permit: digits, and the number of its version behind a stroke.
#[must_use]
pub fn is_business_permit(id: &str) -> bool {
    let (number, version) = id.split_once('/').unwrap_or((id, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (4..=12).contains(&number.len()) && (1..=3).contains(&version.len()) && digits(number) && digits(version)
}

/// The last two of at most ten digits against the remainder of those before.
fn has_remainder(number: &str, modulus: u32, fits: impl Fn(u32, u32) -> bool) -> bool {
    let (first, last) = number.split_at(number.len() - 2);
    match (first.parse::<u32>(), last.parse::<u32>()) {
        (Ok(first), Ok(last)) if modulus == 97 => fits(last, first % modulus),
        (Ok(first), Ok(last)) => fits(first % modulus, last),
        _ => false,
    }
}

fn is_spanish(number: &str) -> bool {
    number.len() == 9
        && all_digits(&number[1..8], 7)
        && all_alphanumeric(&number[..1])
        && all_alphanumeric(&number[8..])
        && (is_letter(number, 0) || is_letter(number, 8))
}

fn is_irish(number: &str) -> bool {
    let (digits, letters) = number.split_at_checked(7).unwrap_or((number, ""));
    let is_new =
        all_digits(digits, 7) && (1..=2).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let is_old = number.len() == 8
        && number.as_bytes()[0].is_ascii_digit()
        && (is_letter(number, 1) || matches!(number.as_bytes()[1], b'+' | b'*'))
        && all_digits(&number[2..7], 5)
        && is_letter(number, 7);
    is_new || is_old
}

fn all_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn all_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_letter(text: &str, place: usize) -> bool {
    text.as_bytes().get(place).is_some_and(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vat_numbers_are_checked_as_their_countries_write_them() {
        for id in [
            "LU99020277",
            "LU99010165",
            "LU10000356",
            "BE0403170701",
            "DE123456789",
            "FR40303265045",
            "FRXX999999999",
            "ATU12345678",
            "NL123456789B01",
            "ES X1234567X".replace(' ', "").as_str(),
            "IE1234567WA",
            "IE1S23456L",
            "IT12345678901",
            "CY12345678X",
            "XI123456789",
        ] {
            assert!(is_vat_id(id), "{id}");
        }
        for id in [
            "",
            "LU",
            "LU99020278",
            "LU9902027",
            "LU990202771",
            "BE0403170702",
            "BE2403170701",
            "DE12345678",
            "AT12345678",
            "US123456789",
            "GB123456789",
            "LU9902027O",
            "ÄÖ123",
            "L",
            "ES123456789",
            "NL123456789X01",
            "99020277",
        ] {
            assert!(!is_vat_id(id), "{id}");
        }
    }

    #[test]
    fn what_people_put_between_does_not_count() {
        assert_eq!(normalize_register(" lu 990-202.77 "), "LU99020277");
        assert_eq!(normalize_register("b 990 202"), "B990202");
    }

    #[test]
    fn luxembourgs_registers() {
        for id in ["B990202", "A12", "B1"] {
            assert!(is_rcs(id), "{id}");
        }
        for id in ["", "B", "990202", "B0990202", "C990202", "B99020277", "BB12", "B12A"] {
            assert!(!is_rcs(id), "{id}");
        }
        for id in ["10990202/0", "10990202", "00123456/12"] {
            assert!(is_business_permit(id), "{id}");
        }
        for id in ["", "109", "10990202/", "10990202/1234", "10990202/x", "x"] {
            assert!(!is_business_permit(id), "{id}");
        }
    }
}
