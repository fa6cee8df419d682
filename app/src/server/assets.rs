//! Stylesheets, fonts and the browser part: named by their content, compressed, cached for good.

use std::{collections::HashMap, fs, io, path::Path, sync::Arc};

use axum::{
    Router,
    extract::{Path as Segment, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use orion_kernel::Frontend;
use orion_runtime::config::SecretKey;
use orion_ui::style::{MAIN_CSS, layout_css};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::parts::{Bundles, Files};
use crate::modules::registry;

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The fonts, compiled in.
const FONTS: &[(&str, &[u8])] = &[
    ("inter-latin.woff2", include_bytes!("../../../public/fonts/inter-latin.woff2")),
    ("inter-latin-ext.woff2", include_bytes!("../../../public/fonts/inter-latin-ext.woff2")),
];

/// Shown in the browser's tab.
const ICON: &[u8] = include_bytes!("../../../server/demo/platform/logo.svg");

/// All static files with their addresses.
pub struct Assets {
    /// The folder of the browser part; empty when it was not built.
    pub package: String,
    /// What pages need of it, each page's in one file.
    pub bundles: Bundles,
    files: HashMap<String, File>,
    frontends: HashMap<Frontend, String>,
    modules: HashMap<(Frontend, &'static str), String>,
}

/// The content type of several parts in one file.
const BUNDLE: &str = "application/octet-stream";

struct File {
    kind: &'static str,
    bytes: Vec<u8>,
    brotli: Option<Vec<u8>>,
}

#[derive(Deserialize)]
struct Build {
    package: String,
}

impl Assets {
    /// Reads the browser part's files and prepares the stylesheets. `key` is the installation's.
    ///
    /// # Errors
    ///
    /// The browser part was built but cannot be read.
    pub fn load(site: &Path, key: &SecretKey) -> io::Result<Self> {
        let mut assets = Self {
            package: String::new(),
            bundles: Bundles::new(HashMap::new(), key),
            files: HashMap::new(),
            frontends: HashMap::new(),
            modules: HashMap::new(),
        };
        if site.join("build.json").exists() {
            assets.load_browser_part(site, key)?;
        } else {
            tracing::warn!(site = %site.display(), "there is no browser part here: pages work, but stay without scripts");
        }
        let main: String = MAIN_CSS.iter().map(|(_, css)| *css).collect();
        for frontend in Frontend::ALL {
            let address = assets.add_style(frontend.code(), &format!("{main}\n{}", layout_css(frontend)));
            assets.frontends.insert(frontend, address);
        }
        for module in registry().modules() {
            for (frontend, css) in module.styles {
                let css = format!("@layer modules {{\n{css}\n}}");
                let address = assets.add_style(&format!("{}-{}", module.code, frontend.code()), &css);
                assets.modules.insert((*frontend, module.code), address);
            }
        }
        assets
            .files
            .insert("/style/orion.svg".to_owned(), File { kind: "image/svg+xml", bytes: ICON.to_vec(), brotli: None });
        for (name, bytes) in FONTS {
            assets
                .files
                .insert(format!("/fonts/{name}"), File { kind: "font/woff2", bytes: bytes.to_vec(), brotli: None });
        }
        Ok(assets)
    }

    /// The stylesheets of a frontend's pages with these modules on.
    #[must_use]
    pub fn styles(&self, frontend: Frontend, is_on: impl Fn(&str) -> bool) -> Vec<String> {
        let modules = registry().modules().iter().filter(|module| is_on(module.code));
        let of_modules = modules.filter_map(|module| self.modules.get(&(frontend, module.code)));
        self.frontends.get(&frontend).into_iter().chain(of_modules).cloned().collect()
    }

    fn load_browser_part(&mut self, site: &Path, key: &SecretKey) -> io::Result<()> {
        let build: Build = serde_json::from_str(&fs::read_to_string(site.join("build.json"))?)?;
        self.bundles = Bundles::new(serde_json::from_str(&fs::read_to_string(site.join("parts.json"))?)?, key);
        self.package = format!("/pkg/{}", build.package);
        let folder = site.join("pkg").join(&build.package);
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let kind = match path.extension().and_then(|extension| extension.to_str()) {
                Some("wasm") => "application/wasm",
                Some("js") => "text/javascript; charset=utf-8",
                _ => continue,
            };
            let brotli = fs::read(folder.join(format!("{name}.br"))).ok();
            self.files.insert(format!("{}/{name}", self.package), File { kind, bytes: fs::read(&path)?, brotli });
        }
        Ok(())
    }

    fn add_style(&mut self, name: &str, css: &str) -> String {
        let digest = hex::encode(&Sha256::digest(css)[..6]);
        let address = format!("/style/{name}.{digest}.css");
        let mut compressed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
        let brotli = brotli::BrotliCompress(&mut css.as_bytes(), &mut compressed, &parameters).ok().map(|_| compressed);
        self.files
            .insert(address.clone(), File { kind: "text/css; charset=utf-8", bytes: css.as_bytes().to_vec(), brotli });
        address
    }
}

impl Files for Assets {
    fn part(&self, name: &str) -> Option<(&[u8], bool)> {
        let file = self.files.get(&format!("{}/{name}.wasm", self.package))?;
        Some((&file.bytes, file.brotli.is_some()))
    }
}

/// Serves them below `/pkg`, `/style` and `/fonts`, on every host.
pub fn routes(assets: Arc<Assets>) -> Router {
    Router::new()
        .route("/pkg/{*name}", get(|state, name, headers| serve("pkg", state, name, headers)))
        .route("/style/{name}", get(|state, name, headers| serve("style", state, name, headers)))
        .route("/fonts/{name}", get(|state, name, headers| serve("fonts", state, name, headers)))
        .with_state(assets)
}

async fn serve(
    folder: &'static str,
    State(assets): State<Arc<Assets>>,
    Segment(name): Segment<String>,
    headers: HeaderMap,
) -> Response {
    let address = format!("/{folder}/{name}");
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|accepted| accepted.to_str().ok())
        .is_some_and(|accepted| accepted.split(',').any(|coding| coding.trim().starts_with("br")));
    if let Some(file) = assets.files.get(&address) {
        return answer(file.kind, &file.bytes, file.brotli.as_ref().filter(|_| takes_brotli));
    }
    let name = address.strip_prefix(&assets.package).and_then(|rest| rest.strip_prefix('/'));
    let bundle = match name.filter(|_| !assets.package.is_empty()) {
        Some(name) => assets.bundles.get(name, &*assets).await,
        None => None,
    };
    match bundle {
        Some(bundle) => answer(BUNDLE, &bundle.bytes, bundle.brotli.as_ref().filter(|_| takes_brotli)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(kind: &'static str, bytes: &[u8], brotli: Option<&Vec<u8>>) -> Response {
    let common = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, FOREVER),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    match brotli {
        Some(brotli) => {
            (common, [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))], brotli.clone()).into_response()
        }
        None => (common, bytes.to_vec()).into_response(),
    }
}
