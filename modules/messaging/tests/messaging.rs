//! Mails as they leave.

#[path = "messaging/bad_input.rs"]
mod bad_input;
#[path = "messaging/builders.rs"]
mod builders;
#[path = "messaging/order_mails.rs"]
mod order_mails;
#[path = "messaging/send_mail.rs"]
mod send_mail;
#[path = "messaging/shipping_mails.rs"]
mod shipping_mails;
#[path = "messaging/try_again.rs"]
mod try_again;
