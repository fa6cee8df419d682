//! What does an operator see of one store?

use orion_kernel::{AppError, Locale, StoreId};
use orion_runtime::{PlatformCtx, Result};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    storefront_url,
    tenancy_settings::TenancySettings,
    tenants::{exports, history},
};
use crate::views::{Person, Role, StoreDetails, StoreStatus};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    merchant_id: Uuid,
    code: String,
    name: String,
    merchant: String,
    #[sqlx(try_from = "String")]
    status: StoreStatus,
    currency: String,
    locales: Vec<String>,
    legal_name: String,
    vat_id: String,
    rcs: String,
    business_permit: String,
    street: String,
    postcode: String,
    city: String,
    country: String,
    email: String,
    phone: String,
    created_at: OffsetDateTime,
    domains: Vec<String>,
    subdomain: Option<String>,
    merchant_code: String,
    suspension_reason: String,
    delete_after: Option<OffsetDateTime>,
    deletion_requested_by: String,
    is_erasing: bool,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: Uuid,
    is_operator: bool,
    name: String,
    email: String,
    #[sqlx(try_from = "String")]
    role: Role,
}

/// A store of the platform.
///
/// # Errors
///
/// `NotFound`.
pub async fn store_details(ctx: &PlatformCtx, code: &str) -> Result<StoreDetails> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select s.id, s.merchant_id, s.code, s.name, m.name as merchant, m.code as merchant_code,
                tenancy.state_of(s.status, s.suspended_at, s.delete_after) as status, s.suspension_reason, s.delete_after,
                s.deletion_requested_by, s.erasing_since is not null as is_erasing, s.subdomain, s.currency, s.locales, s.legal_name,
                s.vat_id, s.rcs, s.business_permit, s.street, s.postcode, s.city, s.country, s.email, s.phone, s.created_at,
                array(select d.host from tenancy.store_domains d where d.store_id = s.id
                      order by d.is_primary desc, d.host) as domains
         from tenancy.stores s join tenancy.merchants m on m.id = s.merchant_id
         where s.platform_id = $1 and s.code = $2",
    )
    .bind(ctx.platform_id().0)
    .bind(code)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let team: Vec<MemberRow> = sqlx::query_as(
        "select u.id, exists (select from tenancy.operators o where o.user_id = u.id) as is_operator, u.name, u.email, m.role
         from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and (m.store_id is null or m.store_id = $2)
         order by m.role, lower(u.name), u.id",
    )
    .bind(row.merchant_id)
    .bind(row.id)
    .fetch_all(tx.conn())
    .await?;
    let town = format!("{} {}", row.postcode, row.city);
    let (exports, history) = (exports(&mut tx, StoreId(row.id)).await?, history(&mut tx, "store", code).await?);
    let deletion_days = ctx.settings::<TenancySettings>().await?.deletion_days;
    Ok(StoreDetails {
        exports,
        history,
        deletion_days,
        merchant_code: row.merchant_code,
        country: row.country.clone(),
        suspension_reason: row.suspension_reason,
        delete_after: row.delete_after,
        deletion_requested_by: row.deletion_requested_by,
        is_erasing: row.is_erasing,
        storefront_url: storefront_url(
            ctx,
            row.subdomain.as_deref().unwrap_or(&row.code),
            row.domains.first().map(String::as_str),
        ),
        code: row.code,
        name: row.name,
        merchant: row.merchant,
        status: row.status,
        currency: row.currency,
        locales: row.locales.iter().filter_map(|code| Locale::from_code(code)).collect(),
        legal_name: row.legal_name,
        vat_id: row.vat_id,
        rcs: row.rcs,
        business_permit: row.business_permit,
        address: [row.street, town, row.country].into_iter().filter(|part| !part.trim().is_empty()).collect(),
        email: row.email,
        phone: row.phone,
        created_at: row.created_at,
        domains: row.domains,
        team: team
            .into_iter()
            .map(|row| Person {
                id: row.id,
                is_operator: row.is_operator,
                name: row.name,
                email: row.email,
                role: row.role,
            })
            .collect(),
    })
}
