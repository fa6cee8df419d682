//! Platforms and stores as the database has them.

use std::collections::{BTreeMap, BTreeSet};

use orion_kernel::{Currency, Frontend, Locale, MerchantId, PlatformId, StoreId, boot::ThemeView};
use orion_runtime::{
    App,
    menu::{MenuOverride, MenuOverrides},
    scope::{Platform, PlatformBrand, Store},
};
use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::settings_row::{SettingsRow, file_path};

#[derive(sqlx::FromRow)]
pub(super) struct PlatformRow {
    id: Uuid,
    code: String,
    name: String,
    host: Option<String>,
    locales: Vec<String>,
    accent_hue: Option<i16>,
    logo: String,
    support_email: String,
    modules: Vec<String>,
    menu: Json<Vec<MenuRow>>,
}

/// A row of the framework's table.
#[derive(Deserialize)]
struct MenuRow {
    frontend: Frontend,
    key: String,
    position: Option<i16>,
    is_hidden: bool,
    /// Languages that another version wrote are left out.
    labels: BTreeMap<String, String>,
}

macro_rules! select_platforms {
    ($condition:literal) => {
        concat!(
            "select p.id, p.code, p.name, p.host, p.locales, p.accent_hue, p.logo, p.support_email,
                    array(select m.module from tenancy.platform_modules m where m.platform_id = p.id) as modules,
                    coalesce((select jsonb_agg(to_jsonb(o)) from orion.menu_overrides o where o.platform_id = p.id), '[]') as menu
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
            is_main: self.host.is_none(),
            brand: PlatformBrand {
                accent_hue: self.accent_hue.map(i16::unsigned_abs),
                logo: self.logo,
                support_email: self.support_email,
            },
            menu: MenuOverrides(self.menu.0.into_iter().map(MenuRow::into_override).collect()),
            host: self.host.unwrap_or_else(|| app.config().public_origin.host().to_owned()),
            locales: locales(&self.locales),
            modules: app.registry().enabled(&chosen),
        }
    }
}

impl MenuRow {
    fn into_override(self) -> ((Frontend, String), MenuOverride) {
        let labels = self.labels.into_iter().filter_map(|(code, label)| Some((Locale::from_code(&code)?, label)));
        let change = MenuOverride { position: self.position, is_hidden: self.is_hidden, labels: labels.collect() };
        ((self.frontend, self.key), change)
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct StoreRow {
    id: Uuid,
    merchant_id: Uuid,
    code: String,
    name: String,
    is_open: bool,
    is_suspended: bool,
    is_closing: bool,
    currency: String,
    locales: Vec<String>,
    accent_hue: i16,
    neutral_hue: i16,
    radius_px: i16,
    serif: bool,
    domain: Option<String>,
    subdomain: String,
    platform_host: Option<String>,
    #[sqlx(flatten)]
    settings: SettingsRow,
}

macro_rules! select_stores {
    ($condition:literal) => {
        concat!(
            "select s.id, s.merchant_id, s.code, s.name,
                    s.status = 'open' and s.suspended_at is null and s.delete_after is null as is_open,
                    s.suspended_at is not null as is_suspended, s.delete_after is not null as is_closing, s.currency, s.locales,
                    s.accent_hue, s.neutral_hue, s.radius_px, s.serif, d.host as domain,
                    coalesce(s.subdomain, s.code) as subdomain, p.host as platform_host, p.locales as platform_locales,
                    s.office_locales, s.time_zone, s.unit_system, s.weight_unit, s.order_prefix, s.order_suffix, s.order_start,
                    s.logo, s.logo_width, s.logo_height, s.favicon, s.access, s.access_version, s.preview_version,
                    s.access_messages, now() as read_at
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

    pub(super) async fn next_of_platform(
        conn: &mut PgConnection,
        platform: PlatformId,
        after: Option<StoreId>,
    ) -> Result<Vec<Self>, sqlx::Error> {
        sqlx::query_as(select_stores!(
            "where s.platform_id = $1 and s.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000'::uuid) order by s.id limit 200"
        ))
        .bind(platform.0)
        .bind(after.map(|id| id.0))
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

    /// The store with this domain, or whose subdomain of its platform's host this is, or was until lately. `code` is the first label when the
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
             where coalesce(s.subdomain, s.code) = case when p.host is null then $2 when p.host = $3 then $4 end
             union all
             select f.platform_id, f.store_id from tenancy.former_subdomains f join tenancy.platforms p on p.id = f.platform_id
             where f.subdomain = case when p.host is null then $2 when p.host = $3 then $4 end and f.until > now()
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
            host: self.domain.unwrap_or_else(|| format!("{}.{platform_host}", self.subdomain)),
            office_locales: self.settings.office_locales(),
            zone: self.settings.zone(),
            unit_system: self.settings.unit_system.parse().unwrap_or_default(),
            weight_unit: self.settings.weight_unit.parse().unwrap_or_default(),
            logo: self.settings.logo(self.id),
            favicon: self.settings.favicon.as_ref().and_then(|name| file_path(self.id, name)),
            access: self.settings.access(),
            order_numbers: self.settings.order_numbers(),
            code: self.code,
            name: self.name,
            currency: self.currency.parse().unwrap_or(Currency::EUR),
            locales: locales(&self.locales),
            theme: theme(self.accent_hue, self.neutral_hue, self.radius_px, self.serif),
            is_open: self.is_open,
            is_suspended: self.is_suspended,
            is_closing: self.is_closing,
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
