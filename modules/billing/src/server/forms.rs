//! Inputs of the server functions.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Check, Currency, FieldError, Locale, Money};
use time::{Date, OffsetDateTime, macros::format_description};

use crate::views::TierText;

/// What was entered into a tier's editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierForm {
    /// Words by language code.
    pub texts: BTreeMap<String, TierText>,
    /// By the month; empty on request.
    pub monthly: String,
    /// By the year; empty on request.
    pub annual: String,
    /// Days to try it for nothing.
    pub trial_days: i32,
    /// Lower stands first.
    pub position: i32,
    /// Limits by code; empty for as much as one likes.
    pub limits: BTreeMap<String, String>,
    /// Included features by code.
    pub features: BTreeMap<String, bool>,
    /// Whether it is recommended.
    pub is_highlighted: bool,
    /// Whether the pricing page shows it.
    pub is_visible: bool,
}

/// A tier's form, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierInput {
    /// Words by language.
    pub texts: Vec<(Locale, TierText)>,
    /// By the month.
    pub monthly: Option<Money>,
    /// By the year.
    pub annual: Option<Money>,
    /// Limits by code.
    pub limits: BTreeMap<String, Option<i64>>,
}

impl TierForm {
    /// Reads the form for a platform with these languages, the first of which needs a name.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn read(&self, locales: &[Locale], currency: Currency) -> Result<TierInput, AppError> {
        let mut check = Check::new();
        let mut texts = Vec::new();
        for (place, locale) in locales.iter().enumerate() {
            let text = self.texts.get(locale.code()).cloned().unwrap_or_default();
            check.text(text_field(*locale, "name"), &text.name, usize::from(place == 0)..=60);
            check.text(text_field(*locale, "description"), &text.description, 0..=200);
            texts.push((*locale, text));
        }
        let monthly = price(&mut check, "monthly", &self.monthly, currency);
        let annual = price(&mut check, "annual", &self.annual, currency);
        check.range("trial_days", self.trial_days, 0..=365);
        check.range("position", self.position, 0..=9_999);
        let limits = self.limits.iter().map(|(code, text)| (code.clone(), limit(&mut check, code, text))).collect();
        check.finish()?;
        Ok(TierInput { texts, monthly, annual, limits })
    }
}

fn text_field(locale: Locale, part: &str) -> String {
    format!("texts[{}][{part}]", locale.code())
}

fn price(check: &mut Check, field: &str, text: &str, currency: Currency) -> Option<Money> {
    if text.trim().is_empty() {
        return None;
    }
    match Money::parse_decimal(text, currency) {
        Ok(price) if !price.is_negative() => Some(price),
        Ok(_) | Err(_) => {
            check.add(FieldError::new(field, "invalid_number"));
            None
        }
    }
}

fn limit(check: &mut Check, code: &str, text: &str) -> Option<i64> {
    if text.trim().is_empty() {
        return None;
    }
    match text.trim().parse() {
        Ok(limit) if limit >= 0 => Some(limit),
        Ok(_) | Err(_) => {
            check.add(FieldError::new(format!("limits[{code}]"), "invalid_number"));
            None
        }
    }
}

/// Checks code and name of a new tier.
///
/// # Errors
///
/// What is wrong with which field.
pub fn check_new(code: &str, name: &str) -> Result<(), AppError> {
    let is_code =
        code != "new" && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let mut check = Check::new();
    check.text("name", name, 1..=60);
    check.text("code", code, 1..=40);
    check.when(!code.is_empty() && !is_code, "code", "invalid_code");
    check.finish()
}

/// The end of the day that a trial lasts until, from a form's date.
///
/// # Errors
///
/// The date is missing, none, or past.
pub fn trial_end(text: &str, now: OffsetDateTime) -> Result<OffsetDateTime, AppError> {
    let refuse = |code| AppError::field("trial_ends_on", code);
    if text.is_empty() {
        return Err(refuse("required"));
    }
    let day = Date::parse(text, format_description!("[year]-[month]-[day]")).map_err(|_| refuse("invalid_date"))?;
    let end = day.next_day().ok_or_else(|| refuse("invalid_date"))?.midnight().assume_utc();
    if end <= now { Err(refuse("trial_in_the_past")) } else { Ok(end) }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    fn form() -> TierForm {
        TierForm {
            texts: BTreeMap::from([("en".to_owned(), TierText { name: "Basic".to_owned(), ..TierText::default() })]),
            monthly: "29,00".to_owned(),
            limits: BTreeMap::from([("products".to_owned(), "100".to_owned()), ("stores".to_owned(), " ".to_owned())]),
            ..TierForm::default()
        }
    }

    #[test]
    fn an_empty_price_is_on_request_and_an_empty_limit_is_none() {
        let input = form().read(&[Locale::En, Locale::Fr], Currency::EUR).expect("valid");
        assert_eq!((input.monthly, input.annual), (Some(Money::new(2_900, Currency::EUR)), None));
        assert_eq!(input.limits, BTreeMap::from([("products".to_owned(), Some(100)), ("stores".to_owned(), None)]));
        assert_eq!(input.texts.len(), 2);
    }

    #[test]
    fn faults_name_their_fields() {
        let mut form = TierForm { annual: "-1".to_owned(), trial_days: 400, ..form() };
        form.limits.insert("products".to_owned(), "many".to_owned());
        let error = form.read(&[Locale::Fr], Currency::EUR).expect_err("refused");
        let fields: Vec<_> = error.fields.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["texts[fr][name]", "annual", "trial_days", "limits[products]"]);
    }

    #[test]
    fn a_trial_lasts_through_its_last_day() {
        let now = datetime!(2026-03-10 15:00 UTC);
        assert_eq!(trial_end("2026-03-10", now), Ok(datetime!(2026-03-11 00:00 UTC)));
        for (text, code) in [("", "required"), ("10.3.2026", "invalid_date"), ("2026-03-09", "trial_in_the_past")] {
            assert_eq!(trial_end(text, now), Err(AppError::field("trial_ends_on", code)), "{text}");
        }
    }

    #[test]
    fn codes_are_small_and_plain() {
        assert_eq!(check_new("professional", "Professional"), Ok(()));
        for code in ["", "new", "Pro", "pro-1", "über"] {
            assert!(check_new(code, "x").is_err(), "{code}");
        }
    }
}
