//! What a list can be narrowed by.

use leptos::prelude::*;

use super::IndexQuery;
use crate::{
    field::{Choice, DateField, Select, TextField},
    i18n::{page, td_string},
};

/// A filter; its key stands in the address.
#[derive(Clone, Debug)]
pub struct Filter {
    pub(super) key: &'static str,
    pub(super) label: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Choice(Vec<Choice>),
    Text,
    Date,
}

impl Filter {
    /// One of several values.
    #[must_use]
    pub fn choice(key: &'static str, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self { key, label: label.into(), kind: Kind::Choice(choices) }
    }

    /// Words.
    #[must_use]
    pub fn text(key: &'static str, label: impl Into<String>) -> Self {
        Self { key, label: label.into(), kind: Kind::Text }
    }

    /// A day.
    #[must_use]
    pub fn date(key: &'static str, label: impl Into<String>) -> Self {
        Self { key, label: label.into(), kind: Kind::Date }
    }

    /// What a chip says about the filter in force.
    pub(super) fn in_words(&self, query: &IndexQuery) -> Option<String> {
        let value = query.filter(self.key)?;
        let said = match &self.kind {
            Kind::Choice(choices) => choices.iter().find(|choice| choice.value == value)?.label.clone(),
            Kind::Text | Kind::Date => value.to_owned(),
        };
        Some(format!("{}: {said}", self.label))
    }

    pub(super) fn field(&self, list: &str, query: &IndexQuery) -> AnyView {
        let value = query.filter(self.key).unwrap_or_default().to_owned();
        let (name, label, id) = (self.key, self.label.clone(), format!("{list}-filter-{}", self.key));
        match &self.kind {
            Kind::Choice(choices) => {
                let placeholder = td_string!(page(), list.any).to_string();
                view! { <Select name label options=choices.clone() value placeholder id /> }.into_any()
            }
            Kind::Text => view! { <TextField name label value id /> }.into_any(),
            Kind::Date => view! { <DateField name label value id /> }.into_any(),
        }
    }
}
