//! The customer who is signed in.

use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, PrincipalKind};

/// Their id.
///
/// # Errors
///
/// `Unauthenticated` when nobody is.
pub fn customer_of(ctx: &Ctx) -> Result<CustomerId, AppError> {
    let principal = ctx.principal().filter(|principal| principal.kind == PrincipalKind::Customer);
    principal.map(|principal| CustomerId(principal.id)).ok_or_else(AppError::unauthenticated)
}
