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
use orion_runtime::config::{SecretKey, Signature};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// The end of a bundle's address. Before it stands the seal.
const SUFFIX: &str = ".parts";
/// Between the names and the seal.
const BEFORE_SEAL: char = '.';
/// Bytes of the seal.
const SEAL_BYTES: usize = 12;
/// Between the names in a bundle's address.
const SEPARATOR: char = '~';
/// Bundles that are kept: pages have their sets in common.
const KEPT: u64 = 256;

/// The files that lazy functions need, put together on demand.
pub struct Bundles {
    /// By lazy function.
    files_of: HashMap<String, Vec<String>>,
    kept: Cache<String, Option<Arc<Bundle>>>,
    /// Putting together is work for a core; one is enough.
    turn: Semaphore,
    /// Seals the names: only what pages ask for is put together, or anybody could ask for every set there is.
    seal: Signature,
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
    /// Of a build whose lazy functions need these files. The key is the installation's: any process answers for any bundle.
    pub fn new(files_of: HashMap<String, Vec<String>>, key: &SecretKey) -> Self {
        Self { files_of, kept: Cache::new(KEPT), turn: Semaphore::new(1), seal: key.sign("parts:") }
    }

    /// The file name of the bundle for the lazy functions a page called; `None` when it called none.
    fn name(&self, used: &PrefetchLazyFn) -> Option<String> {
        let used = used.0.try_read_value()?;
        let mut names: Vec<&str> =
            used.iter().map(AsRef::as_ref).filter(|name| self.files_of.contains_key(*name)).collect();
        names.sort_unstable();
        let joined = names.join(&SEPARATOR.to_string());
        let seal = hex::encode(&self.sealed(&joined).bytes()[..SEAL_BYTES]);
        (!joined.is_empty()).then(|| format!("{joined}{BEFORE_SEAL}{seal}{SUFFIX}"))
    }

    fn sealed(&self, names: &str) -> Signature {
        self.seal.clone().over(names)
    }

    /// The bundle with this file name; `None` for a name that stood on no page.
    pub async fn get(&self, name: &str, files: &impl Files) -> Option<Arc<Bundle>> {
        let (names, seal) = name.strip_suffix(SUFFIX)?.rsplit_once(BEFORE_SEAL)?;
        let seal = hex::decode(seal).ok().filter(|seal| seal.len() == SEAL_BYTES)?;
        if !self.sealed(names).is(&seal) {
            return None;
        }
        let mut parts: Vec<&str> = Vec::new();
        for name in names.split(SEPARATOR) {
            parts.extend(self.files_of.get(name)?.iter().map(String::as_str));
        }
        parts.sort_unstable();
        parts.dedup();
        self.kept.get_with_by_ref(name, self.build(parts, files)).await
    }

    async fn build(&self, parts: Vec<&str>, files: &impl Files) -> Option<Arc<Bundle>> {
        let _turn = self.turn.acquire().await.ok()?;
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

#[cfg(test)]
mod tests {
    use leptos::prelude::WriteValue;

    use super::*;

    struct Site;

    impl Files for Site {
        fn part(&self, name: &str) -> Option<(&[u8], bool)> {
            ["one", "two"].iter().find(|known| **known == name).map(|known| (known.as_bytes(), false))
        }
    }

    #[tokio::test]
    async fn only_what_stood_on_a_page_is_put_together() {
        let files_of = [("a", vec!["one"]), ("b", vec!["one", "two"])];
        let files_of = files_of.map(|(name, files)| (name.to_owned(), files.into_iter().map(str::to_owned).collect()));
        let bundles = Bundles::new(HashMap::from(files_of), &SecretKey::from_bytes(vec![7; 32]));
        let used = PrefetchLazyFn::default();
        used.0.write_value().extend(["b", "a"]);
        let name = bundles.name(&used).expect("a page with parts");
        let seal = name.strip_prefix("a~b.").expect("sorted");
        assert_eq!(
            bundles.get(&name, &Site).await.expect("a bundle").bytes.len(),
            4 + r#"[["one",3],["two",3]]"#.len() + 6
        );
        for other in [
            "a.parts".to_owned(),
            format!("a.{seal}"),
            format!("b~a.{seal}"),
            "a~b..parts".to_owned(),
            "a~b.00.parts".to_owned(),
        ] {
            assert!(bundles.get(&other, &Site).await.is_none(), "{other}");
        }
    }
}
