//! Which language an editor's address asks for.

use leptos_router::params::ParamsMap;
use orion_kernel::{AppError, Locale};

/// The language in the address; none where it names none.
///
/// # Errors
///
/// `NotFound` for what is no language of ours.
pub fn asked_locale(params: &ParamsMap) -> Result<Option<Locale>, AppError> {
    params.get("locale").map(|code| Locale::from_code(&code).ok_or_else(AppError::not_found)).transpose()
}
