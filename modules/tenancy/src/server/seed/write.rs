//! Writes one row of the demo each.

use orion_kernel::AppError;
use orion_runtime::{Result, Tx, password};
use sqlx::types::Json;
use uuid::Uuid;

use super::shapes::{DemoMerchant, DemoPerson, DemoStore};
use crate::model::{code_of, normalize_email};

pub(super) async fn write_merchant(tx: &mut Tx, merchant: &DemoMerchant) -> Result<Uuid> {
    let (id, platform): (Uuid, _) = (tx.new_id(), tx.ctx().platform_id().0);
    sqlx::query("insert into tenancy.merchants (id, platform_id, code, name) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(platform)
        .bind(&merchant.code)
        .bind(&merchant.name)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

pub(super) async fn write_store(tx: &mut Tx, merchant: Uuid, store: &DemoStore) -> Result<Uuid> {
    let (id, platform): (Uuid, _) = (tx.new_id(), tx.ctx().platform_id().0);
    let locales: Vec<&str> = store.languages.iter().map(|locale| locale.code()).collect();
    sqlx::query(
        "insert into tenancy.stores (id, platform_id, merchant_id, code, name, status, currency, locales, accent_hue,
             neutral_hue, radius_px, serif, legal_name, vat_id, rcs, business_permit, street, postcode, city, country, email,
             phone, tax_rate_bp)
         values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
    )
    .bind(id)
    .bind(platform)
    .bind(merchant)
    .bind(&store.code)
    .bind(&store.name)
    .bind(&store.currency)
    .bind(&locales)
    .bind(store.theme.accent_hue)
    .bind(store.theme.neutral_hue)
    .bind(store.theme.radius_px)
    .bind(store.theme.font == "serif")
    .bind(&store.merchant.name)
    .bind(&store.legal.vat_id)
    .bind(&store.legal.rcs)
    .bind(&store.legal.business_permit)
    .bind(&store.legal.address.street)
    .bind(&store.legal.address.postcode)
    .bind(&store.legal.address.city)
    .bind(&store.legal.address.country)
    .bind(&store.contact.email)
    .bind(&store.contact.phone)
    .bind(store.tax_rate_bp)
    .execute(tx.conn())
    .await?;
    for (position, rate) in (1_i32..).zip(&store.shipping_rates) {
        sqlx::query(
            "insert into tenancy.shipping_rates (store_id, id, code, name, price_minor, free_from_minor, delivery_days, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id)
        .bind(tx.new_id::<Uuid>())
        .bind(rate.name.get("en").map(|name| code_of(name)))
        .bind(Json(&rate.name))
        .bind(rate.price_minor)
        .bind(rate.free_from_minor)
        .bind(&rate.delivery_days)
        .bind(position)
        .execute(tx.conn())
        .await?;
    }
    Ok(id)
}

pub(super) async fn write_user(tx: &mut Tx, person: &DemoPerson) -> Result<Uuid> {
    let id: Uuid = tx.new_id();
    let hash = password::hash(person.password.clone()).await.map_err(AppError::from)?;
    sqlx::query("insert into tenancy.users (id, email, password_hash, name, locale, email_verified_at) values ($1, $2, $3, $4, $5, now())")
        .bind(id)
        .bind(normalize_email(&person.email))
        .bind(hash)
        .bind(format!("{} {}", person.first_name, person.last_name))
        .bind(person.locale.code())
        .execute(tx.conn())
        .await?;
    Ok(id)
}

pub(super) async fn write_member(
    tx: &mut Tx,
    merchant: Uuid,
    store: Option<Uuid>,
    user: Uuid,
    person: &DemoPerson,
) -> Result<()> {
    let role = person.role.as_deref().unwrap_or("staff");
    sqlx::query(
        "insert into tenancy.memberships (merchant_id, id, user_id, store_id, role) values ($1, $2, $3, $4, $5)",
    )
    .bind(merchant)
    .bind(tx.new_id::<Uuid>())
    .bind(user)
    .bind(store)
    .bind(role)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn write_operator(tx: &mut Tx, user: Uuid) -> Result<()> {
    let platform = tx.ctx().platform_id();
    sqlx::query("insert into tenancy.operators (platform_id, user_id) values ($1, $2)")
        .bind(platform.0)
        .bind(user)
        .execute(tx.conn())
        .await?;
    Ok(())
}
