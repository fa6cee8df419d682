//! Codes for cameras.

use leptos::prelude::*;

/// A QR code. Black on white in dark pages too: cameras want it like that.
#[component]
pub fn QrCode(
    /// Units on a side, with the light frame.
    size: u32,
    /// The dark squares as an SVG path.
    #[prop(into)]
    path: String,
    /// What it is, for screen readers.
    #[prop(into)]
    label: String,
) -> AnyView {
    view! {
        <svg
            role="img"
            aria-label=label
            width="192"
            height="192"
            viewBox=format!("0 0 {size} {size}")
            shape-rendering="crispEdges"
        >
            <path fill="white" d=format!("M0 0h{size}v{size}h-{size}z")></path>
            <path fill="black" d=path></path>
        </svg>
    }
    .into_any()
}
