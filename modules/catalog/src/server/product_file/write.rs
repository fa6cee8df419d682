//! From products back to a file that reads as the same products.

use std::collections::BTreeSet;

use orion_kernel::Money;
use orion_runtime::spreadsheet;

use super::{
    FilePicture, FileProduct, FileVariant,
    columns::Column::{self, *},
};
use crate::model::ProductStatus;

/// The columns in the order other shops expect them.
const ORDER: [Column; 31] = [
    Handle,
    Title,
    Description,
    Vendor,
    Type,
    Tags,
    Published,
    OptionName(1),
    OptionValue(1),
    OptionName(2),
    OptionValue(2),
    OptionName(3),
    OptionValue(3),
    Sku,
    Grams,
    Tracker,
    Quantity,
    Policy,
    Price,
    CompareAt,
    RequiresShipping,
    Taxable,
    Barcode,
    Picture,
    PicturePosition,
    PictureAlt,
    GiftCard,
    SeoTitle,
    SeoDescription,
    VariantPicture,
    WeightUnit,
];
/// Those after the columns of options beyond the third.
const LAST: [Column; 3] = [TaxCode, Cost, Status];

/// A cell's column.
enum Cell {
    Known(Column),
    Extra(String),
}

/// What stands in one row beside the handle.
struct Line<'p> {
    /// Only in the product's first row.
    product: Option<&'p FileProduct>,
    variant: Option<&'p FileVariant>,
    picture: Option<(usize, &'p FilePicture)>,
}

/// The file of these products.
pub fn write_products(products: &[FileProduct]) -> String {
    let cells = cells(products);
    let mut out = String::new();
    let header = cells.iter().map(|cell| match cell {
        Cell::Known(column) => column.name(),
        Cell::Extra(name) => name.clone(),
    });
    write_line(&mut out, header);
    for product in products {
        for place in 0..product.variants.len().max(product.pictures.len()).max(1) {
            let line = Line {
                product: (place == 0).then_some(product),
                variant: product.variants.get(place),
                picture: product.pictures.get(place).map(|picture| (place + 1, picture)),
            };
            write_line(&mut out, cells.iter().map(|cell| line.value(product, cell)));
        }
    }
    out
}

fn cells(products: &[FileProduct]) -> Vec<Cell> {
    let options = products.iter().map(|product| product.options.len()).max().unwrap_or_default();
    let further =
        (4..=u8::try_from(options).unwrap_or(u8::MAX)).flat_map(|number| [OptionName(number), OptionValue(number)]);
    let known = ORDER.into_iter().chain(further).chain(LAST).map(Cell::Known);
    let extra: BTreeSet<&String> = products
        .iter()
        .flat_map(|product| {
            product.extra.keys().chain(product.variants.iter().flat_map(|variant| variant.extra.keys()))
        })
        .filter(|name| **name != Tracker.name() && **name != Policy.name())
        .collect();
    known.chain(extra.into_iter().map(|name| Cell::Extra(name.clone()))).collect()
}

impl Line<'_> {
    fn value(&self, product: &FileProduct, cell: &Cell) -> String {
        match cell {
            Cell::Known(Handle) => product.handle.clone(),
            Cell::Known(column) => self
                .of_product(*column)
                .or_else(|| self.of_variant(*column))
                .or_else(|| self.of_picture(*column))
                .unwrap_or_default(),
            Cell::Extra(name) => {
                let own = self.product.and_then(|product| product.extra.get(name));
                own.or_else(|| self.variant.and_then(|variant| variant.extra.get(name))).cloned().unwrap_or_default()
            }
        }
    }

    fn of_product(&self, column: Column) -> Option<String> {
        let product = self.product?;
        Some(match column {
            Title => product.title.clone(),
            Description => product.description_html.clone(),
            Vendor => product.vendor.clone(),
            Type => product.kind.clone(),
            Tags => product.tags.join(", "),
            Published => (product.status == ProductStatus::Published).to_string(),
            Status => match product.status {
                ProductStatus::Published => "active".to_owned(),
                ProductStatus::Draft => "draft".to_owned(),
                ProductStatus::Archived => "archived".to_owned(),
            },
            GiftCard => product.is_gift_card.to_string(),
            SeoTitle => product.seo_title.clone(),
            SeoDescription => product.seo_description.clone(),
            OptionName(1) if product.options.is_empty() => "Title".to_owned(),
            OptionName(number) => product.options.get(usize::from(number) - 1)?.name.clone(),
            _ => return None,
        })
    }

    fn of_variant(&self, column: Column) -> Option<String> {
        let variant = self.variant?;
        let amount = |minor| Money::new(minor, variant.currency).to_decimal_string();
        Some(match column {
            OptionValue(1) if variant.options.is_empty() => "Default Title".to_owned(),
            OptionValue(number) => variant.options.get(usize::from(number) - 1)?.clone(),
            Sku => variant.sku.clone(),
            Grams => variant.weight_grams.to_string(),
            Tracker | Policy => variant.extra.get(&column.name())?.clone(),
            Quantity => variant.quantity?.to_string(),
            Price => amount(variant.price_minor),
            CompareAt => amount(variant.compare_at_minor?),
            Cost => amount(variant.cost_minor?),
            RequiresShipping => variant.requires_shipping.to_string(),
            Taxable => variant.is_taxable.to_string(),
            Barcode => variant.barcode.clone(),
            VariantPicture => variant.picture.clone()?,
            WeightUnit => variant.weight_unit.clone(),
            TaxCode => variant.tax_code.clone(),
            _ => return None,
        })
    }

    fn of_picture(&self, column: Column) -> Option<String> {
        let (position, picture) = self.picture?;
        Some(match column {
            Picture => picture.source.clone(),
            PicturePosition => position.to_string(),
            PictureAlt => picture.alt.clone(),
            _ => return None,
        })
    }
}

/// A line of values, quoted where they have to be (RFC 4180).
fn write_line(out: &mut String, values: impl Iterator<Item = String>) {
    for (place, value) in values.map(spreadsheet::inert).enumerate() {
        if place > 0 {
            out.push(',');
        }
        if value.contains([',', '"', '\n', '\r']) || value != value.trim() {
            out.push('"');
            out.push_str(&value.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
}
