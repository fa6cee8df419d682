//! Generates the typed translations.

fn main() {
    orion_i18n_build::generate();
}
