//! What a list's address asks for.

use std::{collections::BTreeMap, fmt::Write};

use leptos::prelude::*;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use orion_kernel::Page;
use serde::{Deserialize, Serialize};

use crate::page;

/// What a list's address asks for; the argument of the server function behind the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IndexQuery {
    /// Words to look for; empty for none.
    pub search: String,
    /// Code of the part of the list; empty for all of it.
    pub scope: String,
    /// Key of the column to sort by, with a minus before it for falling order; empty for the list's own order.
    pub sort: String,
    /// Number of the page; 0 and 1 are the first.
    pub page: u32,
    /// Filters by their keys; never with an empty value.
    pub filters: BTreeMap<String, String>,
}

/// What the address of the page being shown asks for.
#[must_use]
pub fn use_index_query() -> Memo<IndexQuery> {
    let params = use_query_map();
    Memo::new(move |_| params.with(IndexQuery::from_params))
}

impl IndexQuery {
    fn from_params(params: &ParamsMap) -> Self {
        let mut query = Self::default();
        for (name, value) in params.clone() {
            let value = value.into_owned();
            match name.as_ref() {
                "q" => query.search = value,
                "scope" => query.scope = value,
                "sort" => query.sort = value,
                "page" => query.page = value.parse().unwrap_or(1),
                _ if value.is_empty() => {}
                name => {
                    query.filters.insert(name.to_owned(), value);
                }
            }
        }
        query
    }

    /// The page wanted.
    #[must_use]
    pub fn page(&self) -> Page {
        Page::number(self.page.max(1))
    }

    /// The column to sort by and whether in falling order; match it against the columns there are.
    #[must_use]
    pub fn sort(&self) -> Option<(&str, bool)> {
        match self.sort.strip_prefix('-') {
            Some(key) => Some((key, true)),
            None if self.sort.is_empty() => None,
            None => Some((&self.sort, false)),
        }
    }

    /// The value of a filter.
    #[must_use]
    pub fn filter(&self, key: &str) -> Option<&str> {
        self.filters.get(key).map(String::as_str)
    }

    /// Whether anything narrows the list.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.scope.is_empty() || !self.filters.is_empty()
    }

    /// The names and values of the address but for `without`; the page always starts anew.
    pub(super) fn pairs(&self, without: &[&str]) -> Vec<(String, String)> {
        let own = [("q", &self.search), ("scope", &self.scope), ("sort", &self.sort)];
        own.into_iter()
            .chain(self.filters.iter().map(|(key, value)| (key.as_str(), value)))
            .filter(|(name, value)| !value.is_empty() && !without.contains(name))
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    /// What stands behind the `?` of such an address, with it; empty for everything from the start.
    #[must_use]
    pub fn query(&self) -> String {
        let address = self.address("");
        address.find('?').map(|at| address[at..].to_owned()).unwrap_or_default()
    }

    /// The address of the list at `path` below the base with this query.
    pub(super) fn address(&self, path: &str) -> String {
        let mut pairs = self.pairs(&[]);
        if self.page > 1 {
            pairs.push(("page".to_owned(), self.page.to_string()));
        }
        let mut address = page::href(path);
        for (index, (name, value)) in pairs.iter().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            escape(&mut address, name);
            address.push('=');
            escape(&mut address, value);
        }
        address
    }

    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut query = Self { page: 0, ..self.clone() };
        change(&mut query);
        query
    }
}

/// A value as it stands in an address.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text);
    out
}

fn escape(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_asked_for() {
        let mut params = ParamsMap::new();
        for (name, value) in [("q", "näh & co"), ("sort", "-total"), ("page", "3"), ("status", "open"), ("empty", "")]
        {
            params.insert(name, value.to_owned());
        }
        let query = IndexQuery::from_params(&params);
        assert_eq!(query.sort(), Some(("total", true)));
        assert_eq!((query.filter("status"), query.filter("empty")), (Some("open"), None));
        assert_eq!(query.address("/orders"), "/orders?q=n%C3%A4h%20%26%20co&sort=-total&status=open&page=3");
        assert_eq!(
            query.with(|query| query.sort.clear()).address("/orders"),
            "/orders?q=n%C3%A4h%20%26%20co&status=open"
        );
    }
}
