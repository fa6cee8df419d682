//! A whole application for a test: its own database with the demo in it, a real HTTP server, and actors to use it.
//!
//! ```no_run
//! # async fn example() {
//! let app = orion_testing::TestApp::start().await;
//! let shopper = app.shopper("lumiere");
//! assert_eq!(shopper.get("/products").await.status, 200);
//! # }
//! ```
#![deny(missing_docs)]

mod actor;
mod database;
mod hostile;
mod newcomer;
mod test_app;

pub use actor::{Actor, Answer};
pub use database::TestDatabase;
pub use hostile::withstand;
pub use test_app::TestApp;
