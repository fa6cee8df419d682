//! What nobody's browser sends by itself: each is refused in clear words, and nothing is ordered or stored by half.

use orion_kernel::ErrorKind;
use orion_testing::TestApp;

use crate::builders::{
    SUBMIT, assert_stock_balances, call, form, form_with, offer, orders, shopper_with, stock, variant,
};

/// What was left behind by whatever was refused.
async fn assert_nothing_was_ordered(app: &TestApp, case: &str) {
    let payments: i64 = app.one("select count(*) from payments.payments").await;
    let held: i64 = app.one("select count(*) from inventory.reservations").await;
    assert_eq!((orders(app).await, payments, held), (0, 0, 0), "{case}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_its_field() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    let filled = form("transfer", &total, &shipping);
    let (long, longer) = ("x".repeat(300), "x".repeat(100_000));
    for (field, value, code) in [
        ("draft[email]", "", "required"),
        ("draft[email]", "nobody", "invalid_email"),
        ("draft[email]", "a@b.test, c@d.test", "invalid_email"),
        ("draft[email]", "a@b.test\r\nBcc: c@d.test", "invalid_characters"),
        ("draft[email]", &long, "too_long"),
        ("draft[address][first_name]", " ", "required"),
        ("draft[address][last_name]", &long, "too_long"),
        ("draft[address][last_name]", "Bell\u{7}", "invalid_characters"),
        ("draft[address][line1]", &longer, "too_long"),
        ("draft[address][city]", "", "required"),
        ("draft[address][postcode]", "12", "invalid_postcode"),
        ("draft[address][postcode]", "54290", "invalid_postcode"),
        ("draft[address][postcode]", "<b>1</b>", "invalid_postcode"),
        ("draft[address][country]", "", "choose_country"),
        ("draft[address][country]", "US", "choose_country"),
        ("draft[address][country]", "lu", "choose_country"),
        ("draft[shipping]", "teleport", "invalid_choice"),
        ("draft[payment]", "trust", "invalid_choice"),
        ("draft[note]", &longer, "too_long"),
        ("terms", "false", "terms_required"),
    ] {
        let case = format!("{field}: {}", value.chars().take(30).collect::<String>());
        let answer = call(&shopper, &form_with(&filled, &[(field, value)])).await;
        let error = answer.error();
        assert_eq!((answer.status, error.kind, &*error.code), (422, ErrorKind::Invalid, "invalid_fields"), "{case}");
        let said: Vec<_> = error.fields.iter().map(|wrong| (wrong.field.as_str(), &*wrong.code)).collect();
        assert_eq!(said, [(field, code)], "{case}");
        assert_nothing_was_ordered(&app, &case).await;
    }
    assert_eq!(stock(&app, variant).await, (5, 0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_long_to_keep_is_not_kept_in_part() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let long = "x".repeat(1_001);
    let draft = [("draft[email]", "lea@example.test"), ("draft[note]", long.as_str()), ("intent", "update")];
    assert_eq!(call(&shopper, &draft).await.status, 422);
    let kept: i64 = app.one("select count(*) from checkout.checkouts").await;
    assert_eq!(kept, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_form_at_all_is_refused() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    let filled = form("transfer", &total, &shipping);
    for other in [
        ("expected_total_minor", "much"),
        ("expected_total_minor", "99999999999999999999"),
        ("expected_total_minor", "1.5"),
        ("intent", "steal"),
        ("terms", "maybe"),
        ("draft[billing_differs]", "perhaps"),
        ("draft[address]", "somewhere"),
        ("draft", "[]"),
        ("draft[address][last_name]", "Null\0"),
    ] {
        let answer = call(&shopper, &form_with(&filled, &[other])).await;
        assert_eq!((answer.status, answer.error().kind), (422, ErrorKind::Invalid), "{other:?}: {answer:?}");
        assert_nothing_was_ordered(&app, other.0).await;
    }
    let huge = "x".repeat(2 << 20);
    let answer = call(&shopper, &form_with(&filled, &[("draft[note]", &huge)])).await;
    assert_eq!((answer.status, answer.error().kind), (413, ErrorKind::TooLarge));
    let nothing = call(&shopper, &[("intent", "order")]).await;
    assert_eq!((nothing.status, &*nothing.error().code), (422, "invalid_fields"));
    assert_nothing_was_ordered(&app, "no form").await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_come_from_the_shop_alone() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 2).await;
    let (total, shipping) = offer(&shopper).await;
    let filled = form("transfer", &total, &shipping);
    for forged in ["0", "1", "-1", "-9223372036854775808", "9223372036854775807"] {
        let answer = call(&shopper, &form_with(&filled, &[("expected_total_minor", forged)])).await;
        assert_eq!((answer.status, &*answer.error().code), (409, "total_changed"), "{forged}");
        assert_nothing_was_ordered(&app, forged).await;
    }
    let prices = [
        ("total_minor", "1"),
        ("draft[total]", "1"),
        ("draft[shipping_price]", "0"),
        ("draft[discount]", "9999"),
        ("lines[0][unit_price]", "1"),
        ("tax_rate", "0"),
        ("is_paid", "true"),
        ("checkout_id", "00000000-0000-0000-0000-000000000001"),
    ];
    let answer = call(&shopper, &form_with(&filled, &prices)).await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    let ordered: i64 = app
        .one("select total_minor from orders.orders o join checkout.checkouts c on c.id = o.checkout_id where payment <> 'paid'")
        .await;
    assert_eq!(ordered.to_string(), total);
    assert_stock_balances(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_refusal_is_on_the_page_in_the_shopper_s_language() {
    let app = TestApp::start().await;
    let variant = variant(&app, 9).await;
    for (base, postcode, terms) in [
        ("", "Saisissez un code postal comme L-1234.", "Acceptez les conditions pour commander."),
        ("/de", "Geben Sie eine Postleitzahl wie L-1234 ein.", "Bitte stimmen Sie den AGB zu"),
        ("/lb", "Gitt eng Postleitzuel wéi L-1234 an.", "Sidd wgl. mat de Bedingungen"),
        ("/en", "Enter a postcode like L-1234.", "Please accept the terms to order."),
    ] {
        let shopper = shopper_with(&app, variant, 1).await.at(base);
        let (total, shipping) = offer(&shopper).await;
        let wrong = [("draft[address][postcode]", "99"), ("terms", "false"), ("draft[address][city]", "Ettelbréck")];
        let filled = form("transfer", &total, &shipping);
        let refused = shopper.submit("/checkout", SUBMIT, &form_with(&filled, &wrong)).await;
        assert_eq!((refused.status, refused.location), (303, Some(format!("{base}/checkout"))));
        let page = shopper.get("/checkout").await;
        assert!(page.shows(postcode) && page.shows(terms), "{base}: {page:?}");
        assert!(page.shows("Ettelbréck") && page.shows("lea@example.test"), "nothing has to be typed again: {page:?}");
    }
    assert_nothing_was_ordered(&app, "refused").await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_country_decides_how_a_postcode_looks() {
    let app = TestApp::start().await;
    let variant = variant(&app, 9).await;
    for (country, postcode, kept) in
        [("DE", "54 290", "54290"), ("NL", "1012 AB", "1012 AB"), ("LU", "l 1234", "L-1234")]
    {
        let shopper = shopper_with(&app, variant, 1).await;
        let (total, shipping) = offer(&shopper).await;
        let filled = form("transfer", &total, &shipping);
        let there = [("draft[address][country]", country), ("draft[address][postcode]", postcode)];
        let answer = call(&shopper, &form_with(&filled, &there)).await;
        assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
        let sent_to: String = app
            .one(
                "select shipping_address ->> 'postcode' from orders.orders o
                 join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id order by number desc limit 1",
            )
            .await;
        assert_eq!(sent_to, kept);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_was_tampered_with_shows_no_order() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    let placed = call(&shopper, &form("transfer", &total, &shipping)).await.location.expect("it leads on");
    let checkout = placed.rsplit('/').next().expect("an id").to_owned();
    let forger = app.shopper(crate::builders::STORE);
    let unsigned =
        [checkout.clone(), format!("{checkout}."), format!("{checkout}.{}", "A".repeat(43)), "%00.%ff".to_owned()];
    for value in unsigned {
        let request = forger.request(reqwest::Method::GET, &placed);
        let answer =
            request.header("cookie", format!("orion_checkout_lumiere={value}")).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{value}");
        let page = answer.text().await.expect("a page");
        assert!(!page.contains("lea@example.test") && !page.contains("/orders/"), "{value}: {page}");
    }
    for unknown in ["00000000-0000-0000-0000-000000000001", "nonsense", "%3Cscript%3E"] {
        let page = forger.get(&format!("/checkout/complete/{unknown}")).await;
        assert!(page.status < 500 && !page.shows("lea@example.test"), "{unknown}: {page:?}");
    }
    app.stop().await;
}
