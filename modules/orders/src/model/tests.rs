//! No state lets anything happen twice.

use super::*;

fn every_state() -> impl Iterator<Item = States> {
    Status::ALL.iter().flat_map(|status| {
        Payment::ALL.iter().flat_map(move |payment| {
            Fulfilment::ALL.iter().map(move |fulfilment| States {
                status: *status,
                payment: *payment,
                fulfilment: *fulfilment,
            })
        })
    })
}

#[test]
fn codes_are_read_back() {
    for status in Status::ALL {
        assert_eq!(Status::try_from(status.code().to_owned()), Ok(*status));
        let json = serde_json::to_string(status).expect("serializes");
        assert_eq!(json, format!("\"{}\"", status.code()));
    }
    assert_eq!(Payment::try_from("gone".to_owned()), Err(UnknownCode("gone".to_owned())));
}

#[test]
fn is_complete_when_paid_and_sent_in_either_order() {
    let placed = States::placed(false);
    let paid_first = placed.after_payment().after_fulfilling(3, 3);
    let sent_first = placed.after_fulfilling(3, 3).after_payment();
    assert_eq!(paid_first, sent_first);
    assert_eq!(paid_first.status, Status::Completed);
    assert_eq!(placed.after_payment().after_fulfilling(1, 3).status, Status::Open);
    assert_eq!(placed.after_fulfilling(3, 3).status, Status::Open);
}

#[test]
fn nothing_is_sent_or_cancelled_twice() {
    for states in every_state() {
        let sent = states.after_fulfilling(2, 2);
        assert!(sent.can_fulfil().is_err());
        assert!(sent.can_cancel().is_err());
        let cancelled = states.after_cancelling();
        assert_eq!(cancelled.can_cancel(), Err(Refusal::Cancelled));
        assert_eq!(cancelled.can_fulfil(), Err(Refusal::Cancelled));
        assert_eq!(cancelled.can_mark_paid(), Err(Refusal::Cancelled));
    }
}

#[test]
fn what_is_on_its_way_is_not_cancelled() {
    let partly = States::placed(true).after_fulfilling(1, 2);
    assert_eq!(partly.can_cancel(), Err(Refusal::PartlySent));
    assert_eq!(partly.can_fulfil(), Ok(()));
}

#[test]
fn only_money_that_came_goes_back() {
    let placed = States::placed(false);
    assert_eq!(placed.can_refund(), Err(Refusal::NothingToRefund));
    let part = placed.after_payment().after_refund(500, 1_200);
    assert_eq!((part.payment, part.can_refund()), (Payment::PartlyRefunded, Ok(())));
    let all = part.after_refund(1_200, 1_200);
    assert_eq!((all.payment, all.can_refund()), (Payment::Refunded, Err(Refusal::NothingToRefund)));
    assert_eq!(all.can_mark_paid(), Err(Refusal::Paid));
}

#[test]
fn a_refund_that_did_not_go_leaves_the_order_as_it_was() {
    let paid = States::placed(true);
    for states in [paid, paid.after_fulfilling(2, 2), paid.after_cancelling()] {
        assert_eq!(states.after_refund(1_200, 1_200).after_refund(0, 1_200), states);
        assert_eq!(states.after_refund(1_200, 1_200).after_refund(500, 1_200).payment, Payment::PartlyRefunded);
    }
    let sent_meanwhile = paid.after_refund(1_200, 1_200).after_fulfilling(2, 2).after_refund(0, 1_200);
    assert_eq!(sent_meanwhile.status, Status::Completed);
}

#[test]
fn money_for_a_cancelled_order_is_noted() {
    let late = States::placed(false).after_cancelling().after_payment();
    assert_eq!((late.status, late.payment, late.can_refund()), (Status::Cancelled, Payment::Paid, Ok(())));
}
