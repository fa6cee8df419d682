//! Inputs and their rules, the same on both sides.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Check, FieldError, Locale};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, PrimitiveDateTime, macros::format_description};

/// What operators announce.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncementForm {
    /// By language code.
    pub title: BTreeMap<String, String>,
    /// By language code.
    pub body: BTreeMap<String, String>,
    /// `info` or `warning`.
    pub tone: String,
    /// `2026-03-14T14:05`; at once when empty.
    pub starts_at: String,
    /// For good when empty.
    pub ends_at: String,
}

impl AnnouncementForm {
    /// The tones there are.
    pub const TONES: [&'static str; 2] = ["info", "warning"];

    /// Checks it; `default` is the language that must be there.
    pub fn validate(&self, default: Locale) -> Result<(), AppError> {
        let mut check = Check::new();
        for locale in Locale::ALL {
            let code = locale.code();
            let text = |texts: &BTreeMap<String, String>| texts.get(code).cloned().unwrap_or_default();
            let least = usize::from(locale == default);
            check.text(format!("title[{code}]"), &text(&self.title), least..=120);
            check.multiline(format!("body[{code}]"), &text(&self.body), 0..=1_000);
        }
        check.one_of("tone", &self.tone, &Self::TONES);
        for (field, value) in [("starts_at", &self.starts_at), ("ends_at", &self.ends_at)] {
            check.when(!value.is_empty() && moment(value).is_none(), field, "invalid_date");
        }
        if let (Some(from), Some(until)) = (moment(&self.starts_at), moment(&self.ends_at))
            && until <= from
        {
            check.add(FieldError::new("ends_at", "ends_before_it_starts"));
        }
        check.finish()
    }
}

/// What a field for day and time posts, as UTC; nothing for anything else.
pub fn moment(text: &str) -> Option<OffsetDateTime> {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let at = PrimitiveDateTime::parse(text, form).ok()?;
    (1_900..=9_000).contains(&at.year()).then(|| at.assume_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(title: &str, starts_at: &str, ends_at: &str) -> AnnouncementForm {
        AnnouncementForm {
            title: BTreeMap::from([("de".to_owned(), title.to_owned())]),
            body: BTreeMap::new(),
            tone: "info".to_owned(),
            starts_at: starts_at.to_owned(),
            ends_at: ends_at.to_owned(),
        }
    }

    #[test]
    fn an_announcement_needs_its_title_and_ends_after_it_starts() {
        let check = |form: AnnouncementForm| {
            form.validate(Locale::De).err().map(|error| (error.fields[0].field.clone(), error.fields[0].code.clone()))
        };
        let fault = |field: &str, code: &'static str| Some((field.to_owned(), std::borrow::Cow::from(code)));
        assert_eq!(check(form("Wartung", "", "")), None);
        assert_eq!(check(form("Wartung", "2026-03-14T14:05", "2026-03-15T00:00")), None);
        assert_eq!(check(form("", "", "")), fault("title[de]", "required"));
        assert_eq!(check(form("Wartung", "tomorrow", "")), fault("starts_at", "invalid_date"));
        assert_eq!(
            check(form("Wartung", "2026-03-14T14:05", "2026-03-14T14:05")),
            fault("ends_at", "ends_before_it_starts")
        );
    }
}
