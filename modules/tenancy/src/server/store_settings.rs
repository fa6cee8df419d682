//! How is the store set up?

use orion_kernel::{AppError, BasisPoints, Locale, boot::ThemeView};
use orion_runtime::{Ctx, Result};

use crate::views::StoreSettings;

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
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
    tax_rate_bp: i32,
    locales: Vec<String>,
    accent_hue: i16,
    neutral_hue: i16,
    radius_px: i16,
    serif: bool,
}

/// The store's settings, from the database: what this process remembers of the store may be a moment old.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn store_settings(ctx: &Ctx) -> Result<StoreSettings> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select name, legal_name, vat_id, rcs, business_permit, street, postcode, city, country, email, phone, tax_rate_bp,
                locales, accent_hue, neutral_hue, radius_px, serif
         from tenancy.stores where id = $1",
    )
    .bind(ctx.store_id()?.0)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    Ok(StoreSettings {
        name: row.name,
        legal_name: row.legal_name,
        vat_id: row.vat_id,
        rcs: row.rcs,
        business_permit: row.business_permit,
        street: row.street,
        postcode: row.postcode,
        city: row.city,
        country: row.country,
        email: row.email,
        phone: row.phone,
        tax_rate: BasisPoints(row.tax_rate_bp),
        locales: row.locales.iter().filter_map(|code| Locale::from_code(code)).collect(),
        logo: ctx.store()?.logo.clone(),
        favicon: ctx.store()?.favicon.clone(),
        theme: ThemeView {
            accent_hue: row.accent_hue.unsigned_abs(),
            neutral_hue: row.neutral_hue.unsigned_abs(),
            radius_px: u8::try_from(row.radius_px).unwrap_or_default(),
            serif: row.serif,
        },
    })
}
