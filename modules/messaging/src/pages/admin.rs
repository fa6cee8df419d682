//! Pages of the admin.

mod captured_mail;
mod captured_mails;

pub use captured_mail::CapturedMailPage;
pub use captured_mails::CapturedMailsPage;
