//! The server's half: verbs, questions, what every page is told, what search engines read, the demo.

mod audit_words;
mod cache;
mod clean_html;
mod content_page;
mod create_platform_page;
mod create_store_page;
mod customise_page;
mod edit_platform_page;
mod edit_store_page;
mod for_robots;
mod forms;
mod list_platform_pages;
mod list_store_pages;
mod offer_labels;
mod page_links;
mod particulars;
mod pictures;
mod remove_platform_page;
mod remove_store_page;
mod save_platform_page;
mod save_store_page;
mod seed;
mod site;
mod start_pages;
mod store_page_texts;
mod store_texts;
mod storefront_home;

use std::sync::Arc;

use orion_contracts::cms::StartPages;
use orion_runtime::{Migration, ModuleServer, settings::Settings as _};

pub use content_page::{platform_page, storefront_page};
pub use create_platform_page::create_platform_page;
pub use create_store_page::create_store_page;
pub use customise_page::customise_page;
pub use edit_platform_page::edit_platform_page;
pub use edit_store_page::edit_store_page;
pub use forms::{PageSettings, PageText, StoreTexts};
pub use list_platform_pages::list_platform_pages;
pub use list_store_pages::list_store_pages;
pub use offer_labels::offer_labels;
pub use pictures::{remove_hero, set_hero, uploaded_file};
pub use remove_platform_page::remove_platform_page;
pub use remove_store_page::remove_store_page;
pub use save_platform_page::{save_platform_page_settings, save_platform_page_text};
pub use save_store_page::{save_store_page_settings, save_store_page_text};
pub use store_texts::{edit_store_texts, save_store_texts};
pub use storefront_home::storefront_home;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration {
                version: 1,
                name: "create_platform_pages",
                sql: include_str!("../migrations/0001_create_platform_pages.sql"),
            },
            Migration {
                version: 2,
                name: "create_store_pages",
                sql: include_str!("../migrations/0002_create_store_pages.sql"),
            },
            Migration {
                version: 3,
                name: "create_store_texts",
                sql: include_str!("../migrations/0003_create_store_texts.sql"),
            },
        ],
        context: vec![page_links::provider()],
        ports: |ports| ports.provide::<dyn StartPages>("cms", Arc::new(start_pages::StartPagesPort)),
        settings: Some(site::Site::schema()),
        routes: Some(for_robots::routes),
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        ..ModuleServer::new("cms")
    }
}
