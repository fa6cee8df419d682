//! What shoppers see of their orders.

use orion_testing::TestApp;

use crate::builders::{STORE, new_order, place, store_ctx};

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_needs_the_token() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let (mine, other) = (place(&ctx, new_order(&ctx)).await, place(&ctx, new_order(&ctx)).await);
    let guest = app.shopper(STORE);
    let open = async |number: &str, token: &str| guest.get(&format!("/orders/{number}?token={token}")).await;
    let page = open(&mine.number, &mine.access_token).await;
    assert!(page.status == 200 && page.shows("Bougie &lt;Tilleul&gt;"), "{page:?}");
    for token in ["", "x", other.access_token.as_str()] {
        let refused = open(&mine.number, token).await;
        assert!(refused.status == 404 && !refused.shows("Wagner"), "{token}");
    }
    let elsewhere = app.shopper("kaffi").get(&format!("/orders/{}?token={}", mine.number, mine.access_token)).await;
    assert!(elsewhere.status == 404 && !elsewhere.shows("Wagner"), "{elsewhere:?}");
    app.stop().await;
}
