//! Which passwords are refused.

use orion_kernel::{AppError, FieldError};

use super::well_known::is_listed;

const MIN_CHARS: usize = 8;
const MAX_CHARS: usize = 128;

/// Checks a new password for the form field `field`. `personal` is what it must not contain, such as the name and the
/// e-mail address. Any characters may be used and none have to be.
///
/// # Errors
///
/// A field error: `too_short {min}`, `too_long {max}`, `password_contains_personal` or `password_common`.
pub fn check(field: &str, password: &str, personal: &[&str]) -> Result<(), AppError> {
    let fault = |code| FieldError::new(field, code);
    let chars = password.chars().count();
    let refused = if chars < MIN_CHARS {
        fault("too_short").with("min", MIN_CHARS)
    } else if chars > MAX_CHARS {
        fault("too_long").with("max", MAX_CHARS)
    } else if personal.iter().any(|text| contains_part(password, text)) {
        fault("password_contains_personal")
    } else if is_common(password) {
        fault("password_common")
    } else {
        return Ok(());
    };
    Err(AppError::from_fields(vec![refused]))
}

/// Whether the password contains a word of the text; words shorter than four letters say nothing about a person.
fn contains_part(password: &str, text: &str) -> bool {
    let password = password.to_lowercase();
    // What follows the @ is the mail provider, not the person.
    let own = text.split_once('@').map_or(text, |(local, _)| local).to_lowercase();
    own.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() >= 4 && password.contains(word))
}

/// Whether it is one of the most used ones, perhaps with capitals or with digits and signs at its end.
fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic());
    is_listed(&lower) || (bare.chars().count() >= 6 && is_listed(bare)) || is_monotonous(&lower)
}

/// One character over and over.
fn is_monotonous(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_none_or(|first| chars.all(|c| c == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<String> {
        let personal = ["Zoé Weber-Li", "zoe.w@muller.example"];
        let error = check("password", password, &personal).err()?;
        Some(error.fields[0].code.to_string())
    }

    #[test]
    fn refuses_each_of_the_commonest() {
        for password in include_str!("common_passwords.txt").lines() {
            assert!(check("password", password, &[]).is_err(), "{password}");
        }
    }

    #[test]
    fn refuses_what_is_guessed_first() {
        for (password, expected) in [
            ("short7!", Some("too_short")),
            (&"x7".repeat(65), Some("too_long")),
            ("WEBER in 1987", Some("password_contains_personal")),
            ("password", Some("password_common")),
            ("Password123!", Some("password_common")),
            ("12345678", Some("password_common")),
            ("zzzzzzzzzzzz", Some("password_common")),
            ("Mandragora", None),
            ("TRUSTNO1", Some("password_common")),
            ("motdepasse", Some("password_common")),
            ("muller bakes well", None),
            ("zoe likes tea a lot", None),
            ("gréngen Hond", None),
            (&"x7".repeat(64), None),
        ] {
            assert_eq!(code(password).as_deref(), expected, "{password}");
        }
    }
}
