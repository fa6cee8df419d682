//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("orders.attached", td_string!(l, audit.attached)),
        ("orders.cancelled", td_string!(l, audit.cancelled)),
        ("orders.fulfilled", td_string!(l, audit.fulfilled)),
        ("orders.marked_paid", td_string!(l, audit.marked_paid)),
        ("orders.refunded", td_string!(l, audit.refunded)),
    ]
}
