//! The page about one user.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{UserId, fmt};
use orion_ui::{
    ActionButton, Alert, Card, Column, Confirm, DataTable, DescriptionList, Dialog, DialogButton, DialogClose, Fact,
    Form, Hidden, Load, ResourceDetails, Size, SubmitButton, TextField, Tone, Variant, all_done, done, page::locale,
    say_done,
};

use crate::{
    components::{AccountBadges, last_sign_in, reason_of},
    error,
    i18n::{page, td_string},
    paths,
    server_fns::admin::access::{EndUserSession, EndUserSessions, LockUser, ResetSecondFactor, UnlockUser, user_page},
    views::{MembershipRow, UserDetails, UserSession},
};

/// The actions of the page.
#[derive(Clone, Copy)]
struct Actions {
    lock: ServerAction<LockUser>,
    unlock: ServerAction<UnlockUser>,
    reset: ServerAction<ResetSecondFactor>,
    end_one: ServerAction<EndUserSession>,
    end_all: ServerAction<EndUserSessions>,
}

impl Actions {
    fn say(self) {
        let l = page();
        say_done(done(self.lock), td_string!(l, done.locked));
        say_done(done(self.unlock), td_string!(l, done.unlocked));
        say_done(done(self.reset), td_string!(l, done.factor));
        say_done(all_done([done(self.end_one), done(self.end_all)]), td_string!(l, done.ended));
    }

    fn changes(self) -> Memo<usize> {
        all_done([done(self.lock), done(self.unlock), done(self.reset), done(self.end_one), done(self.end_all)])
    }
}

/// Where somebody works, how they come in, and where they are signed in.
#[component]
pub fn UserPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("id")).unwrap_or_default();
        id.parse().unwrap_or(UserId(uuid::Uuid::nil()))
    });
    let actions = Actions {
        lock: ServerAction::new(),
        unlock: ServerAction::new(),
        reset: ServerAction::new(),
        end_one: ServerAction::new(),
        end_all: ServerAction::new(),
    };
    actions.say();
    let changes = actions.changes();
    let user = Resource::new(move || (id.get(), changes.get()), |(id, _)| user_page(id));
    view! { <Load value=user view=move |user| details(user, actions)/> }
}

