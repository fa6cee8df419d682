//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![("stock.adjusted", td_string!(l, audit.adjusted)), ("stock.threshold_set", td_string!(l, audit.threshold_set))]
}
