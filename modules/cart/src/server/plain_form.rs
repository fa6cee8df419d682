//! Where a form leads that was posted without scripts; with scripts the page stays and says so itself.

/// Goes to a path below the base when the browser posted the form itself.
pub fn lead_to(path: &str) {
    if orion_runtime::is_plain_form() {
        orion_runtime::redirect(path);
    }
}
