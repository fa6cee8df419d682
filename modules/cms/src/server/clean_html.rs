//! What of a page's HTML is kept.

use std::{borrow::Cow, collections::HashSet, sync::LazyLock};

use ammonia::Builder;

/// Text, structure, links, pictures and tables; no scripts, styles, frames or forms.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder.url_schemes(HashSet::from(["https", "http", "mailto", "tel"])).link_rel(Some("noopener")).attribute_filter(
        |_, attribute, value| {
            let is_address = matches!(attribute, "href" | "src" | "cite");
            (!is_address || is_safe_address(value)).then_some(Cow::Borrowed(value))
        },
    );
    builder
});

/// What a person typed, as the page keeps it. Text without any markup becomes paragraphs.
pub fn clean_html(typed: &str) -> String {
    let html = if typed.contains('<') { Cow::Borrowed(typed) } else { Cow::Owned(paragraphs(typed)) };
    CLEANER.clean(&html).to_string()
}

/// A placeholder is filled after cleaning, so it may not decide what kind of address one is.
fn is_safe_address(value: &str) -> bool {
    let Some(start) = value.find("{{") else { return true };
    let before = &value[..start];
    ["https://", "http://", "mailto:", "tel:", "/"].iter().any(|kind| before.starts_with(kind))
}

fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let filled = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    filled.map(|paragraph| format!("<p>{}</p>", paragraph.replace('\n', "<br>"))).collect()
}

#[cfg(test)]
mod tests {
    use super::clean_html;

    #[test]
    fn scripts_and_styles_go_and_text_stays() {
        assert_eq!(
            clean_html("<p onclick=\"x()\">Hi<script>x()</script> <b style=\"color:red\">you</b></p>"),
            "<p>Hi <b>you</b></p>"
        );
        assert_eq!(clean_html("<a href=\"javascript:x()\">a</a>"), "<a rel=\"noopener\">a</a>");
        assert_eq!(clean_html("<iframe src=\"https://example.test\"></iframe>"), "");
    }

    #[test]
    fn placeholders_fill_addresses_but_do_not_choose_their_kind() {
        let mail = "<a href=\"mailto:{{email}}\" rel=\"noopener\">{{email}}</a>";
        assert_eq!(clean_html(mail), mail);
        assert_eq!(clean_html("<a href=\"{{legal_name}}\">a</a>"), "<a rel=\"noopener\">a</a>");
        assert_eq!(clean_html("<a href=\"java{{legal_name}}\">a</a>"), "<a rel=\"noopener\">a</a>");
    }

    #[test]
    fn plain_text_becomes_paragraphs() {
        assert_eq!(clean_html("One\r\ntwo\r\n\r\nThree & four"), "<p>One<br>two</p><p>Three &amp; four</p>");
        assert_eq!(clean_html(" \n\n "), "");
    }
}
