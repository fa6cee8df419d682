//! What a page knows before it renders: computed once by the server, carried to the browser inside the page.

use std::collections::BTreeMap;

use leptos::{prelude::use_context, reactive::owner::with_context};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use time::OffsetDateTime;

use crate::{AppError, Currency, Frontend, Locale, WeightUnit, Zone, module::ContextKey};

/// The state of a page that is the same on both sides: where it is served, for whom, and what is switched on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boot {
    /// Which of the four frontends this is.
    pub frontend: Frontend,
    /// The prefix of every address of this frontend: language, then store path; empty at a root.
    pub base: String,
    /// `base` without the language, to build the links of a language switch.
    pub unprefixed_base: String,
    /// The page's path below `base`, as requested.
    pub path: String,
    /// The page's language.
    pub locale: Locale,
    /// The languages to offer, the default first.
    pub locales: Vec<Locale>,
    /// Codes of the modules that are on, in dependency order.
    pub modules: Vec<String>,
    /// The platform behind the address.
    pub platform: PlatformView,
    /// The store, in the two store frontends.
    pub store: Option<StoreView>,
    /// Who is signed in to this frontend.
    pub principal: Option<PrincipalView>,
    /// The frontend's menu, reduced to what is on and allowed.
    pub menu: Vec<MenuSectionView>,
    /// Values of the modules' context providers by key.
    pub context: BTreeMap<String, serde_json::Value>,
    /// In a store's back office, the features that the merchant's tier decides on; a locked one names the tier that
    /// unlocks it. Ask with [`has_feature`](Boot::has_feature). Storefronts do without: every page would pay for it.
    pub features: BTreeMap<String, FeatureState>,
    /// The outcome of a form that was posted before or without scripts.
    pub flash: Option<FormFlash>,
    /// Why a form was refused that leads back to no page: this page shows that in place of content.
    pub refused: Option<AppError>,
    /// Whether this is a developer's installation; others lack the component library.
    pub is_development: bool,
}

/// The platform as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformView {
    /// The platform's code, unique in the installation.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The origin of the platform's own host, such as `https://orion.lu`.
    pub origin: String,
    /// The path of its logo; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Where its merchants write to; empty for nowhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub support_email: String,
}

/// The store as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreView {
    /// The code in the store's addresses.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The currency of its prices.
    pub currency: Currency,
    /// The address of the storefront's home.
    pub storefront_url: String,
    /// Hue, radius and font of its look.
    pub theme: ThemeView,
    /// Whether anybody can shop there. Where not, whoever sees a page of the storefront was let in beforehand.
    pub is_open: bool,
    /// Its logo; shown in place of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<LogoView>,
    /// The time zone its people live in.
    #[serde(default)]
    pub zone: Zone,
    /// What weights are shown in.
    #[serde(default)]
    pub weight_unit: WeightUnit,
    /// In the back office while the storefront is not open: the address that lets its team in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview_url: Option<String>,
    /// Whether the store is suspended or about to be deleted: its team can look, and change nothing.
    #[serde(default)]
    pub is_suspended: bool,
}

/// A store's logo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoView {
    /// Where the picture is.
    pub src: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What a store may change of the design system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeView {
    /// Hue of the accent ramp, 0–360.
    pub accent_hue: u16,
    /// Hue of the neutral ramp, 0–360.
    pub neutral_hue: u16,
    /// Corner radius of controls in pixels.
    pub radius_px: u8,
    /// Whether headings are set in the serif face.
    pub serif: bool,
}

/// Who is signed in, as the layouts show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrincipalView {
    /// The name people read.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// Ids of the permissions held; `*` is the owner's and stands for all.
    pub permissions: Vec<String>,
    /// The name of the operator who acts as them.
    pub impersonated_by: Option<String>,
    /// When that ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impersonated_until: Option<OffsetDateTime>,
}

impl PrincipalView {
    /// Whether `permission` is held. Pages use it to explain; the server decides for itself.
    #[must_use]
    pub fn may(&self, permission: &str) -> bool {
        self.permissions.iter().any(|held| held == permission || held == "*")
    }
}

/// A section of a frontend's menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuSectionView {
    /// The section's code.
    pub code: String,
    /// Its title; empty for the first, untitled section.
    pub title: String,
    /// Its entries in order.
    pub items: Vec<MenuItemView>,
}

/// An entry of a frontend's menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuItemView {
    /// The module it comes from.
    pub module: String,
    /// The text in the page's language.
    pub label: String,
    /// The name of an icon of the design system.
    pub icon: String,
    /// The path below the frontend's base.
    pub path: String,
}

/// Whether a merchant may use a feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeatureState {
    /// Included in the merchant's tier.
    Available,
    /// Not included; the named tier has it.
    Locked {
        /// The name of the cheapest tier that includes it.
        tier: String,
    },
}

/// What a form needs to show itself again after a post without scripts: the entered values and what was wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormFlash {
    /// The path of the server function it was posted to.
    pub path: String,
    /// The entered values, secrets left out.
    pub values: Vec<(String, String)>,
    /// What was wrong.
    pub error: AppError,
}

impl Boot {
    /// The value a module's context provider wrote under `key`; `None` when it was left out or its module is off.
    #[must_use]
    pub fn value<T: DeserializeOwned>(&self, key: ContextKey<T>) -> Option<T> {
        self.context.get(key.name()).and_then(|value| serde_json::from_value(value.clone()).ok())
    }

    /// Whether the module is on.
    #[must_use]
    pub fn has_module(&self, code: &str) -> bool {
        self.modules.iter().any(|module| module == code)
    }

    /// Whether the merchant may use a feature: their tier includes it, or no tier decides on it. Pages of the back office
    /// use it to explain; the server decides for itself.
    #[must_use]
    pub fn has_feature(&self, code: &str) -> bool {
        has_feature(&self.features, code)
    }

    /// The address of `path` below this frontend's base.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// Whether whoever has these features may use one: it is included, or no tier decides on it.
#[must_use]
pub fn has_feature(features: &BTreeMap<String, FeatureState>, code: &str) -> bool {
    !matches!(features.get(code), Some(FeatureState::Locked { .. }))
}

/// The page's boot state, wherever a page is rendered.
#[must_use]
pub fn boot() -> Option<Boot> {
    use_context::<Boot>()
}

/// The language of the page being rendered; English outside of a page.
#[must_use]
pub fn page_locale() -> Locale {
    with_context::<Boot, _>(|boot| boot.locale).unwrap_or(Locale::En)
}

/// The moment as clocks of the page's store show it; as it is where there is no store, and outside of a page.
#[must_use]
pub fn in_page_zone(at: OffsetDateTime) -> OffsetDateTime {
    with_context::<Boot, _>(|boot| boot.store.as_ref().map(|store| store.zone.local(at))).flatten().unwrap_or(at)
}

/// Sets the status of the answer. The server provides it; in the browser there is none.
#[derive(Clone, Copy)]
pub struct SetStatus(pub fn(u16));

/// Sets the answer's status where there is an answer to set it on.
pub fn set_status(status: u16) {
    if let Some(SetStatus(set)) = use_context::<SetStatus>() {
        set(status);
    }
}
