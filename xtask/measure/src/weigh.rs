//! The weight of pages: what a first visit to each one loads.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use regex_lite::Regex;

use crate::{html, server::Server, shopper::Shopper, table};

const PASSWORD: &str = "demo-orion-2026";
const STORE: &str = "lumiere";
/// Of a frontend's pages, so many are weighed.
const MOST_PAGES: usize = 14;
const KINDS: [&str; 5] = ["CSS", "JS", "WASM", "fonts", "pictures"];

/// Weighs the four frontends' pages.
pub async fn weigh(server: &Server) -> Result<()> {
    let (platform, store) = (server.platform(), server.store(STORE));
    let visitor = Shopper::new(1)?;
    weigh_frontend("Platform", &visitor, &platform, "", &[]).await?;
    let shopper = Shopper::new(2)?;
    let found = storefront_pages(&shopper, &store).await?;
    weigh_frontend("Storefront", &shopper, &store, "", &found).await?;
    let member = Shopper::new(3)?;
    let fields = [("email", "owner@lumiere.test"), ("password", PASSWORD), ("next", "")];
    member.call(&format!("{platform}/api/v1/platform/tenancy/sign_in"), &fields).await?;
    weigh_frontend("Store", &member, &platform, &format!("/store/{STORE}"), &[]).await?;
    let operator = Shopper::new(4)?;
    let fields = [("email", "operator@orion.test"), ("password", PASSWORD), ("next", "")];
    operator.call(&format!("{platform}/admin/api/v1/admin/tenancy/sign_in"), &fields).await?;
    weigh_frontend("Admin", &operator, &platform, "/admin", &[]).await
}

/// A category, a product, the search, the cart.
async fn storefront_pages(shopper: &Shopper, store: &str) -> Result<Vec<String>> {
    let home = shopper.get(store).await?;
    let links = html::links(&home.text);
    let like = |part: &str| links.iter().find(|link| link.contains(part)).cloned();
    Ok([like("/categories/"), like("/products/"), Some("/search?q=a".to_owned()), Some("/cart".to_owned())]
        .into_iter()
        .flatten()
        .collect())
}

async fn weigh_frontend(title: &str, who: &Shopper, origin: &str, base: &str, pages: &[String]) -> Result<()> {
    let start = if base.is_empty() { "/" } else { base };
    let first = who.get(&format!("{origin}{start}")).await?;
    ensure!(first.is_good(), "{}: {}", first.url, first.status);
    let mut pages: Vec<String> = std::iter::once(start.to_owned()).chain(pages.iter().cloned()).collect();
    let below = format!("{base}/");
    for link in html::links(&first.text) {
        let is_elsewhere = base.is_empty() && ["/store/", "/admin"].iter().any(|other| link.starts_with(other));
        let is_page = link.starts_with(&below) && !link.contains("language=") && !link.contains('#');
        if is_page && !is_elsewhere && !pages.contains(&link) && pages.len() < MOST_PAGES {
            pages.push(link);
        }
    }
    let mut known = BTreeMap::new();
    let mut rows = Vec::new();
    for page in pages {
        rows.push(row(who, origin, &page, &mut known).await?);
    }
    let heads =
        ["page", "files", "HTML", KINDS[0], KINDS[1], KINDS[2], KINDS[3], KINDS[4], "to read it", "to start it", "all"];
    table::print(&format!("{title}: bytes as they travel (brotli)"), &heads, &rows);
    Ok(())
}

type Files = BTreeMap<String, (usize, Vec<String>)>;

async fn row(who: &Shopper, origin: &str, page: &str, known: &mut Files) -> Result<Vec<String>> {
    let url = format!("{origin}{page}");
    let text = who.get(&url).await?;
    if !text.is_good() {
        return Ok(vec![page.to_owned(), format!("status {}", text.status)]);
    }
    let document = who.weigh(&text.url).await?;
    let mut fetched: Vec<String> = Vec::new();
    let mut sums = [0_usize; KINDS.len()];
    let started = html::started(&text.text);
    let to_read = html::files(&text.text).into_iter().filter(|file| !started.contains(file)).collect();
    let to_read = document.bytes + fetch_all(who, origin, to_read, known, &mut fetched, &mut sums).await?;
    let to_start = fetch_all(who, origin, started, known, &mut fetched, &mut sums).await?;
    let numbers = [document.bytes].into_iter().chain(sums).chain([to_read, to_start, to_read + to_start]);
    let numbers = numbers.map(|bytes| bytes.to_string());
    Ok([page.to_owned(), (fetched.len() + 1).to_string()].into_iter().chain(numbers).collect())
}

/// Fetches files with all they ask for that was not fetched yet, and says how much that was.
async fn fetch_all(
    who: &Shopper,
    origin: &str,
    mut open: Vec<String>,
    known: &mut Files,
    fetched: &mut Vec<String>,
    sums: &mut [usize; KINDS.len()],
) -> Result<usize> {
    let mut all = 0;
    while let Some(file) = open.pop() {
        if fetched.contains(&file) {
            continue;
        }
        let (bytes, more) = fetch(who, origin, &file, known).await?;
        sums[kind(&file)] += bytes;
        all += bytes;
        fetched.push(file);
        open.extend(more);
    }
    Ok(all)
}

/// A file's size, and the files it asks for in turn.
async fn fetch(who: &Shopper, origin: &str, file: &str, known: &mut Files) -> Result<(usize, Vec<String>)> {
    if let Some(found) = known.get(file) {
        return Ok(found.clone());
    }
    let url = if file.starts_with("http") { file.to_owned() } else { format!("{origin}{file}") };
    let compressed = who.weigh(&url).await?;
    ensure!(compressed.is_good(), "{url}: {}", compressed.status);
    let more = match kind(file) {
        0 => fonts(&who.get(&url).await?.text),
        1 => imports(&who.get(&url).await?.text, file),
        _ => Vec::new(),
    };
    known.insert(file.to_owned(), (compressed.bytes, more.clone()));
    Ok((compressed.bytes, more))
}

fn kind(file: &str) -> usize {
    match file.split('?').next().and_then(|path| path.rsplit('.').next()) {
        Some("css") => 0,
        Some("js") => 1,
        Some("wasm" | "parts") => 2,
        Some("woff2") => 3,
        _ => 4,
    }
}

/// The fonts for plain Latin, which every page shows.
fn fonts(css: &str) -> Vec<String> {
    let face = pattern(r"@font-face\s*\{([^}]*)\}");
    let source = pattern(r#"url\(\s*["']?([^"')]+)"#);
    let range = pattern(r"unicode-range:\s*([^;]+)");
    let for_latin =
        |face: &str| range.captures(face).is_none_or(|range| pattern(r"(?i)u\+0{1,4}(-|,|\s|$)").is_match(&range[1]));
    face.captures_iter(css)
        .filter(|face| for_latin(&face[1]))
        .filter_map(|face| source.captures(&face[1]).map(|source| source[1].to_owned()))
        .collect()
}

/// Scripts that a script imports before it runs.
fn imports(js: &str, file: &str) -> Vec<String> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let import = pattern(r#"(?m)^\s*(?:import|export)\b[^;'"]*["']\./([\w.-]+\.js)["']"#);
    import.captures_iter(js).map(|found| format!("{folder}/{}", &found[1])).collect()
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is fixed")
}
