//! Parts of the layouts: the brand, navigation entries, columns of a footer.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    action::{Link, target},
    field::filled,
    icon::{self, Icon, IconName},
    page,
};

/// Whose page it is.
#[derive(Clone, Debug)]
pub struct Brand {
    name: String,
    href: String,
    logo: String,
    external: bool,
}

impl Brand {
    /// A name, and the page it leads to, below the base.
    #[must_use]
    pub fn new(name: impl Into<String>, href: impl Into<String>) -> Self {
        Self { name: name.into(), href: href.into(), logo: String::new(), external: false }
    }

    /// The address of a logo, shown in place of the name.
    #[must_use]
    pub fn logo(mut self, src: impl Into<String>) -> Self {
        self.logo = src.into();
        self
    }

    /// Leads to another frontend: loads, and the base is not added.
    #[must_use]
    pub const fn external(mut self) -> Self {
        self.external = true;
        self
    }

    /// With a mark made of the first letter, where there is no logo.
    pub(super) fn with_mark(&self) -> AnyView {
        let letter: String = self.name.chars().take(1).flat_map(char::to_uppercase).collect();
        let mark = self.logo.is_empty().then(|| view! { <span class="brand-mark" aria-hidden="true">{letter}</span> });
        self.link(mark.into_any())
    }

    pub(super) fn view(&self) -> AnyView {
        self.link(().into_any())
    }

    fn link(&self, mark: AnyView) -> AnyView {
        let face = match filled(self.logo.clone()) {
            Some(logo) => view! { <img src=logo alt=self.name.clone() height="28" /> }.into_any(),
            None => view! { <span class="brand-name">{self.name.clone()}</span> }.into_any(),
        };
        let rel = self.external.then_some("external");
        view! { <a class="brand" href=target(&self.href, self.external) rel=rel>{mark}{face}</a> }.into_any()
    }
}

/// A group of navigation entries; untitled groups cannot be folded.
#[derive(Clone, Debug)]
pub struct NavSection {
    label: String,
    items: Vec<NavItem>,
}

impl NavSection {
    /// A group by its title and entries.
    #[must_use]
    pub fn new(label: impl Into<String>, items: Vec<NavItem>) -> Self {
        Self { label: label.into(), items }
    }

    pub(super) fn view(self) -> AnyView {
        let items = self.items.into_iter().map(NavItem::with_icon).collect_view();
        let list = view! { <ul>{items}</ul> };
        match filled(self.label) {
            Some(label) => view! {
                <details open=true>
                    <summary>{label}{icon::small(IconName::ChevronDown)}</summary>
                    {list}
                </details>
            }
            .into_any(),
            None => list.into_any(),
        }
    }
}

/// A navigation entry.
#[derive(Clone, Debug)]
pub struct NavItem {
    label: String,
    href: String,
    icon: IconName,
    badge: String,
    exact: bool,
    external: bool,
    children: Vec<NavItem>,
    rivals: Vec<String>,
}

impl NavItem {
    /// An entry by its name, its page below the base, and its icon (back offices show it).
    #[must_use]
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: IconName) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            icon,
            badge: String::new(),
            exact: false,
            external: false,
            children: Vec::new(),
            rivals: Vec::new(),
        }
    }

    /// Current only on its own page, not on those below it: for the home page.
    #[must_use]
    pub const fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// Paths of other entries: on their pages they are current, not this one.
    #[must_use]
    pub fn rivals(mut self, rivals: Vec<String>) -> Self {
        self.rivals = rivals;
        self
    }

    /// A word or number at its end.
    #[must_use]
    pub fn badge(mut self, badge: impl Into<String>) -> Self {
        self.badge = badge.into();
        self
    }

    /// Leads to another frontend: loads, and the base is not added.
    #[must_use]
    pub const fn external(mut self) -> Self {
        self.external = true;
        self
    }

    /// Entries below it.
    #[must_use]
    pub fn children(mut self, children: Vec<Self>) -> Self {
        self.children = children;
        self
    }

    fn with_icon(self) -> AnyView {
        let inside = view! {
            <Icon name=self.icon />
            <span>{self.label}</span>
            {filled(self.badge).map(|badge| view! { <span class="count">{badge}</span> })}
            {self.external.then(|| icon::small(IconName::ArrowUpRight))}
        };
        let link = if self.external {
            view! { <a class="nav-link" href=self.href rel="external">{inside}</a> }.into_any()
        } else {
            let href = page::href(&self.href);
            let current = is_current(href.clone(), self.exact, &self.rivals);
            view! { <a class="nav-link" href=href aria-current=move || current().then_some("page")>{inside}</a> }
                .into_any()
        };
        let children = (!self.children.is_empty()).then(|| {
            let children = self.children.into_iter().map(Self::plain).collect_view();
            view! { <ul>{children}</ul> }
        });
        view! { <li>{link}{children}</li> }.into_any()
    }

    /// The words alone, as shops and sites show it.
    pub(super) fn plain(self) -> AnyView {
        let Self { label, href, exact, external, .. } = self;
        view! { <li><Link href exact external plain=true class="nav-link">{label}</Link></li> }.into_any()
    }
}

/// Whether the page at hand is the one at `href` or below it, and no rival leads closer to it.
fn is_current(href: String, exact: bool, rivals: &[String]) -> impl Fn() -> bool + Send + Sync + 'static {
    let rivals: Vec<String> = rivals.iter().map(|rival| page::href(rival)).collect();
    let pathname = use_location().pathname;
    move || {
        pathname.with(|path| {
            let path = path.trim_end_matches('/');
            if exact {
                path == href.trim_end_matches('/')
            } else {
                leads_to(&href, path) && !rivals.iter().any(|rival| leads_to(rival, path))
            }
        })
    }
}

fn leads_to(href: &str, path: &str) -> bool {
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Links of a footer under a heading.
#[derive(Clone, Debug)]
pub struct FooterColumn {
    title: String,
    links: Vec<(String, String)>,
}

impl FooterColumn {
    /// A column by its heading and links: names and paths below the base.
    #[must_use]
    pub fn new(title: impl Into<String>, links: Vec<(String, String)>) -> Self {
        Self { title: title.into(), links }
    }

    pub(super) fn view(self) -> AnyView {
        let links = self
            .links
            .into_iter()
            .map(|(label, href)| view! { <li><Link href plain=true exact=true>{label}</Link></li> })
            .collect_view();
        let title = self.title.clone();
        view! {
            <nav aria-label=title>
                <h2>{self.title}</h2>
                <ul>{links}</ul>
            </nav>
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_leads_to_its_page_and_those_below() {
        for path in ["/settings", "/settings/shipping"] {
            assert!(leads_to("/settings", path), "{path}");
        }
        for path in ["/", "/settings-old", "/store"] {
            assert!(!leads_to("/settings", path), "{path}");
        }
    }
}
