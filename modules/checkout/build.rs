//! Turns `locales/` into typed keys.

fn main() {
    orion_i18n_build::generate();
}
