//! Texts by language, as the database holds them.

use orion_kernel::Locale;
use serde_json::Value;

/// The text in a language; where it lacks that one, in the default, or in whichever there is.
pub fn in_language(texts: &Value, locale: Locale, default: Locale) -> String {
    let text = |locale: Locale| texts.get(locale.code()).and_then(Value::as_str).filter(|text| !text.is_empty());
    text(locale)
        .or_else(|| text(default))
        .or_else(|| Locale::ALL.into_iter().find_map(text))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_is_in_the_language_asked_for_or_the_next_best() {
        let texts = json!({ "de": "Hallo", "fr": "", "lb": "Moien" });
        let read = |locale, default| in_language(&texts, locale, default);
        assert_eq!(read(Locale::De, Locale::Lb), "Hallo");
        assert_eq!(read(Locale::Fr, Locale::Lb), "Moien");
        assert_eq!(read(Locale::Fr, Locale::En), "Hallo");
        assert_eq!(in_language(&json!({}), Locale::En, Locale::En), "");
    }
}
