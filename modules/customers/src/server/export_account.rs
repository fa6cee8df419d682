//! What a store knows of a customer, as a file for themselves.

use axum::{
    Extension, Json, Router,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, StatusCode, header};
use orion_contracts::{
    customers::Address,
    orders::{OrderView, Orders},
};
use orion_kernel::{AppError, Frontend};
use orion_runtime::{App, Ctx, Result};
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::types::Json as Stored;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{stored, who::customer_of};
use crate::paths;

/// More orders than anybody has.
const MOST: i64 = 10_000;

/// `GET /account/data.json` in a storefront.
pub fn routes(_: App) -> Router {
    Router::new().route(paths::DATA, get(export))
}

async fn export(Extension(ctx): Extension<Ctx>) -> Response {
    match file(&ctx).await {
        Ok(data) => {
            let mut response = Json(data).into_response();
            let headers = response.headers_mut();
            let name = HeaderValue::from_static("attachment; filename=\"my-data.json\"");
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

#[derive(Serialize)]
struct Data {
    customer: Value,
    addresses: Vec<Address>,
    orders: Vec<Value>,
}

/// Everything about the customer who is signed in, but for the merchant's own words.
async fn file(ctx: &Ctx) -> Result<Data> {
    if ctx.scope().frontend != Frontend::Storefront {
        return Err(AppError::not_found().into());
    }
    let customer = customer_of(ctx)?;
    ctx.refuse_impersonation()?;
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let known: Stored<Value> = sqlx::query_scalar(
        "select jsonb_build_object('email', email, 'first_name', first_name, 'last_name', last_name, 'phone', phone,
                    'language', locale, 'created_at', created_at, 'registered_at', registered_at, 'verified_at', verified_at,
                    'last_sign_in_at', signed_in_at, 'accepts_marketing', accepts_marketing,
                    'accepts_marketing_changed_at', marketing_at)
         from customers.customers where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(customer.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::unauthenticated)?;
    let addresses = stored::addresses(&mut tx, store, customer).await?;
    let orders = ctx.port::<dyn Orders>().of_customer(&mut tx, customer, MOST).await?;
    tx.audit("customers.data_exported", ("customer", customer), ()).await?;
    tx.commit().await?;
    Ok(Data {
        customer: known.0,
        addresses: addresses.into_iter().map(|saved| saved.address).collect(),
        orders: orders.iter().map(order).collect(),
    })
}

fn order(view: &OrderView) -> Value {
    let order = &view.order;
    let lines: Vec<Value> = order
        .lines
        .iter()
        .map(|line| {
            json!({
                "title": line.title,
                "variant": line.variant_title,
                "sku": line.sku,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
            })
        })
        .collect();
    json!({
        "number": view.number,
        "placed_at": moment(view.placed_at),
        "email": order.email,
        "shipping_address": order.shipping_address,
        "billing_address": order.billing_address,
        "lines": lines,
        "shipping": order.shipping,
        "tax": order.tax,
        "total": order.total,
        "payment": order.payment_name,
        "note": order.note,
    })
}

fn moment(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}
