-- A refund that was refused is asked for anew, and one of which nothing was heard is asked after.

-- How often it was asked for anew: each time under a key of its own, for a provider gives the same answer to the same key.
alter table payments.refunds add column attempt integer not null default 0;

-- across tenants: a schedule asks after those of all stores.
create index refunds_pending on payments.refunds (updated_at) where status = 'pending';

-- A card whose bank takes no money back.
alter table payments.fake_sessions add column refuses_refunds boolean not null default false;
