//! Compares products in the database with what another reading of the same file says of them.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

type Row = HashMap<String, String>;

/// The products of a file by handle, in the shape of [`STORED`]; read row by row and without the module's own reader.
pub fn read(content: &str) -> HashMap<String, Value> {
    let mut reader = csv::Reader::from_reader(content.as_bytes());
    let rows: Vec<Row> = reader.deserialize().map(|row| row.expect("a row")).collect();
    let mut products: HashMap<String, Value> = HashMap::new();
    for row in &rows {
        let product = products.entry(text(row, "Handle").to_owned()).or_insert_with(|| head(row));
        let has_options = product["options"].as_array().is_some_and(|options| !options.is_empty());
        let values: Vec<&str> = if has_options {
            (1..=3).map(|n| text(row, &format!("Option{n} Value"))).filter(|value| !value.is_empty()).collect()
        } else {
            Vec::new()
        };
        for (place, value) in values.iter().enumerate() {
            let known = product["options"][place]["values"].as_array_mut().expect("the option's values");
            if !known.iter().any(|known| known == value) {
                known.push(json!(value));
            }
        }
        if !text(row, "Variant Price").is_empty() {
            let variant = variant(row, &values);
            product["variants"].as_array_mut().expect("variants").push(variant);
        }
        if !text(row, "Image Src").is_empty() {
            let pictures = product["pictures"].as_array_mut().expect("pictures");
            let position = pictures.len() + 1;
            pictures.push(
                json!({ "source": text(row, "Image Src"), "alt": text(row, "Image Alt Text"), "position": position }),
            );
        }
    }
    products
}

fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

fn head(row: &Row) -> Value {
    let names = (1..=3).map(|n| text(row, &format!("Option{n} Name"))).filter(|name| !name.is_empty());
    let options: Vec<Value> = names.map(|name| json!({ "name": name, "values": [] })).collect();
    let is_default = text(row, "Option1 Value") == "Default Title";
    let category = text(row, "Type");
    let google = row.iter().filter(|(name, value)| name.starts_with("Google Shopping") && !value.is_empty());
    json!({
        "title": text(row, "Title"),
        // The files hold nothing but paragraphs, which cleaning leaves alone; it writes such spaces by their name.
        "description": text(row, "Body (HTML)").replace('\u{a0}', "&nbsp;"),
        "vendor": text(row, "Vendor"),
        "type": category,
        "categories": if category.is_empty() { Vec::new() } else { vec![category] },
        "tags": text(row, "Tags").split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect::<Vec<_>>(),
        "status": if text(row, "Published") == "true" { "published" } else { "draft" },
        "is_gift_card": text(row, "Gift Card") == "true",
        "seo_title": text(row, "SEO Title"),
        "seo_description": text(row, "SEO Description"),
        "extra": google.map(|(name, value)| (name.clone(), json!(value))).collect::<Map<_, _>>(),
        "options": if is_default { Vec::new() } else { options },
        "variants": [],
        "pictures": [],
    })
}

fn variant(row: &Row, options: &[&str]) -> Value {
    let text = |name: &str| text(row, name);
    let number = |name: &str| text(name).parse::<i64>().ok();
    let quantity = number("Variant Inventory Qty").expect("every variant has one");
    // What nobody tracks is counted only where somebody has written how many there are; what sells on is not counted.
    let is_tracked = !text("Variant Inventory Tracker").is_empty() || quantity > 0;
    let is_counted = is_tracked && text("Variant Inventory Policy") != "continue";
    json!({
        "options": options,
        "sku": text("Variant SKU"),
        "barcode": text("Variant Barcode"),
        "price_minor": minor(text("Variant Price")),
        "compare_at_minor": minor(text("Variant Compare At Price")),
        "cost_minor": minor(text("Cost per item")),
        "currency": "EUR",
        "weight_grams": number("Variant Grams").unwrap_or_default(),
        "weight_unit": text("Variant Weight Unit"),
        "requires_shipping": text("Variant Requires Shipping") == "true",
        "is_taxable": text("Variant Taxable") == "true",
        "tax_code": text("Variant Tax Code"),
        "has_own_picture": !text("Variant Image").is_empty(),
        "quantity": quantity,
        "stock": { "is_counted": is_counted, "on_hand": if is_counted { quantity } else { 0 } },
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
        'extra', p.extra,
        'categories', (
            select coalesce(jsonb_agg(c.name), '[]') from catalog.product_categories pc
            join catalog.categories c on c.id = pc.category_id where pc.product_id = p.id
        ),
        'options', (
            select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'values', o."values") order by o.position), '[]')
            from catalog.options o where o.product_id = p.id
        ),
        'variants', (
            select jsonb_agg(jsonb_build_object(
                'options', v.options, 'sku', v.sku, 'barcode', v.barcode, 'price_minor', v.price_minor,
                'compare_at_minor', v.compare_at_minor, 'cost_minor', v.cost_minor, 'currency', v.currency,
                'weight_grams', v.weight_grams, 'weight_unit', v.weight_unit, 'requires_shipping', v.requires_shipping,
                'is_taxable', v.is_taxable, 'tax_code', v.tax_code, 'has_own_picture', v.media_id is not null,
                'quantity', v.imported_quantity,
                'stock', (
                    select jsonb_build_object('is_counted', l.is_counted, 'on_hand', l.on_hand)
                    from inventory.stock_levels l where l.variant_id = v.id
                ),
                'policy', coalesce(v.extra->>'Variant Inventory Policy', ''),
                'service', coalesce(v.extra->>'Variant Fulfillment Service', ''),
                'tracker', coalesce(v.extra->>'Variant Inventory Tracker', '')
            ) order by v.position) from catalog.variants v where v.product_id = p.id
        ),
        'pictures', (
            select coalesce(jsonb_agg(
                jsonb_build_object('source', m.source, 'alt', m.alt, 'position', m.position) order by m.position
            ), '[]')
            from catalog.media m where m.product_id = p.id
        )
    ))
    from catalog.products p
    join tenancy.stores s on s.id = p.store_id and s.code = 'lumiere'
    join catalog.product_texts t on t.product_id = p.id and t.locale = 'fr'
    where p.vendor <> 'Atelier Lumière'"#;

/// Which version of which row there is. Of pictures, whose rows change when they are fetched, only which there are.
pub const ROWS: &str = "
    select string_agg(row, ' ' order by row) from (
        select 'product ' || id || xmin || updated_at as row from catalog.products
        union all select 'text ' || product_id || locale || xmin from catalog.product_texts
        union all select 'option ' || product_id || position || xmin from catalog.options
        union all select 'variant ' || id || xmin from catalog.variants
        union all select 'picture ' || id || position from catalog.media
        union all select 'category ' || id || xmin from catalog.categories
        union all select 'place ' || category_id || product_id || xmin from catalog.product_categories
        union all select 'search ' || product_id || xmin from catalog.search_documents
        union all select 'price ' || variant_id || at || xmin from catalog.price_history
        union all select 'level ' || variant_id || xmin from inventory.stock_levels
        union all select 'movement ' || id || xmin from inventory.movements
    ) rows (row)";
