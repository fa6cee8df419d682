-- Mails are kept for ninety days.

-- across tenants: the nightly clean-up is one statement
create index outbox_by_age on messaging.outbox (created_at);
