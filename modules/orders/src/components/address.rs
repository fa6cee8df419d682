//! A postal address as it stands on a parcel.

use leptos::prelude::*;
use orion_contracts::customers::Address;

/// The lines of an address.
#[component]
pub fn AddressLines(
    /// The address.
    address: Address,
) -> AnyView {
    let lines = [
        address.company,
        format!("{} {}", address.first_name, address.last_name).trim().to_owned(),
        address.line1,
        address.line2,
        format!("{} {}", address.postcode, address.city).trim().to_owned(),
        address.country,
        address.phone,
    ];
    let lines =
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| view! { <div>{line}</div> }).collect_view();
    view! { <address>{lines}</address> }.into_any()
}
