//! Mails as they leave.

#[path = "messaging/builders.rs"]
mod builders;
#[path = "messaging/order_mails.rs"]
mod order_mails;
#[path = "messaging/send_mail.rs"]
mod send_mail;
