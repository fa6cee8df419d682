//! Whose account is it that somebody signs in to?

use orion_kernel::Locale;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result};
use uuid::Uuid;

/// An account that opens this platform's door.
#[derive(sqlx::FromRow)]
pub struct Account {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub password_hash: String,
    locale: Option<String>,
    /// Codes of the stores they work in, the oldest first; operators land elsewhere.
    pub stores: Vec<String>,
    pub has_app: bool,
    pub has_passkey: bool,
    /// One that works on this host; whoever has none here has the app or a recovery code.
    pub has_passkey_here: bool,
}

impl Account {
    /// Whether a password is not enough.
    pub fn has_second_factor(&self) -> bool {
        self.has_app || self.has_passkey
    }

    /// The language they chose, where it is one of the platform's; else the page's.
    pub fn locale(&self, ctx: &Ctx) -> Locale {
        let offered = &ctx.scope().platform.locales;
        let chosen = self.locale.as_deref().and_then(Locale::from_code);
        chosen.filter(|locale| offered.contains(locale)).unwrap_or(ctx.locale())
    }
}

/// By what they sign in with. Nobody who is locked, and nobody who has no business at this door.
pub async fn by_email(ctx: &Ctx, kind: PrincipalKind, email: &str) -> Result<Option<Account>> {
    find(ctx, kind, Some(email), None).await
}

/// By their id, likewise.
pub async fn by_id(ctx: &Ctx, kind: PrincipalKind, id: Uuid) -> Result<Option<Account>> {
    find(ctx, kind, None, Some(id)).await
}

async fn find(ctx: &Ctx, kind: PrincipalKind, email: Option<&str>, id: Option<Uuid>) -> Result<Option<Account>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let account = sqlx::query_as(
        "select u.id, u.name, u.email, u.password_hash, u.locale, works.stores,
                exists (select from tenancy.second_factors f where f.user_id = u.id and f.confirmed_at is not null) as has_app,
                exists (select from tenancy.passkeys k where k.user_id = u.id) as has_passkey,
                exists (select from tenancy.passkeys k where k.user_id = u.id and k.host = $4) as has_passkey_here
         from tenancy.users u
         cross join lateral (
             select coalesce(array_agg(s.code order by s.created_at, s.code), '{}') as stores
             from (select distinct s.code, s.created_at
                   from tenancy.memberships m
                   join tenancy.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or s.id = m.store_id)
                   where m.user_id = u.id and s.platform_id = $3) s
         ) works
         where u.id = coalesce($2, (select id from tenancy.users where email = $1))
           and not exists (select from tenancy.user_locks l where l.platform_id = $3 and l.user_id = u.id)
           and case when $5 = 'operator'
               then exists (select from tenancy.operators o where o.platform_id = $3 and o.user_id = u.id)
               else exists (select from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                            where m.user_id = u.id and c.platform_id = $3) end",
    )
    .bind(email)
    .bind(id)
    .bind(ctx.platform_id().0)
    .bind(crate::server::passkeys::host(ctx))
    .bind(kind.code())
    .fetch_optional(tx.conn())
    .await?;
    // Comparing a password takes a while; nobody has to wait for this connection meanwhile.
    tx.commit().await?;
    Ok(account)
}
