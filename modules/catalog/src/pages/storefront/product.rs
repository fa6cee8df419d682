//! A product's page.

mod details;
mod options;

use leptos::prelude::*;
use leptos_meta::{Link as HeadLink, Meta, Title};
use leptos_router::hooks::{use_params_map, use_query_map};
use orion_contracts::{VariantId, slots::PRODUCT_BUY, stock::Availability};
use orion_ui::{
    Badge, Breadcrumbs, Button, Gallery, Icon, IconName, Load, Picture, Price, ProductLayout, Section, SlotOutlet,
    Tone, Variant,
};

use self::{details::Details, options::Options};
use crate::{
    components::ProductCards,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::show_product,
    views::{ProductView, VariantView},
};

/// From so few on, the page says how many are left.
const FEW: i64 = 5;

/// A product's page.
#[component]
pub fn ProductPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    let product = Resource::new(move || slug.get(), show_product);
    view! { <Load value=product view=|product| view! { <Product product=product/> }.into_any()/> }
}

#[component]
fn Product(product: ProductView) -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let variants = StoredValue::new(product.clone());
    // The choice stands in the address: it can be linked, and the back button undoes it.
    let chosen = Memo::new(move |_| {
        let asked = query.with(|query| query.get("variant")).and_then(|id| id.parse::<VariantId>().ok());
        variants.with_value(|product| product.chosen(asked))
    });
    let variant = move || variants.with_value(|product| product.variants[chosen.get()].clone());
    let gallery = move || {
        let picture = variants.with_value(|product| product.variants[chosen.get()].picture);
        view! { <Pictures pictures=product.pictures.clone() first=picture/> }
    };
    let way = product.categories.iter().map(|category| (category.name.clone(), paths::category(&category.slug)));
    let crumbs: Vec<_> = [(td_string!(l, shop.all_products).to_owned(), paths::PRODUCTS.to_owned())]
        .into_iter()
        .chain(way)
        .chain([(product.title.clone(), String::new())])
        .collect();
    let maker = (!product.vendor.is_empty()).then(|| view! { <p class="muted">{product.vendor.clone()}</p> });
    let options = product.options.clone();
    let title = product.title.clone();
    let about = (!product.description_html.trim().is_empty())
        .then(|| view! { <div class="prose" inner_html=product.description_html.clone()></div> });
    let related = (!product.related.is_empty()).then(|| {
        view! {
            <Section title=td_string!(l, shop.related)>
                <ProductCards products=product.related.clone() below=true/>
            </Section>
        }
    });
    view! {
        <Title text=product.seo_title.clone()/>
        <Meta name="description" content=product.seo_description.clone()/>
        <HeadLink rel="canonical" href=product.canonical.clone()/>
        <Meta property="og:type" content="product"/>
        <Meta property="og:title" content=product.seo_title.clone()/>
        <Meta property="og:url" content=product.canonical.clone()/>
        <script type="application/ld+json" inner_html=product.json_ld.clone()></script>
        <div class="page">
            <Breadcrumbs items=crumbs/>
            <ProductLayout media=move || gallery>
                <div>
                    {maker}
                    <h1>{title}</h1>
                </div>
                {move || view! { <VariantPrice variant=variant()/> }}
                <Options slug=product.slug.clone() options=options variants=product.variants.clone() chosen=chosen/>
                {move || view! { <Buy variant=variant()/> }}
                {about}
                {move || view! { <Details variant=variant()/> }}
            </ProductLayout>
            {related}
        </div>
    }
}

/// The pictures, that of the chosen variant first.
#[component]
fn Pictures(mut pictures: Vec<Picture>, first: Option<usize>) -> AnyView {
    if pictures.is_empty() {
        return view! {
            <div class="product-media product-no-picture">
                <Icon name=IconName::Image label=td_string!(page(), shop.no_picture)/>
            </div>
        }
        .into_any();
    }
    if let Some(first) = first.filter(|place| *place < pictures.len()) {
        let picture = pictures.remove(first);
        pictures.insert(0, picture);
    }
    view! { <Gallery pictures=pictures/> }.into_any()
}

#[component]
fn VariantPrice(variant: VariantView) -> impl IntoView {
    let l = page();
    let note = match (variant.is_taxable, variant.requires_shipping) {
        (true, true) => td_string!(l, shop.incl_vat_plus_shipping),
        (true, false) => td_string!(l, shop.incl_vat),
        (false, true) => td_string!(l, shop.plus_shipping),
        (false, false) => "",
    };
    let lowest = variant.lowest.map(|lowest| {
        let amount = orion_kernel::fmt::money(orion_ui::page::locale(), lowest);
        view! { <p class="muted">{td_string!(l, shop.lowest_price, amount = amount).to_string()}</p> }
    });
    view! {
        <div>
            <Price price=variant.price compare_at=variant.compare_at large=true note=note/>
            {lowest}
        </div>
    }
}

/// Whether it is to be had, and the form that another module hangs here.
#[component]
fn Buy(variant: VariantView) -> impl IntoView {
    let l = page();
    let (label, tone) = match variant.availability {
        Availability::Limited(left) if left <= 0 => (td_string!(l, shop.sold_out).to_owned(), Tone::Neutral),
        Availability::Limited(1) => (td_string!(l, shop.last_one).to_owned(), Tone::Warning),
        Availability::Limited(left) if left <= FEW => {
            (td_string!(l, shop.few_left, count = left).to_string(), Tone::Warning)
        }
        Availability::Limited(_) | Availability::Unlimited => (td_string!(l, shop.in_stock).to_owned(), Tone::Success),
    };
    let form = if variant.is_available() {
        view! { <SlotOutlet at=PRODUCT_BUY subject=variant.id.to_string()/> }.into_any()
    } else {
        view! {
            <Button label=td_string!(l, shop.sold_out) variant=Variant::Primary wide=true reason=td_string!(l, shop.sold_out_reason)/>
        }
        .into_any()
    };
    view! {
        <div><Badge label=label tone=tone/></div>
        {form}
    }
}
