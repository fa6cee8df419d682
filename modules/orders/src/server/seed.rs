//! Six weeks of orders for each store of the demo, the same every time but for the day they end on.

mod goods;
mod history;
mod random;

use std::collections::BTreeMap;

use orion_contracts::customers::{Address, Customers};
use orion_kernel::{CustomerId, Locale};
use orion_runtime::{App, Ctx, Result, jobs::JobScope, module_server::DemoFiles};
use serde::Deserialize;

/// The days before today that have orders.
const DAYS: i64 = 42;

/// A store in `stores.json`, as far as orders need it.
#[derive(Deserialize)]
struct DemoStore {
    code: String,
    products: String,
    tax_rate_bp: i32,
    shipping_rates: Vec<DemoRate>,
}

#[derive(Deserialize)]
struct DemoRate {
    name: BTreeMap<Locale, String>,
    price_minor: i64,
    free_from_minor: Option<i64>,
}

/// `people.json`, as far as orders need it.
#[derive(Deserialize)]
struct DemoPeople {
    sign_ins: Vec<DemoPerson>,
    customers: Vec<DemoPerson>,
}

#[derive(Clone, Deserialize)]
struct DemoPerson {
    email: String,
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

#[derive(Clone, Deserialize)]
struct DemoAddress {
    line1: String,
    line2: Option<String>,
    postcode: String,
    city: String,
    country: String,
}

/// Somebody who buys.
struct Buyer {
    customer_id: Option<CustomerId>,
    email: String,
    locale: Locale,
    address: Address,
}

/// Writes the orders of every store that the demo describes.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let stores: Vec<DemoStore> = demo.json("stores.json")?;
    let people: DemoPeople = demo.json("people.json")?;
    for platform in app.directory().platforms(&app).await? {
        for store in app.directory().stores(&app, platform.id).await? {
            let Some(described) = stores.iter().find(|described| described.code == store.code) else { continue };
            let scope = JobScope {
                platform_id: platform.id,
                merchant_id: Some(store.merchant_id),
                store_id: Some(store.id),
                locale: store.locales.first().copied().unwrap_or(Locale::En),
            };
            let ctx = Ctx::for_job(&app, &scope, "demo").await?;
            seed_store(&ctx, demo, described, &people).await?;
        }
    }
    Ok(())
}

async fn seed_store(ctx: &Ctx, demo: DemoFiles, store: &DemoStore, people: &DemoPeople) -> Result<()> {
    let goods = goods::read(ctx, demo, &store.products).await?;
    let staff = people
        .sign_ins
        .iter()
        .find(|person| person.kind == "member" && person.store.as_ref() == Some(&store.code))
        .map(|person| format!("{} {}", person.first_name, person.last_name))
        .unwrap_or_default();
    let mut tx = ctx.begin().await?;
    let buyers = buyers(ctx, &mut tx, store, people).await?;
    if goods.is_empty() || buyers.is_empty() {
        return Ok(());
    }
    let plan = history::Plan { store, goods: &goods, buyers: &buyers, staff: &staff };
    history::write(&mut tx, &plan).await?;
    tx.commit().await
}

/// The customers, and those among them who can sign in to this store several times over: their accounts should hold
/// something.
async fn buyers(ctx: &Ctx, tx: &mut orion_runtime::Tx, store: &DemoStore, people: &DemoPeople) -> Result<Vec<Buyer>> {
    let regulars =
        people.sign_ins.iter().filter(|person| person.store.as_ref() == Some(&store.code) && person.kind == "customer");
    let regulars = regulars.flat_map(|person| std::iter::repeat_n(person, 4));
    let customers = ctx.port::<dyn Customers>();
    let mut buyers = Vec::new();
    for person in regulars.chain(&people.customers) {
        let Some(address) = person.address.clone() else { continue };
        let known = customers.by_email(tx, &person.email).await?;
        buyers.push(Buyer {
            customer_id: known.map(|customer| customer.id),
            email: person.email.clone(),
            locale: person.locale,
            address: Address {
                first_name: person.first_name.clone(),
                last_name: person.last_name.clone(),
                company: String::new(),
                line1: address.line1,
                line2: address.line2.unwrap_or_default(),
                postcode: address.postcode,
                city: address.city,
                country: address.country,
                phone: person.phone.clone().unwrap_or_default(),
            },
        });
    }
    Ok(buyers)
}
