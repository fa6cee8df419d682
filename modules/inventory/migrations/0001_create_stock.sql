-- What is on the shelf, what of it is held while somebody pays, and every change of it.

create schema inventory;

create table inventory.stock_levels (
    store_id uuid not null,
    variant_id uuid not null,
    product_id uuid not null,
    -- As the catalogue had them when the stock was last set, in the store's first language: lists search and sort by them.
    title text not null,
    variant_title text not null default '',
    sku text not null default '',
    -- What is not counted can be sold without end.
    is_counted boolean not null,
    on_hand bigint not null default 0 check (on_hand >= 0),
    -- The sum of its reservations, expired ones included until they are released.
    reserved bigint not null default 0 check (reserved >= 0),
    low_stock_threshold bigint not null default 5 check (low_stock_threshold >= 0),
    updated_at timestamptz not null,
    primary key (store_id, variant_id),
    constraint stock_levels_available check (reserved <= on_hand),
    constraint stock_levels_uncounted check (is_counted or on_hand = 0)
) with (fillfactor = 85);
create index stock_levels_by_product on inventory.stock_levels (store_id, product_id);
select orion.protect_store_table('inventory.stock_levels');

-- Changed only by whoever has locked the variant's level.
create table inventory.reservations (
    store_id uuid not null,
    owner uuid not null,
    variant_id uuid not null,
    quantity bigint not null check (quantity > 0),
    expires_at timestamptz not null,
    primary key (store_id, owner, variant_id),
    foreign key (store_id, variant_id) references inventory.stock_levels (store_id, variant_id)
);
create index reservations_by_variant on inventory.reservations (store_id, variant_id, expires_at);
select orion.protect_store_table('inventory.reservations');

-- The ledger: the deltas of a variant make what is on hand.
create table inventory.movements (
    store_id uuid not null,
    id uuid not null,
    variant_id uuid not null,
    delta bigint not null,
    -- On hand after it.
    balance bigint not null check (balance >= 0),
    reason text not null check (reason in ('received', 'counted', 'sold', 'restocked', 'corrected', 'stopped')),
    -- An order's number.
    reference text not null default '',
    -- What somebody wrote.
    note text not null default '',
    -- The member of the team who did it. Customers are not named: the ledger is never erased.
    actor_id uuid,
    actor_name text not null default '',
    at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, variant_id) references inventory.stock_levels (store_id, variant_id)
);
create index movements_by_variant on inventory.movements (store_id, variant_id, id desc);
select orion.protect_store_table('inventory.movements');
select orion.make_append_only('inventory.movements');
