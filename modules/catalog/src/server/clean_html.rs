//! The allow-list for descriptions: text, lists, tables, links, pictures; no scripts, no styles, no frames.

use std::sync::LazyLock;

use ammonia::Builder;

static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::default();
    rules.url_schemes(["http", "https", "mailto", "tel"].into()).link_rel(Some("noopener noreferrer nofollow"));
    // A page has one heading of the first rank: the product's name.
    rules.rm_tags(["h1", "article", "aside", "header", "footer", "nav", "map", "area"]);
    rules
});

/// A description without what could do harm. Cleaning it again changes nothing.
#[must_use]
pub fn clean_html(html: &str) -> String {
    RULES.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_and_harm_goes() {
        for (html, clean) in [
            ("<p>Sleek <b>white</b></p><ul><li>1</li></ul>", "<p>Sleek <b>white</b></p><ul><li>1</li></ul>"),
            ("Plain text. It's \"fine\" ", "Plain text. It's \"fine\" "),
            ("<p onclick=\"x()\" style=\"color:red\">a</p><script>x()</script>", "<p>a</p>"),
            ("<a href=\"javascript:x()\">b</a>", "<a rel=\"noopener noreferrer nofollow\">b</a>"),
            ("<h1>Title</h1><iframe src=\"https://x.test\"></iframe>", "Title"),
            ("a < b & c", "a &lt; b &amp; c"),
            ("<p>not closed", "<p>not closed</p>"),
        ] {
            assert_eq!(clean_html(html), clean);
            assert_eq!(clean_html(clean), clean);
        }
    }
}
