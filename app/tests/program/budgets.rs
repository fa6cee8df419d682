//! How many statements a page of the storefront may cost, whatever modules take part in it.

use orion_runtime::database::count_statements;
use orion_testing::{Actor, TestApp};

/// Pages and the most statements of a whole request to them.
const BUDGETS: [(&str, usize); 6] = [
    ("/", 4),
    ("/products", 5),
    ("/categories/bougies", 5),
    ("/categories/bougies?option:Taille:Grande%20%E2%80%93%20420%20g=1&sort=price", 5),
    ("/search?q=bougie", 5),
    ("/products/bougie-parfumee-tilleul", 4),
];

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_the_storefront_ask_the_database_little() {
    let app = TestApp::start_without_workers().await;
    hold_to_budgets(&app.shopper("lumiere")).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_stays_within_the_same_budgets() {
    let app = TestApp::start_without_workers().await;
    let variant: String = app
        .one(
            "select v.id::text from catalog.variants v join catalog.products p on p.id = v.product_id
            where p.slug = 'bougie-parfumee-tilleul' order by v.position limit 1",
        )
        .await;
    let shopper = app.shopper("lumiere");
    let added = shopper.call("/api/v1/storefront/cart/add_line", &[("variant_id", &variant), ("quantity", "1")]).await;
    assert_eq!(added.status, 200, "{added:?}");
    hold_to_budgets(&shopper).await;
    app.stop().await;
}

async fn hold_to_budgets(shopper: &Actor) {
    let mut exceeded = Vec::new();
    for (path, most) in BUDGETS {
        // What the process remembers of tenants and settings is read once.
        shopper.get(path).await;
        let (page, count, statements) = count_statements(shopper.get(path)).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(count > 0, "{path} was not counted");
        println!("{path}: {count} of {most}");
        if count > most {
            exceeded.push(format!("{path} costs {count} of {most}: {statements:#?}"));
        }
    }
    assert!(exceeded.is_empty(), "{}", exceeded.join("\n"));
}
