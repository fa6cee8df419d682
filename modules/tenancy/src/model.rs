//! Rules: where somebody may be led, how emails and percentages are read, codes from names.

mod door;
mod hosts;
mod landing;
mod look;
mod registers;
mod reserved;
mod roles;
mod wishes;
mod words;

use orion_kernel::BasisPoints;

pub use door::{Door, Office};
pub use hosts::{is_reserved_subdomain, is_subdomain, proof_name, proof_text, sibling, typed_host};
pub use landing::{member_landing, operator_landing};
pub use look::{ACCENTS, GREYS, Hue, RADII};
pub use registers::{is_business_permit, is_rcs, is_vat_id, normalize_register};
pub use reserved::{is_code, is_host, is_reserved_code};
pub use roles::{EVERYTHING, RoleKey, holds, may_grant};
pub use wishes::Wishes;
pub use words::{prefix_pattern, prefix_query};

/// Emails are compared in small letters and without the white space that people paste along.
#[must_use]
pub fn normalize_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Reads a percentage with up to two decimals, written with a point or a comma: `17`, `17.5`, `8,05`.
#[must_use]
pub fn parse_percent(text: &str) -> Option<BasisPoints> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let rate: i32 = format!("{whole}{decimals:0<2}").parse().ok()?;
    (rate <= BasisPoints::WHOLE.0).then_some(BasisPoints(rate))
}

/// A percentage as it is entered: `17`, `17.5`.
#[must_use]
pub fn percent_text(rate: BasisPoints) -> String {
    let (whole, decimals) = (rate.0 / 100, rate.0 % 100);
    match (decimals, decimals % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", decimals / 10),
        _ => format!("{whole}.{decimals:02}"),
    }
}

/// A code from a name: small letters, digits and dashes, at most 40 of them. Empty when nothing of the name is left.
#[must_use]
pub fn code_of(name: &str) -> String {
    let mut code = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => code.push(c),
            'à' | 'â' | 'ä' => code.push('a'),
            'è' | 'é' | 'ê' | 'ë' => code.push('e'),
            'î' | 'ï' => code.push('i'),
            'ô' | 'ö' => code.push('o'),
            'ù' | 'û' | 'ü' => code.push('u'),
            'ç' => code.push('c'),
            _ if code.is_empty() || code.ends_with('-') => {}
            _ => code.push('-'),
        }
        if code.len() >= 40 {
            break;
        }
    }
    code.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_as_people_write_them() {
        for (text, expected) in [
            ("17", Some(1_700)),
            (" 17,5 % ", Some(1_750)),
            ("8.05", Some(805)),
            ("0", Some(0)),
            ("100", Some(10_000)),
            ("100.01", None),
            ("1.234", None),
            ("-1", None),
            ("", None),
            ("a", None),
        ] {
            assert_eq!(parse_percent(text).map(|rate| rate.0), expected, "{text}");
        }
        for rate in [0, 5, 50, 805, 1_700, 1_750, 10_000] {
            assert_eq!(parse_percent(&percent_text(BasisPoints(rate))), Some(BasisPoints(rate)));
        }
    }

    #[test]
    fn a_code_is_what_is_left_of_a_name() {
        assert_eq!(code_of("Livraison à vélo, Luxembourg-ville"), "livraison-a-velo-luxembourg-ville");
        assert_eq!(code_of("  !?"), "");
        assert_eq!(code_of(&"a ".repeat(60)).len(), 39);
    }

    #[test]
    fn an_email_has_one_form() {
        assert_eq!(normalize_email(" Anna@Example.TEST "), "anna@example.test");
    }
}
