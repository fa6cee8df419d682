//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("cms.hero_changed", td_string!(l, audit.hero_changed)),
        ("cms.hero_removed", td_string!(l, audit.hero_removed)),
        ("cms.page_created", td_string!(l, audit.page_created)),
        ("cms.page_customised", td_string!(l, audit.page_customised)),
        ("cms.page_placed", td_string!(l, audit.page_placed)),
        ("cms.page_removed", td_string!(l, audit.page_removed)),
        ("cms.page_written", td_string!(l, audit.page_written)),
        ("cms.platform_page_created", td_string!(l, audit.platform_page_created)),
        ("cms.platform_page_placed", td_string!(l, audit.platform_page_placed)),
        ("cms.platform_page_removed", td_string!(l, audit.platform_page_removed)),
        ("cms.platform_page_written", td_string!(l, audit.platform_page_written)),
        ("cms.texts_written", td_string!(l, audit.texts_written)),
    ]
}