fn details(details: UserDetails, actions: Actions) -> AnyView {
    let l = page();
    let account = details.user.account;
    let (for_head, for_side) = (details.clone(), details.clone());
    let lock = details.lock.map(|lock| {
        let said = td_string!(l, users.locked_by, name = lock.by, date = fmt::date_time(locale(), lock.at)).to_string();
        view! { <Alert tone=Tone::Critical title=said>{lock.reason}</Alert> }
    });
    let sessions = details.sessions;
    let (user, refusal) = (details.user.id, details.refusal);
    view! {
        <ResourceDetails
            title=details.user.name
            subtitle=details.user.email
            back=paths::USERS
            back_label=td_string!(l, users.title)
            status=move || view! { <AccountBadges account/> }
            actions=move || view! { <Buttons details=for_head actions/> }
            side=move || view! { <Facts details=for_side/> }
        >
            {lock}
            <Card title=td_string!(l, users.works_for) flush=true>
                <DataTable
                    caption=td_string!(l, users.works_for)
                    columns=memberships()
                    rows=details.memberships
                    empty=td_string!(l, users.no_memberships)
                />
            </Card>
            <Card title=td_string!(l, users.sessions) flush=true>
                <DataTable
                    caption=td_string!(l, users.sessions)
                    columns=session_columns(user, refusal, actions.end_one)
                    rows=sessions
                    empty=td_string!(l, users.no_sessions)
                />
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

#[component]
fn Buttons(details: UserDetails, actions: Actions) -> impl IntoView {
    let l = page();
    let (user, name) = (details.user.id.to_string(), details.user.name);
    let reason = reason_of(details.refusal.as_deref());
    let lock = if details.user.account.is_locked {
        view! {
            <ActionButton
                action=actions.unlock
                label=td_string!(l, users.unlock)
                fields=vec![("user", user.clone())]
                reason=reason.clone()
                error_text=error::text
            />
        }
        .into_any()
    } else if reason.is_empty() {
        view! { <LockDialog user=user.clone() name=name.clone() action=actions.lock/> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        <ActionButton
            action=actions.end_all
            label=td_string!(l, users.sign_out)
            fields=vec![("user", user.clone())]
            confirm=Confirm::new(
                td_string!(l, users.sign_out_title, name = name.clone()).to_string(),
                td_string!(l, users.sign_out_body),
            )
            reason=reason.clone()
            error_text=error::text
        />
        <ActionButton
            action=actions.reset
            label=td_string!(l, users.reset)
            fields=vec![("user", user)]
            confirm=Confirm::new(td_string!(l, users.reset_title, name = name).to_string(), td_string!(l, users.reset_body))
            variant=Variant::Critical
            reason
            error_text=error::text
        />
        {lock}
    }
}

#[component]
fn LockDialog(user: String, name: String, action: ServerAction<LockUser>) -> impl IntoView {
    let l = page();
    let dialog = "lock-dialog";
    view! {
        <DialogButton dialog label=td_string!(l, users.lock)/>
        <Dialog id=dialog title=td_string!(l, users.lock_title, name = name).to_string()>
            <p class="muted">{td_string!(l, users.lock_body)}</p>
            <Form action error_text=error::text>
                <Hidden name="user" value=user/>
                <TextField name="reason" label=td_string!(l, users.reason) hint=td_string!(l, users.reason_hint) required=true/>
                <div class="row" data-justify="end">
                    <DialogClose dialog/>
                    <SubmitButton label=td_string!(l, users.lock) variant=Variant::Critical/>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn Facts(details: UserDetails) -> impl IntoView {
    let l = page();
    let operator = (!details.operator_role.is_empty())
        .then(|| view! { <Fact term=td_string!(l, users.operator)>{details.operator_role.clone()}</Fact> });
    view! {
        <Card title=td_string!(l, modules.about)>
            <DescriptionList>
                <Fact term=td_string!(l, team.email)>{details.user.email.clone()}</Fact>
                {operator}
                <Fact term=td_string!(l, users.last_sign_in)>{last_sign_in(&details.user.account)}</Fact>
                <Fact term=td_string!(l, stores.created)>{fmt::date(locale(), details.user.created_at)}</Fact>
            </DescriptionList>
        </Card>
    }
}

fn memberships() -> Vec<Column<MembershipRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, stores.merchant), |row: &MembershipRow| row.merchant.clone()),
        Column::new(td_string!(l, team.stores), |row: &MembershipRow| {
            row.store.clone().unwrap_or_else(|| td_string!(page(), team.all_stores).to_owned())
        }),
        Column::new(td_string!(l, team.role), |row: &MembershipRow| row.role_name.clone()),
    ]
}

fn session_columns(
    user: UserId,
    refusal: Option<String>,
    end: ServerAction<EndUserSession>,
) -> Vec<Column<UserSession>> {
    let l = page();
    let reason = reason_of(refusal.as_deref());
    vec![
        Column::new(td_string!(l, users.browser), |row: &UserSession| {
            let place =
                if row.in_admin { td_string!(page(), frontends.admin) } else { td_string!(page(), frontends.store) };
            let agent = orion_kernel::user_agent::name(&row.user_agent);
            view! { <div>{agent}</div> <div class="muted">{place}</div> }
        }),
        Column::new(td_string!(l, users.address), |row: &UserSession| row.ip.clone()),
        Column::new(td_string!(l, users.since), |row: &UserSession| fmt::date_time(locale(), row.created_at)).aside(),
        Column::new(td_string!(l, users.used), |row: &UserSession| fmt::date_time(locale(), row.last_used_at)),
        Column::new(td_string!(l, roles.actions), move |row: &UserSession| {
            view! {
                <ActionButton
                    action=end
                    label=td_string!(page(), users.end_session)
                    fields=vec![("user", user.to_string()), ("session", row.id.to_string())]
                    size=Size::Small
                    reason=reason.clone()
                    error_text=error::text
                />
            }
        })
        .end(),
    ]
}
