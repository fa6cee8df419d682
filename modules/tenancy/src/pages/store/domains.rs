//! Where the store is found: its name below the platform's host, and domains of its own.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Card, Checkbox, EmptyState, Form, IconName, Load, SettingsPage, SettingsSection, SubmitButton, TextField, all_done,
    done, may, page::locale, say_done,
};

use super::{domain_card::DomainCard, settings_tabs::SettingsTabs};
use crate::{
    error,
    i18n::{page, td_string},
    pages::options::refusal,
    permissions::STORES_MANAGE,
    server_fns::store::domains::{AddDomain, ChangeSubdomain, CheckDomain, MakePrimary, RemoveDomain, domains_page},
    views::DomainSettings,
};

/// What can be done on the page.
#[derive(Clone, Copy)]
pub struct Actions {
    subdomain: ServerAction<ChangeSubdomain>,
    add: ServerAction<AddDomain>,
    /// Looks at a domain now.
    pub check: ServerAction<CheckDomain>,
    /// Lets links lead to a domain.
    pub primary: ServerAction<MakePrimary>,
    /// Gives a domain up.
    pub remove: ServerAction<RemoveDomain>,
}

impl Actions {
    fn new() -> Self {
        Self {
            subdomain: ServerAction::new(),
            add: ServerAction::new(),
            check: ServerAction::new(),
            primary: ServerAction::new(),
            remove: ServerAction::new(),
        }
    }

    fn changes(self) -> Memo<usize> {
        all_done([done(self.subdomain), done(self.add), done(self.check), done(self.primary), done(self.remove)])
    }
}

/// The store's addresses.
#[component]
pub fn DomainsPage() -> impl IntoView {
    let l = page();
    let actions = Actions::new();
    say_done(done(actions.subdomain), td_string!(l, domains.changed));
    say_done(done(actions.add), td_string!(l, domains.added));
    say_done(done(actions.check), td_string!(l, domains.checked));
    say_done(done(actions.primary), td_string!(l, domains.primary_changed));
    say_done(done(actions.remove), td_string!(l, domains.removed));
    let changes = actions.changes();
    let settings = Resource::new(move || changes.get(), |_| domains_page());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <Load value=settings view=move |settings| sections(settings, actions)/>
        </SettingsPage>
    }
}

fn sections(settings: DomainSettings, actions: Actions) -> AnyView {
    let l = page();
    let may = may(STORES_MANAGE);
    let for_subdomain = settings.clone();
    let (platform_host, addresses) = (settings.platform_host, settings.addresses);
    let target = format!("{}.{platform_host}", settings.subdomain);
    let cards = if settings.domains.is_empty() {
        view! {
            <Card>
                <EmptyState
                    title=td_string!(l, domains.empty_title)
                    body=td_string!(l, domains.empty_body)
                    icon=IconName::Globe
                />
            </Card>
        }
        .into_any()
    } else {
        let card = |domain| {
            view! { <DomainCard domain target=target.clone() addresses=addresses.clone() may actions/> }
        };
        settings.domains.into_iter().map(card).collect_view().into_any()
    };
    let add = may.then(|| view! { <AddForm action=actions.add/> });
    view! {
        <SettingsSection title=td_string!(l, domains.subdomain_title) description=td_string!(l, domains.subdomain_lead)>
            <SubdomainForm settings=for_subdomain action=actions.subdomain/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, domains.own_title) description=td_string!(l, domains.own_lead)>
            {cards}
            {add}
        </SettingsSection>
    }
    .into_any()
}

#[component]
fn SubdomainForm(settings: DomainSettings, action: ServerAction<ChangeSubdomain>) -> impl IntoView {
    let l = page();
    let primary = td_string!(l, domains.links_lead_to, host = settings.primary).to_string();
    let former = settings
        .former
        .into_iter()
        .map(|(name, until)| {
            let host = format!("{name}.{}", settings.platform_host);
            let until = fmt::date(locale(), until);
            view! { <p class="muted">{td_string!(l, domains.former, host = host, until = until).to_string()}</p> }
        })
        .collect_view();
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <TextField
                        name="subdomain"
                        label=td_string!(l, domains.subdomain)
                        hint=td_string!(l, domains.subdomain_hint)
                        value=settings.subdomain
                        suffix=format!(".{}", settings.platform_host)
                        autocomplete="off"
                        maxlength=40u32
                        required=true
                    />
                    <p>{primary}</p>
                    {former}
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}

#[component]
fn AddForm(action: ServerAction<AddDomain>) -> impl IntoView {
    let l = page();
    view! {
        <Form action reset_on_success=true error_text=error::text>
            <Card title=td_string!(l, domains.add_title)>
                <div class="stack">
                    <TextField
                        name="host"
                        label=td_string!(l, domains.host)
                        hint=td_string!(l, domains.host_hint)
                        placeholder="shop.example"
                        autocomplete="off"
                        required=true
                    />
                    <Checkbox name="with_sibling" label=td_string!(l, domains.with_sibling) checked=true/>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, domains.add)/></div>
        </Form>
    }
}
