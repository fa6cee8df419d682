//! The tenants and people of the matrix: six people, each with things of their own and in sight of things that are not.

use std::sync::Arc;

use orion_contracts::{
    CheckoutId, VariantId,
    customers::{Address, Customers},
    orders::{NewOrder, NewOrderLine, Orders},
    payments::{NewPayment, Payments},
};
use orion_kernel::{BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, ctx::begin_unscoped, jobs::JobScope};
use orion_testing::TestApp;
use sqlx::types::Uuid;
use tokio::io::AsyncWriteExt as _;

use super::{door::Things, person::sign_up};

/// Whose things are whose.
pub struct World {
    pub app: TestApp,
    /// Customer A and her store, Lumière.
    pub anna: Things,
    /// Customer B of the same store.
    pub berta: Things,
    /// A customer of another merchant's store, and that store: Bierger.
    pub ben: Things,
    /// A customer of that merchant's other store, and that: Kaffi.
    pub chloe: Things,
    pub platform: Things,
    pub other_platform: Things,
}

/// What is everybody's to see in a store; the rest is its customer's or its team's.
const PUBLIC: [&str; 9] =
    ["store_id", "product", "product_slug", "variant", "media", "category", "category_slug", "page", "rate"];

impl World {
    pub async fn new() -> Self {
        let app = TestApp::start().await;
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        sqlx::raw_sql(include_str!("more_tenants.sql")).execute(&mut *tx).await.expect("more tenants");
        tx.commit().await.expect("more tenants");
        sign_up(&app, "berta@example.test").await;
        let customers = [("lumiere", "anna"), ("lumiere", "berta"), ("bierger", "ben"), ("kaffi", "chloe")];
        let mut things = Vec::new();
        for (store, name) in customers {
            let email = format!("{name}@example.test");
            order(&app, store, &email).await;
            // A session of theirs.
            app.customer(&email, store).await;
        }
        rest(&app).await;
        for (store, name) in customers {
            things.push(read(&app, store, &format!("{name}@example.test")).await);
        }
        let [anna, berta, ben, chloe] = things.try_into().expect("four customers");
        let (platform, other_platform) = platforms(&app).await;
        Self { app, anna, berta, ben, chloe, platform, other_platform }
    }

    /// Reads again when the product of Lumière was last changed: a form has to know that.
    pub async fn read_version(&mut self) {
        let mut tx = begin_unscoped(&self.app.app).await.expect("a transaction");
        let version: Option<String> = sqlx::query_scalar(
            "select (extract(epoch from updated_at) * 1000000)::bigint::text from catalog.products where id = $1::text::uuid",
        )
        .bind(&self.anna["product"])
        .fetch_optional(&mut *tx)
        .await
        .expect("the product");
        self.anna.extend(version.map(|version| ("version".to_owned(), version)));
    }

    /// What somebody without an account sees of Lumière.
    pub fn in_sight(&self) -> Things {
        let public = |(name, _): &(&String, &String)| PUBLIC.contains(&name.as_str());
        self.anna.iter().filter(public).map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}

/// Ids and names like these which nobody has.
pub fn nobodys(things: &Things) -> Things {
    let unknown = |name: &str, value: &str| match (value.len(), value.parse::<i64>()) {
        (36, Err(_)) => "00000000-0000-7000-8000-00000000000f".to_owned(),
        (_, Ok(_)) => "999999".to_owned(),
        _ => format!("nobodys-{}", name.replace('_', "-")),
    };
    things.iter().map(|(name, value)| (name.clone(), unknown(name, value))).collect()
}

async fn read(app: &TestApp, store: &str, email: &str) -> Things {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let rows: Vec<(String, Option<String>)> = sqlx::query_as(include_str!("things.sql"))
        .bind(store)
        .bind(email)
        .fetch_all(&mut *tx)
        .await
        .expect("the things of a store");
    assert!(!rows.is_empty(), "{store} lacks a product in stock, or {email} an order");
    let own = |(name, value): (String, Option<String>)| {
        let value = value.unwrap_or_else(|| panic!("{store} has no {name} of {email}"));
        (name, value)
    };
    rows.into_iter().map(own).collect()
}

async fn platforms(app: &TestApp) -> (Things, Things) {
    let captured = app.mails().await.first().expect("a mail").id.clone();
    let merchant: String = app.one("select id::text from tenancy.merchants where code = 'lumiere-et-fils'").await;
    let person: String = app.one("select id::text from tenancy.users where email = 'staff@lumiere.test'").await;
    let exports = exports(app).await;
    let people = [people_of(app, "orion", "lumiere").await, people_of(app, "zeta", "zeta-shop").await];
    let things = |platform_page: &str, tier: &str, merchant: &str, store: &str| {
        let is_main = store == "lumiere";
        let pairs = [
            ("merchant_code", if is_main { "lumiere-et-fils" } else { "zeta-trade" }),
            ("person", person.as_str()),
            ("user", &people[usize::from(!is_main)].user),
            ("helper", &people[usize::from(!is_main)].helper),
            ("operator_role", &people[usize::from(!is_main)].role),
            ("operator_invitation", &people[usize::from(!is_main)].invitation),
            ("session", &people[usize::from(!is_main)].session),
            ("passkey", &people[usize::from(!is_main)].passkey),
            ("audit_entry", &people[usize::from(!is_main)].audit_entry),
            ("announcement", &people[usize::from(!is_main)].announcement),
            ("export", if is_main { &exports[0] } else { &exports[1] }),
            ("platform_page", platform_page),
            ("tier", tier),
            ("merchant", merchant),
            ("store", store),
            ("captured", captured.as_str()),
        ];
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect()
    };
    (
        things("about", "essential", &merchant, "lumiere"),
        things("only-zeta", "zeta-tier", "00000000-0000-7000-8000-00000000000b", "zeta-shop"),
    )
}

/// A user, an operator, a role and an invitation of a platform.
#[derive(sqlx::FromRow)]
struct People {
    user: String,
    helper: String,
    role: String,
    invitation: String,
    /// The operator's.
    session: String,
    passkey: String,
    audit_entry: String,
    announcement: String,
}

async fn people_of(app: &TestApp, platform: &str, store: &str) -> People {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query_as(
        "select (select id::text from tenancy.users where email = 'user@' || $2 || '.test') as user,
                (select id::text from tenancy.users where email = 'helper@' || $1 || '.test') as helper,
                (select r.id::text from tenancy.operator_roles r where r.platform_id = p.id and r.name = 'Bookkeeping') as role,
                (select i.id::text from tenancy.invitations i where i.email = 'invited@' || $1 || '.test') as invitation,
                (select i.id::text from orion.sessions i join tenancy.users u on u.id = i.principal_id
                 where u.email = 'helper@' || $1 || '.test') as session,
                (select k.id::text from tenancy.passkeys k join tenancy.users u on u.id = k.user_id
                 where u.email = 'helper@' || $1 || '.test') as passkey,
                (select a.id::text from orion.audit_log a where a.platform_id = p.id and a.store_id is null and a.action = 'tests.noted')
                    as audit_entry,
                (select a.id::text from core.announcements a where a.platform_id = p.id) as announcement
         from tenancy.platforms p where p.code = $1",
    )
    .bind(platform)
    .bind(store)
    .fetch_one(&mut *tx)
    .await
    .expect("the people of a platform")
}

/// A store's export of each platform, with its file.
async fn exports(app: &TestApp) -> [String; 2] {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let made: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "insert into tenancy.exports (platform_id, id, store_id, store_code, status, requested_by_name, requested_at, expires_at)
         select platform_id, gen_random_uuid(), id, code, 'ready', 'Nora', now(), now() + interval '1 day'
         from tenancy.stores where code in ('lumiere', 'zeta-shop') order by code
         returning platform_id, id",
    )
    .fetch_all(&mut *tx)
    .await
    .expect("exports");
    tx.commit().await.expect("exports");
    for (platform, id) in &made {
        let mut file = app.app.files().write_private(*platform, *id);
        file.write_all(b"an archive").await.expect("a file");
        file.shutdown().await.expect("a file");
    }
    [made[0].1.to_string(), made[1].1.to_string()]
}

