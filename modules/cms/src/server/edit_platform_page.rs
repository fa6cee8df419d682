//! What does one language of a platform's page say?

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};

use crate::{
    model::{PageScope, Place},
    paths,
    views::PageEditor,
};

#[derive(sqlx::FromRow)]
struct Row {
    place: Option<String>,
    position: i32,
    is_visible: bool,
    name: Option<String>,
    title: Option<String>,
    description: Option<String>,
    body_html: Option<String>,
}

/// The page in the language asked for, or the platform's first.
pub async fn edit_platform_page(
    ctx: &PlatformCtx,
    scope: PageScope,
    slug: &str,
    locale: Option<Locale>,
) -> Result<PageEditor> {
    let platform = &ctx.scope().platform;
    let first = platform.locales.first().copied().unwrap_or(Locale::En);
    let locale = locale.unwrap_or(first);
    if !platform.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(
        "select p.place, p.position, p.is_visible, t.title, t.description, t.body_html,
                (select n.title from cms.platform_page_texts n
                 where n.platform_id = p.platform_id and n.scope = p.scope and n.slug = p.slug
                 order by n.locale = $5 desc, n.locale limit 1) as name
         from cms.platform_pages p
         left join cms.platform_page_texts t
           on t.platform_id = p.platform_id and t.scope = p.scope and t.slug = p.slug and t.locale = $4
         where p.platform_id = $1 and p.scope = $2 and p.slug = $3",
    )
    .bind(platform.id.0)
    .bind(scope.code())
    .bind(slug)
    .bind(locale.code())
    .bind(ctx.locale().code())
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let prefix = if locale == first { String::new() } else { format!("/{}", locale.code()) };
    let address = match scope {
        PageScope::Platform => format!("{}{prefix}{}", ctx.scope().origin, paths::content(slug)),
        PageScope::StoreDefault => String::new(),
    };
    Ok(PageEditor {
        slug: slug.to_owned(),
        place: row.place.as_deref().and_then(Place::from_code),
        position: row.position,
        is_visible: row.is_visible,
        locales: platform.locales.clone(),
        locale,
        name: row.name.unwrap_or_else(|| slug.to_owned()),
        title: row.title.unwrap_or_default(),
        description: row.description.unwrap_or_default(),
        body_html: row.body_html.unwrap_or_default(),
        address,
    })
}
