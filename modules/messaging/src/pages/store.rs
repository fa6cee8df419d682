//! Pages of the back office.

mod mail_details;
mod outbox_index;
mod template_details;
mod template_index;

pub use mail_details::MailDetailsPage;
pub use outbox_index::OutboxIndex;
pub use template_details::TemplateDetails;
pub use template_index::TemplateIndex;
