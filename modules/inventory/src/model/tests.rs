//! The rules of stock.

use time::Duration;

use super::*;

fn id(number: u128) -> VariantId {
    VariantId(Uuid::from_u128(number))
}

fn hold(owner: u128, quantity: i64, minutes: i64) -> Hold {
    Hold {
        owner: Uuid::from_u128(owner),
        variant_id: id(1),
        quantity,
        expires_at: OffsetDateTime::UNIX_EPOCH + Duration::minutes(minutes),
    }
}

fn level(on_hand: i64, reserved: i64, own: i64, expired: i64) -> Level {
    Level { is_counted: true, on_hand, reserved, own, expired }
}

fn line(variant: u128, quantity: i64) -> StockLine {
    StockLine { variant_id: id(variant), quantity }
}

#[test]
fn lines_of_one_variant_are_added_up() {
    let sums = wanted(&[line(1, 2), line(2, 1), line(1, 3)]).expect("a fine list");
    assert_eq!(sums, BTreeMap::from([(id(1), 5), (id(2), 1)]));
    assert!(wanted(&[line(1, 0)]).is_err());
    assert!(wanted(&[line(1, -1)]).is_err());
    assert!(wanted(&[line(1, i64::MAX), line(1, i64::MAX)]).is_err());
}

#[test]
fn own_and_expired_holds_do_not_stand_in_the_way() {
    assert_eq!(level(10, 7, 2, 1).free(), 6);
    assert_eq!(level(10, 7, 0, 0).free(), 3);
    assert_eq!(level(1, 1, 1, 0).free(), 1);
    assert_eq!(level(1, 1, 0, 1).kept(), 0);
}

#[test]
fn a_short_variant_says_how_many_there_are() {
    let levels = BTreeMap::from([
        (id(1), level(3, 2, 0, 0)),
        (id(2), level(3, 0, 0, 0)),
        (id(3), Level { is_counted: false, ..level(0, 0, 0, 0) }),
    ]);
    let asked = wanted(&[line(1, 2), line(2, 3), line(3, 50), line(4, 1)]).expect("a fine list");
    assert_eq!(short(&levels, &asked), [(id(1), 1)]);
}

#[test]
fn who_held_first_keeps_when_the_shelf_holds_less() {
    let holds = vec![hold(3, 2, 30), hold(1, 2, 10), hold(2, 3, 20)];
    let (kept, dropped) = covered(4, holds.clone());
    assert_eq!((kept, dropped), (4, vec![hold(2, 3, 20)]));
    assert_eq!(covered(7, holds.clone()).1, []);
    assert_eq!(covered(0, holds).0, 0);
}

#[test]
fn what_is_left_has_a_word() {
    let figures = |on_hand, reserved| Figures { is_counted: true, on_hand, reserved, threshold: 5 }.standing();
    assert_eq!(figures(9, 3), Standing::Enough);
    assert_eq!(figures(9, 4), Standing::Low);
    assert_eq!(figures(9, 9), Standing::Out);
    assert_eq!(Figures { is_counted: false, on_hand: 0, reserved: 0, threshold: 5 }.standing(), Standing::Uncounted);
}

#[test]
fn reasons_come_back_from_the_ledger() {
    for reason in
        [Reason::Received, Reason::Counted, Reason::Sold, Reason::Restocked, Reason::Corrected, Reason::Stopped]
    {
        assert_eq!(Reason::try_from(reason.code().to_owned()), Ok(reason));
    }
    assert!(Reason::try_from("stolen".to_owned()).is_err());
}
