//! What a merchant's team sees of a customer's account, and does about it.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Card, Confirm, DescriptionList, Fact, Variant, all_done, done, may, page::locale, say_done,
};

use crate::{
    error,
    i18n::{page, td_string},
    model::AccountState,
    permissions,
    server_fns::store::{LockCustomer, SendResetLink, SignOutCustomer, UnlockCustomer},
    views::CustomerDetails,
};

/// What can be done about an account.
#[derive(Clone, Copy)]
pub struct AccountActions {
    send_link: ServerAction<SendResetLink>,
    lock: ServerAction<LockCustomer>,
    unlock: ServerAction<UnlockCustomer>,
    sign_out: ServerAction<SignOutCustomer>,
}

impl AccountActions {
    /// Nothing is done yet; what will be is said.
    pub fn new() -> Self {
        let l = page();
        let actions = Self {
            send_link: ServerAction::new(),
            lock: ServerAction::new(),
            unlock: ServerAction::new(),
            sign_out: ServerAction::new(),
        };
        say_done(done(actions.send_link), td_string!(l, customer.link_sent));
        say_done(done(actions.lock), td_string!(l, customer.locked));
        say_done(done(actions.unlock), td_string!(l, customer.unlocked));
        say_done(done(actions.sign_out), td_string!(l, customer.signed_out));
        actions
    }

    /// Changes with each thing that is done.
    pub fn changes(self) -> Memo<usize> {
        all_done([done(self.lock), done(self.unlock)])
    }
}

/// When they last signed in, and the buttons.
pub fn account_card(customer: &CustomerDetails, name: &str, actions: AccountActions) -> AnyView {
    let l = page();
    let last = match customer.signed_in_at {
        Some(at) => fmt::date_time(locale(), at),
        None => td_string!(l, customer.never).to_owned(),
    };
    let may = may(permissions::MANAGE);
    let buttons = may.then(|| buttons(customer, name, actions));
    view! {
        <Card title=td_string!(l, customer.account_title)>
            <div class="stack">
                <DescriptionList>
                    <Fact term=td_string!(l, customer.last_sign_in)>{last}</Fact>
                </DescriptionList>
                {buttons}
            </div>
        </Card>
    }
    .into_any()
}

fn buttons(customer: &CustomerDetails, name: &str, actions: AccountActions) -> AnyView {
    let l = page();
    let fields = || vec![("id", customer.id.to_string())];
    let name = || name.to_owned();
    if customer.state == AccountState::Locked {
        return view! {
            <ActionButton
                action=actions.unlock
                label=td_string!(l, customer.unlock)
                fields=fields()
                error_text=error::text
            />
        }
        .into_any();
    }
    let send = Confirm::new(
        td_string!(l, customer.send_link_title, name = name()),
        td_string!(l, customer.send_link_body, email = customer.profile.email.clone()),
    );
    let sign_out =
        Confirm::new(td_string!(l, customer.sign_out_title, name = name()), td_string!(l, customer.sign_out_body));
    let lock = Confirm::new(td_string!(l, customer.lock_title, name = name()), td_string!(l, customer.lock_body));
    view! {
        <div class="stack" data-gap="tight">
            <ActionButton
                action=actions.send_link
                label=td_string!(l, customer.send_link)
                fields=fields()
                confirm=send
                error_text=error::text
            />
            <ActionButton
                action=actions.sign_out
                label=td_string!(l, customer.sign_out)
                fields=fields()
                confirm=sign_out
                error_text=error::text
            />
            <ActionButton
                action=actions.lock
                label=td_string!(l, customer.lock)
                fields=fields()
                variant=Variant::Critical
                confirm=lock
                error_text=error::text
            />
        </div>
    }
    .into_any()
}
