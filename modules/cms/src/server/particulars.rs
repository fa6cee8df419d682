//! Who stands behind a page: what its placeholders are filled with.

/// Who stands behind a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The name people read.
    pub store_name: String,
    /// The company.
    pub legal_name: String,
    /// Its address on one line.
    pub address: String,
    /// VAT identification number.
    pub vat_id: String,
    /// Number in the trade register.
    pub rcs: String,
    /// Where to write to.
    pub email: String,
}

impl Particulars {
    fn value(&self, name: &str) -> Option<&str> {
        match name {
            "store_name" => Some(&self.store_name),
            "legal_name" => Some(&self.legal_name),
            "address" => Some(&self.address),
            "vat_id" => Some(&self.vat_id),
            "rcs" => Some(&self.rcs),
            "email" => Some(&self.email),
            _ => None,
        }
    }

    /// Puts the particulars, escaped, where the page's placeholders are. Unknown names stay, so that their author sees them.
    #[must_use]
    pub fn fill(&self, html: &str) -> String {
        let mut filled = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(start) = rest.find("{{") {
            let (before, opened) = rest.split_at(start);
            let value = opened.find("}}").and_then(|end| Some((self.value(opened[2..end].trim())?, end)));
            filled.push_str(before);
            match value {
                Some((value, end)) => {
                    filled.push_str(&escape(value));
                    rest = &opened[end + 2..];
                }
                None => {
                    filled.push_str("{{");
                    rest = &opened[2..];
                }
            }
        }
        filled.push_str(rest);
        filled
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PLACEHOLDERS;

    fn somebody() -> Particulars {
        Particulars { store_name: "Käerz & Liicht".to_owned(), email: "a@b.lu".to_owned(), ..Particulars::default() }
    }

    #[test]
    fn placeholders_are_filled_and_escaped() {
        let filled = somebody().fill(r#"<p>{{store_name}} <a href="mailto:{{ email }}">{{email}}</a></p>"#);
        assert_eq!(filled, r#"<p>Käerz &amp; Liicht <a href="mailto:a@b.lu">a@b.lu</a></p>"#);
        let evil = Particulars { legal_name: r#""><script>'"#.to_owned(), ..Particulars::default() };
        assert_eq!(evil.fill("{{legal_name}}"), "&quot;&gt;&lt;script&gt;&#39;");
        let nested =
            Particulars { legal_name: "{{email}}".to_owned(), email: "x".to_owned(), ..Particulars::default() };
        assert_eq!(nested.fill("{{legal_name}}"), "{{email}}", "filled once");
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        for text in ["{{phone}} {{", "}}", "{{}}", "{ {email} }", "{{{"] {
            assert_eq!(somebody().fill(text), text);
        }
        assert_eq!(somebody().fill("{{{email}}}"), "{{{email}}}");
    }

    #[test]
    fn every_placeholder_has_a_value() {
        assert!(PLACEHOLDERS.iter().all(|name| somebody().value(name).is_some()));
    }
}
