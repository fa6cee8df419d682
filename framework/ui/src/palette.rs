//! The window that searches everything: words above, what they find below, all by keyboard.

mod keys;
mod recent;

use std::{future::Future, pin::Pin, time::Duration};

use leptos::{ev::KeyboardEvent, html, prelude::*, task::spawn_local};
use orion_kernel::{AppError, search::SearchHit};

pub use keys::{KeyHelp, KeyList};

use crate::{
    i18n::{page as texts, td_string},
    icon::{self, Icon, IconName},
    page::{self, use_goto},
    texts::message,
};

const LIST: &str = "palette-list";
/// How long nobody types before the server is asked.
const PAUSE: Duration = Duration::from_millis(120);

/// Asks the server.
pub type Find = fn(String) -> Pin<Box<dyn Future<Output = Result<Vec<SearchHit>, AppError>>>>;

/// The window. It is open from the start; made anew, it begins anew.
#[component]
pub fn CommandPalette(
    /// Finds things; asked for nothing, it gives what stands there before anybody types.
    find: Find,
    /// The page that shows all that words find, below the base.
    #[prop(into)]
    path: String,
) -> AnyView {
    let l = texts();
    let words = RwSignal::new(String::new());
    let hits = RwSignal::new(Vec::<SearchHit>::new());
    let active = RwSignal::new(0_usize);
    let failure = RwSignal::new(String::new());
    let is_busy = RwSignal::new(true);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It fails only when it has just left the page.
            drop(dialog.show_modal());
        }
    });
    let ask = move |asked: String| {
        is_busy.set(true);
        spawn_local(async move {
            let found = find(asked.clone()).await;
            // Whoever has typed on meanwhile waits for the later answer. The window may be gone, too.
            if words.try_get_untracked().is_none_or(|now| now.trim() != asked) {
                return;
            }
            is_busy.set(false);
            active.set(0);
            match found {
                Ok(found) => {
                    failure.set(String::new());
                    let recent =
                        if asked.is_empty() { recent::read(td_string!(l, palette.recent)) } else { Vec::new() };
                    hits.set(recent.into_iter().chain(found).collect());
                }
                Err(error) => failure.set(message(&error)),
            }
        });
    };
    Effect::new(move || ask(String::new()));
    let on_input = move |event| {
        let typed = event_target_value(&event);
        words.set(typed.clone());
        let asked = typed.trim().to_owned();
        set_timeout(
            move || {
                if words.try_get_untracked().is_some_and(|now| now.trim() == asked) {
                    ask(asked);
                }
            },
            PAUSE,
        );
    };
    let goto = use_goto();
    let choose = move |index: usize| {
        let Some(hit) = hits.with_untracked(|hits| hits.get(index).cloned()) else { return };
        recent::remember(&hit);
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
        goto(&hit.path);
    };
    let pick = choose.clone();
    let on_keydown = move |event: KeyboardEvent| {
        let last = hits.with_untracked(Vec::len).saturating_sub(1);
        let at = active.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            "ArrowUp" => {
                if at == 0 {
                    last
                } else {
                    at - 1
                }
            }
            "Home" if event.ctrl_key() => 0,
            "End" if event.ctrl_key() => last,
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                return choose(at);
            }
            _ => return,
        };
        event.prevent_default();
        active.set(next);
        if let Some(option) = document().get_element_by_id(&option_id(next)) {
            option.scroll_into_view_with_bool(false);
        }
    };
    let said = move || match (is_busy.get(), hits.with(Vec::len)) {
        (true, _) => String::new(),
        (false, 0) => td_string!(l, palette.nothing).to_string(),
        (false, count) => td_string!(l, palette.count, count = count).to_string(),
    };
    let all = move || {
        let words = words.get();
        let words = words.trim();
        (!words.is_empty()).then(|| {
            let address = format!("{}?q={}", page::href(&path), crate::index::escaped(words));
            view! { <a class="link" href=address on:click=move |_| close(dialog)>{td_string!(l, palette.all).to_string()}</a> }
        })
    };
    view! {
        <dialog class="dialog palette" node_ref=dialog closedby="any" aria-label=td_string!(l, palette.search).to_string()>
            <div class="palette-field">
                {icon::small(IconName::Search)}
                <input
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-activedescendant=move || hits.with(|hits| (!hits.is_empty()).then(|| option_id(active.get())))
                    aria-label=td_string!(l, palette.placeholder).to_string()
                    placeholder=td_string!(l, palette.placeholder).to_string()
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    maxlength="100"
                    autofocus=true
                    on:input=on_input
                    on:keydown=on_keydown
                />
                <button type="button" class="button" data-variant="plain" data-size="small" on:click=move |_| close(dialog)>
                    {td_string!(l, actions.close).to_string()}
                </button>
            </div>
            <p class="visually-hidden" role="status">{said}</p>
            {move || {
                let failure = failure.get();
                (!failure.is_empty()).then(|| view! { <p class="palette-note" role="alert">{failure}</p> })
            }}
            <div class="palette-list" id=LIST role="listbox" aria-label=td_string!(l, palette.results).to_string()>
                {move || groups(hits.get(), active, pick.clone())}
            </div>
            {move || {
                (!is_busy.get() && hits.with(Vec::is_empty) && failure.with(String::is_empty))
                    .then(|| view! { <p class="palette-note muted">{td_string!(l, palette.nothing).to_string()}</p> })
            }}
            <div class="palette-foot">
                <span><kbd>"↑"</kbd> <kbd>"↓"</kbd> " " {td_string!(l, palette.to_choose).to_string()}</span>
                <span><kbd>"↵"</kbd> " " {td_string!(l, palette.to_open).to_string()}</span>
                {all}
            </div>
        </dialog>
    }
    .into_any()
}

fn close(dialog: NodeRef<html::Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

fn option_id(index: usize) -> String {
    format!("palette-{index}")
}

/// What stands together stays together: neighbours of one kind are a group.
fn groups(hits: Vec<SearchHit>, active: RwSignal<usize>, pick: impl Fn(usize) + Clone + 'static) -> AnyView {
    let mut groups: Vec<(String, Vec<(usize, SearchHit)>)> = Vec::new();
    for (index, hit) in hits.into_iter().enumerate() {
        match groups.last_mut() {
            Some((kind, group)) if *kind == hit.kind => group.push((index, hit)),
            _ => groups.push((hit.kind.clone(), vec![(index, hit)])),
        }
    }
    groups
        .into_iter()
        .map(|(kind, group)| {
            let options = group.into_iter().map(|(index, hit)| option(index, hit, active, pick.clone())).collect_view();
            let label = kind.clone();
            view! {
                <div role="group" aria-label=label>
                    <p class="palette-group" aria-hidden="true">{kind}</p>
                    {options}
                </div>
            }
        })
        .collect_view()
        .into_any()
}

fn option(index: usize, hit: SearchHit, active: RwSignal<usize>, pick: impl Fn(usize) + 'static) -> AnyView {
    view! {
        <div
            class="palette-option"
            role="option"
            id=option_id(index)
            aria-selected=move || (active.get() == index).to_string()
            on:mousemove=move |_| {
                if active.get_untracked() != index {
                    active.set(index);
                }
            }
            on:click=move |_| pick(index)
        >
            <Icon name=IconName::from_code(&hit.icon) small=true />
            <span>{hit.title}</span>
            <span class="muted">{hit.detail}</span>
        </div>
    }
    .into_any()
}
