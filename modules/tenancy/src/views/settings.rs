//! What a page shows of what modules let be set.

use orion_kernel::Money;
use serde::{Deserialize, Serialize};

/// What one module lets be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsForm {
    /// The module's code.
    pub module: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The settings, in the order of the form.
    pub fields: Vec<SettingView>,
    /// Whether any value is this store's or this platform's own, and can be given up for the one above.
    pub has_own: bool,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingView {
    /// Its key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What it does.
    pub help: String,
    /// What is entered, and what holds now.
    pub input: SettingInput,
    /// Whether the installation's environment decides on it, and nobody else.
    pub is_fixed: bool,
}

/// What is entered for a setting, and what holds now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SettingInput {
    /// A line of text.
    Text {
        /// What holds.
        value: String,
        /// The most characters.
        max_chars: u32,
    },
    /// A whole number.
    Integer {
        /// What holds.
        value: Option<i64>,
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// Yes or no: what holds.
    Bool(bool),
    /// One of some words.
    Choice {
        /// The word that holds.
        value: String,
        /// Each word with its name.
        options: Vec<(String, String)>,
    },
    /// An amount: what holds.
    Money(Option<Money>),
    /// A text that is never shown: whether there is one.
    Secret(bool),
}
