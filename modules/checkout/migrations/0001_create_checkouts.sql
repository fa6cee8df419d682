-- Checkouts: what was entered, what is being paid, and the order it became.

create schema checkout;

create table checkout.checkouts (
    store_id uuid not null,
    id uuid not null,
    cart_id uuid not null,
    locale text not null,
    -- What has been entered so far; emptied once it is an order.
    draft jsonb not null,
    -- `paying`: the shopper is at the payment provider's.
    state text not null check (state in ('open', 'paying', 'completed', 'expired')),
    -- The order to be, as it was shown when paying began; emptied once it is an order.
    frozen jsonb,
    payment_id uuid,
    payment_method text,
    order_number text,
    -- What went wrong last, for the page.
    error_code text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (store_id, id),
    check ((state = 'completed') = (order_number is not null)),
    check (state <> 'paying' or (frozen is not null and payment_id is not null))
);
-- A cart is bought once: whoever comes second meets the first one's checkout.
create unique index checkouts_one_for_a_cart on checkout.checkouts (store_id, cart_id) where state <> 'expired';
-- across tenants: a schedule looks for those of all stores that were left alone.
create index checkouts_left_alone on checkout.checkouts (updated_at) where state = 'open';
select orion.protect_store_table('checkout.checkouts');
