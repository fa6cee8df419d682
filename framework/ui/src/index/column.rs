//! What a list is made of: columns, scopes, and what it says when it is empty.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    field::{Choice, filled},
    icon::IconName,
};

type Cell<T> = Arc<dyn Fn(&T) -> AnyView + Send + Sync>;

/// A column of a table.
pub struct Column<T> {
    pub(super) header: String,
    pub(super) end: bool,
    pub(super) aside: bool,
    pub(super) sort: Option<&'static str>,
    pub(super) cell: Cell<T>,
}

impl<T> Column<T> {
    /// A column by its header and what stands in a row's cell: a text or a view.
    #[must_use]
    pub fn new<V: IntoView + 'static>(
        header: impl Into<String>,
        cell: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Self {
        Self {
            header: header.into(),
            end: false,
            aside: false,
            sort: None,
            cell: Arc::new(move |row| cell(row).into_any()),
        }
    }

    /// Aligned at the end: amounts and counts.
    #[must_use]
    pub fn end(mut self) -> Self {
        self.end = true;
        self
    }

    /// Left out on a phone.
    #[must_use]
    pub fn aside(mut self) -> Self {
        self.aside = true;
        self
    }

    /// Can be sorted by; `key` stands in the address.
    #[must_use]
    pub fn sort(mut self, key: &'static str) -> Self {
        self.sort = Some(key);
        self
    }

    pub(super) fn sort_choice(&self) -> Option<(&'static str, String)> {
        self.sort.map(|key| (key, self.header.clone()))
    }
}

/// A text made from a row, such as its id or its page.
pub struct RowText<T>(Arc<dyn Fn(&T) -> String + Send + Sync>);

impl<T> RowText<T> {
    pub(super) fn of(&self, row: &T) -> String {
        (self.0)(row)
    }
}

impl<T> Clone for RowText<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T, F> From<F> for RowText<T>
where
    F: Fn(&T) -> String + Send + Sync + 'static,
{
    fn from(text: F) -> Self {
        Self(Arc::new(text))
    }
}

/// A part of a list, such as "Open"; the code is empty for all of it.
#[derive(Clone, Debug)]
pub struct Scope {
    pub(super) code: &'static str,
    pub(super) label: String,
}

impl Scope {
    /// A part by its code in the address and its name.
    #[must_use]
    pub fn new(code: &'static str, label: impl Into<String>) -> Self {
        Self { code, label: label.into() }
    }
}

/// What a list says while there is nothing at all: why, and what next.
#[derive(Clone, Debug)]
pub struct Empty {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) icon: IconName,
    pub(super) action: Option<(String, String)>,
}

impl Empty {
    /// What is missing, and what it would be good for.
    #[must_use]
    pub fn new(title: impl Into<String>, body: impl Into<String>) -> Self {
        Self { title: title.into(), body: body.into(), ..Self::default() }
    }

    /// What to do: a verb and a path below the base.
    #[must_use]
    pub fn action(mut self, label: impl Into<String>, path: impl Into<String>) -> Self {
        self.action = Some((label.into(), path.into()));
        self
    }

    /// Its picture.
    #[must_use]
    pub const fn icon(mut self, icon: IconName) -> Self {
        self.icon = icon;
        self
    }

    pub(super) fn title_or(&self, otherwise: impl FnOnce() -> String) -> String {
        filled(self.title.clone()).unwrap_or_else(otherwise)
    }
}

impl Default for Empty {
    fn default() -> Self {
        Self { title: String::new(), body: String::new(), icon: IconName::Inbox, action: None }
    }
}

/// The two orders of a column, for the list of orders on a phone.
pub(super) fn orders((key, header): (&'static str, String)) -> [Choice; 2] {
    [Choice::new(key, format!("{header} ↑")), Choice::new(format!("-{key}"), format!("{header} ↓"))]
}
