//! How things stand: badges, alerts, progress, steps, tabs, and pages with nothing on them.

mod progress;
mod steps;

use leptos::prelude::*;

pub use progress::{Meter, Progress, Skeleton};
pub use steps::{Breadcrumbs, Step, StepState, Stepper, Tab, Tabs};

use crate::{
    field::filled,
    icon::{self, Icon, IconName},
    tone::Tone,
};

/// A word on a state.
#[component]
pub fn Badge(
    /// The word.
    #[prop(into)]
    label: String,
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// Stands before the word.
    #[prop(default = None, into)]
    icon: Option<IconName>,
) -> AnyView {
    view! {
        <span class="badge" data-tone=tone.code()>
            {icon.map(icon::small)}
            {label}
        </span>
    }
    .into_any()
}

/// A message in the page: what happened, what it means, what to do.
#[component]
pub fn Alert(
    /// What it means.
    #[prop(default = Tone::Info)]
    tone: Tone,
    /// The message in a few words.
    #[prop(optional, into)]
    title: String,
    /// What to do about it.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The message.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let icon = match tone {
        Tone::Neutral | Tone::Info => IconName::Info,
        Tone::Accent => IconName::Sparkles,
        Tone::Success => IconName::CircleCheck,
        Tone::Warning => IconName::TriangleAlert,
        Tone::Critical => IconName::CircleAlert,
    };
    let role = if tone == Tone::Critical { "alert" } else { "status" };
    view! {
        <div class="alert" data-tone=tone.code() role=role>
            <Icon name=icon />
            <div class="alert-body">
                {filled(title).map(|title| view! { <p class="alert-title">{title}</p> })}
                {children.map(|children| view! { <div>{children()}</div> })}
                {actions.map(|actions| view! { <div class="alert-actions">{actions.run()}</div> })}
            </div>
        </div>
    }
    .into_any()
}

/// A person or shop as a picture, or as initials.
#[component]
pub fn Avatar(
    /// The name; its initials stand in for a picture.
    #[prop(into)]
    name: String,
    /// The picture's address.
    #[prop(optional, into)]
    src: String,
    /// 24 instead of 36 pixels.
    #[prop(optional)]
    small: bool,
) -> AnyView {
    let face = match filled(src) {
        Some(src) => view! { <img src=src alt="" width="36" height="36" loading="lazy" /> }.into_any(),
        None => initials(&name).into_any(),
    };
    view! { <span class="avatar" data-size=small.then_some("small") aria-hidden="true">{face}</span> }.into_any()
}

fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// A place with nothing in it yet: why, and what to do next.
#[component]
pub fn EmptyState(
    /// What is missing.
    #[prop(into)]
    title: String,
    /// Why, and what next.
    #[prop(optional, into)]
    body: String,
    /// Its picture.
    #[prop(default = IconName::Inbox)]
    icon: IconName,
    /// What to do.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The page has nothing else, and no other title.
    #[prop(optional)]
    whole_page: bool,
) -> AnyView {
    let heading =
        if whole_page { view! { <h1>{title}</h1> }.into_any() } else { view! { <h2>{title}</h2> }.into_any() };
    view! {
        <div class="empty">
            <Icon name=icon />
            {heading}
            {filled(body).map(|body| view! { <p>{body}</p> })}
            {actions.map(|actions| view! { <div class="button-group">{actions.run()}</div> })}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_last_word() {
        assert_eq!(initials("Anna Maria Schmit"), "AS");
        assert_eq!(initials("élodie"), "É");
        assert_eq!(initials("  (Lux) & Co "), "LC");
        assert_eq!(initials(""), "");
    }
}
