//! Rules for input, the same in the browser and on the server.

use std::{borrow::Cow, fmt::Display, ops::RangeInclusive};

use crate::error::{AppError, FieldError};

/// Longest e-mail address: a path of 256 octets without its angle brackets (RFC 5321, 4.5.3.1.3).
const MAX_EMAIL: usize = 254;
/// Longest web address we keep.
const MAX_URL: usize = 2_048;
/// Characters of an IBAN: Norway's is the shortest, the standard allows the most (ISO 13616-1).
const IBAN_CHARS: RangeInclusive<usize> = 15..=34;

/// Collects what is wrong with an input, so that people see all of it at once.
///
/// ```
/// # use orion_kernel::validate::Check;
/// let mut check = Check::new();
/// check.text("name", "Anna", 1..=120);
/// check.range("quantity", 0, 1..=999);
/// let error = check.finish().unwrap_err();
/// assert_eq!(error.fields[0].code, "out_of_range");
/// ```
#[derive(Debug, Default)]
pub struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    /// Nothing wrong so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// One line of text, its length counted in characters. A range from 0 makes the field optional; white space alone
    /// counts as nothing. Codes: `required`, `too_short {min}`, `too_long {max}`, `invalid_characters` (control
    /// characters).
    pub fn text(&mut self, field: impl Into<String>, value: &str, length: RangeInclusive<usize>) -> &mut Self {
        self.check_text(field.into(), value, length)
    }

    /// As [`text`](Self::text), and line breaks are allowed; the pair that browsers post for one counts as one.
    pub fn multiline(&mut self, field: impl Into<String>, value: &str, length: RangeInclusive<usize>) -> &mut Self {
        let unbroken = value.replace("\r\n", " ").replace('\n', " ");
        self.check_text(field.into(), &unbroken, length)
    }

    /// An e-mail address. Only the shape is checked, as mail servers alone know whether it exists; quoted local parts
    /// and address literals are refused. Codes: `required`, `too_long {max}`, `invalid_email`.
    pub fn email(&mut self, field: impl Into<String>, value: &str) -> &mut Self {
        if value.trim().is_empty() {
            self.add(FieldError::new(field, "required"))
        } else if value.len() > MAX_EMAIL {
            self.add(FieldError::new(field, "too_long").with("max", MAX_EMAIL))
        } else {
            self.when(!is_email(value), field, "invalid_email")
        }
    }

    /// A web address with `https` or `http`, and without a user name. Codes: `required`, `too_long {max}`,
    /// `invalid_url`.
    pub fn url(&mut self, field: impl Into<String>, value: &str) -> &mut Self {
        if value.trim().is_empty() {
            self.add(FieldError::new(field, "required"))
        } else if value.len() > MAX_URL {
            self.add(FieldError::new(field, "too_long").with("max", MAX_URL))
        } else {
            self.when(!is_url(value), field, "invalid_url")
        }
    }

    /// A number within bounds. Code: `out_of_range {min, max}`.
    pub fn range<N: PartialOrd + Display>(
        &mut self,
        field: impl Into<String>,
        value: N,
        bounds: RangeInclusive<N>,
    ) -> &mut Self {
        if bounds.contains(&value) {
            return self;
        }
        self.add(FieldError::new(field, "out_of_range").with("min", bounds.start()).with("max", bounds.end()))
    }

    /// One of the choices offered. Code: `invalid_choice`.
    pub fn one_of(&mut self, field: impl Into<String>, value: &str, choices: &[&str]) -> &mut Self {
        self.when(!choices.contains(&value), field, "invalid_choice")
    }

    /// A rule of the module's own: with the condition true, the field is wrong.
    pub fn when(&mut self, wrong: bool, field: impl Into<String>, code: impl Into<Cow<'static, str>>) -> &mut Self {
        if wrong {
            self.add(FieldError::new(field, code));
        }
        self
    }

    /// Adds an error that has parameters.
    pub fn add(&mut self, error: FieldError) -> &mut Self {
        self.errors.push(error);
        self
    }

    /// Ends the check.
    ///
    /// # Errors
    /// Kind `Invalid`, code `invalid_fields`, with every field that is wrong, in the order they were checked.
    pub fn finish(self) -> Result<(), AppError> {
        if self.errors.is_empty() { Ok(()) } else { Err(AppError::from_fields(self.errors)) }
    }

    fn check_text(&mut self, field: String, value: &str, length: RangeInclusive<usize>) -> &mut Self {
        let (min, max) = length.into_inner();
        let written = value.trim().chars().count();
        if written == 0 && min > 0 {
            self.add(FieldError::new(field, "required"))
        } else if value.chars().any(char::is_control) {
            self.add(FieldError::new(field, "invalid_characters"))
        } else if written < min {
            self.add(FieldError::new(field, "too_short").with("min", min))
        } else if value.chars().count() > max {
            self.add(FieldError::new(field, "too_long").with("max", max))
        } else {
            self
        }
    }
}

/// Whether this is the number of a bank account as ISO 13616 writes it: a country, two check digits (ISO 7064, MOD 97-10), and
/// what the country makes of it. Spaces and case do not matter.
///
/// ```
/// # use orion_kernel::validate::is_iban;
/// assert!(is_iban("LU28 0019 4006 4475 0000"));
/// assert!(!is_iban("LU00"));
/// ```
pub fn is_iban(text: &str) -> bool {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((head, rest)) = compact.as_bytes().split_at_checked(4) else {
        return false;
    };
    let (country, digits) = head.split_at(2);
    let is_shaped = IBAN_CHARS.contains(&compact.len())
        && country.iter().all(u8::is_ascii_alphabetic)
        && digits.iter().all(u8::is_ascii_digit)
        && rest.iter().all(u8::is_ascii_alphanumeric);
    // Letters count from 10 on, and the head goes last.
    let values = rest.iter().chain(head).filter_map(|byte| char::from(*byte).to_digit(36));
    let remainder = values.fold(0_u32, |sum, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (sum * shift + value) % 97
    });
    is_shaped && remainder == 1
}

fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else {
        return false;
    };
    let local_is_plain = local.split('.').all(|atom| {
        !atom.is_empty() && atom.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"\"(),:;<>@[\\]".contains(c))
    });
    local_is_plain && local.len() <= 64 && domain.contains('.') && is_host(domain)
}

fn is_url(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("https://").or(value.strip_prefix("http://")) else {
        return false;
    };
    // Browsers read a backslash as a slash, so it could hide where the host ends.
    if rest.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.split_once(':') {
        Some((host, port)) => {
            is_host(host) && port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
        }
        None => is_host(authority),
    }
}

/// Labels of at most 63 octets of letters, digits and inner hyphens (RFC 1123, 2.1), in any script (RFC 5890).
fn is_host(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

#[cfg(test)]
mod tests;
