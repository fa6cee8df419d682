//! Telling people what happened: who is told, what they have read, and what they want to be told.

mod count_unread;
mod deliver;
mod list_notifications;
mod mark_read;
mod notify;
mod preferences;
mod remove_old;

pub use count_unread::provider as unread;
pub use deliver::DeliverNotice;
pub use list_notifications::notifications_page;
pub use mark_read::{mark_all_read, mark_read};
pub use notify::NotificationsPort;
pub use preferences::{preferences, save_preferences};
pub use remove_old::SCHEDULE;

use orion_kernel::{Frontend, Permission};
use orion_runtime::{App, Ctx, NoticeKind};

/// The kinds there are at a place, of the modules that are on, for whoever holds their permissions.
fn kinds(ctx: &Ctx, frontend: Frontend, may: impl Fn(Permission) -> bool) -> Vec<NoticeKind> {
    let modules = ctx.app().modules().iter().filter(|module| ctx.scope().has_module(module.code));
    let kinds = modules.flat_map(|module| module.notices.iter().copied());
    kinds.filter(|kind| kind.frontend == frontend && kind.permission.is_none_or(&may)).collect()
}

/// A kind by its code and place.
fn kind(app: &App, code: &str, frontend: Frontend) -> Option<NoticeKind> {
    let kinds = app.modules().iter().flat_map(|module| module.notices.iter().copied());
    kinds.into_iter().find(|kind| kind.code == code && kind.frontend == frontend)
}
