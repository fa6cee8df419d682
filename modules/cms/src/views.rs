//! What the server functions answer with.

use orion_kernel::Locale;
use orion_ui::Picture;
use serde::{Deserialize, Serialize};

use crate::model::{Origin, PageScope, Place};

/// A content page as visitors read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentPage {
    /// Its title.
    pub title: String,
    /// For search engines; may be empty.
    pub description: String,
    /// Its text, clean and filled.
    pub body_html: String,
}

/// The top of a storefront's home page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorefrontHome {
    /// The sentence; empty while nobody wrote one.
    pub title: String,
    /// What it means.
    pub text: String,
    /// Under the store's name.
    pub tagline: String,
    /// The picture.
    pub picture: Option<Picture>,
}

/// A page in the store's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorePageRow {
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Where it is linked.
    pub place: Option<Place>,
    /// Whether shoppers see it.
    pub is_visible: bool,
    /// Where it comes from.
    pub origin: Origin,
}

/// A page in the admin's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformPageRow {
    /// Whose page it is.
    pub scope: PageScope,
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Where it is linked.
    pub place: Option<Place>,
    /// Whether visitors see it.
    pub is_visible: bool,
}

/// One language of a page in an editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageEditor {
    /// Its part of the address.
    pub slug: String,
    /// Where it is linked.
    pub place: Option<Place>,
    /// Lower stands first.
    pub position: i32,
    /// Whether visitors see it.
    pub is_visible: bool,
    /// The languages it can be written in.
    pub locales: Vec<Locale>,
    /// The language being written.
    pub locale: Locale,
    /// The page's name in lists: its title in the first language that has one.
    pub name: String,
    /// The title in this language; empty while there is none.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The text.
    pub body_html: String,
    /// Where visitors read it in this language.
    pub address: String,
}

/// A store's page in its editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorePageEditor {
    /// The page.
    pub page: PageEditor,
    /// Where it comes from.
    pub origin: Origin,
}

/// One language of the storefront's texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsEditor {
    /// The languages there are.
    pub locales: Vec<Locale>,
    /// The language being written.
    pub locale: Locale,
    /// Above the header.
    pub announcement: String,
    /// Under the store's name.
    pub tagline: String,
    /// The sentence at the top.
    pub hero_title: String,
    /// What it means.
    pub hero_text: String,
    /// The picture at the top.
    pub picture: Option<Picture>,
}

/// What tiers are made of, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferLabels {
    /// What tiers limit.
    pub limits: Vec<LimitLabel>,
    /// What tiers include.
    pub features: Vec<FeatureLabel>,
}

/// A limited feature in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitLabel {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: String,
    /// What is counted.
    pub unit: String,
}

/// A feature in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureLabel {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: String,
}
