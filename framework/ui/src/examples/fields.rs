//! All kinds of fields.

use leptos::prelude::*;
use orion_kernel::{Currency, Money};

use super::Named;
use crate::{
    Checkbox, Choice, ColourField, DateField, FieldRow, FieldSet, FileField, GetForm, MoneyField, NumberField,
    PillChoice, PostForm, QuantityField, RadioCards, Select, Switch, TextArea, TextField, TextKind, TickAll,
};

pub(super) const EXAMPLES: &[Named] = &[
    ("TextField", texts),
    ("NumberField", numbers),
    ("Select", choices),
    ("RadioCards", cards),
    ("Checkbox", switches),
    ("DateField", others),
    ("Form", form),
    ("GetForm", search),
];

fn texts() -> AnyView {
    view! {
        <div class="stack">
            <TextField name="title" label="Title" value="Linen shirt" required=true />
            <TextField
                name="email"
                label="Email"
                kind=TextKind::Email
                autocomplete="email"
                hint="For the receipt only."
            />
            <TextField name="address" label="Web address" prefix="https://" suffix=".orion.lu" value="atelier" />
            <TextField name="locked" label="SKU" value="LS-001" disabled=true />
            <TextArea name="description" label="Description" value="Woven in Portugal from European flax." />
        </div>
    }
    .into_any()
}

fn numbers() -> AnyView {
    view! {
        <FieldRow>
            <MoneyField name="price" label="Price" value=Money::new(8900, Currency::EUR) required=true />
            <NumberField name="weight" label="Weight" value=320 suffix="g" />
            <QuantityField name="quantity" label="Quantity" value=2 max=10 />
        </FieldRow>
    }
    .into_any()
}

fn choices() -> AnyView {
    let status = vec![Choice::new("draft", "Draft"), Choice::new("active", "Active")];
    let sizes = ["S", "M", "L"].map(|size| Choice::new(size, size).disabled(size == "L")).to_vec();
    view! {
        <div class="stack">
            <Select name="status" label="Status" options=status value="active" />
            <PillChoice name="size" label="Size" options=sizes value="M" />
        </div>
    }
    .into_any()
}

fn cards() -> AnyView {
    let methods = vec![
        Choice::new("post", "Post Luxembourg").hint("2 to 3 working days").aside("4,90 €"),
        Choice::new("pickup", "Collect in the shop").hint("12, Grand-Rue, ready in an hour").aside("free"),
        Choice::new("express", "Express").hint("Not for this address").aside("14,90 €").disabled(true),
    ];
    view! { <RadioCards name="shipping" label="Delivery" options=methods value="post" /> }.into_any()
}

fn switches() -> AnyView {
    view! {
        <FieldSet legend="Sales channels" hint="Where this product can be bought.">
            <TickAll label="Tick all" />
            <Checkbox name="online" label="Online shop" checked=true />
            <Checkbox name="pos" label="Point of sale" hint="Needs a barcode." />
            <Switch name="track" label="Track stock" checked=true />
        </FieldSet>
    }
    .into_any()
}

fn others() -> AnyView {
    view! {
        <div class="stack">
            <DateField name="from" label="Valid from" value="2026-01-31" />
            <ColourField name="colour" label="Colour" value="#5b5bd6" />
            <FileField name="picture" label="Picture" accept="image/png,image/jpeg" hint="PNG or JPEG, at most 10 MB." />
        </div>
    }
    .into_any()
}

fn form() -> AnyView {
    view! {
        <PostForm url="/api/v1/store/example/save" submit="Save">
            <TextField name="name" label="Name" required=true autocomplete="organization" />
            <Switch name="open" label="Shop is open" />
        </PostForm>
    }
    .into_any()
}

fn search() -> AnyView {
    view! {
        <GetForm path="/search" role="search">
            <TextField name="q" label="Search" kind=TextKind::Search placeholder="Products, orders, customers" hide_label=true />
        </GetForm>
    }
    .into_any()
}
