//! A form posted without scripts that failed: what was entered and what was wrong travel to the page it came from.
//!
//! In a cookie that is read once. Passwords and whatever else is secret stay out of it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use orion_kernel::{AppError, boot::FormFlash};

/// The cookie's short name.
pub const COOKIE: &str = "form";

/// What fits into a cookie beside the others.
const MAX_BYTES: usize = 3_000;

/// The cookie's value. Long values are left out before the error is.
#[must_use]
pub fn encode(path: &str, body: &[u8], error: AppError) -> Option<String> {
    let values = url::form_urlencoded::parse(body)
        .filter(|(name, _)| !is_secret(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let mut flash = FormFlash { path: path.to_owned(), values, error };
    loop {
        let json = serde_json::to_vec(&flash).ok()?;
        if json.len() <= MAX_BYTES {
            return Some(URL_SAFE_NO_PAD.encode(json));
        }
        let longest =
            flash.values.iter().enumerate().max_by_key(|(_, (_, value))| value.len()).map(|(place, _)| place)?;
        flash.values.remove(longest);
    }
}

/// The flash in a cookie's value.
#[must_use]
pub fn decode(value: &str) -> Option<FormFlash> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(value).ok()?).ok()
}

fn is_secret(name: &str) -> bool {
    name == "code" || ["password", "secret", "token", "card_number", "cvc"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_comes_back_and_secrets_do_not() {
        let value =
            encode("/api/x", b"email=a%40b.lu&password=secret", AppError::field("email", "taken")).expect("fits");
        let flash = decode(&value).expect("readable");
        assert_eq!(flash.values, [("email".to_owned(), "a@b.lu".to_owned())]);
        assert_eq!(flash.error, AppError::field("email", "taken"));
        assert_eq!(decode("forged"), None);
    }

    #[test]
    fn the_longest_value_is_left_out_first() {
        let body = format!("name=Anna&note={}", "x".repeat(5_000));
        let flash =
            decode(&encode("/api/x", body.as_bytes(), AppError::invalid("x")).expect("fits")).expect("readable");
        assert_eq!(flash.values, [("name".to_owned(), "Anna".to_owned())]);
    }
}
