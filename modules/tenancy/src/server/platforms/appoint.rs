//! Who runs a new platform first, and the note in the log of the one it was made from.

use orion_runtime::{
    PlatformCtx, Principal, Result, Tx,
    audit::{self, Actor, ActorKind, AuditScope, Deed},
};

/// Who runs it first.
pub(super) enum Administrator {
    /// Whoever makes it.
    Maker,
    /// Somebody by their address: a user becomes an operator, anybody else is invited.
    Address(String),
}

/// Makes a user the first administrator of the transaction's platform. Whoever has no account is invited once the platform is
/// there to write from: says whom.
pub(super) async fn appoint(
    tx: &mut Tx,
    administrator: &Administrator,
    from: Option<&PlatformCtx>,
) -> Result<Option<String>> {
    let platform = tx.ctx().platform_id();
    let user = match administrator {
        Administrator::Maker => from.and_then(|from| from.principal()).map(|principal: &Principal| principal.id),
        Administrator::Address(address) => {
            sqlx::query_scalar("select id from tenancy.users where email = $1")
                .bind(address)
                .fetch_optional(tx.conn())
                .await?
        }
    };
    match (user, administrator) {
        (Some(user), _) => {
            sqlx::query("insert into tenancy.operators (platform_id, user_id) values ($1, $2)")
                .bind(platform.0)
                .bind(user)
                .execute(tx.conn())
                .await?;
            Ok(None)
        }
        (None, Administrator::Address(address)) if !address.is_empty() => Ok(Some(address.clone())),
        (None, _) => Ok(None),
    }
}

/// The platform it was made from remembers it too.
pub(super) async fn note(tx: &mut Tx, from: &PlatformCtx, code: &str, told: &serde_json::Value) -> Result<()> {
    let scope = AuditScope { platform_id: from.platform_id(), merchant_id: None, store_id: None };
    let (id, name) = from.principal().map(|principal| (principal.id, principal.name.clone())).unzip();
    let actor = Actor { kind: ActorKind::User, id, name: name.unwrap_or_default() };
    let ip = from.scope().ip.to_string();
    let deed = Deed {
        action: "tenancy.platform_created",
        subject: Some(("platform", code)),
        after: Some(told),
        ip: Some(&ip),
        request_id: Some(&from.scope().request_id),
        ..Deed::default()
    };
    audit::write(tx.conn(), &scope, &actor, &deed).await?;
    Ok(())
}