/// Waits until mails are out and nothing else is left to do in the background.
async fn rest(app: &TestApp) {
    app.until("the background to rest", || async {
        let waiting: i64 = sqlx::query_scalar(
            "select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts",
        )
        .fetch_one(app.app.pool())
        .await
        .expect("the queue");
        (waiting == 0 && !app.mails().await.is_empty()).then_some(())
    })
    .await;
}

/// An order paid by transfer, of which a little went back.
async fn order(app: &TestApp, store: &str, email: &str) {
    let ctx = in_store(app, store).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let customer =
        ctx.port::<dyn Customers>().by_email(&mut tx, email).await.expect("the customers").expect("the customer");
    let checkout_id: CheckoutId = ctx.new_id();
    let euro = |minor| Money::new(minor, Currency::EUR);
    let payments: Arc<dyn Payments> = ctx.port();
    let payment = NewPayment {
        checkout_id,
        amount: euro(10_590),
        method: "transfer".to_owned(),
        return_url: ctx.scope().absolute("/thanks"),
        cancel_url: ctx.scope().absolute("/checkout"),
        locale: Locale::Fr,
        email: email.to_owned(),
    };
    let payment = payments.start(&mut tx, payment).await.expect("a payment");
    let order = NewOrder {
        checkout_id,
        customer_id: Some(customer.id),
        email: email.to_owned(),
        locale: Locale::Fr,
        shipping_address: address(),
        billing_address: address(),
        lines: vec![NewOrderLine {
            variant_id: ctx.new_id::<VariantId>(),
            title: "Lampe".to_owned(),
            variant_title: String::new(),
            sku: "L-1".to_owned(),
            quantity: 2,
            unit_price: euro(5_000),
            image_url: None,
        }],
        shipping_name: "Standard".to_owned(),
        shipping: euro(590),
        tax_rate: BasisPoints(1_700),
        tax: euro(1_539),
        total: euro(10_590),
        payment_name: payment.method_name,
        payment_id: Some(payment.id),
        is_paid: false,
        note: String::new(),
    };
    ctx.port::<dyn Orders>().place(&mut tx, order).await.expect("an order");
    payments.refund(&mut tx, payment.id, euro(100), "Late").await.expect("a refund");
    tx.commit().await.expect("an order");
}

async fn in_store(app: &TestApp, code: &str) -> Ctx {
    let directory = app.app.directory();
    let platform =
        directory.platform(&app.app, app.platform_id().await).await.expect("platforms").expect("the platform");
    let store = directory.store_by_code(&app.app, &platform, code).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

fn address() -> Address {
    Address {
        first_name: "Léa".to_owned(),
        last_name: "Wagner".to_owned(),
        line1: "1, rue du Test".to_owned(),
        postcode: "L-1111".to_owned(),
        city: "Luxembourg".to_owned(),
        country: "LU".to_owned(),
        ..Address::default()
    }
}
