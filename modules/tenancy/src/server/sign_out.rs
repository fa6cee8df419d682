//! Signs whoever it is out of the frontend at hand.

use orion_runtime::{Ctx, PrincipalKind, Result, session};

use crate::paths::SIGN_IN;

/// Ends the session, and says where the door is.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_out(ctx: &Ctx) -> Result<String> {
    let kind = PrincipalKind::of(ctx.scope().frontend);
    session::sign_out(ctx, kind).await?;
    let scope = ctx.scope();
    let door = match kind {
        PrincipalKind::Operator => format!("{}{SIGN_IN}", scope.base),
        PrincipalKind::Member | PrincipalKind::Customer | PrincipalKind::Machine => {
            let language = scope.base.strip_suffix(&scope.unprefixed_base).unwrap_or_default();
            format!("{language}{SIGN_IN}")
        }
    };
    Ok(door)
}
