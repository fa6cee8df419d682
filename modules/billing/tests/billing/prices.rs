//! Prices as visitors and merchants read them.

use orion_testing::TestApp;

use crate::builders::{call, subscribe, tier_form};

#[tokio::test(flavor = "multi_thread")]
async fn prices_are_written_as_each_language_writes_them() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(call(&operator, "create_tier", &[("code", "stall"), ("name", "Stall")]).await.status, 200);
    let saved = call(&operator, "save_tier", &tier_form("stall", &[])).await;
    assert_eq!(saved.status, 200, "{saved:?}");
    let visitor = app.visitor();
    for (base, name, monthly, annual, limit) in [
        ("", "Market stall", "€1,234.50", "€12,000.00", "1,500"),
        ("/de", "Market stall", "1.234,50\u{a0}€", "12.000,00\u{a0}€", "1.500"),
        ("/fr", "Étal", "1\u{202f}234,50\u{a0}€", "12\u{202f}000,00\u{a0}€", "1\u{202f}500"),
        ("/lb", "Market stall", "1.234,50\u{a0}€", "12.000,00\u{a0}€", "1.500"),
    ] {
        let visitor = visitor.at(base);
        // A page does without prices that are late for it, so a busy machine may have to be asked twice.
        for (path, said) in
            [("/pricing", vec![name, monthly, limit]), ("/pricing?period=annual", vec![annual]), ("/", vec![monthly])]
        {
            app.until(&format!("{base}{path} with {said:?}"), || async {
                let page = visitor.get(path).await;
                assert_eq!(page.status, 200, "{base}{path}");
                said.iter().all(|text| page.shows(text)).then_some(())
            })
            .await;
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merchant_reads_their_plan_in_their_language() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(subscribe(&app, &operator, "professional", "active", "").await.status, 200);
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    for (base, name, price) in [
        ("/store/lumiere", "Professional", "€79.00"),
        ("/fr/store/lumiere", "Professionnel", "79,00\u{a0}€"),
        ("/de/store/lumiere", "Professional", "79,00\u{a0}€"),
        ("/lb/store/lumiere", "Professionell", "79,00\u{a0}€"),
    ] {
        let page = owner.at(base).get("/settings/plan").await;
        assert!(page.status == 200 && page.shows(name) && page.shows(price), "{base}: {page:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_price_it_is_on_request() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(call(&operator, "create_tier", &[("code", "stall"), ("name", "Stall")]).await.status, 200);
    let form = tier_form("stall", &[("monthly", ""), ("annual", "")]);
    assert_eq!(call(&operator, "save_tier", &form).await.status, 200);
    app.until("the tier without a price", || async {
        let page = app.visitor().get("/pricing").await;
        (page.shows("Market stall") && page.shows("On request")).then_some(())
    })
    .await;
    app.stop().await;
}
