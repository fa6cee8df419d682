//! The checkout and the address book know the same countries.

use std::collections::BTreeSet;

use orion_testing::TestApp;

use crate::builders::{CUSTOMER, STORE, add, variant};

/// The codes of countries that a page's lists offer.
fn offered(page: &str) -> BTreeSet<&str> {
    let values = page.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.filter(|value| value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_book_offers_where_the_checkout_delivers() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let anna = app.customer(CUSTOMER, STORE).await;
    add(&anna, variant, 1).await;
    let checkout = anna.get("/checkout").await;
    let book = anna.get("/account/addresses/new").await;
    assert_eq!((checkout.status, book.status), (200, 200), "{checkout:?} {book:?}");
    assert_eq!(offered(&checkout.body).len(), 27, "{checkout:?}");
    assert_eq!(offered(&checkout.body), offered(&book.body));
    app.stop().await;
}
