//! Shoppers with something in the cart, and the way to the provider's page and back.

use orion_contracts::{VariantId, stock::Stock};
use orion_kernel::Locale;
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, Answer, TestApp};
use uuid::Uuid;

pub const STORE: &str = "lumiere";
pub const CUSTOMER: &str = "anna@example.test";
pub const CARD: &str = "4242424242424242";
pub const DECLINED: &str = "4000000000000002";
pub const TWICE: &str = "4000000000000101";
pub const NEVER_TOLD: &str = "4000000000000127";
pub const BROWSER_CLOSES: &str = "4000000000000143";

pub const SUBMIT: &str = "/api/v1/storefront/checkout/submit_checkout";

/// A context in the test's store.
pub async fn store_ctx(app: &TestApp) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, STORE).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

/// A variant that is sent, with this many on the shelf.
pub async fn variant(app: &TestApp, on_hand: i64) -> VariantId {
    let id = VariantId(sent_variants(app).await[0]);
    set_stock(app, id, on_hand).await;
    id
}

/// Another one.
pub async fn other_variant(app: &TestApp, on_hand: i64) -> VariantId {
    let id = VariantId(sent_variants(app).await[1]);
    set_stock(app, id, on_hand).await;
    id
}

async fn sent_variants(app: &TestApp) -> Vec<Uuid> {
    app.one(
        "select array(
             select v.id from catalog.variants v
             join catalog.products p on p.store_id = v.store_id and p.id = v.product_id
             join tenancy.stores s on s.id = v.store_id
             where s.code = 'lumiere' and p.status = 'published' and v.requires_shipping
                 and v.price_minor between 1000 and 5000
             order by v.id limit 2
         )",
    )
    .await
}

/// Counts the shelf anew.
pub async fn set_stock(app: &TestApp, variant: VariantId, on_hand: i64) {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let stock = ctx.port::<dyn Stock>();
    stock.set_on_hand(&mut tx, &[(variant, Some(on_hand))], "test").await.expect("the stock is set");
    tx.commit().await.expect("commits");
}

/// Somebody with this many of it in the cart.
pub async fn shopper_with(app: &TestApp, variant: VariantId, quantity: i64) -> Actor {
    let shopper = app.shopper(STORE);
    add(&shopper, variant, quantity).await;
    shopper
}

/// Puts more in the cart.
pub async fn add(shopper: &Actor, variant: VariantId, quantity: i64) {
    let answer = shopper
        .call(
            "/api/v1/storefront/cart/add_line",
            &[("variant_id", &variant.to_string()), ("quantity", &quantity.to_string())],
        )
        .await;
    assert!(answer.status < 300, "{answer:?}");
}

/// What the checkout's page says it comes to, and its first shipping.
pub async fn offer(shopper: &Actor) -> (String, String) {
    let page = shopper.get("/checkout").await;
    assert_eq!(page.status, 200, "{page:?}");
    (
        between(&page.body, "name=\"expected_total_minor\" value=\"", "\""),
        between(&page.body, "name=\"draft[shipping]\" value=\"", "\""),
    )
}

/// The checkout's form, filled in.
pub fn form<'a>(payment: &'a str, total: &'a str, shipping: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("draft[email]", "lea@example.test"),
        ("draft[address][first_name]", "Léa"),
        ("draft[address][last_name]", "Wagner"),
        ("draft[address][line1]", "1, rue du Test"),
        ("draft[address][postcode]", "1111"),
        ("draft[address][city]", "Luxembourg"),
        ("draft[address][country]", "LU"),
        ("draft[shipping]", shipping),
        ("draft[payment]", payment),
        ("draft[note]", ""),
        ("terms", "true"),
        ("expected_total_minor", total),
        ("intent", "order"),
    ]
}

/// The same form with other values in some fields.
pub fn form_with<'a>(form: &[(&'a str, &'a str)], others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others).copied().collect()
}

/// Sends the checkout's form as a browser without scripts does.
pub async fn order_at(shopper: &Actor, payment: &str, total: &str, shipping: &str) -> Answer {
    shopper.submit("/checkout", SUBMIT, &form(payment, total, shipping)).await
}

/// Sends the checkout's form as the page's script does.
pub async fn call(shopper: &Actor, form: &[(&str, &str)]) -> Answer {
    shopper.call(SUBMIT, form).await
}

