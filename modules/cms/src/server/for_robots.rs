//! What search engines read: robots.txt and sitemap.xml.

use std::fmt::Write as _;

use axum::{
    Extension, Router,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{StatusCode, header};
use orion_kernel::{AppError, Frontend, Locale};
use orion_runtime::{App, Ctx, Result, access};

use super::store_page_texts::with_store_pages;
use crate::paths;

/// `GET /robots.txt` and `GET /sitemap.xml`
pub fn routes(_: App) -> Router {
    Router::new().route("/robots.txt", get(robots)).route("/sitemap.xml", get(sitemap))
}

/// Pages for one visitor alone, and what is no page.
const PRIVATE: &str = "User-agent: *
Disallow: /admin
Disallow: /store/
Disallow: /api/
Disallow: /account
Disallow: /cart
Disallow: /checkout
Disallow: /orders/
Disallow: /pay/
Disallow: /search
";

async fn robots(Extension(ctx): Extension<Ctx>) -> Response {
    let scope = ctx.scope();
    let is_public = matches!(scope.frontend, Frontend::Platform | Frontend::Storefront);
    let is_open = scope.store.as_ref().is_none_or(|store| access::is_public(store));
    let text = if is_public && is_open {
        format!("{PRIVATE}\nSitemap: {}{}/sitemap.xml\n", scope.origin, scope.unprefixed_base)
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    };
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn sitemap(Extension(ctx): Extension<Ctx>) -> Response {
    match ctx.scope().frontend {
        Frontend::Admin | Frontend::Store => StatusCode::NOT_FOUND.into_response(),
        Frontend::Platform | Frontend::Storefront => match paths_of(&ctx).await {
            Ok(paths) => {
                let content_type = (header::CONTENT_TYPE, "application/xml; charset=utf-8");
                ([content_type], write_sitemap(&ctx, &paths)).into_response()
            }
            Err(error) => {
                let status = StatusCode::from_u16(AppError::from(error).status());
                status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
            }
        },
    }
}

/// The home page, what the frontend always has, and its visible content pages.
async fn paths_of(ctx: &Ctx) -> Result<Vec<String>> {
    let mut tx = ctx.begin().await?;
    let platform = ctx.platform_id().0;
    let slugs: Vec<String> = match ctx.scope().store_id() {
        Some(store) => {
            sqlx::query_scalar(with_store_pages!(
                "select slug from pages where is_visible and slug in (select slug from texts) order by slug"
            ))
            .bind(store.0)
            .bind(platform)
            .fetch_all(tx.conn())
            .await?
        }
        None => {
            sqlx::query_scalar(
                "select slug from cms.platform_pages where platform_id = $1 and scope = 'platform' and is_visible order by slug",
            )
            .bind(platform)
            .fetch_all(tx.conn())
            .await?
        }
    };
    let fixed: &[&str] = if ctx.scope().frontend == Frontend::Platform { &["", paths::PRICING] } else { &[""] };
    let fixed = fixed.iter().map(|path| (*path).to_owned());
    Ok(fixed.chain(slugs.iter().map(|slug| paths::content(slug))).collect())
}

fn write_sitemap(ctx: &Ctx, paths: &[String]) -> String {
    let scope = ctx.scope();
    let address = |place: usize, locale: Locale, path: &str| {
        let prefix = if place == 0 { String::new() } else { format!("/{}", locale.code()) };
        let path = if path.is_empty() && place == 0 && scope.unprefixed_base.is_empty() { "/" } else { path };
        format!("{}{prefix}{}{path}", scope.origin, scope.unprefixed_base)
    };
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in paths {
        let versions: Vec<_> = scope
            .locales()
            .iter()
            .enumerate()
            .map(|(place, locale)| (locale.code(), address(place, *locale, path)))
            .collect();
        for (_, own) in &versions {
            // Writing to a string does not fail.
            let _ = write!(xml, "<url><loc>{own}</loc>");
            for (code, other) in &versions {
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{other}\"/>");
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}
