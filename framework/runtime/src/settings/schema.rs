//! What can be set, and what counts as a value.

use orion_kernel::{FieldError, Money, Text, validate::is_iban};
use serde_json::Value;
use url::{Host, Url};

/// What a module lets be set.
#[derive(Clone)]
pub struct SettingsSchema {
    /// The module's code.
    pub module: &'static str,
    /// The settings, in the order of the form.
    pub fields: Vec<SettingField>,
}

/// One setting.
#[derive(Clone)]
pub struct SettingField {
    /// The name of the field in the module's settings type.
    pub key: &'static str,
    /// What counts as a value.
    pub kind: SettingKind,
    /// The value as long as nobody sets one; `null` only for secrets, whose type is an `Option`.
    pub default: Value,
    /// Its name.
    pub label: Text,
    /// What it does, in a sentence.
    pub help: Text,
    /// Who may set it.
    pub scope: SettingScope,
}

/// What counts as a value.
#[derive(Clone, Copy)]
pub enum SettingKind {
    /// A line of text.
    Text {
        /// The most characters.
        max_chars: usize,
    },
    /// Where a service is reached, or nothing: an `https` address, or `http` on this machine itself.
    Url {
        /// The most characters.
        max_chars: usize,
    },
    /// The number of a bank account (IBAN), or nothing; with or without spaces.
    Iban,
    /// A whole number.
    Integer {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// Yes or no.
    Bool,
    /// One of some words, each with its name.
    Choice(&'static [(&'static str, Text)]),
    /// An amount, not negative: `{ "minor": 1250, "currency": "EUR" }`.
    Money,
    /// A text that is stored encrypted and never shown again.
    Secret,
}

/// Who may set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingScope {
    /// Operators, for the platform.
    Platform,
    /// Operators, and merchants for their own store.
    Store,
}

/// The most characters of an IBAN as it is entered: 34, in groups of four.
pub const MAX_IBAN_CHARS: usize = 42;
/// The most characters of a secret.
const MAX_SECRET_CHARS: usize = 4096;

/// Secrets are sent there, so nobody on the way may read them.
fn is_service(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let is_here = match url.host() {
        Some(Host::Domain(host)) => host == "localhost" || host.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    is_plain && url.has_host() && (url.scheme() == "https" || url.scheme() == "http" && is_here)
}

impl SettingsSchema {
    /// The setting with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&SettingField> {
        self.fields.iter().find(|field| field.key == key)
    }
}

impl SettingField {
    pub(super) const fn is_secret(&self) -> bool {
        matches!(self.kind, SettingKind::Secret)
    }

    /// What is wrong with a value, for the form field of the same name.
    pub(super) fn check(&self, value: &Value) -> Result<(), FieldError> {
        let fault = |code| FieldError::new(self.key, code);
        match (self.kind, value) {
            (SettingKind::Text { max_chars }, Value::String(text)) => self.check_text(text, max_chars),
            (SettingKind::Url { max_chars }, Value::String(text)) => {
                self.check_text(text, max_chars)?;
                if text.is_empty() || is_service(text) { Ok(()) } else { Err(fault("invalid_url")) }
            }
            (SettingKind::Iban, Value::String(text)) => {
                self.check_text(text, MAX_IBAN_CHARS)?;
                if text.is_empty() || is_iban(text) { Ok(()) } else { Err(fault("invalid_iban")) }
            }
            (SettingKind::Secret, Value::String(text)) => self.check_text(text, MAX_SECRET_CHARS),
            (SettingKind::Integer { min, max }, Value::Number(number)) => match number.as_i64() {
                Some(number) if (min..=max).contains(&number) => Ok(()),
                Some(_) => Err(fault("out_of_range").with("min", min).with("max", max)),
                None => Err(fault("invalid_number")),
            },
            (SettingKind::Integer { .. }, _) => Err(fault("invalid_number")),
            (SettingKind::Bool, Value::Bool(_)) => Ok(()),
            (SettingKind::Choice(choices), Value::String(word)) if choices.iter().any(|(code, _)| code == word) => {
                Ok(())
            }
            (SettingKind::Money, value) => match serde_json::from_value::<Money>(value.clone()) {
                Ok(money) if money.minor >= 0 => Ok(()),
                _ => Err(fault("invalid_number")),
            },
            _ => Err(fault("invalid_choice")),
        }
    }

    fn check_text(&self, text: &str, max_chars: usize) -> Result<(), FieldError> {
        if text.chars().count() > max_chars {
            return Err(FieldError::new(self.key, "too_long").with("max", max_chars));
        }
        if text.chars().any(char::is_control) {
            return Err(FieldError::new(self.key, "invalid_characters"));
        }
        Ok(())
    }

    /// A value written as text, as environment variables and forms have it.
    pub fn parse(&self, text: &str) -> Result<Value, FieldError> {
        let value = match self.kind {
            SettingKind::Text { .. } | SettingKind::Choice(_) | SettingKind::Secret => Value::from(text),
            SettingKind::Url { .. } | SettingKind::Iban => Value::from(text.trim()),
            SettingKind::Bool => match text.trim() {
                "true" | "1" | "yes" | "on" => Value::Bool(true),
                "false" | "0" | "no" | "off" | "" => Value::Bool(false),
                _ => Value::Null,
            },
            SettingKind::Integer { .. } | SettingKind::Money => {
                serde_json::from_str(text.trim()).unwrap_or(Value::Null)
            }
        };
        self.check(&value)?;
        Ok(value)
    }
}
