//! The demo's customers: those who can sign in, and the others spread over the stores.

use orion_contracts::customers::Address;
use orion_kernel::{AppError, CustomerId, Locale};
use orion_runtime::{App, Ctx, Result, Tx, jobs::JobScope, module_server::DemoFiles, password};
use serde::Deserialize;
use time::{Duration, OffsetDateTime};

/// `people.json`
#[derive(Deserialize)]
struct DemoPeople {
    sign_ins: Vec<DemoPerson>,
    customers: Vec<DemoPerson>,
}

#[derive(Deserialize)]
struct DemoPerson {
    email: String,
    #[serde(default)]
    password: Option<String>,
    first_name: String,
    last_name: String,
    locale: Locale,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    store: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    address: Option<DemoAddress>,
}

#[derive(Deserialize)]
struct DemoAddress {
    line1: String,
    line2: Option<String>,
    postcode: String,
    city: String,
    country: String,
}

/// `stores.json`, as far as customers go.
#[derive(Deserialize)]
struct DemoStore {
    code: String,
}

/// Writes the customers of every store that the demo describes.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let people: DemoPeople = demo.json("people.json")?;
    let described: Vec<DemoStore> = demo.json("stores.json")?;
    for platform in app.directory().platforms(&app).await? {
        for store in app.directory().stores(&app, platform.id).await? {
            let Some(place) = described.iter().position(|described| described.code == store.code) else { continue };
            let scope = JobScope {
                platform_id: platform.id,
                merchant_id: Some(store.merchant_id),
                store_id: Some(store.id),
                locale: store.locales.first().copied().unwrap_or(Locale::En),
            };
            let ctx = Ctx::for_job(&app, &scope, "demo").await?;
            let regulars = people
                .sign_ins
                .iter()
                .filter(|person| person.kind == "customer" && person.store.as_ref() == Some(&store.code));
            let others = people.customers.iter().skip(place).step_by(described.len());
            let mut tx = ctx.begin().await?;
            let mut days = 6;
            for person in regulars.chain(others) {
                // Some came lately, most a while ago.
                days = (days * 7 + 11) % 240;
                add(&mut tx, person, ctx.now() - Duration::days(days)).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn add(tx: &mut Tx, person: &DemoPerson, since: OffsetDateTime) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let id: CustomerId = tx.new_id();
    let phc = match &person.password {
        Some(password) => Some(password::hash(password.clone()).await.map_err(AppError::from)?),
        None => None,
    };
    sqlx::query(
        "insert into customers.customers (store_id, id, email, password_phc, first_name, last_name, phone, locale,
                                          accepts_marketing, created_at, registered_at, verified_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $4::text is not null then $10 end,
                 case when $4::text is not null then $10 end)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(super::forms::normalize_email(&person.email))
    .bind(phc)
    .bind(&person.first_name)
    .bind(&person.last_name)
    .bind(person.phone.as_deref().unwrap_or_default())
    .bind(person.locale.code())
    .bind(person.first_name.len().is_multiple_of(2))
    .bind(since)
    .execute(tx.conn())
    .await?;
    if let Some(address) = &person.address {
        let address = Address {
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            company: String::new(),
            line1: address.line1.clone(),
            line2: address.line2.clone().unwrap_or_default(),
            postcode: address.postcode.clone(),
            city: address.city.clone(),
            country: address.country.clone(),
            phone: person.phone.clone().unwrap_or_default(),
        };
        super::save_address::add_default(tx, store, id, &address).await?;
    }
    Ok(())
}
