//! The page about one mail.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{Locale, fmt};
use orion_ui::{
    ActionButton, Alert, Card, Confirm, DescriptionList, Fact, Load, ResourceDetails, Tone, done, may, page::locale,
    say_done,
};
use uuid::Uuid;

use crate::{
    components::{ContentCards, StatusBadge, template_name},
    error,
    i18n::{page, td_string},
    model::Status,
    paths, permissions,
    server_fns::store::{ResendMail, mail_details},
    views::{MailId, MailView},
};

/// A mail: what it says, to whom, and whether it arrived.
#[component]
pub fn MailDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("id")?.parse().ok());
        MailId(id.unwrap_or(Uuid::nil()))
    });
    let resend = ServerAction::<ResendMail>::new();
    let resent = done(resend);
    say_done(resent, td_string!(page(), mail.resent));
    let mail = Resource::new(move || (id.get(), resent.get()), |(id, _)| mail_details(id));
    view! { <Load value=mail view=move |mail| details(mail, resend)/> }
}

fn details(mail: MailView, resend: ServerAction<ResendMail>) -> AnyView {
    let l = page();
    let status = mail.status;
    let said = mail.last_error.clone();
    let trouble = (!said.is_empty()).then(|| {
        let title =
            if status == Status::Failed { td_string!(l, mail.error_title) } else { td_string!(l, mail.retry_title) };
        view! { <Alert tone=Tone::Warning title><p>{said}</p></Alert> }
    });
    let content = if mail.is_confidential {
        view! { <Alert tone=Tone::Info title=td_string!(l, mail.confidential)/> }.into_any()
    } else {
        view! { <ContentCards content=mail.content.clone()/> }.into_any()
    };
    let may_send = may(permissions::SEND);
    let button = (may_send && !mail.is_confidential).then(|| {
        let reason = if status == Status::Queued { td_string!(l, errors.mail_is_queued) } else { "" };
        let confirm = Confirm::new(
            td_string!(l, mail.resend_title),
            td_string!(l, mail.resend_body, to = mail.recipient.clone()),
        );
        view! {
            <ActionButton
                action=resend
                label=td_string!(l, mail.resend)
                fields=vec![("id", mail.id.to_string())]
                confirm
                reason
                error_text=error::text
            />
        }
    });
    let subtitle = format!("{} · {}", template_name(&mail.template), fmt::date_time(locale(), mail.created_at));
    let title = mail.content.subject.clone();
    view! {
        <ResourceDetails
            title
            subtitle
            back=paths::OUTBOX
            back_label=td_string!(l, outbox.title)
            status=move || view! { <StatusBadge status/> }
            actions=move || button
            side=move || facts(mail)
        >
            {trouble}
            {content}
        </ResourceDetails>
    }
    .into_any()
}

fn facts(mail: MailView) -> AnyView {
    let l = page();
    let language = Locale::from_code(&mail.locale).map(Locale::name_in_own_language).unwrap_or_default();
    let reply_to = mail.reply_to.map(|address| view! { <Fact term=td_string!(l, mail.reply_to)>{address}</Fact> });
    let sent_at = mail.sent_at.map(|at| {
        view! { <Fact term=td_string!(l, mail.sent_at)>{fmt::date_time(locale(), at)}</Fact> }
    });
    view! {
        <Card title=td_string!(l, mail.facts)>
            <DescriptionList>
                <Fact term=td_string!(l, outbox.to)>{mail.recipient}</Fact>
                <Fact term=td_string!(l, mail.from)>{mail.from_name}</Fact>
                {reply_to}
                <Fact term=td_string!(l, mail.language)>{language}</Fact>
                <Fact term=td_string!(l, mail.attempts)>{fmt::number(locale(), i64::from(mail.attempts))}</Fact>
                {sent_at}
            </DescriptionList>
        </Card>
    }
    .into_any()
}
