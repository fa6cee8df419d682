//! What modules stand on, on the server: context and transactions, tenants, sessions, events, jobs, mail, files, settings.
#![deny(missing_docs)]

pub mod access;
pub mod api_key;
pub mod app;
pub mod audit;
pub mod boot;
pub mod config;
pub mod cookies;
pub mod ctx;
pub mod database;
pub mod directory;
pub mod dns;
pub mod embedded_postgres;
pub mod error;
pub mod even_time;
pub mod events;
pub mod failpoint;
pub mod files;
pub mod flash;
pub mod gate;
pub mod health;
pub mod import;
mod input;
pub mod invalidation;
pub mod jobs;
pub mod mail;
pub mod menu;
pub mod migrate;
pub mod module_server;
pub mod one_time_token;
pub mod password;
pub mod ports;
pub mod principal;
pub mod providers;
pub mod rate_limit;
pub mod request;
pub mod resolve;
pub mod scope;
pub mod server_fns;
pub mod session;
pub mod settings;
pub mod shutdown;
pub mod spreadsheet;
pub mod telemetry;
pub mod throttle;
pub mod tx;
pub mod zones;

pub use app::App;
pub use ctx::{Ctx, PlatformCtx};
pub use error::{Error, Result};
pub use events::EventHandler;
pub use failpoint::failpoint;
pub use jobs::{Job, JobCtx, JobError, JobRegistration, Queue, Schedule};
pub use migrate::Migration;
pub use module_server::{AuditNames, ModuleServer};
pub use ports::Ports;
pub use principal::{Impersonator, Principal, PrincipalKind};
pub use providers::{ChecklistProvider, ContextProvider, MetricsProvider, NoticeKind, SearchProvider, WidgetProvider};
pub use scope::Scope;
pub use server_fns::{
    ctx, customer, is_plain_form, operator, redirect, redirect_out, remove_cookie, set_cookie, shopper, visitor,
};
pub use tx::Tx;
