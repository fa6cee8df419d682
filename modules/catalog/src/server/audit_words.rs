//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("categories.deleted", td_string!(l, audit.deleted)),
        ("products.created", td_string!(l, audit.created)),
        ("products.changed", td_string!(l, audit.changed)),
        ("products.deleted", td_string!(l, audit.deleted)),
        ("products.exported", td_string!(l, audit.exported)),
        ("products.imported", td_string!(l, audit.imported)),
        ("products.options_changed", td_string!(l, audit.options_changed)),
        ("products.pictures_added", td_string!(l, audit.pictures_added)),
        ("products.pictures_changed", td_string!(l, audit.pictures_changed)),
        ("products.status_changed", td_string!(l, audit.status_changed)),
    ]
}
