//! What shoppers see.

use leptos::prelude::*;
use orion_kernel::{Currency, Money};

use super::Named;
use crate::{
    Amount, Badge, Button, BuyBar, Gallery, LineItem, LineItems, Picture, Price, ProductCard, ProductGrid,
    ProductLayout, QuantityField, Size, Skeleton, Tone, TwoColumns, Variant,
};

pub(super) const EXAMPLES: &[Named] = &[
    ("Price", prices),
    ("ProductCard", products),
    ("ProductLayout", product),
    ("Gallery", gallery),
    ("LineItems", cart),
];

const fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn prices() -> AnyView {
    view! {
        <div class="columns" data-width="narrow">
            <Price price=euro(8900) />
            <Price price=euro(6900) compare_at=euro(8900) note="incl. VAT, plus shipping" />
            <Price price=euro(1250) from=true />
            <Price price=euro(8900) large=true />
        </div>
    }
    .into_any()
}

fn products() -> AnyView {
    view! {
        <ProductGrid>
            <ProductCard
                title="Linen shirt"
                href="/products/linen-shirt"
                price=|| view! { <Price price=euro(6900) compare_at=euro(8900) /> }
                badge="Sale"
                note="3 colours"
            />
            <ProductCard
                title="Wool blanket"
                href="/products/wool-blanket"
                price=|| view! { <Price price=euro(12_900) /> }
                badge="Sold out"
                tone=Tone::Neutral
            />
            <ProductCard
                title="Stoneware mug"
                href="/products/stoneware-mug"
                price=|| view! { <Price price=euro(2400) from=true /> }
            />
        </ProductGrid>
    }
    .into_any()
}

fn product() -> AnyView {
    view! {
        <ProductLayout media=|| view! { <Skeleton lines=9 /> }>
            <h1>"Linen shirt"</h1>
            <Price price=euro(8900) large=true note="incl. VAT, plus shipping" />
            <BuyBar>
                <QuantityField name="quantity" label="Quantity" id="example-quantity" />
                <Button label="Add to cart" variant=Variant::Primary size=Size::Large wide=true />
            </BuyBar>
        </ProductLayout>
    }
    .into_any()
}

fn gallery() -> AnyView {
    let picture = |alt: &str| Picture::new("/style/orion.svg", alt, 512, 512);
    view! { <Gallery pictures=vec![picture("The lamp"), picture("The lamp from the side"), picture("Its switch")] /> }
        .into_any()
}

fn cart() -> AnyView {
    view! {
        <TwoColumns side=|| view! { <Button label="Check out" variant=Variant::Primary size=Size::Large wide=true /> }>
            <LineItems>
                <LineItem
                    title="Linen shirt"
                    href="/products/linen-shirt"
                    detail="White, M"
                    amount=|| view! { <Amount value=euro(17_800) /> }
                >
                    <Badge label="2 left" tone=Tone::Warning />
                </LineItem>
            </LineItems>
        </TwoColumns>
    }
    .into_any()
}
