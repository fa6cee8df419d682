//! Whose back office it is, and who is in it.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use uuid::Uuid;

/// A store's back office, or the platform's.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub platform: Uuid,
    /// Absent for the operators' own.
    pub store: Option<Uuid>,
}

impl Place {
    pub fn of(ctx: &Ctx) -> Self {
        Self { platform: ctx.platform_id().0, store: ctx.scope().store_id().map(|store| store.0) }
    }
}

/// Whoever is signed in.
pub fn who(ctx: &Ctx) -> Result<Uuid> {
    Ok(ctx.principal().ok_or_else(AppError::unauthenticated)?.id)
}
