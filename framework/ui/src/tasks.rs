//! Steps on the way to being ready: what is done, what is next.

use leptos::prelude::*;
use orion_kernel::checklist::ChecklistItem;

use crate::{
    action::{LinkButton, Size, Variant},
    i18n::{page as texts, td_string},
    icon::{Icon, IconName},
    status::Progress,
};

/// The steps with how far one is. The next one is open, the others say more when they are opened.
#[component]
pub fn TaskList(
    /// The steps in order.
    steps: Vec<ChecklistItem>,
) -> AnyView {
    let l = texts();
    let done = steps.iter().filter(|step| step.done).count();
    let all = steps.len();
    let next = steps.iter().position(|step| !step.done);
    let detail = td_string!(l, tasks.done_of, done = done, all = all).to_string();
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(index, step)| {
            let icon = if step.done { IconName::CircleCheck } else { IconName::Circle };
            let spoken = step.done.then(|| td_string!(l, status.done).to_string());
            let go = (!step.done).then(|| {
                let variant = if next == Some(index) { Variant::Primary } else { Variant::Secondary };
                view! { <LinkButton label=step.title.clone() href=step.path.clone() size=Size::Small variant /> }
            });
            view! {
                <li data-state=if step.done { "done" } else { "ahead" }>
                    <details open=next == Some(index)>
                        <summary>
                            <Icon name=icon />
                            <span>{step.title}</span>
                            {spoken.map(|spoken| view! { <span class="visually-hidden">{spoken}</span> })}
                        </summary>
                        <div class="stack">
                            <p class="muted">{step.body}</p>
                            {go.map(|go| view! { <div>{go}</div> })}
                        </div>
                    </details>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="tasks">
            <Progress
                label=td_string!(l, tasks.progress).to_string()
                value=Signal::stored(u64::try_from(done).ok())
                max=u64::try_from(all).unwrap_or(1).max(1)
                detail=Signal::stored(detail)
            />
            <ol>{items}</ol>
        </div>
    }
    .into_any()
}
