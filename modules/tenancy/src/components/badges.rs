//! States as badges.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    views::{ModuleTier, Role, StoreStatus},
};

/// How a module comes and goes.
#[component]
pub fn TierBadge(
    /// Its tier.
    tier: ModuleTier,
) -> impl IntoView {
    let l = page();
    let (label, tone) = match tier {
        ModuleTier::Core => (td_string!(l, modules.core), Tone::Neutral),
        ModuleTier::Optional => (td_string!(l, modules.optional), Tone::Accent),
        ModuleTier::Internal => (td_string!(l, modules.internal), Tone::Info),
    };
    view! { <Badge label tone/> }
}

/// Whether a storefront can be visited.
#[component]
pub fn StatusBadge(
    /// Its status.
    status: StoreStatus,
) -> impl IntoView {
    let l = page();
    let (label, tone) = match status {
        StoreStatus::Open => (td_string!(l, stores.open), Tone::Success),
        StoreStatus::Closed => (td_string!(l, stores.closed), Tone::Warning),
        StoreStatus::Suspended => (td_string!(l, tenants.suspended), Tone::Critical),
        StoreStatus::Closing => (td_string!(l, tenants.closing), Tone::Critical),
    };
    view! { <Badge label tone/> }
}

/// What somebody is in a team.
#[component]
pub fn RoleBadge(
    /// Their role.
    role: Role,
) -> impl IntoView {
    let l = page();
    let (label, tone) = match role {
        Role::Owner => (td_string!(l, roles.owner), Tone::Accent),
        Role::Manager => (td_string!(l, roles.manager), Tone::Neutral),
        Role::Staff => (td_string!(l, roles.staff), Tone::Neutral),
        Role::Viewer => (td_string!(l, roles.viewer), Tone::Neutral),
        Role::Own => (td_string!(l, roles.own), Tone::Neutral),
    };
    view! { <Badge label tone/> }
}
