//! What pages show of modules.

use orion_kernel::Frontend;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{Deed, SettingsForm};

/// How a module comes and goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ModuleTier {
    /// Always on.
    Core,
    /// Switched by the platform.
    Optional,
    /// For operators only.
    Internal,
}

/// A module by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedModule {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A module in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its version.
    pub version: String,
    /// How it comes and goes.
    pub tier: ModuleTier,
    /// Whether it is on.
    pub is_on: bool,
    /// Whether it has a switch.
    pub is_switchable: bool,
    /// What it needs.
    pub requires: Vec<NamedModule>,
    /// What needs it.
    pub required_by: Vec<NamedModule>,
    /// What switching it would switch along, in order.
    pub along: Vec<NamedModule>,
    /// Since when it is on, where it was chosen.
    pub enabled_at: Option<OffsetDateTime>,
    /// Who switched it on; empty when it was no person.
    pub enabled_by: String,
}

/// One thing a module brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Where it appears, when it is of one frontend.
    pub frontend: Option<Frontend>,
    /// What it is called.
    pub name: String,
    /// What else there is to say; may be empty.
    pub detail: String,
}

/// A module's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleDetails {
    /// The module.
    pub module: ModuleRow,
    /// Its pages.
    pub routes: Vec<Contribution>,
    /// Its menu entries.
    pub menu: Vec<Contribution>,
    /// What roles can be allowed.
    pub permissions: Vec<Contribution>,
    /// What it does in the background.
    pub jobs: Vec<Contribution>,
    /// What it lets be set.
    pub settings: Vec<Contribution>,
    /// What it hangs in others' pages.
    pub slots: Vec<Contribution>,
    /// What it has to say about itself: each check by its name, with what is wrong.
    pub health: Vec<(String, Option<String>)>,
    /// Its work in the background, now.
    pub work: WorkView,
    /// What waits of the modules that switching it off would switch off along, without its own.
    pub work_along: i64,
    /// Who switched it, and set what, the latest first.
    pub history: Vec<Deed>,
    /// What can be set of it for the platform; absent when there is nothing, or while it is off.
    pub form: Option<SettingsForm>,
}

/// How much work in the background there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkView {
    /// Waits for its turn.
    pub waiting: i64,
    /// Is being done.
    pub running: i64,
    /// Has failed for good.
    pub failed: i64,
}
