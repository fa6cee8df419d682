//! What actions are called: the modules that write them say it.

use std::collections::HashMap;

use orion_kernel::Locale;
use orion_runtime::{App, audit::AuditEntry};

use crate::{
    i18n::{of, td_string},
    views::AuditRow,
};

/// The words for actions in one language.
pub struct AuditWords(HashMap<&'static str, &'static str>);

impl AuditWords {
    pub fn new(app: &App, locale: Locale) -> Self {
        Self(app.modules().iter().flat_map(|module| (module.audit_words)(locale)).collect())
    }

    /// The words for a code. One that no module knows any more stands for itself, made a little easier to read.
    pub fn of(&self, code: &str) -> String {
        match self.0.get(code) {
            Some(words) => (*words).to_owned(),
            None => code.replacen('.', ": ", 1).replace('_', " "),
        }
    }

    /// The entry with what it was about by kind and id.
    pub fn row(&self, locale: Locale, entry: &AuditEntry) -> AuditRow {
        let subject = [entry.subject_kind.as_deref(), entry.subject_id.as_deref()];
        let subject: Vec<&str> = subject.into_iter().flatten().collect();
        let actor = match (entry.actor_name.as_str(), entry.actor_kind.as_str()) {
            ("", "system") => td_string!(of(locale), audit.system).to_owned(),
            ("", _) => td_string!(of(locale), audit.nobody).to_owned(),
            (name, _) => name.to_owned(),
        };
        AuditRow {
            id: entry.id,
            at: entry.at,
            actor,
            words: self.of(&entry.action),
            action: entry.action.clone(),
            subject: subject.join(" "),
            ip: entry.ip.clone().unwrap_or_default(),
        }
    }
}

/// What sort of actor it was.
pub fn actor_kind(locale: Locale, code: &str) -> &'static str {
    let l = of(locale);
    match code {
        "user" => td_string!(l, audit.user),
        "customer" => td_string!(l, audit.customer),
        "api_key" => td_string!(l, audit.api_key),
        "system" => td_string!(l, audit.system),
        _ => td_string!(l, audit.nobody),
    }
}
