//! The recovery codes, shown this once.

use leptos::prelude::*;
use orion_ui::{Alert, Card, Tone};

use crate::i18n::{page, td_string};

/// Lists the codes, and says to keep them.
#[component]
pub fn RecoveryCodes(
    /// The codes.
    codes: Vec<String>,
) -> impl IntoView {
    let l = page();
    view! {
        <Card title=td_string!(l, security.codes.title)>
            <div class="stack">
                <Alert tone=Tone::Warning title=td_string!(l, security.codes.once_title)>
                    {td_string!(l, security.codes.once_body)}
                </Alert>
                <pre><code>{codes.join("\n")}</code></pre>
            </div>
        </Card>
    }
}
