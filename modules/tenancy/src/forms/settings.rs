//! What is entered for settings.

/// The name of a setting's field in its form. A secret's says so, for then a refused form does not bring it back.
#[must_use]
pub fn setting_field(key: &str, is_secret: bool) -> String {
    if is_secret { format!("secrets[{key}]") } else { format!("values[{key}]") }
}
