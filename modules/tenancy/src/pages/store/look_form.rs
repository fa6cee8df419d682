//! The storefront's look. With scripts, the page takes on each choice at once, until it is left.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{CssStyleDeclaration, HtmlElement},
};
use orion_kernel::boot::ThemeView;
use orion_ui::{Badge, Button, Card, Choice, Form, PillChoice, SubmitButton, Tone, Variant, page::locale};

use crate::pages::options::refusal;
use crate::{
    error,
    i18n::{page, td_string},
    model::{ACCENTS, GREYS, Hue, RADII},
    server_fns::store::SaveLook,
};

const ACCENT: &str = "--accent-hue";
const NEUTRAL: &str = "--neutral-hue";
const RADIUS: &str = "--radius";
const HEADING: &str = "--font-heading";

/// Colours, corners, headings.
#[component]
pub fn LookForm(
    /// What holds now.
    theme: ThemeView,
    /// Saves it.
    action: ServerAction<SaveLook>,
) -> impl IntoView {
    let l = page();
    // In the browser alone: the server cleans up too, and has no document.
    Effect::new(|_| {
        on_cleanup(|| {
            if let Some(style) = root_style() {
                for property in [ACCENT, NEUTRAL, RADIUS, HEADING] {
                    // It fails only for a property that is read-only.
                    drop(style.remove_property(property));
                }
            }
        })
    });
    let radii = RADII.iter().map(|(px, label)| Choice::new(px.to_string(), label(locale())));
    let known = RADII.iter().any(|(px, _)| *px == theme.radius_px);
    let radii = radii.chain(as_now(known, theme.radius_px)).collect();
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <PillChoice
                        name="accent_hue"
                        label=td_string!(l, look.accent)
                        options=hues(ACCENTS, theme.accent_hue)
                        value=theme.accent_hue.to_string()
                        on_change=Callback::new(|hue: String| try_on(ACCENT, &hue))
                    />
                    <PillChoice
                        name="neutral_hue"
                        label=td_string!(l, look.neutral)
                        options=hues(GREYS, theme.neutral_hue)
                        value=theme.neutral_hue.to_string()
                        on_change=Callback::new(|hue: String| try_on(NEUTRAL, &hue))
                    />
                    <PillChoice
                        name="radius_px"
                        label=td_string!(l, look.radius)
                        options=radii
                        value=theme.radius_px.to_string()
                        on_change=Callback::new(|radius: String| try_on(RADIUS, &format!("{radius}px")))
                    />
                    <PillChoice
                        name="serif"
                        label=td_string!(l, look.headings)
                        options=vec![
                            Choice::new("false", td_string!(l, look.sans)),
                            Choice::new("true", td_string!(l, look.serif)),
                        ]
                        value=theme.serif.to_string()
                        on_change=Callback::new(|serif: String| {
                            try_on(HEADING, if serif == "true" { "var(--font-serif)" } else { "var(--font-sans)" });
                        })
                    />
                </div>
            </Card>
            <Card title=td_string!(l, look.preview) subtitle=td_string!(l, look.preview_lead)>
                <div class="stack">
                    <h2>{td_string!(l, look.sample_title)}</h2>
                    <p>{td_string!(l, look.sample_text)}</p>
                    <div class="row">
                        <Button label=td_string!(l, look.sample_buy) variant=Variant::Primary/>
                        <Button label=td_string!(l, look.sample_more)/>
                        <Badge label=td_string!(l, look.sample_badge) tone=Tone::Accent/>
                    </div>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}

fn hues(hues: &[Hue], now: u16) -> Vec<Choice> {
    let known = hues.iter().any(|hue| hue.degrees == now);
    let choices = hues.iter().map(|hue| Choice::new(hue.degrees.to_string(), (hue.label)(locale())));
    choices.chain(as_now(known, now)).collect()
}

/// What a store has and the choices lack stays a choice.
fn as_now(known: bool, value: impl ToString) -> Option<Choice> {
    (!known).then(|| Choice::new(value.to_string(), td_string!(page(), look.as_now)))
}

fn root_style() -> Option<CssStyleDeclaration> {
    let root: HtmlElement = document().document_element()?.dyn_into().ok()?;
    Some(root.style())
}

fn try_on(property: &str, value: &str) {
    if let Some(style) = root_style() {
        // It fails only for a property that is read-only.
        drop(style.set_property(property, value));
    }
}
