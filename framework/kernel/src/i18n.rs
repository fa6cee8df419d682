//! A crate's own translations: typed keys, no context of their own.
//!
//! The page's language is in its address and never changes without a load, so texts are asked for with the locale in hand:
//! `td_string!(crate::i18n::page(), orders.title)`.

/// Declares `crate::i18n` from the code that `orion_i18n_build::generate()` wrote in the build script.
#[macro_export]
macro_rules! i18n {
    () => {
        #[doc(hidden)]
        #[allow(
            clippy::all,
            clippy::pedantic,
            unused_imports,
            dead_code,
            reason = "generated from the crate's locales"
        )]
        mod i18n_generated {
            include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));
        }

        /// This crate's texts: `td_string!(l, key)` with `l` from [`page`] or [`of`].
        pub mod i18n {
            pub use super::i18n_generated::i18n::Locale;
            pub use $crate::private::leptos_i18n::{td_display, td_string};

            /// The crate's own locale for one of the kernel's.
            #[must_use]
            pub fn of(locale: $crate::Locale) -> Locale {
                match locale {
                    $crate::Locale::En => Locale::en,
                    $crate::Locale::De => Locale::de,
                    $crate::Locale::Fr => Locale::fr,
                    $crate::Locale::Lb => Locale::lb,
                }
            }

            /// The language of the page being rendered.
            #[must_use]
            pub fn page() -> Locale {
                of($crate::boot::page_locale())
            }
        }
    };
}
