//! A product as search engines read it (schema.org).

use orion_kernel::AppError;
use orion_runtime::Ctx;
use serde_json::{Value, json};

use crate::{
    paths,
    views::{ProductView, VariantView},
};

/// The product and its offers, safe inside a page.
pub fn json_ld(ctx: &Ctx, product: &ProductView) -> Result<String, AppError> {
    let absolute = |path: &str| format!("{}{path}", ctx.scope().origin);
    let images: Vec<String> = product.pictures.iter().map(|picture| absolute(&picture.src)).collect();
    let offers: Vec<Value> = product.variants.iter().map(|variant| offer(ctx, product, variant)).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.title,
        "description": product.seo_description,
        "url": product.canonical,
        "image": images,
        "offers": offers,
    });
    if !product.vendor.is_empty() {
        data["brand"] = json!({ "@type": "Brand", "name": product.vendor });
    }
    if let [only] = product.variants.as_slice() {
        data["sku"] = json!(only.sku);
        if is_gtin(&only.barcode) {
            data["gtin"] = json!(only.barcode);
        }
    }
    let text = serde_json::to_string(&data).map_err(|_| AppError::internal())?;
    // Nothing in it may end the element it stands in.
    Ok(text.replace('<', "\\u003c"))
}

fn offer(ctx: &Ctx, product: &ProductView, variant: &VariantView) -> Value {
    let availability = if variant.is_available() { "InStock" } else { "OutOfStock" };
    json!({
        "@type": "Offer",
        "url": ctx.scope().absolute(&paths::variant(&product.slug, variant.id)),
        "name": variant.options.join(" / "),
        "sku": variant.sku,
        "price": variant.price.to_decimal_string(),
        "priceCurrency": variant.price.currency.code(),
        "availability": format!("https://schema.org/{availability}"),
    })
}

fn is_gtin(code: &str) -> bool {
    matches!(code.len(), 8 | 12 | 13 | 14) && code.bytes().all(|byte| byte.is_ascii_digit())
}
