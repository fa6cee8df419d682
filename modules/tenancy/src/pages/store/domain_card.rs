//! A domain: how its proof stands, what to set where, and what can be done with it.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Alert, Badge, Card, Column, Confirm, DataTable, DescriptionList, Fact, Size, Tone, Variant,
    page::locale,
};

use super::domains::Actions;
use crate::{
    error,
    i18n::{page, td_string},
    views::{DomainRow, DomainState, Finding},
};

/// A record to set.
#[derive(Clone)]
struct Record {
    kind: &'static str,
    name: String,
    value: String,
}

/// One domain.
#[component]
pub fn DomainCard(
    /// The domain.
    domain: DomainRow,
    /// The store's name below the platform's host: what the domain is an alias of.
    target: String,
    /// Addresses of the platform, for domains that cannot be an alias.
    addresses: Vec<String>,
    /// Whether anything can be done.
    may: bool,
    /// What.
    actions: Actions,
) -> impl IntoView {
    let l = page();
    let is_verified = domain.state == DomainState::Verified;
    let (for_records, for_said, for_actions) = (domain.clone(), domain.clone(), domain.clone());
    let checked = domain.checked_at.map(|at| {
        view! { <Fact term=td_string!(l, domains.checked_at)>{fmt::date_time(locale(), at)}</Fact> }
    });
    let leads =
        if domain.leads_here { td_string!(l, domains.leads_here) } else { td_string!(l, domains.leads_elsewhere) };
    let records = (!is_verified || !domain.leads_here).then(|| records(for_records, target, addresses));
    let said = (!is_verified).then(|| said(for_said));
    let buttons = move || may.then(|| buttons(for_actions, actions));
    view! {
        <Card title=domain.shown.clone() actions=buttons>
            <div class="stack">
                <div class="row">{badges(&domain)}</div>
                {said}
                {records}
                <DescriptionList>
                    <Fact term=td_string!(l, domains.target)>{leads}</Fact>
                    {checked}
                </DescriptionList>
            </div>
        </Card>
    }
}

fn badges(domain: &DomainRow) -> AnyView {
    let l = page();
    let (label, tone) = match domain.state {
        DomainState::Waiting => (td_string!(l, domains.waiting), Tone::Warning),
        DomainState::Verified => (td_string!(l, domains.verified), Tone::Success),
        DomainState::Failed => (td_string!(l, domains.failed), Tone::Critical),
    };
    let (is_primary, is_used) = (domain.is_primary, domain.state == DomainState::Verified);
    let primary = is_primary.then(|| view! { <Badge label=td_string!(l, domains.primary) tone=Tone::Accent/> });
    let redirects = (is_used && !is_primary).then(|| view! { <Badge label=td_string!(l, domains.redirects)/> });
    view! { <Badge label tone/> {primary} {redirects} }.into_any()
}

/// What was found, and what that means.
fn said(domain: DomainRow) -> AnyView {
    let l = page();
    let text = match domain.finding {
        Finding::Nothing => td_string!(l, domains.not_looked),
        Finding::NoRecord => td_string!(l, domains.no_record),
        Finding::OtherRecords => td_string!(l, domains.other_records),
        Finding::NoAnswer => td_string!(l, domains.no_answer),
        Finding::Taken => td_string!(l, domains.taken),
    };
    let given_up = (domain.state == DomainState::Failed).then(|| view! { <p>{td_string!(l, domains.given_up)}</p> });
    let found = domain.found.into_iter().map(|text| view! { <li><code>{text}</code></li> }).collect_view();
    let tone = if domain.state == DomainState::Failed || domain.finding == Finding::Taken {
        Tone::Critical
    } else {
        Tone::Info
    };
    view! {
        <Alert tone>
            <p>{text}</p>
            <ul>{found}</ul>
            {given_up}
        </Alert>
    }
    .into_any()
}

/// The records to set at whoever keeps the domain: the proof, and where it leads.
fn records(domain: DomainRow, target: String, addresses: Vec<String>) -> AnyView {
    let l = page();
    let mut rows = Vec::new();
    if domain.state != DomainState::Verified {
        rows.push(Record { kind: "TXT", name: domain.proof_name, value: domain.proof_text });
    }
    if !domain.leads_here {
        if domain.is_apex && !addresses.is_empty() {
            for value in addresses {
                let kind = if value.contains(':') { "AAAA" } else { "A" };
                rows.push(Record { kind, name: domain.host.clone(), value });
            }
        } else {
            let kind = if domain.is_apex { "ALIAS" } else { "CNAME" };
            rows.push(Record { kind, name: domain.host.clone(), value: target });
        }
    }
    let columns = vec![
        Column::new(td_string!(l, domains.record_kind), |record: &Record| record.kind),
        Column::new(td_string!(l, domains.record_name), |record: &Record| {
            let name = record.name.clone();
            view! { <code>{name}</code> }
        }),
        Column::new(td_string!(l, domains.record_value), |record: &Record| {
            let value = record.value.clone();
            view! { <code>{value}</code> }
        }),
    ];
    view! {
        <p>{td_string!(l, domains.set_records)}</p>
        <DataTable caption=td_string!(l, domains.records) columns rows/>
    }
    .into_any()
}

fn buttons(domain: DomainRow, actions: Actions) -> AnyView {
    let l = page();
    let host = domain.host.clone();
    let fields = || vec![("host", host.clone())];
    let is_verified = domain.state == DomainState::Verified;
    let primary = (is_verified && !domain.is_primary).then(|| {
        view! {
            <ActionButton
                action=actions.primary
                label=td_string!(l, domains.make_primary)
                fields=fields()
                size=Size::Small
                error_text=error::text
            />
        }
    });
    let subdomain = domain.is_primary.then(|| {
        view! {
            <ActionButton
                action=actions.primary
                label=td_string!(l, domains.use_subdomain)
                id=format!("no-primary-{host}")
                fields=vec![("host", String::new())]
                size=Size::Small
                variant=Variant::Plain
                error_text=error::text
            />
        }
    });
    let confirm = Confirm::new(
        td_string!(l, domains.remove_title, host = domain.shown).to_string(),
        td_string!(l, domains.remove_body),
    );
    view! {
        <ActionButton
            action=actions.check
            label=td_string!(l, domains.check)
            fields=fields()
            size=Size::Small
            error_text=error::text
        />
        {primary}
        {subdomain}
        <ActionButton
            action=actions.remove
            label=td_string!(l, domains.remove)
            fields=fields()
            size=Size::Small
            variant=Variant::Plain
            confirm
            error_text=error::text
        />
    }
    .into_any()
}
