//! What the reader makes of files, good and bad.

use super::*;
use crate::model::ProductStatus;

const HEADER: &str = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,\
                      Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,\
                      Variant Compare At Price,Image Src,Image Position,Image Alt Text,Gift Card,Google Shopping / MPN,Variant Weight Unit";

fn read(rows: &str) -> ProductFile {
    read_products(format!("{HEADER}\n{rows}").as_bytes(), Currency::EUR).expect("a product file")
}

fn code(bytes: &[u8]) -> String {
    read_products(bytes, Currency::EUR).expect_err("no product file").code.into_owned()
}

fn errors(rows: &str) -> Vec<(u32, String, &'static str)> {
    read(rows).errors.into_iter().map(|error| (error.row, error.column, error.code)).collect()
}

#[test]
fn a_simple_product() {
    let file = read(
        "mug,Mug,<p>Blue</p>,Kaffi,Cups,\"a, b,a\",true,Title,Default Title,,,M-1,350,shopify,7,deny,12.5,15,https://x.test/m.jpg,1,A mug,false,77,g\n",
    );
    assert_eq!((file.failed, file.errors.len()), (0, 0));
    let [mug] = file.products.as_slice() else { panic!("{file:?}") };
    assert_eq!((mug.handle.as_str(), mug.title.as_str(), mug.kind.as_str()), ("mug", "Mug", "Cups"));
    assert_eq!(mug.tags, ["a", "b"]);
    assert_eq!(mug.status, ProductStatus::Published);
    assert!(mug.options.is_empty());
    assert_eq!(mug.extra.get("Google Shopping / MPN").map(String::as_str), Some("77"));
    let [variant] = mug.variants.as_slice() else { panic!("{mug:?}") };
    assert!(variant.options.is_empty());
    assert_eq!((variant.price_minor, variant.compare_at_minor, variant.weight_grams), (1250, Some(1500), 350));
    assert_eq!((variant.stock(), variant.weight_unit.as_str()), (Some(Some(7)), "g"));
    assert_eq!(mug.pictures, [FilePicture { source: "https://x.test/m.jpg".to_owned(), alt: "A mug".to_owned() }]);
}

#[test]
fn rows_of_a_product_need_not_be_neighbours() {
    let file = read(
        "shirt,Shirt,,,,,TRUE,Size,S,Colour,Red,,,,,,10,,b.jpg,2,,,,\n\
         mug,Mug,,,,,,Title,Default Title,,,,,,,,5,,,,,,,\n\
         shirt,,,,,,,,M,,Red,,,,,,11,,,,,,,\n\
         shirt,,,,,,,,,,,,,,,,,,a.jpg,1,Front,,,\n",
    );
    assert_eq!(file.errors, []);
    let shirt = &file.products[0];
    assert_eq!(shirt.options[0], FileOption { name: "Size".to_owned(), values: vec!["S".to_owned(), "M".to_owned()] });
    assert_eq!(shirt.variants.iter().map(|variant| variant.price_minor).collect::<Vec<_>>(), [1000, 1100]);
    assert_eq!(shirt.pictures.iter().map(|picture| picture.source.as_str()).collect::<Vec<_>>(), ["a.jpg", "b.jpg"]);
    assert_eq!(file.products[1].handle, "mug");
}

#[test]
fn the_name_may_stand_in_every_row() {
    let file = read("shirt,Shirt,,,,,,Size,S,,,,,,,,10,,,,,,,\nshirt,Shirt,,,,,,Size,M,,,,,,,,11,,,,,,,\n");
    assert_eq!((file.errors.len(), file.products[0].variants.len()), (0, 2));
}

#[test]
fn byte_order_marks_line_ends_and_quotes_are_read() {
    let text = format!(
        "\u{feff}{}\r\nmug,Mug,\"<p>One,\r\n\"\"two\"\"</p>\",,,,,Title,Default Title,,,,,,,,5,,,,,,,\r\n\r\n",
        HEADER
    );
    let file = read_products(text.as_bytes(), Currency::EUR).expect("a product file");
    assert_eq!(file.products[0].description_html, "<p>One,\n\"two\"</p>");
    let semicolons = "Handle;Title;Variant Price\nmug;Mug;5,50\n";
    let file = read_products(semicolons.as_bytes(), Currency::EUR).expect("a product file");
    assert_eq!(file.products[0].variants[0].price_minor, 550);
}

