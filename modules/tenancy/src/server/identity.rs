//! Who is behind a session: operators of a platform, members of a merchant's team.

use async_trait::async_trait;
use orion_kernel::Locale;
use orion_runtime::{
    App, Principal, PrincipalKind, Result,
    ctx::begin_unscoped,
    directory::Identity,
    scope::{Platform, Store},
};
use uuid::Uuid;

use super::{roles::Realm, second_factor::is_required_of_operators};

/// Knows the people who run a platform.
pub struct Operators;

/// Knows merchants' teams.
pub struct Members;

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    email: String,
    locale: Option<String>,
    /// The merchant asks for one; operators' is a setting.
    needs_second_factor: bool,
    /// Codes of presets; `own` for those whose permissions follow.
    roles: Vec<String>,
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
            "select u.name, u.email, u.locale, false as needs_second_factor, array[o.role] as roles, coalesce(r.permissions, '{}') as permissions
             from tenancy.operators o
             join tenancy.users u on u.id = o.user_id
             left join tenancy.operator_roles r on r.platform_id = o.platform_id and r.id = o.role_id
             where o.platform_id = $1 and o.user_id = $2
               and not exists (select from tenancy.user_locks l where l.platform_id = $1 and l.user_id = $2)",
        )
        .bind(platform.id.0)
        .bind(id)
        .fetch_optional(&mut *tx)
        .await?;
        let lacks_second_factor = is_required_of_operators(app, platform.id).await?;
        Ok(row.map(|row| Principal {
            lacks_second_factor,
            ..row.principal(app, platform, Realm::Operators(platform.id.0), id)
        }))
    }

    async fn everybody(&self, app: &App, platform: &Platform, _: Option<&Store>) -> Result<Vec<Uuid>> {
        let mut tx = begin_unscoped(app).await?;
        Ok(sqlx::query_scalar("select user_id from tenancy.operators where platform_id = $1 order by user_id")
            .bind(platform.id.0)
            .fetch_all(&mut *tx)
            .await?)
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
            "select u.name, u.email, u.locale, bool_or(c.second_factor_required and $4::uuid is not null) as needs_second_factor,
                    coalesce(array_agg(distinct m.role) filter (where $4::uuid is not null), '{}') as roles,
                    coalesce(array_agg(distinct held.permission) filter (where held.permission is not null), '{}') as permissions
             from tenancy.users u
             join tenancy.memberships m on m.user_id = u.id
             join tenancy.merchants c on c.id = m.merchant_id and c.platform_id = $2
             left join tenancy.roles r on $4::uuid is not null and r.merchant_id = m.merchant_id and r.id = m.role_id
             left join lateral unnest(r.permissions) as held(permission) on true
             where u.id = $1
               and not exists (select from tenancy.user_locks l where l.platform_id = $2 and l.user_id = $1)
               and ($4::uuid is null or (m.merchant_id = $3 and (m.store_id is null or m.store_id = $4)))
             group by u.id",
        )
        .bind(id)
        .bind(platform.id.0)
        .bind(store.map(|store| store.merchant_id.0))
        .bind(store.map(|store| store.id.0))
        .fetch_optional(&mut *tx)
        .await?;
        // On the platform's own pages there is no merchant, and no role either.
        let realm = Realm::Team(store.map_or(Uuid::nil(), |store| store.merchant_id.0));
        Ok(row.map(|row| row.principal(app, platform, realm, id)))
    }

    async fn everybody(&self, app: &App, _: &Platform, store: Option<&Store>) -> Result<Vec<Uuid>> {
        let Some(store) = store else { return Ok(Vec::new()) };
        let mut tx = begin_unscoped(app).await?;
        Ok(sqlx::query_scalar(
            "select distinct user_id from tenancy.memberships
             where merchant_id = $1 and (store_id is null or store_id = $2) order by user_id",
        )
        .bind(store.merchant_id.0)
        .bind(store.id.0)
        .fetch_all(&mut *tx)
        .await?)
    }
}

impl Row {
    fn principal(self, app: &App, platform: &Platform, realm: Realm, id: Uuid) -> Principal {
        let presets = self.roles.iter().flat_map(|role| realm.preset_on(app, platform, role));
        let kind = match realm {
            Realm::Team(_) => PrincipalKind::Member,
            Realm::Operators(_) => PrincipalKind::Operator,
        };
        Principal {
            name: self.name,
            email: self.email,
            locale: self.locale.as_deref().and_then(Locale::from_code),
            permissions: presets.chain(self.permissions.iter().cloned()).collect(),
            lacks_second_factor: self.needs_second_factor,
            ..Principal::new(kind, id)
        }
    }
}
