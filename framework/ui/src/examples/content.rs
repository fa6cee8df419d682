//! Cards, badges, alerts, progress, charts, timelines.

use leptos::prelude::*;

use super::Named;
use crate::{
    Alert, Avatar, Badge, BarChart, Breadcrumbs, Button, Card, DescriptionList, EmptyState, Fact, IconName, LineChart,
    LinkButton, Meter, Point, Progress, QrCode, Size, Skeleton, StatCard, Step, StepState, Stepper, Tab, Tabs,
    Timeline, TimelineEntry, Tone, Variant,
};

pub(super) const EXAMPLES: &[Named] = &[
    ("Card", card),
    ("StatCard", stats),
    ("Badge", badges),
    ("Alert", alerts),
    ("EmptyState", empty),
    ("Progress", progress),
    ("Timeline", timeline),
    ("Stepper", places),
    ("Avatar", avatars),
    ("LineChart", line),
    ("BarChart", bars),
    ("QrCode", qr_code),
];

fn card() -> AnyView {
    view! {
        <Card title="Payment" actions=|| view! { <Button label="Capture" size=Size::Small /> }>
            <DescriptionList sum=true>
                <Fact term="Subtotal">"178,00 €"</Fact>
                <Fact term="Shipping">"4,90 €"</Fact>
                <Fact term="Total" strong=true>"182,90 €"</Fact>
            </DescriptionList>
        </Card>
    }
    .into_any()
}

fn stats() -> AnyView {
    view! {
        <div class="columns" data-width="narrow">
            <StatCard label="Sales today" value="1.842,50 €" change="+12 % to last Friday" tone=Tone::Success href="/reports" />
            <StatCard label="Orders" value="23" change="−2 to last Friday" tone=Tone::Critical />
            <StatCard label="Visitors" value="1.204" change="as last Friday" />
        </div>
    }
    .into_any()
}

fn badges() -> AnyView {
    view! {
        <div class="row">
            <Badge label="Draft" />
            <Badge label="New" tone=Tone::Accent />
            <Badge label="Scheduled" tone=Tone::Info />
            <Badge label="Paid" tone=Tone::Success icon=IconName::Check />
            <Badge label="Low stock" tone=Tone::Warning />
            <Badge label="Payment failed" tone=Tone::Critical />
        </div>
    }
    .into_any()
}

fn alerts() -> AnyView {
    view! {
        <div class="stack">
            <Alert title="Two products have no price">"They cannot be bought until they have one."</Alert>
            <Alert tone=Tone::Success title="Your shop is open" />
            <Alert
                tone=Tone::Warning
                title="Your trial ends on Friday"
                actions=|| view! { <LinkButton label="Choose a plan" href="/billing" size=Size::Small /> }
            />
            <Alert tone=Tone::Critical title="The payment was declined">"Nothing was charged. Try another card."</Alert>
        </div>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <EmptyState
            title="No products yet"
            body="Add the first one, or import a list from another shop."
            icon=IconName::Tag
            actions=|| view! {
                <LinkButton label="Add product" href="/products/new" variant=Variant::Primary />
                <LinkButton label="Import" href="/products/import" />
            }
        />
    }
    .into_any()
}

fn progress() -> AnyView {
    view! {
        <div class="stack">
            <Progress label="Importing products" value=Some(120) max=400 detail="120 of 400" />
            <Meter label="Products" value=820 max=1000 detail="820 of 1.000" tone=Tone::Warning />
            <Skeleton />
        </div>
    }
    .into_any()
}

fn timeline() -> AnyView {
    let entries = vec![
        TimelineEntry::new("Parcel handed to Post Luxembourg", "14:02").icon(IconName::Truck).tone(Tone::Success),
        TimelineEntry::new("Anna added a note", "11:20").icon(IconName::MessageSquare).body("Please add a card."),
        TimelineEntry::new("Order placed", "09:41").icon(IconName::ShoppingBag).machine_time("2026-01-31T09:41:00Z"),
    ];
    view! { <Timeline entries /> }.into_any()
}

fn places() -> AnyView {
    let steps = vec![
        Step::new("Cart", StepState::Done).href("/cart"),
        Step::new("Delivery", StepState::Current),
        Step::new("Payment", StepState::Ahead),
    ];
    let tabs = vec![Tab::new("Overview", "/"), Tab::new("Invoices", "/invoices").count(3)];
    let crumbs = vec![("Settings".to_owned(), "/settings".to_owned()), ("Taxes".to_owned(), String::new())];
    view! {
        <div class="stack">
            <Stepper steps />
            <Tabs label="Account" items=tabs />
            <Breadcrumbs items=crumbs />
        </div>
    }
    .into_any()
}

fn avatars() -> AnyView {
    view! {
        <div class="row">
            <Avatar name="Anna Schmit" />
            <Avatar name="Jean Weber" small=true />
        </div>
    }
    .into_any()
}

fn points() -> Vec<Point> {
    [("Mon", 820.0), ("Tue", 932.5), ("Wed", 701.0), ("Thu", 1290.0), ("Fri", 1330.0), ("Sat", 1842.5), ("Sun", 990.0)]
        .into_iter()
        .map(|(day, sales)| Point::new(day, sales, format!("{sales:.2} €")))
        .collect()
}

fn line() -> AnyView {
    view! { <Card><LineChart title="Sales this week" points=points() description="Most on Saturday." /></Card> }
        .into_any()
}

fn bars() -> AnyView {
    view! { <Card><BarChart title="Sales by day" points=points() /></Card> }.into_any()
}

/// A pattern that no camera reads; the server draws real ones.
fn qr_code() -> AnyView {
    let path: String = (4..25)
        .flat_map(|y| (4..25).map(move |x| (x, y)))
        .filter(|(x, y)| (x * y + x) % 3 == 0)
        .map(|(x, y)| format!("M{x} {y}h1v1h-1z"))
        .collect();
    view! { <Card><QrCode size=29 path label="An example" /></Card> }.into_any()
}