/// Looks at the page and orders what it shows.
pub async fn order(shopper: &Actor, payment: &str) -> Answer {
    let (total, shipping) = offer(shopper).await;
    order_at(shopper, payment, &total, &shipping).await
}

/// Orders by card and follows to the provider's page; its address.
pub async fn go_to_provider(shopper: &Actor) -> String {
    let answer = order(shopper, "card").await;
    let pay = answer.location.clone().unwrap_or_else(|| panic!("{answer:?}"));
    assert!(pay.contains("/pay/"), "{answer:?}");
    follow(shopper, &pay).await
}

/// Opens a path of the shop that leads elsewhere; where to.
pub async fn follow(shopper: &Actor, path: &str) -> String {
    let answer = shopper.get(path).await;
    answer.location.clone().unwrap_or_else(|| panic!("{path} leads nowhere: {answer:?}"))
}

/// Presses a card on the provider's page; where that leads.
pub async fn press(shopper: &Actor, page: &str, card: &str) -> Answer {
    shopper.send(page, &[("card", card)]).await
}

/// Comes back from the provider's page; where that leads.
pub async fn come_back(shopper: &Actor, pressed: &Answer) -> Answer {
    shopper.open(pressed.location.as_deref().expect("the provider leads back")).await
}

/// The text between two others.
pub fn between(text: &str, before: &str, after: &str) -> String {
    let start = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
    let end = text[start..].find(after).expect("an end") + start;
    text[start..end].to_owned()
}

/// How many orders came from checkouts.
pub async fn orders(app: &TestApp) -> i64 {
    app.one("select count(*) from orders.orders o join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id").await
}

/// How many payments stand like this.
pub async fn succeeded_payments(app: &TestApp) -> i64 {
    app.one("select count(*) from payments.payments where status = 'succeeded'").await
}

/// How many jobs wait, run or have failed.
pub async fn jobs(app: &TestApp) -> i64 {
    let query = sqlx::query_scalar("select count(*) from graphile_worker._private_jobs");
    query.fetch_one(app.app.pool()).await.expect("the queue")
}

/// What customers have paid and not got back, in minor units: what the ledger says.
pub async fn kept_money(app: &TestApp) -> i64 {
    app.one("select coalesce(sum(credit_minor - debit_minor), 0)::bigint from payments.ledger_entries where account = 'customer'").await
}

/// The stock's ledger and holds make its levels, nothing is below zero, and every unit sold stands in an order.
pub async fn assert_stock_balances(app: &TestApp) {
    let wrong: i64 = app
        .one(
            "select count(*) from inventory.stock_levels l
             where on_hand <> (select coalesce(sum(delta), 0) from inventory.movements m
                               where m.store_id = l.store_id and m.variant_id = l.variant_id)
                or reserved <> (select coalesce(sum(quantity), 0) from inventory.reservations r
                                where r.store_id = l.store_id and r.variant_id = l.variant_id)
                or on_hand < reserved",
        )
        .await;
    assert_eq!(wrong, 0, "levels that their ledger does not explain");
    let unexplained: i64 = app
        .one(
            "with sold as (
                 select store_id, reference, variant_id, -sum(delta) as quantity from inventory.movements
                 where reason = 'sold' group by store_id, reference, variant_id
             ), ordered as (
                 select o.store_id, o.name as reference, l.variant_id, sum(l.quantity) as quantity
                 from orders.orders o
                 join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id
                 join orders.lines l on l.store_id = o.store_id and l.order_id = o.id
                 group by o.store_id, o.name, l.variant_id
             )
             select count(*) from ordered natural full join sold
             where sold.quantity is null or ordered.quantity is null",
        )
        .await;
    assert_eq!(unexplained, 0, "units sold without an order, or ordered without being sold");
}

/// Both sides of the ledger differ by this much: nothing.
pub async fn imbalance(app: &TestApp) -> i64 {
    app.one("select coalesce(sum(debit_minor - credit_minor), 0)::bigint from payments.ledger_entries").await
}

/// Units on the shelf and units held.
pub async fn stock(app: &TestApp, variant: VariantId) -> (i64, i64) {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let available = ctx.port::<dyn Stock>().availability(&mut tx, &[variant]).await.expect("the stock")[&variant];
    let orion_contracts::stock::Availability::Limited(available) = available else { panic!("it is counted") };
    let held: i64 = app.one("select coalesce(sum(quantity), 0)::bigint from inventory.reservations").await;
    (available, held)
}
