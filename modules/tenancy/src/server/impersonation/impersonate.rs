//! Lets an operator act as a member of a store's team, or as a customer of a store.

use orion_contracts::customers::Customers;
use orion_kernel::{AppError, Locale, MerchantId, StoreId};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, jobs::JobScope, one_time_token};
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use crate::{forms::check_reason, model::normalize_email, paths};

/// How long the link works.
const LINK: Duration = Duration::seconds(60);

/// Whom an operator wants to act as.
struct Person {
    kind: &'static str,
    id: Uuid,
    name: String,
}

/// Where.
#[derive(sqlx::FromRow)]
struct Place {
    id: Uuid,
    merchant_id: Uuid,
    code: String,
}

/// The address at which the operator goes on as a member of the store's team.
///
/// # Errors
///
/// `NotFound` for somebody who does not work there; `Forbidden` `is_operator`; `required` for the field `reason`.
pub async fn impersonate_member(ctx: &PlatformCtx, store: &str, person: Uuid, reason: &str) -> Result<String> {
    check(ctx, reason)?;
    let mut tx = ctx.begin().await?;
    let place = place(&mut tx, store).await?;
    let name: Option<(String, bool)> = sqlx::query_as(
        "select u.name, exists (select from tenancy.operators o where o.user_id = u.id)
         from tenancy.users u
         where u.id = $1
           and exists (select from tenancy.memberships m
                       where m.user_id = u.id and m.merchant_id = $2 and (m.store_id is null or m.store_id = $3))
           and not exists (select from tenancy.user_locks l where l.platform_id = $4 and l.user_id = u.id)",
    )
    .bind(person)
    .bind(place.merchant_id)
    .bind(place.id)
    .bind(ctx.platform_id().0)
    .fetch_optional(tx.conn())
    .await?;
    let (name, is_operator) = name.ok_or_else(AppError::not_found)?;
    if is_operator {
        return Err(AppError { code: "is_operator".into(), ..AppError::forbidden() }.into());
    }
    let token = write(&mut tx, &place, &Person { kind: "member", id: person, name }, reason).await?;
    tx.commit().await?;
    Ok(format!("{}{}{}", ctx.scope().origin, paths::back_office(&place.code), paths::impersonation(&token)))
}

/// The address at which the operator goes on as the customer of the store who signs in with an address.
///
/// # Errors
///
/// `NotFound` for a store that is not there; `no_such_customer` for the field `email`, `required` for `reason`.
pub async fn impersonate_customer(ctx: &PlatformCtx, store: &str, email: &str, reason: &str) -> Result<String> {
    check(ctx, reason)?;
    let mut tx = ctx.begin().await?;
    let place = place(&mut tx, store).await?;
    let scope = JobScope {
        platform_id: ctx.platform_id(),
        merchant_id: Some(MerchantId(place.merchant_id)),
        store_id: Some(StoreId(place.id)),
        locale: Locale::En,
    };
    let in_store = Ctx::for_job(ctx.app(), &scope, &ctx.scope().request_id).await?;
    let mut as_store = in_store.begin().await?;
    let found = ctx.port::<dyn Customers>().by_email(&mut as_store, &normalize_email(email)).await?;
    drop(as_store);
    let customer = found.filter(|found| found.can_sign_in);
    let customer = customer.ok_or_else(|| AppError::field("email", "no_such_customer"))?;
    let name = format!("{} {}", customer.first_name, customer.last_name);
    let token = write(&mut tx, &place, &Person { kind: "customer", id: customer.id.0, name }, reason).await?;
    tx.commit().await?;
    let origin = ctx.app().config().public_origin.of_host(&in_store.store()?.host);
    Ok(format!("{origin}{}", paths::impersonation(&token)))
}

fn check(ctx: &PlatformCtx, reason: &str) -> Result<(), AppError> {
    ctx.refuse_impersonation()?;
    check_reason(reason)
}

async fn place(tx: &mut Tx, code: &str) -> Result<Place> {
    let platform = tx.ctx().platform_id();
    let place: Option<Place> =
        sqlx::query_as("select id, merchant_id, code from tenancy.stores where platform_id = $1 and code = $2")
            .bind(platform.0)
            .bind(code)
            .fetch_optional(tx.conn())
            .await?;
    Ok(place.ok_or_else(AppError::not_found)?)
}

async fn write(tx: &mut Tx, place: &Place, person: &Person, reason: &str) -> Result<String> {
    let ctx = tx.ctx().clone();
    let operator = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    let (token, hash) = one_time_token::new(&ctx);
    sqlx::query(
        "insert into tenancy.impersonations (platform_id, id, token_hash, operator_id, operator_name, kind, person_id,
             person_name, store_id, store_code, reason, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.new_id::<Uuid>())
    .bind(hash)
    .bind(operator.id)
    .bind(&operator.name)
    .bind(person.kind)
    .bind(person.id)
    .bind(&person.name)
    .bind(place.id)
    .bind(&place.code)
    .bind(reason.trim())
    .bind(ctx.now())
    .bind(ctx.now() + LINK)
    .execute(tx.conn())
    .await?;
    let told = json!({ "person": person.name, "kind": person.kind, "reason": reason.trim() });
    tx.audit("tenancy.impersonation_asked", ("store", &place.code), told).await?;
    Ok(token)
}
