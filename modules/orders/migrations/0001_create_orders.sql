-- Orders of every channel, as they were when they were placed.

create schema orders;

-- The number of the next order. Numbers may have gaps: an order that was not placed after all leaves one.
create table orders.counters (
    store_id uuid primary key,
    last_number bigint not null check (last_number > 1000)
);
select orion.protect_store_table('orders.counters');

create table orders.orders (
    store_id uuid not null,
    id uuid not null,
    number bigint not null,
    checkout_id uuid not null,
    customer_id uuid,
    email text not null,
    locale text not null,
    -- Who it is sent to, for lists and searches.
    customer_name text not null,
    shipping_address jsonb not null,
    billing_address jsonb not null,
    shipping_name text not null,
    shipping_minor bigint not null check (shipping_minor >= 0),
    tax_rate_bp integer not null check (tax_rate_bp >= 0),
    tax_minor bigint not null check (tax_minor >= 0),
    total_minor bigint not null check (total_minor >= shipping_minor),
    refunded_minor bigint not null default 0 check (refunded_minor between 0 and total_minor),
    currency text not null,
    payment_name text not null,
    payment_id uuid,
    status text not null check (status in ('open', 'completed', 'cancelled')),
    payment text not null check (payment in ('pending', 'paid', 'partly_refunded', 'refunded')),
    fulfilment text not null check (fulfilment in ('unfulfilled', 'partly', 'fulfilled')),
    -- What the shopper wrote.
    note text not null,
    channel text not null,
    placed_at timestamptz not null,
    primary key (store_id, id),
    constraint orders_number unique (store_id, number),
    constraint orders_checkout unique (store_id, checkout_id)
);
create index orders_by_time on orders.orders (store_id, placed_at desc, id desc);
create index orders_by_customer on orders.orders (store_id, customer_id, placed_at desc) where customer_id is not null;
create index orders_to_send on orders.orders (store_id, placed_at) where status = 'open' and fulfilment <> 'fulfilled';
select orion.protect_store_table('orders.orders');

create table orders.lines (
    store_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    position integer not null,
    variant_id uuid not null,
    title text not null,
    variant_title text not null,
    sku text not null,
    quantity bigint not null check (quantity > 0),
    -- How many are in parcels.
    sent bigint not null default 0 check (sent between 0 and quantity),
    unit_price_minor bigint not null check (unit_price_minor >= 0),
    image_url text,
    primary key (store_id, id),
    constraint lines_position unique (store_id, order_id, position),
    foreign key (store_id, order_id) references orders.orders (store_id, id)
);
select orion.protect_store_table('orders.lines');
