//! The store's customers as a file.

use axum::{
    Extension, Router,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, StatusCode, header};
use orion_kernel::{AppError, Frontend};
use orion_runtime::{App, Ctx, Result, spreadsheet};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{paths, permissions};

/// `GET /exports/customers.csv` in a store's back office.
pub fn routes(_: App) -> Router {
    Router::new().route(paths::EXPORT, get(export))
}

const HEADER: [&str; 17] = [
    "email",
    "first_name",
    "last_name",
    "phone",
    "language",
    "accepts_marketing",
    "has_account",
    "created_at",
    "address_name",
    "company",
    "line1",
    "line2",
    "postcode",
    "city",
    "country",
    "address_phone",
    "note",
];

#[derive(sqlx::FromRow)]
struct Row {
    email: String,
    first_name: String,
    last_name: String,
    phone: String,
    locale: String,
    accepts_marketing: bool,
    has_account: bool,
    created_at: OffsetDateTime,
    note: String,
    address_name: Option<String>,
    company: Option<String>,
    line1: Option<String>,
    line2: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    country: Option<String>,
    address_phone: Option<String>,
}

async fn export(Extension(ctx): Extension<Ctx>) -> Response {
    match file(&ctx).await {
        Ok(bytes) => {
            let mut response = bytes.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
            let name = HeaderValue::from_static("attachment; filename=\"customers.csv\"");
            headers.insert(header::CONTENT_DISPOSITION, name);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => {
            let status = StatusCode::from_u16(AppError::from(error).status());
            status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
        }
    }
}

async fn file(ctx: &Ctx) -> Result<Vec<u8>> {
    if ctx.scope().frontend != Frontend::Store {
        return Err(AppError::not_found().into());
    }
    ctx.require(permissions::EXPORT)?;
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select c.email, c.first_name, c.last_name, c.phone, c.locale, c.accepts_marketing,
                c.password_phc is not null as has_account, c.created_at, c.note,
                trim(a.first_name || ' ' || a.last_name) as address_name, a.company, a.line1, a.line2, a.postcode, a.city,
                a.country, a.phone as address_phone
         from customers.customers c
         left join customers.addresses a on a.store_id = c.store_id and a.customer_id = c.id and a.is_default
         where c.store_id = $1 order by c.created_at, c.id",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    tx.audit("customers.exported", ("store", store), rows.len()).await?;
    tx.commit().await?;
    write(rows).map_err(|error| {
        tracing::error!(%error, "customers cannot be written as a file");
        AppError::internal().into()
    })
}

fn write(rows: Vec<Row>) -> std::result::Result<Vec<u8>, Box<dyn std::error::Error>> {
    // Spreadsheets take a file without this mark for one in their own alphabet.
    let mut csv = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    csv.write_record(HEADER)?;
    for row in rows {
        let fields = [
            row.email,
            row.first_name,
            row.last_name,
            row.phone,
            row.locale,
            row.accepts_marketing.to_string(),
            row.has_account.to_string(),
            row.created_at.format(&Rfc3339)?,
            row.address_name.unwrap_or_default(),
            row.company.unwrap_or_default(),
            row.line1.unwrap_or_default(),
            row.line2.unwrap_or_default(),
            row.postcode.unwrap_or_default(),
            row.city.unwrap_or_default(),
            row.country.unwrap_or_default(),
            row.address_phone.unwrap_or_default(),
            row.note,
        ];
        csv.write_record(fields.map(spreadsheet::inert))?;
    }
    Ok(csv.into_inner()?)
}
