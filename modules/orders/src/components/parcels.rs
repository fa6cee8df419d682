//! What is on its way.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, DescriptionList, Fact, LinkButton, Size, page::locale};

use crate::{
    i18n::{page, td_string},
    views::Parcel,
};

/// A card for each parcel.
#[component]
pub fn Parcels(
    /// The parcels, oldest first.
    parcels: Vec<Parcel>,
) -> AnyView {
    let l = page();
    parcels
        .into_iter()
        .enumerate()
        .map(|(index, parcel)| {
            let content =
                parcel.lines.into_iter().map(|(title, quantity)| view! { <div>{quantity} " × " {title}</div> });
            let carrier = (!parcel.carrier.is_empty())
                .then(|| view! { <Fact term=td_string!(l, parcels.carrier)>{parcel.carrier}</Fact> });
            let tracking = (!parcel.tracking_number.is_empty())
                .then(|| view! { <Fact term=td_string!(l, parcels.tracking)>{parcel.tracking_number}</Fact> });
            let url = parcel.tracking_url;
            let link = (!url.is_empty()).then(|| {
                view! { <LinkButton label=td_string!(l, parcels.track) href=url size=Size::Small external=true/> }
            });
            view! {
                <Card title=td_string!(l, parcels.parcel, number = index + 1)>
                    <div class="stack">
                        <DescriptionList>
                            <Fact term=td_string!(l, parcels.sent_at)>{fmt::date_time(locale(), parcel.sent_at)}</Fact>
                            {carrier}
                            {tracking}
                            <Fact term=td_string!(l, parcels.content)>{content.collect_view()}</Fact>
                        </DescriptionList>
                        {link}
                    </div>
                </Card>
            }
        })
        .collect_view()
        .into_any()
}
