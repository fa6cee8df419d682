//! Who is let into the storefront.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Check, Locale};
use serde::{Deserialize, Serialize};

/// The modes by their codes.
pub const MODES: &[&str] = &["open", "password", "maintenance", "closed"];
/// The shortest word that opens a store: it is shared, and guesses are few.
const LEAST_CHARS: usize = 6;
/// The longest text for whoever is kept out.
const MOST_MESSAGE_CHARS: usize = 400;

/// Who is let in, as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessInput {
    /// One of [`MODES`].
    pub mode: String,
    /// A new word; empty to keep the one there is.
    #[serde(default)]
    pub password: String,
    /// What the store says to whoever is kept out, by language code.
    #[serde(default)]
    pub messages: BTreeMap<String, String>,
}

/// The name of the field for the message in a language.
#[must_use]
pub fn message_field(locale: Locale) -> String {
    format!("messages[{}]", locale.code())
}

impl AccessInput {
    /// Checks the input. The messages come back by language, the empty ones left out.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self, has_password: bool) -> Result<BTreeMap<String, String>, AppError> {
        let mut check = Check::new();
        check.one_of("mode", &self.mode, MODES);
        if !self.password.is_empty() {
            check.text("password", &self.password, LEAST_CHARS..=64);
        } else if self.mode == "password" && !has_password {
            check.when(true, "password", "required");
        }
        let mut messages = BTreeMap::new();
        for locale in Locale::ALL {
            let text = self.messages.get(locale.code()).map(|text| text.trim()).unwrap_or_default();
            check.multiline(message_field(locale), text, 0..=MOST_MESSAGE_CHARS);
            if !text.is_empty() {
                messages.insert(locale.code().to_owned(), text.to_owned());
            }
        }
        check.finish()?;
        Ok(messages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(mode: &str, password: &str) -> AccessInput {
        AccessInput {
            mode: mode.to_owned(),
            password: password.to_owned(),
            messages: BTreeMap::from([("fr".to_owned(), " Bientôt ".to_owned()), ("xx".to_owned(), "?".to_owned())]),
        }
    }

    #[test]
    fn a_password_is_needed_once() {
        assert!(input("password", "").check(true).is_ok());
        for (wrong, field) in
            [(input("password", ""), "password"), (input("open", "short"), "password"), (input("shut", ""), "mode")]
        {
            assert_eq!(wrong.check(false).expect_err("refused").fields[0].field, field);
        }
        let messages = input("maintenance", "").check(false).expect("valid");
        assert_eq!(messages, BTreeMap::from([("fr".to_owned(), "Bientôt".to_owned())]));
    }
}
