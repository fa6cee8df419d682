//! Just enough of HTML for pages of our own: links, files, forms.

use regex_lite::Regex;

/// A form as it stands in a page, filled with what its fields hold.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Whether it changes something.
    pub is_post: bool,
    /// Names and values.
    pub fields: Vec<(String, String)>,
}

/// The addresses of a page's links, each once.
pub fn links(html: &str) -> Vec<String> {
    unique(tags(html, "a").filter_map(|tag| attribute(tag, "href")))
}

/// The files a browser fetches with a page: styles, scripts, WASM, fonts, pictures that are not lazy.
pub fn files(html: &str) -> Vec<String> {
    let fetched = ["stylesheet", "modulepreload", "preload", "icon"];
    let linked = tags(html, "link")
        .filter(|tag| attribute(tag, "rel").is_some_and(|rel| fetched.contains(&rel.as_str())))
        .filter_map(|tag| attribute(tag, "href"));
    let scripts = tags(html, "script").filter_map(|tag| attribute(tag, "src"));
    let pictures = tags(html, "img")
        .filter(|tag| attribute(tag, "loading").as_deref() != Some("lazy"))
        .filter_map(|tag| attribute(tag, "src"));
    unique(linked.chain(scripts).chain(pictures))
}

/// The files that a page's start script fetches: the browser part, and the page's share of it.
pub fn started(html: &str) -> Vec<String> {
    let package = pattern(r"const PKG='([^']+)'").captures(html).map(|found| found[1].to_owned());
    let main = package.iter().flat_map(|package| ["orion.js", "orion.wasm"].map(|file| format!("{package}/{file}")));
    let parts = tags(html, "meta")
        .filter(|tag| attribute(tag, "name").is_some_and(|name| name == "orion-parts"))
        .filter_map(|tag| attribute(tag, "content"));
    unique(main.chain(parts))
}

/// The forms of a page.
pub fn forms(html: &str) -> Vec<Form> {
    let form = pattern(r"(?s)<form\b([^>]*)>(.*?)</form>");
    form.captures_iter(html)
        .map(|found| {
            let (head, body) = (&found[1], &found[2]);
            let mut form = Form {
                action: attribute(head, "action").unwrap_or_default(),
                is_post: attribute(head, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
                fields: Vec::new(),
            };
            inputs(body, &mut form);
            areas(body, &mut form);
            selects(body, &mut form);
            buttons(body, &mut form);
            form
        })
        .collect()
}

impl Form {
    /// Chooses, of several, what it is not by default.
    pub fn choose(&mut self, name: &str, value: &str) {
        for (_, content) in self.fields.iter_mut().filter(|(known, _)| known == name) {
            value.clone_into(content);
        }
    }

    /// Fills a field, unless it is full already.
    pub fn fill(&mut self, name: &str, value: &str) {
        for (_, content) in self.fields.iter_mut().filter(|(known, content)| known == name && content.is_empty()) {
            value.clone_into(content);
        }
    }
}

fn inputs(body: &str, form: &mut Form) {
    let mut radios: Vec<String> = Vec::new();
    for tag in tags(body, "input") {
        let Some(name) = attribute(tag, "name") else { continue };
        let value = attribute(tag, "value").unwrap_or_default();
        let is_checked = pattern(r"\schecked\b").is_match(tag);
        match attribute(tag, "type").as_deref() {
            Some("submit" | "button" | "file") => {}
            Some("checkbox") if !is_checked && !is_required(tag) => {}
            Some("checkbox") => form.fields.push((name, if value.is_empty() { "on".to_owned() } else { value })),
            Some("radio") => {
                let known = form.fields.iter_mut().find(|(field, _)| *field == name && radios.contains(&name));
                match known {
                    Some((_, chosen)) if is_checked => *chosen = value,
                    Some(_) => {}
                    None => {
                        radios.push(name.clone());
                        form.fields.push((name, value));
                    }
                }
            }
            _ => form.fields.push((name, value)),
        }
    }
}

fn areas(body: &str, form: &mut Form) {
    for found in pattern(r"(?s)<textarea\b([^>]*)>(.*?)</textarea>").captures_iter(body) {
        if let Some(name) = attribute(&found[1], "name") {
            form.fields.push((name, unescape(&found[2])));
        }
    }
}

fn selects(body: &str, form: &mut Form) {
    for found in pattern(r"(?s)<select\b([^>]*)>(.*?)</select>").captures_iter(body) {
        let Some(name) = attribute(&found[1], "name") else { continue };
        let options: Vec<&str> = tags(&found[2], "option").collect();
        let chosen = options.iter().find(|option| pattern(r"\sselected\b").is_match(option)).or(options.first());
        form.fields.push((name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default()));
    }
}

/// The first button with a name is the one that is pressed.
fn buttons(body: &str, form: &mut Form) {
    if let Some((name, value)) = tags(body, "button")
        .find_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())))
    {
        form.fields.push((name, value));
    }
}

fn is_required(tag: &str) -> bool {
    pattern(r#"\s(?:required\b|aria-required="true")"#).is_match(tag)
}

/// The inside of each opening tag of this name.
fn tags<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let tag = pattern(&format!(r#"<{name}\b((?:[^>"]|"[^"]*")*)>"#));
    let found: Vec<&str> =
        tag.captures_iter(html).filter_map(|found| found.get(1)).map(|inside| inside.as_str()).collect();
    found.into_iter()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    pattern(&format!(r#"(?:^|\s){name}="([^"]*)""#)).captures(tag).map(|found| unescape(&found[1]))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

fn unique(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for one in all.filter(|one| !one.is_empty() && !one.starts_with("data:")) {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is fixed")
}

#[cfg(test)]
mod tests {
    use super::{files, forms, links, started};

    #[test]
    fn reads_a_page_of_ours() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel="alternate" href="/fr"><link rel="preload" as="fetch" href="/b.wasm">
            <script src="/c.js"></script><img src="/d.svg" loading="lazy"><img src="/e.svg" alt="1 > 0">
            <a href="/x?a=1&amp;b=2">x</a><a class="y" href="/x?a=1&amp;b=2">again</a>"#;
        assert_eq!(files(html), ["/a.css", "/b.wasm", "/c.js", "/e.svg"]);
        assert_eq!(links(html), ["/x?a=1&b=2"]);
    }

    #[test]
    fn knows_what_the_start_script_fetches() {
        let html =
            r#"<meta name="orion-parts" content="/pkg/1/a~b.parts"><script type="module">const PKG='/pkg/1';</script>"#;
        assert_eq!(started(html), ["/pkg/1/orion.js", "/pkg/1/orion.wasm", "/pkg/1/a~b.parts"]);
    }

    #[test]
    fn fills_a_form_as_it_stands() {
        let html = r#"<form method="post" action="/add"><input type="hidden" name="id" value="7"><input name="email" required>
            <input type="radio" name="rate" value="a"><input type="radio" name="rate" value="b" checked><input type="checkbox" name="news">
            <select name="country"><option value="LU">L</option><option value="DE" selected>D</option></select>
            <textarea name="note"></textarea><button name="go" value="1">Go</button></form>"#;
        let mut form = forms(html).remove(0);
        form.fill("email", "me@example.test");
        form.fill("id", "8");
        let fields: Vec<String> = form.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(fields, ["id=7", "email=me@example.test", "rate=b", "note=", "country=DE", "go=1"]);
        assert_eq!((form.action.as_str(), form.is_post), ("/add", true));
    }
}
