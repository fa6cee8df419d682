//! Product files of other shops, which lie beside the checkout.

use std::{fs, path::Path};

/// Their names and contents; empty, and said aloud, where the folder is not at hand.
pub fn real_files() -> Vec<(&'static str, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/shopify");
    if !folder.is_dir() {
        eprintln!("SKIPPED: there are no product files of other shops, since there is no {}", folder.display());
        return Vec::new();
    }
    let read = |name| (name, fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}")));
    ["apparel.csv", "home-and-garden.csv"].map(read).into()
}

/// Two products, one of them with two variants.
pub const FILE: &str = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
    Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src\n\
    mug,Mug,<p>Blue</p>,Maker,Cups,\"a, b\",true,Size,Small,M-1,350,shopify,3,deny,10.00,12.00,\n\
    mug,,,,,,,,Large,M-2,400,shopify,0,deny,14.50,,\n\
    bowl,Bowl,,Maker,Bowls,,true,Title,Default Title,B-1,,shopify,8,deny,20,,\n";

/// A file in which every column has a value, of a product with two variants and of a voucher.
pub fn full_file() -> String {
    let kettle = [
        ("Handle", "kettle"),
        ("Title", "Kettle"),
        ("Body (HTML)", "<p>Steel</p>"),
        ("Vendor", "Maker"),
        ("Type", "Kitchen"),
        ("Tags", "hot, steel"),
        ("Published", "true"),
        ("Option1 Name", "Size"),
        ("Option1 Value", "1 l"),
        ("Option2 Name", "Colour"),
        ("Option2 Value", "Red"),
        ("Option3 Name", "Finish"),
        ("Option3 Value", "Matt"),
        ("Variant SKU", "K-1"),
        ("Variant Grams", "1250"),
        ("Variant Inventory Tracker", "shopify"),
        ("Variant Inventory Qty", "7"),
        ("Variant Inventory Policy", "deny"),
        ("Variant Fulfillment Service", "manual"),
        ("Variant Price", "49.90"),
        ("Variant Compare At Price", "59.9"),
        ("Variant Requires Shipping", "true"),
        ("Variant Taxable", "true"),
        ("Variant Barcode", "5901234123457"),
        ("Image Src", "https://pictures.invalid/front.png"),
        ("Image Position", "1"),
        ("Image Alt Text", "Front, left"),
        ("Gift Card", "false"),
        ("SEO Title", "A \"good\" kettle"),
        ("SEO Description", "Boils water,\nquickly"),
        ("Google Shopping / Google Product Category", "Home > Kitchen"),
        ("Google Shopping / MPN", "MPN-1"),
        ("Google Shopping / Custom Label 4", "label"),
        ("Variant Image", "https://pictures.invalid/back.png"),
        ("Variant Weight Unit", "kg"),
        ("Variant Tax Code", "P000000"),
        ("Cost per item", "20.5"),
    ];
    let larger = [
        ("Handle", "kettle"),
        ("Option1 Value", "2 l"),
        ("Option2 Value", "Red"),
        ("Option3 Value", "Bright"),
        ("Variant SKU", "K-2"),
        ("Variant Grams", "1400"),
        ("Variant Inventory Tracker", "shopify"),
        ("Variant Inventory Qty", "3"),
        ("Variant Inventory Policy", "continue"),
        ("Variant Fulfillment Service", "manual"),
        ("Variant Price", "54"),
        ("Variant Requires Shipping", "true"),
        ("Variant Taxable", "false"),
        ("Variant Barcode", "4006381333931"),
        ("Image Src", "https://pictures.invalid/back.png"),
        ("Image Position", "2"),
        ("Variant Weight Unit", "lb"),
        ("Cost per item", "21"),
    ];
    let voucher = [
        ("Handle", "voucher"),
        ("Title", "Voucher"),
        ("Body (HTML)", "Plain"),
        ("Vendor", "Maker"),
        ("Published", "false"),
        ("Option1 Name", "Title"),
        ("Option1 Value", "Default Title"),
        ("Variant Inventory Qty", "0"),
        ("Variant Price", "25"),
        ("Variant Requires Shipping", "false"),
        ("Variant Taxable", "false"),
        ("Gift Card", "true"),
        ("Variant Weight Unit", "g"),
    ];
    written(&[&kettle, &larger, &voucher])
}

/// The rows as a file with the first row's columns.
fn written(rows: &[&[(&str, &str)]]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns: Vec<&str> = rows[0].iter().map(|(name, _)| *name).collect();
    writer.write_record(&columns).expect("written");
    for row in rows {
        let value = |column: &&str| row.iter().find(|(name, _)| name == column).map_or("", |(_, value)| *value);
        writer.write_record(columns.iter().map(value)).expect("written");
    }
    String::from_utf8(writer.into_inner().expect("written")).expect("text")
}