#[test]
fn other_files_are_refused_with_the_reason() {
    let wide = format!("{HEADER}{}\n", ",".repeat(500));
    assert_eq!(code(wide.as_bytes()), "columns_too_many");
    let long = format!("{HEADER}\n{}", "a\n".repeat(MAX_ROWS + 1));
    assert_eq!(code(long.as_bytes()), "rows_too_many");
    assert_eq!(code(b""), "file_empty");
    assert_eq!(code(b" \r\n"), "file_empty");
    assert_eq!(code(b"PK\x03\x04rest"), "file_is_spreadsheet");
    assert_eq!(code(b"\xff\xfeH\0a\0"), "encoding_utf16");
    assert_eq!(code(b"H\0a\0n\0"), "encoding_utf16");
    assert_eq!(code(b"\0H\0a\0n\0d\0l\0e"), "encoding_utf16");
    assert_eq!(code(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01"), "file_no_text");
    assert_eq!(code(&[0; 200]), "file_no_text");
    assert_eq!(code(b"<!DOCTYPE html><title>Shop</title>"), "columns_missing");
    let error = read_products(b"Handle,Title\nm,Caf\xe9\n", Currency::EUR).expect_err("Latin-1");
    assert_eq!((error.code.as_ref(), error.params[0].1.as_str()), ("encoding_unknown", "2"));
    let error = read_products(b"Handle,Name\n", Currency::EUR).expect_err("columns");
    assert_eq!((error.code.as_ref(), error.params[0].1.as_str()), ("columns_missing", "Title, Variant Price"));
}

#[test]
fn a_wrong_row_fails_its_product_and_no_other() {
    let file = read(
        "a,A,,,,,,Size,S,,,,,,,,1.234,,,,,,,\n\
         b,B,,,,,,Title,Default Title,,,,,,,,5,,,,,,,\n\
         a,,,,,,,,M,,,,,,,,-1,,,,,,,\n",
    );
    assert_eq!((file.products.len(), file.failed), (1, 1));
    let rows: Vec<_> = file.errors.iter().map(|error| (error.row, error.column.as_str(), error.code)).collect();
    assert_eq!(rows, [(2, "Variant Price", "invalid_price"), (4, "Variant Price", "invalid_price")]);
}

#[test]
fn what_can_be_wrong_with_a_row() {
    for (rows, expected) in [
        (",A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,", (2, "Handle", "required")),
        ("a,,,,,,,Title,Default Title,,,,,,,,5,,,,,,,", (2, "Title", "required")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,,,,,,,,", (2, "Variant Price", "required")),
        ("a,A,,,,,,,,,,,,,,,,,x.jpg,,,,,", (2, "Variant Price", "required")),
        ("a,A,,,,,maybe,Title,Default Title,,,,,,,,5,,,,,,,", (2, "Published", "invalid_truth")),
        ("a,A,,,,,,Title,Default Title,,,,heavy,,,,5,,,,,,,", (2, "Variant Grams", "invalid_number")),
        ("a,A,,,,,,Title,Default Title,,,,,,many,,5,,,,,,,", (2, "Variant Inventory Qty", "invalid_number")),
        ("a,A,,,,,,Title,Default Title,,,,,,9999999999,,5,,,,,,,", (2, "Variant Inventory Qty", "invalid_number")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,99999999999999999999,,,,,,,", (2, "Variant Price", "invalid_price")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,5,,,first,,,,", (2, "Image Position", "invalid_number")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,5,,file:///etc/passwd,,,,,", (2, "Image Src", "invalid_url")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,5,,../x.jpg,,,,,", (2, "Image Src", "invalid_url")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,stone", (2, "Variant Weight Unit", "invalid_choice")),
        ("a,A,,,,,,Size,,,,S-1,,,,,5,,,,,,,", (2, "Option1 Value", "required")),
        ("a,A,,,,,,Size,S,,Red,,,,,,5,,,,,,,", (2, "Option2 Value", "option_without_name")),
        ("a,A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,,beyond", (2, "", "row_too_long")),
    ] {
        assert_eq!(errors(rows), [(expected.0, expected.1.to_owned(), expected.2)], "{rows}");
    }
    let other = "a,A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,\na,Another,,,,,,Title,Default Title,,,,,,,,6,,,,,,,\n";
    assert_eq!(errors(other), [(3, "Handle".to_owned(), "duplicate_handle")]);
    let same = "a,A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,\na,A,,,,,,Title,Default Title,,,,,,,,5,,,,,,,\n";
    assert_eq!(errors(same), [(3, "Handle".to_owned(), "duplicate_handle")]);
    let doubled = "a,A,,,,,,Size,S,,,,,,,,5,,,,,,,\na,,,,,,,,S,,,,,,,,6,,,,,,,\n";
    assert_eq!(errors(doubled), [(3, String::new(), "duplicate_variant")]);
}

#[test]
fn quantities_count_where_somebody_counts() {
    let stock = |tracker: &str, quantity: &str, policy: &str| {
        read(&format!("a,A,,,,,,Title,Default Title,,,,,{tracker},{quantity},{policy},5,,,,,,,")).products[0].variants
            [0]
        .stock()
    };
    assert_eq!(stock("shopify", "3", "deny"), Some(Some(3)));
    assert_eq!(stock("shopify", "0", "deny"), Some(Some(0)));
    assert_eq!(stock("shopify", "-2", "deny"), Some(Some(0)));
    assert_eq!(stock("shopify", "3", "continue"), Some(None));
    assert_eq!(stock("", "3", "deny"), Some(Some(3)));
    assert_eq!(stock("", "0", "deny"), Some(None));
    assert_eq!(stock("shopify", "", "deny"), None);
}

#[test]
fn states_come_from_two_columns() {
    let status = |published: &str, status: &str| {
        let text = format!("Handle,Title,Published,Status,Variant Price\na,A,{published},{status},5\n");
        read_products(text.as_bytes(), Currency::EUR).expect("a product file").products[0].status
    };
    assert_eq!(status("", ""), ProductStatus::Published);
    assert_eq!(status("FALSE", ""), ProductStatus::Draft);
    assert_eq!(status("true", "draft"), ProductStatus::Draft);
    assert_eq!(status("false", "active"), ProductStatus::Draft);
    assert_eq!(status("true", "archived"), ProductStatus::Archived);
}

#[test]
fn a_written_file_reads_as_the_same_products() {
    let file = read(
        "shirt,=Shirt,\" <p>One, \"\"two\"\"</p>\n \",Maker,Clothes,\"x, y\",true,Size,S,Colour,Red,S-1,200,shopify,4,deny,10,12.30,a.jpg,1,Front,false,9,kg\n\
         shirt,,,,,,,,M,,Red,=S-2,210,,,continue,11,,b.jpg,2,\"Back, left\",,,g\n\
         shirt,,,,,,,,,,,,,,,,,,c.jpg,3,,,,\n\
         draft,Draft,,,,,false,Title,Default Title,,,,,,0,deny,0,,,,,true,,\n",
    );
    assert_eq!(file.errors, []);
    let written = write_products(&file.products);
    assert!(written.contains(",'=Shirt,") && written.contains(",'=S-2,"), "no spreadsheet runs them: {written}");
    let again = read_products(written.as_bytes(), Currency::EUR).expect("a product file");
    assert_eq!(again.errors, []);
    for (before, after) in file.products.iter().zip(&again.products) {
        assert!(before.is_same(after), "{before:?}\n{after:?}");
        let quantities =
            |product: &FileProduct| product.variants.iter().map(|variant| variant.quantity).collect::<Vec<_>>();
        assert_eq!(quantities(before), quantities(after));
    }
}

#[test]
fn a_row_that_is_wider_than_any_file_is_left_out() {
    assert_eq!(errors(&format!("mug{}\n", ",".repeat(600))), [(2, String::new(), "row_unreadable")]);
}
