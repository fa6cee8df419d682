//! Who is behind a session: operators of a platform, members of a merchant's team.

use async_trait::async_trait;
use orion_kernel::{Locale, SessionId};
use orion_runtime::{
    App, Principal, PrincipalKind, Result,
    ctx::begin_unscoped,
    directory::Identity,
    scope::{Platform, Store},
};
use uuid::Uuid;

/// What owners and operators hold: everything.
const EVERYTHING: &str = "*";

/// Knows the people who run a platform.
pub struct Operators;

/// Knows merchants' teams.
pub struct Members;

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    email: String,
    locale: Option<String>,
    is_owner: bool,
    permissions: Vec<String>,
}

#[async_trait]
impl Identity for Operators {
    fn kind(&self) -> PrincipalKind {
        PrincipalKind::Operator
    }

    async fn principal(
        &self,
        app: &App,
        platform: &Platform,
        _: Option<&Store>,
        id: Uuid,
    ) -> Result<Option<Principal>> {
        let mut tx = begin_unscoped(app).await?;
        let row: Option<Row> = sqlx::query_as(
            "select u.name, u.email, u.locale, true as is_owner, '{}'::text[] as permissions
             from tenancy.operators o join tenancy.users u on u.id = o.user_id
             where o.platform_id = $1 and o.user_id = $2",
        )
        .bind(platform.id.0)
        .bind(id)
        .fetch_optional(&mut *tx)
        .await?;
        Ok(row.map(|row| row.principal(PrincipalKind::Operator, id)))
    }
}

#[async_trait]
impl Identity for Members {
    fn kind(&self) -> PrincipalKind {
        PrincipalKind::Member
    }

    /// In a store, somebody of its merchant's team who works in that store; on the platform's own pages, anybody of any
    /// of its merchants' teams, who holds nothing there.
    async fn principal(
        &self,
        app: &App,
        platform: &Platform,
        store: Option<&Store>,
        id: Uuid,
    ) -> Result<Option<Principal>> {
        let mut tx = begin_unscoped(app).await?;
        let row: Option<Row> = sqlx::query_as(
            "select u.name, u.email, u.locale, bool_or(m.role = 'owner' and $4::uuid is not null) as is_owner,
                    coalesce(array_agg(distinct held.permission) filter (where held.permission is not null), '{}') as permissions
             from tenancy.users u
             join tenancy.memberships m on m.user_id = u.id
             join tenancy.merchants c on c.id = m.merchant_id and c.platform_id = $2
             left join lateral unnest(m.permissions) as held(permission) on $4::uuid is not null
             where u.id = $1
               and ($4::uuid is null or (m.merchant_id = $3 and (m.store_id is null or m.store_id = $4)))
             group by u.id",
        )
        .bind(id)
        .bind(platform.id.0)
        .bind(store.map(|store| store.merchant_id.0))
        .bind(store.map(|store| store.id.0))
        .fetch_optional(&mut *tx)
        .await?;
        Ok(row.map(|row| row.principal(PrincipalKind::Member, id)))
    }
}

impl Row {
    fn principal(self, kind: PrincipalKind, id: Uuid) -> Principal {
        Principal {
            kind,
            id,
            name: self.name,
            email: self.email,
            locale: self.locale.as_deref().and_then(Locale::from_code),
            permissions: if self.is_owner { vec![EVERYTHING.to_owned()] } else { self.permissions },
            // The session puts its own in.
            session: SessionId(Uuid::nil()),
        }
    }
}
