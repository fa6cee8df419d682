-- Payments, what happened to their money, what providers told us, and what goes back.

create schema payments;

create table payments.payments (
    store_id uuid not null,
    -- Also the key under which the provider is asked: it is stored before the first question, so that asking twice is one payment.
    id uuid not null,
    checkout_id uuid not null,
    method text not null,
    -- The method's name as the shopper read it.
    method_name text not null,
    -- What the provider calls it, such as the id of its hosted page.
    provider_reference text,
    -- Where the provider's page is.
    provider_url text,
    amount_minor bigint not null check (amount_minor >= 0),
    currency text not null,
    status text not null check (status in ('pending', 'succeeded', 'failed', 'deferred', 'refunded')),
    -- Why it failed, as a code.
    failure text,
    email text not null,
    locale text not null,
    -- The shop's address as the shopper sees it. The provider is told the same one however often it is asked.
    base_url text not null,
    return_url text not null,
    cancel_url text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (store_id, id)
);
-- Whatever else happens, a checkout is paid once.
create unique index payments_succeed_once on payments.payments (store_id, checkout_id) where status = 'succeeded';
create unique index payments_reference on payments.payments (store_id, method, provider_reference)
    where provider_reference is not null;
create index payments_by_checkout on payments.payments (store_id, checkout_id, created_at desc);
create index payments_by_time on payments.payments (store_id, created_at desc, id desc);
-- across tenants: a schedule asks after the pending ones of all stores.
create index payments_pending on payments.payments (created_at) where status = 'pending';
select orion.protect_store_table('payments.payments');

create table payments.refunds (
    store_id uuid not null,
    -- Also the key under which the provider is asked.
    id uuid not null,
    payment_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    reason text not null,
    -- `manual`: somebody has to send the money by hand.
    status text not null check (status in ('pending', 'manual', 'succeeded', 'failed')),
    failure text,
    provider_reference text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, payment_id) references payments.payments (store_id, id)
);
create index refunds_by_payment on payments.refunds (store_id, payment_id, created_at);
select orion.protect_store_table('payments.refunds');

-- Double entry: each booking debits one account and credits another by the same amount.
create table payments.ledger_entries (
    store_id uuid not null,
    booking_id uuid not null,
    account text not null check (account in ('provider', 'bank', 'customer')),
    payment_id uuid not null,
    refund_id uuid,
    debit_minor bigint not null check (debit_minor >= 0),
    credit_minor bigint not null check (credit_minor >= 0),
    currency text not null,
    booked_at timestamptz not null,
    primary key (store_id, booking_id, account),
    check ((debit_minor > 0) <> (credit_minor > 0)),
    foreign key (store_id, payment_id) references payments.payments (store_id, id),
    foreign key (store_id, refund_id) references payments.refunds (store_id, id)
);
-- The same money is booked once, whoever tells us how often.
create unique index ledger_entries_once on payments.ledger_entries (store_id, payment_id, account) where refund_id is null;
create unique index ledger_entries_refund_once on payments.ledger_entries (store_id, refund_id, account) where refund_id is not null;
select orion.protect_store_table('payments.ledger_entries');
select orion.make_append_only('payments.ledger_entries');

create function payments.refuse_unbalanced_booking() returns trigger
language plpgsql
as $$
begin
    if (select sum(debit_minor) <> sum(credit_minor) from payments.ledger_entries
        where store_id = new.store_id and booking_id = new.booking_id) then
        raise exception 'booking % does not balance', new.booking_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger balanced after insert on payments.ledger_entries
    deferrable initially deferred for each row execute function payments.refuse_unbalanced_booking();

-- What providers told us: each event takes effect once, in the transaction that notes it here.
create table payments.provider_events (
    store_id uuid not null,
    provider text not null,
    event_id text not null,
    kind text not null,
    payment_id uuid not null,
    received_at timestamptz not null,
    primary key (store_id, provider, event_id)
);
create index provider_events_by_payment on payments.provider_events (store_id, payment_id, received_at);
select orion.protect_store_table('payments.provider_events');
