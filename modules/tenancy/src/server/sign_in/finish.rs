//! Everything was shown: the session starts.

use orion_runtime::{
    Ctx, PlatformCtx, PrincipalKind, Result,
    audit::{self, Actor, ActorKind, AuditScope, Deed},
    session::{self, SignIn},
    throttle,
};
use serde_json::json;

use super::{Account, account_key, unusual};
use crate::model::{Wishes, member_landing, operator_landing};

/// How somebody has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// With a password alone.
    Password,
    /// With password and code.
    SecondFactor,
    /// With a password, on a device that was trusted before.
    TrustedDevice,
    /// With a passkey, which is both.
    Passkey,
}

impl Method {
    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::SecondFactor => "second_factor",
            Self::TrustedDevice => "trusted_device",
            Self::Passkey => "passkey",
        }
    }
}

/// Starts the session, and says where to go: `next` when it is theirs, or else their first store or the dashboard.
pub async fn finish(
    ctx: &Ctx,
    kind: PrincipalKind,
    account: &Account,
    wishes: &Wishes,
    method: Method,
) -> Result<String> {
    let sign_in = SignIn {
        remember: wishes.remember,
        second_factor: method != Method::Password,
        ..SignIn::new(kind, account.id)
    };
    session::start(ctx, sign_in).await?;
    unusual::note(ctx, kind, account, method).await?;
    throttle::remember_device(ctx, &account_key(&account.email))?;
    audit(ctx, account, method).await?;
    let language = language_prefix(ctx, account);
    Ok(match kind {
        PrincipalKind::Operator => operator_landing(&wishes.next, &language),
        _ => member_landing(&wishes.next, &account.stores, &language),
    })
}

/// Who signed in, in the platform's log; the context does not know them yet.
async fn audit(ctx: &Ctx, account: &Account, method: Method) -> Result<()> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let scope = AuditScope { platform_id: ctx.platform_id(), merchant_id: None, store_id: None };
    let actor = Actor { kind: ActorKind::User, id: Some(account.id), name: account.name.clone() };
    let (id, ip) = (account.id.to_string(), ctx.scope().ip.to_string());
    let after = json!({ "method": method.code() });
    let deed = Deed {
        action: "tenancy.signed_in",
        subject: Some(("user", &id)),
        after: Some(&after),
        ip: Some(&ip),
        request_id: Some(&ctx.scope().request_id),
        ..Deed::default()
    };
    audit::write(tx.conn(), &scope, &actor, &deed).await?;
    tx.commit().await
}

/// Of the language they chose; without one, of the page they signed in on.
fn language_prefix(ctx: &Ctx, account: &Account) -> String {
    let locale = account.locale(ctx);
    let is_default = ctx.scope().platform.locales.first() == Some(&locale);
    if is_default { String::new() } else { format!("/{}", locale.code()) }
}
