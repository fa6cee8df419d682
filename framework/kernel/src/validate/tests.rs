//! What each rule lets through and what it says.

use super::*;

/// The codes with their parameters that a check ends with.
fn codes(rules: impl FnOnce(&mut Check)) -> Vec<String> {
    let mut check = Check::new();
    rules(&mut check);
    let errors = check.finish().err().map(|error| error.fields).unwrap_or_default();
    errors
        .into_iter()
        .map(|error| {
            let params = error.params.iter().map(|(name, value)| format!(" {name}={value}"));
            format!("{}{}", error.code, params.collect::<String>())
        })
        .collect()
}

#[test]
fn text_is_measured_in_characters() {
    let check = |value: &str| {
        codes(|c| {
            c.text("name", value, 2..=4);
        })
    };
    assert!(check("äöüß").is_empty());
    assert_eq!(check(""), ["required"]);
    assert_eq!(check("   "), ["required"]);
    assert_eq!(check("a "), ["too_short min=2"]);
    assert_eq!(check("abcde"), ["too_long max=4"]);
    assert_eq!(check("a\nb"), ["invalid_characters"]);
    assert_eq!(check("a\0b"), ["invalid_characters"]);
}

#[test]
fn optional_text_may_be_empty() {
    assert!(
        codes(|c| {
            c.text("note", "", 0..=4);
        })
        .is_empty()
    );
}

#[test]
fn a_posted_line_break_counts_as_one_character() {
    let check = |value: &str| {
        codes(|c| {
            c.multiline("note", value, 1..=3);
        })
    };
    assert!(check("a\r\nb").is_empty());
    assert!(check("a\nb").is_empty());
    assert_eq!(check("a\rb"), ["invalid_characters"]);
    assert_eq!(check("\r\n"), ["required"]);
}

#[test]
fn email_addresses() {
    let check = |value: &str| {
        codes(|c| {
            c.email("email", value);
        })
    };
    for good in ["a@b.lu", "anne-marie.o'neill+shop@post.example.com", "jürgen@müller.de"] {
        assert!(check(good).is_empty(), "{good}");
    }
    for bad in [
        "a",
        "@b.lu",
        "a@",
        "a@b",
        "a@b..lu",
        "a@-b.lu",
        "a b@c.lu",
        "a@b.lu ",
        "a..b@c.lu",
        ".a@b.lu",
        "a@b@c.lu",
        "<a@b.lu>",
        "a@b.lu\nBcc: c@d.lu",
        "a@[127.0.0.1]",
    ] {
        assert_eq!(check(bad), ["invalid_email"], "{bad}");
    }
    assert_eq!(check(""), ["required"]);
    assert_eq!(check(&format!("a@{}.lu", "b.".repeat(150))), ["too_long max=254"]);
}

#[test]
fn web_addresses() {
    let check = |value: &str| {
        codes(|c| {
            c.url("site", value);
        })
    };
    for good in ["https://example.com", "http://localhost:8080/a?b#c", "https://müller.de/ä", "https://a.lu?x=@"] {
        assert!(check(good).is_empty(), "{good}");
    }
    for bad in [
        "example.com",
        "javascript:alert(1)",
        "https://",
        "https://a b.lu",
        "https://good.lu@evil.lu",
        "https://a.lu:99999",
        "https://a.lu:",
        "https://a.lu:+80",
        "https://good.lu\\.evil.lu",
        "ftp://a.lu",
    ] {
        assert_eq!(check(bad), ["invalid_url"], "{bad}");
    }
    assert_eq!(check(" "), ["required"]);
}

#[test]
fn account_numbers() {
    for good in [
        "LU280019400644750000",
        "LU28 0019 4006 4475 0000",
        " lu28 0019 4006 4475 0000 ",
        "DE89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "BE68\u{a0}5390\u{a0}0754\u{a0}7034",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
    ] {
        assert!(is_iban(good), "{good}");
    }
    for bad in [
        "",
        "LU",
        "LU00",
        "LU280019400644750001",
        "LU820019400644750000",
        "LU28-0019-4006-4475-0000",
        "28LU0019400644750000",
        "LUXX0019400644750000",
        "DE89370400440532013",
        "BE68539007547034ä",
        "BE68539007547034BE68539007547034BE68",
    ] {
        assert!(!is_iban(bad), "{bad}");
    }
}

#[test]
fn all_errors_come_at_once_in_order() {
    let found = codes(|c| {
        c.range("quantity", 0, 1..=999)
            .one_of("colour", "pink", &["red", "blue"])
            .when(true, "sku", "taken")
            .when(false, "name", "taken")
            .range("weight", 5, 1..=10)
            .one_of("colour", "red", &["red", "blue"]);
    });
    assert_eq!(found, ["out_of_range min=1 max=999", "invalid_choice", "taken"]);
}

#[test]
fn nothing_wrong_is_no_error() {
    assert_eq!(Check::new().finish(), Ok(()));
}
