-- The ways of shipping that a store offers.

create table tenancy.shipping_rates (
    store_id uuid not null references tenancy.stores (id),
    id uuid not null,
    -- Names it for good: orders refer to it.
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    -- By language code.
    name jsonb not null,
    price_minor bigint not null check (price_minor >= 0),
    -- Costs nothing from this value of goods on.
    free_from_minor bigint check (free_from_minor > 0),
    delivery_days text not null,
    position integer not null,
    primary key (store_id, id),
    constraint shipping_rates_code_key unique (store_id, code)
);

select orion.protect_store_table('tenancy.shipping_rates');
