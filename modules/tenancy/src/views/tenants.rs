//! What pages show of platforms, merchants and stores, for operators.

use orion_kernel::{Frontend, Locale, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

typed_id!(ExportId, "An export of everything of one store.");

/// A platform in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformRow {
    /// Its code.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The origin of its own pages.
    pub origin: String,
    /// How many merchants it has.
    pub merchants: i64,
    /// How many stores it has.
    pub stores: i64,
    /// How many of the modules with a switch are on.
    pub modules: usize,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// Whether it is the one at hand.
    pub is_this: bool,
}

/// The platforms that whoever asks may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformList {
    /// By name.
    pub rows: Vec<PlatformRow>,
    /// Whether they may make more.
    pub may_create: bool,
}

/// A platform as it is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformEditor {
    /// Its code.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The host of its own pages; empty for the installation's first.
    pub host: String,
    /// The origin of its own pages.
    pub origin: String,
    /// Its languages, the default first.
    pub locales: Vec<Locale>,
    /// Where merchants write to.
    pub support_email: String,
    /// Hue of the accent ramp.
    pub accent_hue: Option<u16>,
    /// The path of its logo; empty for none.
    pub logo: String,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// Whether its host can be changed from here.
    pub may_move: bool,
    /// Who runs it.
    pub operators: Vec<String>,
}

/// A recipe that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipeView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
}

/// A menu as its platform has arranged it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuEditor {
    /// The frontend it is of.
    pub frontend: Frontend,
    /// The frontends that have a menu.
    pub frontends: Vec<Frontend>,
    /// Its sections in order.
    pub sections: Vec<MenuSectionEditor>,
    /// The platform's languages.
    pub locales: Vec<Locale>,
    /// Whether anything differs from what the modules declare.
    pub is_changed: bool,
}

/// A section of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuSectionEditor {
    /// The section itself.
    pub entry: MenuEntryEditor,
    /// Its entries in order.
    pub entries: Vec<MenuEntryEditor>,
}

/// An entry, or a section, that can be moved, hidden and renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuEntryEditor {
    /// Names it.
    pub key: String,
    /// What it is called now, in the page's language; may be empty for the first section.
    pub name: String,
    /// What it is called by its module, by language of the platform.
    pub declared: Vec<(Locale, String)>,
    /// What the platform calls it, by language; only what differs.
    pub labels: Vec<(Locale, String)>,
    /// Where it leads; empty for sections.
    pub path: String,
    /// Whether nobody is shown it.
    pub is_hidden: bool,
    /// Whether it must not be hidden: the menus could not be found again.
    pub is_needed: bool,
}

/// A merchant's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantDetails {
    /// Its code.
    pub code: String,
    /// The name of the company.
    pub name: String,
    /// Where the company is reached.
    pub email: String,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// Its owners: name and address.
    pub owners: Vec<(String, String)>,
    /// Who was asked to own it and has not answered: addresses.
    pub invited: Vec<String>,
    /// Its stores.
    pub stores: Vec<super::StoreRow>,
}

/// Everything of one store, to take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRow {
    /// Its id.
    pub id: ExportId,
    /// `waiting`, `running`, `ready`, `failed` or `expired`.
    pub status: String,
    /// Who asked for it.
    pub requested_by: String,
    /// When.
    pub requested_at: OffsetDateTime,
    /// Until when it can be fetched.
    pub expires_at: Option<OffsetDateTime>,
    /// How large it is.
    pub bytes: i64,
    /// How many rows it holds.
    pub rows: i64,
}

/// What operators have done with a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// The action's code.
    pub action: String,
    /// What it is in words.
    pub text: String,
    /// Who did it; empty when it was the program.
    pub by: String,
    /// What else there is to say; may be empty.
    pub detail: String,
    /// When.
    pub at: OffsetDateTime,
}
