//! Platforms and stores as the database has them.

use std::collections::BTreeSet;

use orion_kernel::{Currency, Locale, MerchantId, PlatformId, StoreId, boot::ThemeView};
use orion_runtime::{
    App,
    scope::{Platform, Store},
};
use sqlx::PgConnection;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
pub(super) struct PlatformRow {
    id: Uuid,
    code: String,
    name: String,
    host: Option<String>,
    locales: Vec<String>,
    modules: Vec<String>,
}

macro_rules! select_platforms {
    ($condition:literal) => {
        concat!(
            "select p.id, p.code, p.name, p.host, p.locales,
                    array(select m.module from tenancy.platform_modules m where m.platform_id = p.id) as modules
             from tenancy.platforms p ",
            $condition
        )
    };
}

impl PlatformRow {
    /// The platform with a host of its own, or the one at the installation's.
    pub(super) async fn by_host(conn: &mut PgConnection, host: Option<&str>) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as(select_platforms!("where p.host is not distinct from $1")).bind(host).fetch_optional(conn).await
    }

    pub(super) async fn by_id(conn: &mut PgConnection, id: PlatformId) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as(select_platforms!("where p.id = $1")).bind(id.0).fetch_optional(conn).await
    }

    pub(super) async fn all(conn: &mut PgConnection) -> Result<Vec<Self>, sqlx::Error> {
        sqlx::query_as(select_platforms!("order by p.code")).fetch_all(conn).await
    }

    pub(super) fn into_platform(self, app: &App) -> Platform {
        let chosen: BTreeSet<String> = self.modules.into_iter().collect();
        Platform {
            id: PlatformId(self.id),
            code: self.code,
            name: self.name,
            host: self.host.unwrap_or_else(|| app.config().public_origin.host().to_owned()),
            locales: locales(&self.locales),
            modules: app.registry().enabled(&chosen),
        }
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct StoreRow {
    id: Uuid,
    merchant_id: Uuid,
    code: String,
    name: String,
    is_open: bool,
    currency: String,
    locales: Vec<String>,
    accent_hue: i16,
    neutral_hue: i16,
    radius_px: i16,
    serif: bool,
    domain: Option<String>,
    platform_host: Option<String>,
}

macro_rules! select_stores {
    ($condition:literal) => {
        concat!(
            "select s.id, s.merchant_id, s.code, s.name, s.status = 'open' as is_open, s.currency, s.locales,
                    s.accent_hue, s.neutral_hue, s.radius_px, s.serif, d.host as domain, p.host as platform_host
             from tenancy.stores s
             join tenancy.platforms p on p.id = s.platform_id
             left join tenancy.store_domains d on d.store_id = s.id and d.is_primary ",
            $condition
        )
    };
}

impl StoreRow {
    pub(super) async fn by_id(conn: &mut PgConnection, id: StoreId) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as(select_stores!("where s.id = $1")).bind(id.0).fetch_optional(conn).await
    }

    pub(super) async fn of_platform(conn: &mut PgConnection, platform: PlatformId) -> Result<Vec<Self>, sqlx::Error> {
        sqlx::query_as(select_stores!("where s.platform_id = $1 order by s.code"))
            .bind(platform.0)
            .fetch_all(conn)
            .await
    }

    pub(super) async fn id_by_code(
        conn: &mut PgConnection,
        platform: PlatformId,
        code: &str,
    ) -> Result<Option<StoreId>, sqlx::Error> {
        sqlx::query_scalar("select id from tenancy.stores where platform_id = $1 and code = $2")
            .bind(platform.0)
            .bind(code)
            .fetch_optional(conn)
            .await
            .map(|id: Option<Uuid>| id.map(StoreId))
    }

    /// The store with this domain, or whose subdomain of its platform's host this is. `code` is the first label when the
    /// rest is the installation's own host.
    pub(super) async fn id_by_host(
        conn: &mut PgConnection,
        host: &str,
        code: Option<&str>,
    ) -> Result<Option<(PlatformId, StoreId)>, sqlx::Error> {
        let (label, parent) = host.split_once('.').unwrap_or((host, ""));
        let found: Option<(Uuid, Uuid)> = sqlx::query_as(
            "select s.platform_id, s.id from tenancy.store_domains d join tenancy.stores s on s.id = d.store_id
             where d.host = $1
             union all
             select s.platform_id, s.id from tenancy.stores s join tenancy.platforms p on p.id = s.platform_id
             where (p.host is null and s.code = $2) or (p.host = $3 and s.code = $4)
             limit 1",
        )
        .bind(host)
        .bind(code)
        .bind(parent)
        .bind(label)
        .fetch_optional(conn)
        .await?;
        Ok(found.map(|(platform, store)| (PlatformId(platform), StoreId(store))))
    }

    pub(super) fn into_store(self, app: &App) -> Store {
        let origin = &app.config().public_origin;
        let platform_host = self.platform_host.as_deref().unwrap_or(origin.host());
        Store {
            id: StoreId(self.id),
            merchant_id: MerchantId(self.merchant_id),
            host: self.domain.unwrap_or_else(|| format!("{}.{platform_host}", self.code)),
            code: self.code,
            name: self.name,
            currency: self.currency.parse().unwrap_or(Currency::EUR),
            locales: locales(&self.locales),
            theme: theme(self.accent_hue, self.neutral_hue, self.radius_px, self.serif),
            is_open: self.is_open,
        }
    }
}

/// What another version wrote and this one cannot read is left out; there is always a language.
fn locales(codes: &[String]) -> Vec<Locale> {
    let known: Vec<Locale> = codes.iter().filter_map(|code| Locale::from_code(code)).collect();
    if known.is_empty() { vec![Locale::En] } else { known }
}

/// The numbers are within bounds: the table checks them.
fn theme(accent_hue: i16, neutral_hue: i16, radius_px: i16, serif: bool) -> ThemeView {
    ThemeView {
        accent_hue: accent_hue.unsigned_abs(),
        neutral_hue: neutral_hue.unsigned_abs(),
        radius_px: u8::try_from(radius_px).unwrap_or_default(),
        serif,
    }
}
