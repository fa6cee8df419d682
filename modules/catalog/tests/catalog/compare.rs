//! Compares products in the database with what another reading of the same file says of them.

use std::collections::HashMap;

use serde_json::{Value, json};

/// The products of a file by handle, in the shape of [`STORED`]; read row by row and without the module's own reader.
pub fn read(content: &str) -> HashMap<String, Value> {
    let mut reader = csv::Reader::from_reader(content.as_bytes());
    let rows: Vec<HashMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
    let mut products: HashMap<String, Value> = HashMap::new();
    for row in &rows {
        let text = |name: &str| row.get(name).map_or("", String::as_str);
        let product = products.entry(text("Handle").to_owned()).or_insert_with(|| head(row));
        let has_options = product["options"].as_array().is_some_and(|options| !options.is_empty());
        let values: Vec<&str> = if has_options {
            (1..=3).map(|n| text(&format!("Option{n} Value"))).filter(|value| !value.is_empty()).collect()
        } else {
            Vec::new()
        };
        for (place, value) in values.iter().enumerate() {
            let known = product["options"][place]["values"].as_array_mut().expect("the option's values");
            if !known.iter().any(|known| known == value) {
                known.push(json!(value));
            }
        }
        if !text("Variant Price").is_empty() {
            let variant = variant(row, &values);
            product["variants"].as_array_mut().expect("variants").push(variant);
        }
        if !text("Image Src").is_empty() {
            let picture = json!({ "source": text("Image Src"), "alt": text("Image Alt Text") });
            product["pictures"].as_array_mut().expect("pictures").push(picture);
        }
    }
    products
}

fn head(row: &HashMap<String, String>) -> Value {
    let text = |name: &str| row.get(name).map_or("", String::as_str);
    let names = (1..=3).map(|n| text(&format!("Option{n} Name"))).filter(|name| !name.is_empty());
    let options: Vec<Value> = names.map(|name| json!({ "name": name, "values": [] })).collect();
    let is_default = text("Option1 Value") == "Default Title";
    json!({
        "title": text("Title"),
        "description": text("Body (HTML)"),
        "vendor": text("Vendor"),
        "type": text("Type"),
        "tags": text("Tags").split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect::<Vec<_>>(),
        "status": if text("Published") == "true" { "published" } else { "draft" },
        "is_gift_card": text("Gift Card") == "true",
        "seo_title": text("SEO Title"),
        "seo_description": text("SEO Description"),
        "options": if is_default { Vec::new() } else { options },
        "variants": [],
        "pictures": [],
    })
}

fn variant(row: &HashMap<String, String>, options: &[&str]) -> Value {
    let text = |name: &str| row.get(name).map_or("", String::as_str);
    let number = |name: &str| text(name).parse::<i64>().ok();
    json!({
        "options": options,
        "sku": text("Variant SKU"),
        "barcode": text("Variant Barcode"),
        "price_minor": minor(text("Variant Price")),
        "compare_at_minor": minor(text("Variant Compare At Price")),
        "cost_minor": minor(text("Cost per item")),
        "weight_grams": number("Variant Grams").unwrap_or_default(),
        "weight_unit": text("Variant Weight Unit"),
        "requires_shipping": text("Variant Requires Shipping") == "true",
        "is_taxable": text("Variant Taxable") == "true",
        "tax_code": text("Variant Tax Code"),
        "quantity": number("Variant Inventory Qty"),
        "policy": text("Variant Inventory Policy"),
        "service": text("Variant Fulfillment Service"),
        "tracker": text("Variant Inventory Tracker"),
    })
}

/// Cents by moving the point.
fn minor(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().ok().filter(|_| !text.is_empty())
}

/// The products of the demo's first store that came from no demo file, by handle.
pub const STORED: &str = r#"
    select jsonb_object_agg(p.slug, jsonb_build_object(
        'title', t.title, 'description', t.description_html, 'vendor', p.vendor, 'type', p.type, 'tags', to_jsonb(p.tags),
        'status', p.status, 'is_gift_card', p.is_gift_card, 'seo_title', t.seo_title, 'seo_description', t.seo_description,
        'options', (
            select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'values', o."values") order by o.position), '[]')
            from catalog.options o where o.product_id = p.id
        ),
        'variants', (
            select jsonb_agg(jsonb_build_object(
                'options', v.options, 'sku', v.sku, 'barcode', v.barcode, 'price_minor', v.price_minor,
                'compare_at_minor', v.compare_at_minor, 'cost_minor', v.cost_minor, 'weight_grams', v.weight_grams,
                'weight_unit', v.weight_unit, 'requires_shipping', v.requires_shipping, 'is_taxable', v.is_taxable,
                'tax_code', v.tax_code, 'quantity', v.imported_quantity,
                'policy', coalesce(v.extra->>'Variant Inventory Policy', ''),
                'service', coalesce(v.extra->>'Variant Fulfillment Service', ''),
                'tracker', coalesce(v.extra->>'Variant Inventory Tracker', '')
            ) order by v.position) from catalog.variants v where v.product_id = p.id
        ),
        'pictures', (
            select coalesce(jsonb_agg(jsonb_build_object('source', m.source, 'alt', m.alt) order by m.position), '[]')
            from catalog.media m where m.product_id = p.id
        )
    ))
    from catalog.products p
    join tenancy.stores s on s.id = p.store_id and s.code = 'lumiere'
    join catalog.product_texts t on t.product_id = p.id and t.locale = 'fr'
    where p.vendor <> 'Atelier Lumière'"#;
