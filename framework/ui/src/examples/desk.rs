//! What the first page of a back office is made of, and its log.

use leptos::prelude::*;
use orion_kernel::{AppError, Stretch, checklist::ChecklistItem};

use super::Named;
use crate::{Card, Column, Empty, Filter, KeyList, LogIndex, PeriodPicker, TaskList, use_index_query, use_period};

pub(super) const EXAMPLES: &[Named] =
    &[("TaskList", tasks), ("PeriodPicker", period), ("KeyList", keys), ("LogIndex", log)];

fn tasks() -> AnyView {
    let step = |key: &str, title: &str, done, order| ChecklistItem {
        key: key.to_owned(),
        title: title.to_owned(),
        body: "Shoppers can buy as soon as there is something to buy.".to_owned(),
        path: "/products/new".to_owned(),
        done,
        order,
    };
    let steps = vec![
        step("name", "Name your shop", true, 1),
        step("product", "Add your first product", false, 2),
        step("open", "Open your shop", false, 3),
    ];
    view! { <Card title="Getting started"><TaskList steps /></Card> }.into_any()
}

fn period() -> AnyView {
    view! { <PeriodPicker path="/" query=use_period() /> }.into_any()
}

fn keys() -> AnyView {
    view! { <Card title="Keyboard shortcuts"><KeyList /></Card> }.into_any()
}

fn log() -> AnyView {
    let query = use_index_query();
    let rows = Resource::new(
        move || query.get(),
        |_| async {
            let items = vec!["Cancelled an order".to_owned(), "Created a product".to_owned()];
            Ok::<_, AppError>(Stretch { items, next: Some("2".to_owned()) })
        },
    );
    view! {
        <LogIndex
            title="Audit log"
            path="/audit"
            query
            rows
            columns=vec![Column::new("What", |row: &String| row.clone())]
            filters=vec![Filter::text("person", "Who")]
            search="A person or a number"
            empty=Empty::new("Nothing was logged", "What people do appears here.")
        />
    }
    .into_any()
}
