//! Postcodes as the neighbours write them.

/// A country's postcodes: how they look, and what is put before the digits.
struct Postcodes {
    country: &'static str,
    digits: usize,
    prefix: &'static str,
    example: &'static str,
}

const POSTCODES: [Postcodes; 5] = [
    Postcodes { country: "LU", digits: 4, prefix: "L-", example: "L-1234" },
    Postcodes { country: "BE", digits: 4, prefix: "", example: "1000" },
    Postcodes { country: "DE", digits: 5, prefix: "", example: "54290" },
    Postcodes { country: "FR", digits: 5, prefix: "", example: "57000" },
    Postcodes { country: "AT", digits: 4, prefix: "", example: "1010" },
];

/// A postcode as it is written in the country, whether or not its letters and spaces were typed; the error is an example of one.
/// Countries whose form is not known to us keep what was typed.
pub fn normalise_postcode(country: &str, typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    let Some(rule) = POSTCODES.iter().find(|rule| rule.country == country) else { return Ok(typed.to_owned()) };
    let rest: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let letter = rule.prefix.trim_end_matches('-');
    let digits = rest.strip_prefix(letter).unwrap_or(&rest).trim_start_matches('-');
    let is_right = digits.len() == rule.digits && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_right { Ok(format!("{}{digits}", rule.prefix)) } else { Err(rule.example) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luxembourgs_postcodes_get_their_letter() {
        for typed in ["1234", "L-1234", "L1234", "l-1234", " L 1234 ", "l 12 34"] {
            assert_eq!(normalise_postcode("LU", typed).as_deref(), Ok("L-1234"), "{typed}");
        }
        for typed in ["", "123", "12345", "L-12A4", "D-1234", "LL-1234"] {
            assert_eq!(normalise_postcode("LU", typed), Err("L-1234"), "{typed}");
        }
    }

    #[test]
    fn neighbours_have_digits_and_others_are_kept() {
        assert_eq!(normalise_postcode("DE", "54 290").as_deref(), Ok("54290"));
        assert_eq!(normalise_postcode("FR", "5700"), Err("57000"));
        assert_eq!(normalise_postcode("NL", " 1012 AB ").as_deref(), Ok("1012 AB"));
    }
}
