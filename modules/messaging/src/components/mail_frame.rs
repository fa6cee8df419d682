//! A mail's HTML in a frame of its own, where nothing in it can run or ask for anything.

use std::fmt::Write as _;

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use crate::i18n::{page, td_string};

const ATTRIBUTE: &str = " style=\"";

/// The mail as its reader sees it. Pages allow no inline style, and the frame inherits that; until scripts run, it is
/// plain; then the style moves into a sheet that carries the page's nonce.
#[component]
pub fn MailFrame(
    /// The mail.
    html: String,
) -> AnyView {
    let plain = without_style(&html);
    let styled = RwSignal::new(None::<String>);
    Effect::new(move || {
        if let Some(nonce) = page_nonce() {
            styled.set(Some(with_sheet(&html, &nonce)));
        }
    });
    // Two frames: one whose document changes while it still loads may stay empty.
    view! {
        <Show when=move || styled.with(Option::is_some) fallback=move || frame(plain.clone())>
            {frame(styled.get_untracked().unwrap_or_default())}
        </Show>
    }
    .into_any()
}

fn frame(html: String) -> impl IntoView {
    let title = td_string!(page(), mail.preview_frame);
    view! { <iframe class="mail-frame" title=title sandbox="" srcdoc=html></iframe> }
}

/// The same document, plain: browsers complain of every style they do not apply.
fn without_style(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(ATTRIBUTE) {
        plain.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    plain + rest
}

/// Browsers hide the attribute from scripts and keep the property.
fn page_nonce() -> Option<String> {
    let element = document().query_selector("script[nonce]").ok().flatten()?;
    let nonce = element.dyn_into::<HtmlElement>().ok()?.nonce();
    (!nonce.is_empty()).then_some(nonce)
}

/// The same document with a style sheet instead of inline style. Texts hold no bare quotes, so every match is an attribute.
fn with_sheet(html: &str, nonce: &str) -> String {
    let mut styles: Vec<&str> = Vec::new();
    let mut body = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(ATTRIBUTE) {
        let Some((style, after)) = after.split_once('"') else { break };
        let index = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
            styles.push(style);
            styles.len() - 1
        });
        // Writing to a string does not fail.
        let _ = write!(body, "{before} class=\"s{index}\"");
        rest = after;
    }
    body.push_str(rest);
    let rules: String = styles.iter().enumerate().map(|(index, style)| format!(".s{index}{{{style}}}")).collect();
    body.replacen("</head>", &format!("<style nonce=\"{nonce}\">{rules}</style></head>"), 1)
}

#[cfg(test)]
mod tests {
    use super::{with_sheet, without_style};

    #[test]
    fn style_moves_into_a_sheet() {
        let html = "<head></head><p style=\"color:red\">a style=&quot;x&quot;</p><p style=\"color:red\">b</p><i style=\"top:0\"></i>";
        assert_eq!(
            with_sheet(html, "n"),
            "<head><style nonce=\"n\">.s0{color:red}.s1{top:0}</style></head>\
             <p class=\"s0\">a style=&quot;x&quot;</p><p class=\"s0\">b</p><i class=\"s1\"></i>"
        );
        assert_eq!(with_sheet("<p>plain</p>", "n"), "<p>plain</p>");
    }

    #[test]
    fn until_then_there_is_none() {
        assert_eq!(without_style("<p style=\"color:red\">a <i style=\"top:0\">b</i></p>"), "<p>a <i>b</i></p>");
        assert_eq!(without_style("<p>plain</p>"), "<p>plain</p>");
    }
}
