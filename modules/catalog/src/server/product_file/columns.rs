//! The columns of a product file: what they are called, and where they stand.

use std::collections::HashMap;

use csv::StringRecord;
use orion_kernel::AppError;

/// A column that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    Handle,
    Title,
    Description,
    Vendor,
    Type,
    Tags,
    Published,
    Status,
    OptionName(u8),
    OptionValue(u8),
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
    TaxCode,
    Cost,
}

/// Their names: the one we write first, then others in use. Capitals make no difference.
const NAMES: [(Column, &[&str]); 28] = [
    (Column::Handle, &["Handle", "URL handle"]),
    (Column::Title, &["Title"]),
    (Column::Description, &["Body (HTML)", "Description"]),
    (Column::Vendor, &["Vendor"]),
    (Column::Type, &["Type"]),
    (Column::Tags, &["Tags"]),
    (Column::Published, &["Published", "Published on online store"]),
    (Column::Status, &["Status"]),
    (Column::Sku, &["Variant SKU", "SKU"]),
    (Column::Grams, &["Variant Grams", "Weight value (grams)"]),
    (Column::Tracker, &["Variant Inventory Tracker", "Inventory tracker"]),
    (Column::Quantity, &["Variant Inventory Qty", "Inventory quantity"]),
    (Column::Policy, &["Variant Inventory Policy", "Continue selling when out of stock"]),
    (Column::Price, &["Variant Price", "Price"]),
    (Column::CompareAt, &["Variant Compare At Price", "Compare-at price"]),
    (Column::RequiresShipping, &["Variant Requires Shipping", "Requires shipping"]),
    (Column::Taxable, &["Variant Taxable", "Charge tax"]),
    (Column::Barcode, &["Variant Barcode", "Barcode"]),
    (Column::Picture, &["Image Src", "Product image URL"]),
    (Column::PicturePosition, &["Image Position"]),
    (Column::PictureAlt, &["Image Alt Text"]),
    (Column::GiftCard, &["Gift Card"]),
    (Column::SeoTitle, &["SEO Title"]),
    (Column::SeoDescription, &["SEO Description"]),
    (Column::VariantPicture, &["Variant Image", "Variant image URL"]),
    (Column::WeightUnit, &["Variant Weight Unit", "Weight unit for display"]),
    (Column::TaxCode, &["Variant Tax Code", "Tax code"]),
    (Column::Cost, &["Cost per item"]),
];

/// Without these there is nothing to read.
const REQUIRED: [Column; 3] = [Column::Handle, Column::Title, Column::Price];

/// Columns without a meaning here that describe the product and not its variants.
const OF_THE_PRODUCT: [&str; 3] = ["google shopping / ", "product category", "(product.metafields."];

/// Where a file's columns stand.
#[derive(Debug)]
pub struct Columns {
    places: HashMap<Column, usize>,
    names: Vec<String>,
    others: Vec<usize>,
    /// How many options a product can have in this file.
    pub options: u8,
}

impl Column {
    /// What the column is called in files we write.
    pub fn name(self) -> String {
        match self {
            Self::OptionName(number) => format!("Option{number} Name"),
            Self::OptionValue(number) => format!("Option{number} Value"),
            _ => NAMES
                .iter()
                .find(|(column, _)| *column == self)
                .map_or_else(String::new, |(_, names)| names[0].to_owned()),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        let named = NAMES.iter().find(|(_, names)| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
        if let Some((column, _)) = named {
            return Some(*column);
        }
        let name = name.to_ascii_lowercase();
        let (number, part) = name.strip_prefix("option")?.split_once(' ')?;
        let number = number.parse().ok().filter(|number| (1..=9).contains(number))?;
        match part {
            "name" => Some(Self::OptionName(number)),
            "value" => Some(Self::OptionValue(number)),
            _ => None,
        }
    }
}

impl Columns {
    /// Reads a header.
    ///
    /// # Errors
    ///
    /// `columns_missing` with their names.
    pub fn read(header: &StringRecord) -> Result<Self, AppError> {
        let names: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        let mut places = HashMap::new();
        let mut others = Vec::new();
        let mut options = 0;
        for (place, name) in names.iter().enumerate() {
            match Column::from_name(name) {
                Some(column) => {
                    if let Column::OptionValue(number) = column {
                        options = options.max(number);
                    }
                    places.entry(column).or_insert(place);
                }
                None if name.is_empty() => {}
                None => others.push(place),
            }
        }
        let missing: Vec<String> =
            REQUIRED.iter().filter(|column| !places.contains_key(column)).map(|column| column.name()).collect();
        if missing.is_empty() {
            Ok(Self { places, names, others, options })
        } else {
            Err(AppError::invalid("columns_missing").with("columns", missing.join(", ")))
        }
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// What the file calls a column.
    pub fn name(&self, column: Column) -> String {
        self.place(column).map_or_else(|| column.name(), |place| self.names[place].clone())
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Names and places of the columns without a meaning here: the product's, or the variants'.
    pub fn others(&self, of_the_product: bool) -> impl Iterator<Item = (&str, usize)> {
        let others = self.others.iter().map(|place| (self.names[*place].as_str(), *place));
        others.filter(move |(name, _)| is_of_the_product(name) == of_the_product)
    }
}

fn is_of_the_product(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    OF_THE_PRODUCT.iter().any(|part| name.contains(part))
}
