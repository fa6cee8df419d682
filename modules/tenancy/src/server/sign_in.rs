//! Signs somebody in: members at the platform's door, operators at the admin's.

use orion_kernel::{AppError, Locale};
use orion_runtime::{
    Ctx, PlatformCtx, PrincipalKind, Result,
    audit::{self, Actor, ActorKind, AuditScope, Deed},
    password, session,
};
use uuid::Uuid;

use crate::model::{member_landing, normalize_email, operator_landing};

/// The longest password anybody can have; more is not worth hashing.
const MAX_PASSWORD: usize = 1_024;

#[derive(sqlx::FromRow)]
struct Account {
    id: Uuid,
    name: String,
    password_hash: String,
    locale: Option<String>,
    /// Codes of the stores they work in; empty for operators.
    stores: Vec<String>,
}

/// Signs a member in, and says where to go: `next` when it is in one of their stores, or else their first store.
///
/// # Errors
///
/// `Invalid` `wrong_credentials`, the same and after the same time whether the account exists or not.
pub async fn sign_in_member(ctx: &Ctx, email: &str, password: String, next: &str) -> Result<String> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let account: Option<Account> = sqlx::query_as(
        "select u.id, u.name, u.password_hash, u.locale, works.stores
         from tenancy.users u
         cross join lateral (
             select array_agg(s.code order by s.created_at, s.code) as stores
             from tenancy.stores s
             where s.platform_id = $2
               and exists (select from tenancy.memberships m
                           where m.user_id = u.id and m.merchant_id = s.merchant_id
                             and (m.store_id is null or m.store_id = s.id))
         ) works
         where u.email = $1 and works.stores is not null",
    )
    .bind(normalize_email(email))
    .bind(ctx.platform_id().0)
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    let account = verified(account, password).await?;
    session::sign_in(ctx, PrincipalKind::Member, account.id, None).await?;
    note(ctx, &account).await?;
    Ok(member_landing(next, &account.stores, &language_prefix(ctx, &account)))
}

/// Signs an operator in, and says where to go: `next` when it is in the admin, or else its dashboard.
///
/// # Errors
///
/// As [`sign_in_member`].
pub async fn sign_in_operator(ctx: &Ctx, email: &str, password: String, next: &str) -> Result<String> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let account: Option<Account> = sqlx::query_as(
        "select u.id, u.name, u.password_hash, u.locale, '{}'::text[] as stores
         from tenancy.users u
         join tenancy.operators o on o.user_id = u.id and o.platform_id = $2
         where u.email = $1",
    )
    .bind(normalize_email(email))
    .bind(ctx.platform_id().0)
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    let account = verified(account, password).await?;
    session::sign_in(ctx, PrincipalKind::Operator, account.id, None).await?;
    note(ctx, &account).await?;
    Ok(operator_landing(next, &language_prefix(ctx, &account)))
}

async fn verified(account: Option<Account>, password: String) -> Result<Account, AppError> {
    let password = if password.len() > MAX_PASSWORD { String::new() } else { password };
    match account {
        Some(account) if password::verify(password.clone(), account.password_hash.clone()).await? => Ok(account),
        Some(_) => Err(AppError::invalid("wrong_credentials")),
        None => {
            password::verify_dummy(password).await?;
            Err(AppError::invalid("wrong_credentials"))
        }
    }
}

/// Who signed in, in the platform's log; the context does not know them yet.
async fn note(ctx: &Ctx, account: &Account) -> Result<()> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let scope = AuditScope { platform_id: ctx.platform_id(), merchant_id: None, store_id: None };
    let actor = Actor { kind: ActorKind::User, id: Some(account.id), name: account.name.clone() };
    let (id, ip) = (account.id.to_string(), ctx.scope().ip.to_string());
    let deed = Deed {
        action: "tenancy.signed_in",
        subject: Some(("user", &id)),
        ip: Some(&ip),
        request_id: Some(&ctx.scope().request_id),
        ..Deed::default()
    };
    audit::write(tx.conn(), &scope, &actor, &deed).await?;
    tx.commit().await
}

/// Of the language they chose; without one, of the page they signed in on.
fn language_prefix(ctx: &Ctx, account: &Account) -> String {
    let offered = &ctx.scope().platform.locales;
    let chosen = account.locale.as_deref().and_then(Locale::from_code).filter(|locale| offered.contains(locale));
    let locale = chosen.unwrap_or(ctx.locale());
    if offered.first() == Some(&locale) { String::new() } else { format!("/{}", locale.code()) }
}
