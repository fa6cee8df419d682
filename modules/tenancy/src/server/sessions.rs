//! Where somebody is signed in, as they see and end it.

use orion_kernel::{AppError, SessionId, user_agent};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use super::{profile::me, second_factor::forget_devices};
use crate::views::SessionView;

/// A user's kinds of session.
const KINDS: [PrincipalKind; 2] = [PrincipalKind::Operator, PrincipalKind::Member];

/// The sessions of whoever is signed in, this one first.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn list_sessions(ctx: &Ctx) -> Result<Vec<SessionView>> {
    let me = me(ctx)?;
    let mut views = Vec::new();
    for kind in KINDS {
        for row in session::list(ctx.app(), kind, me.id, None).await? {
            views.push(SessionView {
                id: row.id,
                browser: user_agent::name(&row.user_agent),
                address: row.ip,
                since: row.created_at,
                last_used_at: row.last_used_at,
                is_admin: kind == PrincipalKind::Operator,
                is_this: row.id == me.session,
                impersonator: row.impersonator,
            });
        }
    }
    views.sort_by_key(|view| (!view.is_this, std::cmp::Reverse(view.last_used_at)));
    Ok(views)
}

/// Ends one session of one's own.
///
/// # Errors
///
/// `NotFound`, also for somebody else's.
pub async fn end_session(ctx: &Ctx, id: SessionId) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut has_ended = false;
    for kind in KINDS {
        has_ended |= session::end(ctx.app(), kind, me.id, id).await?;
    }
    if !has_ended {
        return Err(AppError::not_found().into());
    }
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    tx.audit("tenancy.session_ended", ("user", me.id), json!({})).await?;
    tx.commit().await
}

/// Ends all sessions of one's own but this one, and trusts no device any more.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn end_other_sessions(ctx: &Ctx) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    for kind in KINDS {
        session::end_all_in(&mut tx, kind, me.id, Some(me.session)).await?;
    }
    forget_devices(&mut tx, me.id).await?;
    tx.audit("tenancy.other_sessions_ended", ("user", me.id), json!({})).await?;
    tx.commit().await
}
