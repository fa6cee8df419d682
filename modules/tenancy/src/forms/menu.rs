//! Names of a menu's entries as they are entered.

/// The name of the field for an entry's name in a language.
#[must_use]
pub fn label_field(language: &str) -> String {
    format!("labels[{language}]")
}
