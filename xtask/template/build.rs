//! Makes typed keys of the texts in `locales/`.

fn main() {
    orion_i18n_build::generate();
}
