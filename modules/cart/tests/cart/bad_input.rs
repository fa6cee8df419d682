//! What nobody's browser sends by itself: each is refused in clear words, and nothing is stored by half.

use orion_contracts::VariantId;
use orion_kernel::ErrorKind;
use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use uuid::Uuid;

use crate::builders::{STORE, add, cart, quantity_of, variants};

const ADD: &str = "/api/v1/storefront/cart/add_line";
const SET: &str = "/api/v1/storefront/cart/set_quantity";
const REMOVE: &str = "/api/v1/storefront/cart/remove_line";

async fn send(shopper: &Actor, endpoint: &str, variant: &str, quantity: &str) -> Answer {
    shopper.call(endpoint, &[("variant_id", variant), ("quantity", quantity)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn quantities_that_nobody_can_buy_are_refused_and_change_nothing() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let (shopper, id) = (app.shopper(STORE), variant.to_string());
    for quantity in ["0", "-1", "1000", "-9223372036854775808", "9223372036854775807"] {
        let error = send(&shopper, ADD, &id, quantity).await.error();
        assert_eq!((error.kind, &*error.fields[0].field), (ErrorKind::Invalid, "quantity"), "{quantity}");
        assert_eq!(error.fields[0].code, "out_of_range", "{quantity}");
        assert_eq!(error.fields[0].params, [("min".to_owned(), "1".to_owned()), ("max".to_owned(), "999".to_owned())]);
    }
    for quantity in ["", "two", "1.5", "9223372036854775808", "1e3", "NaN", "0x10", "１"] {
        let answer = send(&shopper, ADD, &id, quantity).await;
        assert_eq!((answer.status, answer.error().kind), (422, ErrorKind::Invalid), "{quantity}: {answer:?}");
    }
    let carts: i64 = app.one("select count(*) from cart.carts").await;
    assert_eq!(carts, 0, "no cart is made for what was refused");

    assert_eq!(add(&shopper, variant, 3).await.status, 200);
    for quantity in ["0", "-1", "1000", "many"] {
        assert_eq!(send(&shopper, SET, &id, quantity).await.status, 422, "{quantity}");
    }
    assert_eq!(quantity_of(&cart(&shopper).await, variant), Some(3));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_exist_cannot_be_changed() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 1).await;
    let made_up = VariantId(Uuid::from_u128(7)).to_string();
    assert_eq!(send(&shopper, ADD, &made_up, "1").await.error().code, "product_unavailable");
    assert_eq!(send(&shopper, SET, &made_up, "1").await.status, 404);
    let absent = send(&shopper, SET, &other.to_string(), "1").await;
    assert_eq!((absent.status, &*absent.error().code), (409, "line_gone"));
    assert_eq!(shopper.call(REMOVE, &[("variant_id", &made_up)]).await.status, 200, "it is not there, as was wanted");
    for nonsense in ["", "1", "' or 1=1 --", "../../etc/passwd", "<script>", &"f".repeat(10_000)] {
        for endpoint in [ADD, SET, REMOVE] {
            let answer = send(&shopper, endpoint, nonsense, "1").await;
            assert_eq!((answer.status, answer.error().kind), (422, ErrorKind::Invalid), "{endpoint} {nonsense}");
        }
    }
    assert_eq!(shopper.call(ADD, &[]).await.status, 422, "nothing is missing without a word");
    let after = cart(&shopper).await;
    assert_eq!((&after["count"], quantity_of(&after, variant)), (&1.into(), Some(1)));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_of_the_shopper_s_own_counts_for_nothing() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let id = variant.to_string();
    let (honest, forger) = (app.shopper(STORE), app.shopper(STORE));
    add(&honest, variant, 2).await;
    let forged = [
        ("variant_id", id.as_str()),
        ("quantity", "2"),
        ("unit_price_minor", "1"),
        ("price", "0.01"),
        ("total", "-5"),
        ("currency", "XXX"),
        ("title", "For free"),
        ("cart_id", "00000000-0000-0000-0000-000000000001"),
        ("store_id", "00000000-0000-0000-0000-000000000001"),
    ];
    assert_eq!(forger.call(ADD, &forged).await.status, 200);
    assert_eq!(cart(&forger).await, cart(&honest).await);
    assert_eq!(forger.call(SET, &forged).await.status, 200);
    assert_eq!(cart(&forger).await, cart(&honest).await);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_was_tampered_with_is_a_new_shopper_s() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let (victim, forger) = (app.shopper(STORE), app.shopper(STORE));
    add(&victim, variant, 2).await;
    let cart_id: Uuid = app.one("select id from cart.carts").await;
    let id = variant.to_string();
    let long = "A".repeat(4_000);
    for token in ["", "%00", "%ff%fe", "'; drop table cart.carts; --", "..", &cart_id.to_string(), &long] {
        let request = |endpoint: &str| {
            forger
                .request(reqwest::Method::POST, endpoint)
                .header("cookie", format!("orion_cart_{STORE}={token}"))
                .header("accept", "application/json")
                .form(&[("variant_id", id.as_str()), ("quantity", "1")])
        };
        for endpoint in [SET, REMOVE] {
            let status = request(endpoint).send().await.expect("an answer").status().as_u16();
            assert!([200, 409].contains(&status), "{endpoint} with {token}: {status}");
        }
        let shown = request("/api/v1/storefront/cart/show_cart").send().await.expect("an answer");
        assert_eq!(shown.status(), 200, "{token}");
        let shown: serde_json::Value = serde_json::from_str(&shown.text().await.expect("a body")).expect("a cart");
        assert_eq!(shown["count"], 0, "{token}");
    }
    assert_eq!(quantity_of(&cart(&victim).await, variant), Some(2), "the victim's cart is as it was");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_refusal_is_on_the_page_in_the_shopper_s_language() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let id = variant.to_string();
    let name = format!("quantity-{id}");
    for (base, words) in [
        ("", "Saisissez un nombre de 1 à 50."),
        ("/de", "von 1 bis 50"),
        ("/lb", "vun 1 bis 50"),
        ("/en", "from 1 to 50"),
    ] {
        let shopper = app.shopper(STORE).at(base);
        assert_eq!(add(&shopper, variant, 2).await.status, 200);
        let form = [("variant_id", id.as_str()), ("quantity", "-3"), ("_form", name.as_str())];
        let refused = shopper.submit("/cart", SET, &form).await;
        assert_eq!((refused.status, refused.location), (303, Some(format!("{base}/cart"))));
        let page = shopper.get("/cart").await;
        assert!(page.shows(words), "{base}: {page:?}");
        assert_eq!(quantity_of(&cart(&shopper).await, variant), Some(2));
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_s_name_is_text_and_nothing_else() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "update catalog.product_texts t set title = '<script>alert(1)</script><img src=x onerror=alert(2)>\"''&'
         from catalog.variants v where v.id = $1 and t.store_id = v.store_id and t.product_id = v.product_id",
    )
    .bind(variant.0)
    .execute(&mut *tx)
    .await
    .expect("a name");
    tx.commit().await.expect("committed");
    assert_eq!(add(&shopper, variant, 1).await.status, 200);
    let page = shopper.get("/cart").await;
    assert!(page.shows("&lt;script&gt;alert(1)"), "{page:?}");
    assert!(!page.shows("<script>alert(1)") && !page.shows("<img src=x"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_ends_at_a_hundred_different_products() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 1).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "insert into cart.lines (store_id, cart_id, variant_id, quantity, added_at, title, unit_price_minor, currency)
         select l.store_id, l.cart_id, gen_random_uuid(), 1, l.added_at, l.title, l.unit_price_minor, l.currency
         from cart.lines l, generate_series(1, 99)",
    )
    .execute(&mut *tx)
    .await
    .expect("lines");
    tx.commit().await.expect("committed");
    let full = add(&shopper, other, 1).await;
    assert_eq!((full.status, &*full.error().code), (409, "cart_full"));
    assert_eq!(add(&shopper, variant, 1).await.status, 200, "more of what is in it is no further product");
    assert_eq!(quantity_of(&cart(&shopper).await, variant), Some(2));
    app.stop().await;
}
