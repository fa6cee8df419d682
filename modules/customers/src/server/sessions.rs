//! Where is a customer signed in, and the ends of it.

use orion_kernel::{AppError, SessionId, user_agent};
use orion_runtime::{Ctx, PrincipalKind, Result, session};

use super::who::customer_of;
use crate::views::SessionView;

/// Their sessions, this one first. An operator who acts as them has one too: it is not hidden.
pub async fn sessions(ctx: &Ctx) -> Result<Vec<SessionView>> {
    let (customer, here) = (customer_of(ctx)?, here(ctx));
    let rows = session::list(ctx.app(), PrincipalKind::Customer, customer.0, None).await?;
    let mut views: Vec<SessionView> = rows
        .into_iter()
        .map(|row| SessionView {
            id: row.id,
            device: user_agent::name(&row.user_agent),
            ip: row.ip,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            is_here: Some(row.id) == here,
            impersonator: row.impersonator,
        })
        .collect();
    views.sort_by_key(|view| !view.is_here);
    Ok(views)
}

/// Ends one of them.
///
/// # Errors
///
/// `NotFound` for one of somebody else's.
pub async fn end_session(ctx: &Ctx, id: SessionId) -> Result<()> {
    let customer = customer_of(ctx)?;
    if !session::end(ctx.app(), PrincipalKind::Customer, customer.0, id).await? {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    tx.audit("customers.session_ended", ("customer", customer), ()).await?;
    tx.commit().await
}

/// Ends all of them but this one.
pub async fn end_other_sessions(ctx: &Ctx) -> Result<()> {
    let customer = customer_of(ctx)?;
    let ended = session::end_all(ctx.app(), PrincipalKind::Customer, customer.0, here(ctx)).await?;
    let mut tx = ctx.begin().await?;
    tx.audit("customers.sessions_ended", ("customer", customer), ended).await?;
    tx.commit().await
}

fn here(ctx: &Ctx) -> Option<SessionId> {
    ctx.principal().map(|principal| principal.session)
}
