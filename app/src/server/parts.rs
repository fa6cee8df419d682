//! The lazy parts of a page as one file, and how the page's head tells the browser about it.
//!
//! A page's code lies in as many files as there are sets of pages that share something: a hundred and more. Fetched one by
//! one they cost a request each, and each is compressed by itself; together they are a third smaller (docs/decisions/0006).

use std::{collections::HashMap, io, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use leptos::{PrefetchLazyFn, prelude::ReadValue};
use moka::future::Cache;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// The end of a bundle's address.
const SUFFIX: &str = ".parts";
/// Between the names in a bundle's address.
const SEPARATOR: char = '~';
/// More lazy functions no page has.
const MOST_NAMES: usize = 32;
/// Bundles that are kept: pages have their sets in common.
const KEPT: u64 = 256;

/// The files that lazy functions need, put together on demand.
pub struct Bundles {
    /// By lazy function.
    files_of: HashMap<String, Vec<String>>,
    kept: Cache<String, Option<Arc<Bundle>>>,
    /// Putting together is work for a core; one is enough.
    turn: Semaphore,
}

/// Several files in one.
pub struct Bundle {
    /// As it is.
    pub bytes: Vec<u8>,
    /// Compressed, where the files are.
    pub brotli: Option<Vec<u8>>,
}

/// A file of the browser part.
pub trait Files {
    /// Its content, and whether it is kept compressed too.
    fn part(&self, name: &str) -> Option<(&[u8], bool)>;
}

impl Bundles {
    /// Of a build whose lazy functions need these files.
    pub fn new(files_of: HashMap<String, Vec<String>>) -> Self {
        Self { files_of, kept: Cache::new(KEPT), turn: Semaphore::new(1) }
    }

    /// The file name of the bundle for the lazy functions a page called; `None` when it called none.
    fn name(&self, used: &PrefetchLazyFn) -> Option<String> {
        let used = used.0.try_read_value()?;
        let mut names: Vec<&str> =
            used.iter().map(AsRef::as_ref).filter(|name| self.files_of.contains_key(*name)).collect();
        names.sort_unstable();
        let joined = names.join(&SEPARATOR.to_string());
        (!joined.is_empty()).then(|| format!("{joined}{SUFFIX}"))
    }

    /// The bundle with this file name; `None` for any other name. The same set has one name: sorted, and each once.
    pub async fn get(&self, name: &str, files: &impl Files) -> Option<Arc<Bundle>> {
        let names: Vec<&str> = name.strip_suffix(SUFFIX)?.split(SEPARATOR).collect();
        if names.len() > MOST_NAMES || !names.is_sorted_by(|one, other| one < other) {
            return None;
        }
        let mut parts: Vec<&str> = Vec::new();
        for name in names {
            parts.extend(self.files_of.get(name)?.iter().map(String::as_str));
        }
        parts.sort_unstable();
        parts.dedup();
        self.kept.get_with_by_ref(name, self.build(parts, files)).await
    }

    async fn build(&self, parts: Vec<&str>, files: &impl Files) -> Option<Arc<Bundle>> {
        let mut names = Vec::with_capacity(parts.len());
        let mut content = Vec::new();
        let mut is_compressed = false;
        for part in parts {
            let (bytes, compressed) = files.part(part)?;
            names.push((part, bytes.len()));
            content.extend_from_slice(bytes);
            is_compressed = compressed;
        }
        let names = serde_json::to_vec(&names).ok()?;
        let mut bytes = u32::try_from(names.len()).ok()?.to_le_bytes().to_vec();
        bytes.extend(names);
        bytes.extend(content);
        if !is_compressed {
            return Some(Arc::new(Bundle { bytes, brotli: None }));
        }
        let _turn = self.turn.acquire().await.ok()?;
        let compressed = spawn_blocking(move || compress(&bytes).map(|brotli| Bundle { bytes, brotli: Some(brotli) }));
        compressed.await.ok()?.ok().map(Arc::new)
    }
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Tells the page's start script where the page's parts are. `used` was in the page's context and knows the lazy functions
/// that were called; leptos_axum's own links are lost when a request ends on another thread than it began on.
pub async fn announce(
    page: Response,
    used: &PrefetchLazyFn,
    package: &str,
    bundles: &Bundles,
    at_once: bool,
) -> Response {
    let Some(name) = bundles.name(used) else { return page };
    let (head, body) = page.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut html = String::from_utf8_lossy(&bytes).into_owned();
    if let Some(end) = html.find("</head>") {
        let mut tags = format!("<meta name=\"orion-parts\" content=\"{package}/{name}\">");
        if at_once {
            tags.push_str(&format!(
                "<link rel=\"preload\" href=\"{package}/{name}\" as=\"fetch\" crossorigin=\"anonymous\" fetchpriority=\"low\">"
            ));
        }
        html.insert_str(end, &tags);
    }
    Response::from_parts(head, Body::from(html))
}
