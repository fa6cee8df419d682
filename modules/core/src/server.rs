//! What the module registers on the server.

mod announcements;
mod audit;
mod cursor;
mod dashboard;
mod notifications;
mod place;
mod search;
mod words;

use std::sync::Arc;

use orion_contracts::notifications::Notifications;
use orion_kernel::{AppError, Locale, Permission};
use orion_runtime::{Ctx, JobRegistration, Migration, ModuleServer, rate_limit::RateClass};

use uuid::Uuid;

use crate::i18n::{of, td_string};

pub use announcements::{
    end_announcement, find_announcement, list_announcements, read_announcement, save_announcement,
};
pub use audit::{audit_choices, audit_details, list_audit};
pub use dashboard::{dashboard, hide_checklist, show_checklist};
pub use notifications::{mark_all_read, mark_read, notifications_page, preferences, save_preferences};
pub use search::search;

/// The module's server half.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[Migration {
            version: 1,
            name: "create_notifications",
            sql: include_str!("../migrations/0001_create_notifications.sql"),
        }],
        ports: |ports| ports.provide::<dyn Notifications>("core", Arc::new(notifications::NotificationsPort)),
        context: vec![notifications::unread()],
        metrics: vec![dashboard::failed_jobs()],
        jobs: vec![JobRegistration::of::<notifications::DeliverNotice>("core")],
        schedules: vec![notifications::SCHEDULE],
        routes: Some(audit::routes),
        audit_words,
        rate_classes: &[
            ("dashboard", RateClass::Read),
            ("search", RateClass::Read),
            ("list_audit", RateClass::Read),
            ("audit_choices", RateClass::Read),
            ("audit_entry", RateClass::Read),
            ("list_notifications", RateClass::Read),
            ("preferences", RateClass::Read),
            ("list_announcements", RateClass::Read),
            ("edit_announcement", RateClass::Read),
        ],
        ..ModuleServer::new("core")
    }
}

fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("core.announced", td_string!(l, audit_words.announced)),
        ("core.announcement_changed", td_string!(l, audit_words.announcement_changed)),
        ("core.announcement_ended", td_string!(l, audit_words.announcement_ended)),
        ("core.audit_exported", td_string!(l, audit_words.audit_exported)),
    ]
}

/// An id from outside; what is none names nothing.
pub fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::not_found())
}

/// The providers of enabled modules that are for the frontend at hand and that whoever asks may see.
fn asked<P: Copy>(
    ctx: &Ctx,
    of: impl Fn(&ModuleServer) -> &Vec<P>,
    needs: impl Fn(&P) -> (bool, Option<Permission>),
) -> Vec<P> {
    let may = |permission: Option<Permission>| {
        permission.is_none_or(|permission| ctx.principal().is_some_and(|principal| principal.may(permission)))
    };
    let modules = ctx.app().modules().iter().filter(|module| ctx.scope().has_module(module.code));
    let providers = modules.flat_map(|module| of(module).iter().copied());
    providers
        .filter(|provider| {
            let (is_here, permission) = needs(provider);
            is_here && may(permission)
        })
        .collect()
}
