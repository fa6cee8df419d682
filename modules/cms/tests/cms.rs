//! Content through its doors: the platform's site, the storefronts, and both editors.

#[path = "cms/bad_input.rs"]
mod bad_input;
#[path = "cms/editor.rs"]
mod editor;
#[path = "cms/for_robots.rs"]
mod for_robots;
#[path = "cms/pictures.rs"]
mod pictures;
#[path = "cms/site.rs"]
mod site;
#[path = "cms/store_pages.rs"]
mod store_pages;
