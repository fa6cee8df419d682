//! The pages a store shows: its own, and the platform's for those it has not written itself.

/// Begins a statement with `pages` and `texts` of a store; `$1` is the store, `$2` its platform.
macro_rules! with_store_pages {
    ($statement:literal) => {
        concat!(
            "with pages as (
               select s.slug, s.place, s.position, s.is_visible, true as is_own,
                      exists (select from cms.platform_pages d
                              where d.platform_id = $2 and d.scope = 'store_default' and d.slug = s.slug) as has_default
               from cms.store_pages s where s.store_id = $1
               union all
               select d.slug, d.place, d.position, d.is_visible, false, true
               from cms.platform_pages d
               where d.platform_id = $2 and d.scope = 'store_default' and d.is_visible
                 and not exists (select from cms.store_pages s where s.store_id = $1 and s.slug = d.slug)
             ), texts as (
               select t.slug, t.locale, t.title, t.description, t.body_html
               from cms.store_page_texts t where t.store_id = $1
               union all
               select t.slug, t.locale, t.title, t.description, t.body_html
               from cms.platform_page_texts t
               where t.platform_id = $2 and t.scope = 'store_default'
                 and not exists (select from cms.store_pages s where s.store_id = $1 and s.slug = t.slug)
             ) ",
            $statement
        )
    };
}

pub(super) use with_store_pages;
