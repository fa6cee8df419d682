//! Inputs of the server functions.

use orion_kernel::{AppError, Check};
use serde::{Deserialize, Serialize};

use crate::model::Place;

/// The longest text of a page, in characters.
const MAX_BODY: usize = 100_000;

/// Slugs that lead somewhere else in the back offices.
const RESERVED: [&str; 1] = ["new"];
/// The longest slug.
const MAX_SLUG: usize = 80;

/// Whether a text can be a page's part of its address: small letters, digits, single hyphens between them.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= MAX_SLUG && !RESERVED.contains(&text) && text.split('-').all(is_part)
}

/// One language of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// The title.
    pub title: String,
    /// For search engines; may be empty.
    pub description: String,
    /// The text.
    pub body_html: String,
}

impl PageText {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("title", &self.title, 1..=120);
        check.text("description", &self.description, 0..=300);
        check.multiline("body_html", &self.body_html.replace('\t', " "), 0..=MAX_BODY);
        check.finish()
    }
}

/// Where a page is linked and whether it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSettings {
    /// A place's code; empty for nowhere.
    pub place: String,
    /// Lower stands first.
    pub position: i32,
    /// Whether visitors see it.
    pub is_visible: bool,
}

impl PageSettings {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.when(!self.place.is_empty() && Place::from_code(&self.place).is_none(), "place", "invalid_choice");
        check.range("position", self.position, 0..=9_999);
        check.finish()
    }

    /// The place's code as it is stored.
    #[must_use]
    pub fn place_code(&self) -> Option<&'static str> {
        Place::from_code(&self.place).map(Place::code)
    }
}

/// Checks the slug and title of a new page.
///
/// # Errors
///
/// What is wrong with which field.
pub fn check_new(slug: &str, title: &str) -> Result<(), AppError> {
    let mut check = Check::new();
    check.text("title", title, 1..=120);
    check.text("slug", slug, 1..=80);
    check.when(!slug.is_empty() && !is_slug(slug), "slug", "invalid_slug");
    check.finish()
}

/// One language of the storefront's texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreTexts {
    /// Above the header; may be empty.
    pub announcement: String,
    /// Under the store's name; may be empty.
    pub tagline: String,
    /// The sentence at the top; may be empty.
    pub hero_title: String,
    /// What it means; may be empty.
    pub hero_text: String,
}

impl StoreTexts {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("announcement", &self.announcement, 0..=160);
        check.text("tagline", &self.tagline, 0..=160);
        check.text("hero_title", &self.hero_title, 0..=120);
        check.multiline("hero_text", &self.hero_text, 0..=600);
        check.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_page_needs_a_title_and_a_plain_slug() {
        assert_eq!(check_new("about", "About"), Ok(()));
        let codes = |slug, title| {
            let error = check_new(slug, title).expect_err("refused");
            error.fields.into_iter().map(|field| (field.field, field.code.into_owned())).collect::<Vec<_>>()
        };
        assert_eq!(
            codes("", ""),
            [("title".to_owned(), "required".to_owned()), ("slug".to_owned(), "required".to_owned())]
        );
        assert_eq!(codes("Über uns", "x"), [("slug".to_owned(), "invalid_slug".to_owned())]);
    }

    #[test]
    fn a_text_may_be_long_and_have_tabs() {
        let text = PageText { title: "T".to_owned(), body_html: "<p>\r\n\ta</p>".to_owned(), ..PageText::default() };
        assert_eq!(text.check(), Ok(()));
        assert!(PageText { body_html: "x".repeat(MAX_BODY + 1), ..text }.check().is_err());
    }

    #[test]
    fn slugs_are_small_and_plain() {
        for slug in ["about", "shipping-and-returns", "2026"] {
            assert!(is_slug(slug), "{slug}");
        }
        for slug in ["", "-a", "a-", "a--b", "About", "über", "a/b", "a b", "new", &"a".repeat(81)] {
            assert!(!is_slug(slug), "{slug}");
        }
    }
}
