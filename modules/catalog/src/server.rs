//! The server's half: what is registered, and the verbs.

mod add_to_stock;
mod audit_words;
mod change_currency;
mod clean_html;
mod create_product;
mod delete_product;
mod downloads;
mod drafts;
mod export_products;
mod fetch_pictures;
mod find_products;
mod first_product;
mod import_products;
mod keep_picture;
mod list_cards;
mod list_categories;
mod list_imports;
mod list_products;
mod metrics;
mod missing_pictures;
mod newest_products;
mod notices;
mod open_product;
mod picture;
mod port;
mod product_file;
mod read_upload;
mod refresh_products;
mod save_category;
mod save_options;
mod save_pictures;
mod save_product;
mod save_products;
mod seed;
mod set_status;
mod show_listing;
mod show_product;
mod stored_products;
mod tasks;
mod upload_products;

use std::sync::Arc;

use orion_contracts::catalog::{Catalog, NullCatalog};
use orion_runtime::{AuditNames, JobRegistration, Migration, ModuleServer, import::Importer};

pub use create_product::create_product;
pub use delete_product::delete_product;
pub use list_categories::list_categories;
pub use list_imports::{list_imports, open_import};
pub use list_products::{count_products, list_products, product_choices};
pub use newest_products::newest_products;
pub use open_product::open_product;
pub use read_upload::read_upload;
pub use save_category::{delete_category, open_category, save_category};
pub use save_options::save_options;
pub use save_pictures::{add_pictures, fetch_pictures_again, save_pictures};
pub use save_product::{ProductChange, save_product};
pub use set_status::set_status;
pub use show_listing::{search_products, show_listing};
pub use show_product::show_product;
pub use upload_products::upload_products;

const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "create_products", sql: include_str!("../migrations/0001_create_products.sql") },
    Migration { version: 2, name: "create_categories", sql: include_str!("../migrations/0002_create_categories.sql") },
    Migration { version: 3, name: "create_imports", sql: include_str!("../migrations/0003_create_imports.sql") },
    Migration { version: 4, name: "create_search", sql: include_str!("../migrations/0004_create_search.sql") },
    Migration { version: 5, name: "create_listing", sql: include_str!("../migrations/0005_create_listing.sql") },
    Migration {
        version: 6,
        name: "search_word_by_word",
        sql: include_str!("../migrations/0006_search_word_by_word.sql"),
    },
];

/// What the things are called that the audit log knows by id.
const AUDIT_NAMES: &[AuditNames] = &[
    AuditNames {
        kind: "product",
        for_operators: false,
        statement: "select distinct on (product_id) product_id, title from catalog.product_texts
                        where store_id = any($1) and product_id = any($2) order by product_id, locale",
    },
    AuditNames {
        kind: "import",
        for_operators: false,
        statement: "select id, file_name from catalog.imports where store_id = any($1) and id = any($2)",
    },
];

/// What the module registers on the server.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: MIGRATIONS,
        jobs: vec![
            JobRegistration::of::<tasks::ImportProducts>("catalog"),
            JobRegistration::of::<fetch_pictures::FetchPictures>("catalog"),
        ],
        ports: |ports| {
            ports.null::<dyn Catalog>(Arc::new(NullCatalog));
            ports.provide::<dyn Catalog>("catalog", Arc::new(port::StoreCatalog));
        },
        handlers: change_currency::handlers(),
        checklist: vec![first_product::provider()],
        metrics: vec![metrics::published()],
        widgets: vec![drafts::widget()],
        routes: Some(downloads::routes),
        importers: vec![Importer {
            name: "products",
            run: |ctx, file, progress| {
                Box::pin(async move { import_products::import_file(&ctx, file, progress).await })
            },
        }],
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        audit_names: AUDIT_NAMES,
        search: vec![find_products::provider()],
        actions: find_products::actions(),
        notices: notices::kinds(),
        ..ModuleServer::new("catalog")
    }
}
