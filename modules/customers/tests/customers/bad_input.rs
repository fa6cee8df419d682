//! What no page sends.

use orion_testing::{TestApp, withstand};

use crate::builders::{ANNA, OWNER, STORE, anna, door};

#[tokio::test(flavor = "multi_thread")]
async fn the_doors_withstand_anything() {
    let app = TestApp::start().await;
    let crowd = app.crowd(STORE, 12);
    // Guesses at one account are counted, so each is at another one.
    let long = "ä".repeat(100_000);
    for (number, odd) in ["", "-1", "\u{202e}'; --<script>%_", &long].into_iter().enumerate() {
        for place in 0..3 {
            let email = format!("nobody.{number}.{place}@example.test");
            let mut fields = [("email", email.as_str()), ("password", "x"), ("next", "/")];
            fields[place].1 = odd;
            let answer = crowd[number * 3 + place].call(&door("sign_in"), &fields).await;
            assert!(answer.status < 500 && answer.status != 429, "{fields:?} answered {}", answer.status);
        }
    }
    withstand(&crowd, &door("request_reset"), &[("email", "nobody@example.test")]).await;
    for name in ["reset_password", "confirm_registration"] {
        withstand(&crowd, &door(name), &[("token", "x"), ("password", "gréngen Hond")]).await;
    }
    withstand(&crowd, &door("confirm_email"), &[("token", "x")]).await;
    withstand(&crowd, &door("link"), &[("kind", "password"), ("token", "x")]).await;
    withstand(&crowd, &door("resend_confirmation"), &[("email", "nobody@example.test")]).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn registering_withstands_anything() {
    let app = TestApp::start().await;
    let fields = [
        ("first_name", "Zoé"),
        ("last_name", "Klein"),
        ("email", ANNA),
        ("accepts_marketing", "true"),
        ("next", "/checkout"),
    ];
    withstand(&app.crowd(STORE, 8), &door("register"), &fields).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn account_pages_withstand_anything() {
    let app = TestApp::start().await;
    let customer = [app.customer(ANNA, STORE).await];
    let profile =
        [("first_name", "Anna"), ("last_name", "Weis"), ("phone", "621 000 000"), ("accepts_marketing", "true")];
    withstand(&customer, &door("save_profile"), &profile).await;
    for name in ["address", "make_default", "remove_address"] {
        withstand(&customer, &door(name), &[("id", "00000000-0000-0000-0000-000000000002")]).await;
    }
    for page in
        ["/account/addresses/%00", "/account/addresses/%ff", "/account/new-password?token=%00", "/account?x=%00"]
    {
        assert!(customer[0].get(page).await.status < 500, "{page}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_withstands_anything() {
    let app = TestApp::start().await;
    let customer = [app.customer(ANNA, STORE).await];
    let fields = [
        ("id", "00000000-0000-0000-0000-000000000002"),
        ("first_name", "Anna"),
        ("last_name", "Weis"),
        ("company", "Weis & Co"),
        ("line1", "1, rue du Test"),
        ("line2", "2e étage"),
        ("postcode", "L-1111"),
        ("city", "Luxembourg"),
        ("country", "LU"),
        ("phone", "621 000 000"),
        ("is_default", "true"),
    ];
    withstand(&customer, &door("save_address"), &fields).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_back_office_withstands_anything() {
    let app = TestApp::start().await;
    let (owner, id) = ([app.member(OWNER, STORE).await], anna(&app).await.to_string());
    let path = |name: &str| format!("/api/v1/store/customers/{name}");
    let query =
        [("query[search]", "anna"), ("query[scope]", "accounts"), ("query[sort]", "-name"), ("query[page]", "1")];
    withstand(&owner, &path("list_customers"), &query).await;
    withstand(&owner, &path("customer_details"), &[("id", &id)]).await;
    withstand(&owner, &path("save_note"), &[("id", &id), ("note", "x")]).await;
    for page in ["/customers?q=%00&page=-1", "/customers?sort=;drop", "/customers/%00", "/customers/x"] {
        let status = owner[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    app.stop().await;
}
