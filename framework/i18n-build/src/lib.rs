//! Turns a crate's `locales/*.json` into typed keys; called from the build script of every crate with texts.

use std::path::PathBuf;

use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};

/// The languages every crate must have, the fallback first. The kernel's `Locale` lists the same.
const LOCALES: [&str; 4] = ["en", "de", "fr", "lb"];

/// Generates `OUT_DIR/i18n/mod.rs` from `locales/`.
///
/// # Panics
///
/// Stops the build with the parser's message when a file is missing, malformed, or lacks a key.
pub fn generate() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=Cargo.toml");
    println!("cargo:rerun-if-changed=locales");
    let directory = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo")).join("i18n");
    let mut config = Config::new(LOCALES[0]).expect("the fallback locale is valid");
    for locale in &LOCALES[1..] {
        config = config.add_locale(locale).expect("the locale is valid");
    }
    let translations = TranslationsInfos::parse(config.parse_options(ParseOptions::new().interpolate_display(true)))
        .unwrap_or_else(|error| panic!("{error}"));
    translations.emit_diagnostics();
    translations.rerun_if_locales_changed();
    translations.generate_i18n_module(directory).expect("the generated module can be written");
}
