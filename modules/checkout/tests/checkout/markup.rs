//! Names are text: whatever a shopper types is shown as it was typed, and never becomes part of a page or a mail.

use orion_testing::{Answer, TestApp};

use crate::builders::{STORE, between, call, form, form_with, offer, shopper_with, variant};

const SCRIPT: &str = "<script>alert(1)</script>";
const IMAGE: &str = "\"'><img src=x onerror=alert(2)>";

fn assert_harmless(page: &str, what: &str) {
    assert!(!page.contains(SCRIPT) && !page.contains("<img src=x"), "{what}: {page}");
}

fn assert_shown(page: &Answer, what: &str) {
    assert_eq!(page.status, 200, "{what}: {page:?}");
    assert!(page.shows("&lt;script&gt;alert(1)"), "{what} shows the name: {page:?}");
    assert_harmless(&page.body, what);
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_names_stays_text_on_every_page_and_mail() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    let filled = form("transfer", &total, &shipping);
    let names = [
        ("draft[address][first_name]", SCRIPT),
        ("draft[address][last_name]", IMAGE),
        ("draft[address][company]", SCRIPT),
        ("draft[address][line1]", IMAGE),
        ("draft[address][city]", SCRIPT),
        ("draft[note]", "</textarea><script>alert(1)</script>"),
    ];
    let kept = form_with(&form_with(&filled, &names), &[("intent", "update")]);
    assert_eq!(call(&shopper, &kept).await.status, 200);
    let checkout = shopper.get("/checkout").await;
    assert!(checkout.shows("alert(1)"), "{checkout:?}");
    assert_harmless(&checkout.body, "the checkout");

    let placed = call(&shopper, &form_with(&filled, &names)).await.location.expect("it leads on");
    let thanks = shopper.get(&placed).await;
    assert_harmless(&thanks.body, "the page after ordering");
    let order = format!("/orders/{}", between(&thanks.body, "href=\"/orders/", "\"").replace("&amp;", "&"));
    assert_shown(&shopper.get(&order).await, "the order's page");
    let number = between(&order, "/orders/", "?");
    let owner = app.member("owner@lumiere.test", STORE).await;
    assert_shown(&owner.get(&format!("/orders/{number}")).await, "the order in the back office");
    assert_shown(&owner.get(&format!("/orders/{number}/packing-slip")).await, "the packing slip");
    assert_shown(&owner.get("/orders").await, "the list of orders");

    let mail = app
        .until("the confirmation", || async {
            app.mails().await.into_iter().find(|mail| mail.to == "lea@example.test")
        })
        .await;
    assert_harmless(mail.html.as_deref().expect("a mail for eyes"), "the confirmation");
    assert!(!mail.subject.contains(['\r', '\n']), "{mail:?}");
    app.stop().await;
}
