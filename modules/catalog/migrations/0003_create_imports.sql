-- Runs of the product import, what they read, and what was wrong with it.

create table catalog.imports (
    store_id uuid not null,
    id uuid not null,
    status text not null check (status in ('waiting', 'running', 'finished', 'failed')),
    file_name text not null,
    -- Products; -1 until the file has been read.
    total integer not null default -1,
    created integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    failed integer not null default 0,
    -- Why nothing could be imported.
    error_code text,
    error_params jsonb not null default '[]',
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (store_id, id)
);
create index imports_by_age on catalog.imports (store_id, created_at desc);
select orion.protect_store_table('catalog.imports');

-- The file, until it is imported.
create table catalog.import_files (
    store_id uuid not null,
    import_id uuid not null,
    content bytea not null,
    primary key (store_id, import_id),
    foreign key (store_id, import_id) references catalog.imports (store_id, id) on delete cascade
);
alter table catalog.import_files alter column content set storage external;
select orion.protect_store_table('catalog.import_files');

create table catalog.import_rows (
    store_id uuid not null,
    import_id uuid not null,
    place integer not null,
    -- As a spreadsheet counts: the header is 1.
    row_number integer not null,
    handle text not null,
    "column" text not null,
    code text not null,
    params jsonb not null default '[]',
    primary key (store_id, import_id, place),
    foreign key (store_id, import_id) references catalog.imports (store_id, id) on delete cascade
);
select orion.protect_store_table('catalog.import_rows');
