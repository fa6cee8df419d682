-- Parcels, and what happened to an order.

create table orders.fulfilments (
    store_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    carrier text not null,
    tracking_number text not null,
    tracking_url text not null,
    sent_at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, order_id) references orders.orders (store_id, id)
);
create index fulfilments_by_order on orders.fulfilments (store_id, order_id, sent_at);
select orion.protect_store_table('orders.fulfilments');

create table orders.fulfilment_lines (
    store_id uuid not null,
    fulfilment_id uuid not null,
    line_id uuid not null,
    quantity bigint not null check (quantity > 0),
    primary key (store_id, fulfilment_id, line_id),
    foreign key (store_id, fulfilment_id) references orders.fulfilments (store_id, id),
    foreign key (store_id, line_id) references orders.lines (store_id, id)
);
select orion.protect_store_table('orders.fulfilment_lines');

create table orders.timeline (
    store_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    kind text not null,
    params jsonb not null,
    -- As it was then; empty for Orion itself and for shoppers.
    actor_name text not null,
    at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, order_id) references orders.orders (store_id, id)
);
create index timeline_by_order on orders.timeline (store_id, order_id, at desc, id desc);
select orion.protect_store_table('orders.timeline');
select orion.make_append_only('orders.timeline');
