//! Buttons, links, icons, dialogs, menus, messages.

use leptos::prelude::*;

use super::Named;
use crate::{
    Button, Dialog, DialogButton, DialogClose, Icon, IconName, Link, LinkButton, Menu, MenuButton, MenuDivider,
    MenuLink, Size, Toast, Tone, Variant, use_toasts,
};

pub(super) const EXAMPLES: &[Named] =
    &[("Button", buttons), ("Link", links), ("Icon", icons), ("Dialog", dialog), ("Menu", menu), ("Toast", toast)];

fn buttons() -> AnyView {
    view! {
        <div class="row">
            <Button label="Fulfil 2 items" variant=Variant::Primary />
            <Button label="Duplicate" icon=IconName::Copy />
            <Button label="Not now" variant=Variant::Plain />
            <Button label="Cancel order" variant=Variant::Critical />
            <Button label="Saving" variant=Variant::Primary busy=true />
            <Button label="Refund" reason="The payment has not been captured yet." />
            <Button label="Edit" size=Size::Small icon=IconName::Pencil />
            <Button label="Print" icon=IconName::Printer icon_only=true />
            <Button label="Add to cart" size=Size::Large variant=Variant::Primary />
        </div>
    }
    .into_any()
}

fn links() -> AnyView {
    view! {
        <div class="row">
            <LinkButton label="Add product" href="/products/new" icon=IconName::Plus variant=Variant::Primary />
            <LinkButton label="View shop" href="https://example.com" external=true icon=IconName::ExternalLink />
            <Link href="/orders">"All orders"</Link>
        </div>
    }
    .into_any()
}

fn icons() -> AnyView {
    let all = IconName::ALL.iter().map(|name| view! { <Icon name=*name label=name.code() /> }).collect_view();
    view! { <div class="row">{all}</div> }.into_any()
}

fn dialog() -> AnyView {
    view! {
        <DialogButton dialog="example-dialog" label="Rename list" />
        <Dialog
            id="example-dialog"
            title="Rename list"
            footer=|| view! {
                <DialogClose dialog="example-dialog" />
                <Button label="Rename" variant=Variant::Primary />
            }
        >
            <p class="muted">"Customers see the new name at once."</p>
        </Dialog>
    }
    .into_any()
}

fn menu() -> AnyView {
    view! {
        <Menu id="example-menu" label="More actions" icon=IconName::Ellipsis>
            <MenuLink label="Edit" href="/orders/1042/edit" icon=IconName::Pencil />
            <MenuButton label="Duplicate" icon=IconName::Copy />
            <MenuDivider />
            <MenuButton label="Cancel order" icon=IconName::Ban critical=true />
        </Menu>
    }
    .into_any()
}

fn toast() -> AnyView {
    let toasts = use_toasts();
    let archive = Callback::new(move |()| {
        toasts.show(Toast::new("Product archived").undo(Callback::new(|()| {})));
    });
    let fail = Callback::new(move |()| {
        toasts.show(Toast::new("We could not reach the payment service. Nothing was charged.").tone(Tone::Critical));
    });
    view! {
        <div class="row">
            <Button label="Archive product" on_click=archive />
            <Button label="Fail" on_click=fail />
        </div>
    }
    .into_any()
}
