//! The stylesheets: one common to all frontends, one layout for each, and what a store's theme sets.

use orion_kernel::{Frontend, boot::ThemeView};

/// The parts of the stylesheet common to all frontends, in cascade order: name and content.
pub const MAIN_CSS: &[(&str, &str)] = &[
    ("tokens", include_str!("../../../style/tokens.css")),
    ("reset", include_str!("../../../style/reset.css")),
    ("base", include_str!("../../../style/base.css")),
    ("button", include_str!("../../../style/components/button.css")),
    ("field", include_str!("../../../style/components/field.css")),
    ("choice", include_str!("../../../style/components/choice.css")),
    ("card", include_str!("../../../style/components/card.css")),
    ("table", include_str!("../../../style/components/table.css")),
    ("index", include_str!("../../../style/components/index.css")),
    ("page", include_str!("../../../style/components/page.css")),
    ("overlay", include_str!("../../../style/components/overlay.css")),
    ("status", include_str!("../../../style/components/status.css")),
    ("gate", include_str!("../../../style/components/gate.css")),
    ("nav", include_str!("../../../style/components/nav.css")),
    ("shop", include_str!("../../../style/components/shop.css")),
    ("marketing", include_str!("../../../style/components/marketing.css")),
    ("print", include_str!("../../../style/print.css")),
];

/// The stylesheet of a frontend's layout, served after [`MAIN_CSS`].
#[must_use]
pub const fn layout_css(frontend: Frontend) -> &'static str {
    match frontend {
        Frontend::Platform => include_str!("../../../style/layouts/platform.css"),
        Frontend::Admin | Frontend::Store => concat!(
            include_str!("../../../style/layouts/office.css"),
            include_str!("../../../style/layouts/office-tools.css"),
            include_str!("../../../style/components/palette.css"),
        ),
        Frontend::Storefront => include_str!("../../../style/layouts/storefront.css"),
    }
}

/// What a store's theme sets on the root, for a `<style>` with the page's nonce in the head.
#[must_use]
pub fn theme_css(theme: &ThemeView) -> String {
    let heading = if theme.serif { "--font-heading:var(--font-serif);" } else { "" };
    format!(
        "@layer theme{{:root{{--accent-hue:{};--neutral-hue:{};--radius:{}px;{heading}}}}}",
        theme.accent_hue % 360,
        theme.neutral_hue % 360,
        theme.radius_px.min(24),
    )
}

/// What a platform's colour sets on the root, in the same way.
#[must_use]
pub fn accent_css(hue: u16) -> String {
    format!("@layer theme{{:root{{--accent-hue:{}}}}}", hue % 360)
}

#[cfg(test)]
mod tests;
