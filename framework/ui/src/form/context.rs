//! What a form tells its fields: entered values, errors, whether it is on its way.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use orion_kernel::{AppError, Locale};

use crate::texts::{ErrorText, sentence};

/// How a form lays out its fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormLayout {
    /// One below the other.
    #[default]
    Stack,
    /// In a row: one or two short fields and the button.
    Inline,
    /// Not at all; the form takes no part in the layout.
    Plain,
}

impl FormLayout {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Stack => "stack",
            Self::Inline => "inline",
            Self::Plain => "plain",
        }
    }
}

/// The labels of a form's fields, in order, for the summary of errors.
type Labels = Arc<Mutex<Vec<(String, String)>>>;

/// The form around a field.
#[derive(Clone)]
pub(crate) struct FormContext {
    pub(crate) id: Arc<str>,
    /// On its way to the server.
    pub(crate) pending: Signal<bool>,
    pub(super) error: Signal<Option<AppError>>,
    /// What was entered before the server refused it, when the browser posted the form itself.
    pub(super) entered: Option<Arc<[(String, String)]>>,
    pub(super) error_text: ErrorText,
    pub(super) locale: Locale,
    pub(super) labels: Labels,
}

impl FormContext {
    /// The id of a field's control.
    pub(crate) fn control_id(&self, name: &str) -> String {
        format!("{}-{}", self.id, slug(name))
    }

    /// What a field holds again after a refused post: `None` when there was none, empty when nothing was entered.
    pub(crate) fn entered(&self, name: &str) -> Option<String> {
        self.entered.as_ref().map(|values| {
            values.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
        })
    }

    /// The sentence about a field.
    pub(crate) fn error_of(&self, name: &str) -> Signal<Option<String>> {
        let (error, own, locale, name) = (self.error, self.error_text, self.locale, name.to_owned());
        Signal::derive(move || {
            error.with(|error| {
                let wrong = error.as_ref()?.fields.iter().find(|wrong| wrong.field == name)?;
                Some(
                    sentence(locale, own, &wrong.code, &wrong.params)
                        .or_else(|| sentence(locale, own, "invalid_choice", &[]))
                        .unwrap_or_default(),
                )
            })
        })
    }

    /// Tells the summary what a field is called.
    pub(crate) fn register(&self, name: &str, label: &str) {
        let mut labels = self.labels.lock().unwrap_or_else(PoisonError::into_inner);
        if !labels.iter().any(|(known, _)| known == name) {
            labels.push((name.to_owned(), label.to_owned()));
        }
    }

    pub(super) fn label_of(&self, name: &str) -> Option<String> {
        let labels = self.labels.lock().unwrap_or_else(PoisonError::into_inner);
        labels.iter().find(|(known, _)| known == name).map(|(_, label)| label.clone())
    }
}

/// A text as part of an id.
pub(crate) fn slug(text: &str) -> String {
    let dashed: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    dashed.trim_matches('-').to_owned()
}
