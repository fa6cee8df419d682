-- What the demo lacks for the tables: an import and a page of each store's own, orders numbered so that no two stores
-- share a number, and another platform with a merchant, a store, a tier, a subscription and a page.

insert into catalog.imports (store_id, id, status, file_name, created_at)
select id, gen_random_uuid(), 'finished', 'lamps.csv', now() from tenancy.stores;

insert into cms.store_pages (store_id, slug, updated_at) select id, '0-only-' || code, now() from tenancy.stores;
insert into cms.store_page_texts (store_id, slug, locale, title, description, body_html)
select id, '0-only-' || code, locale, 'Only here', '', '' from tenancy.stores, unnest(locales) as locale;

update orders.counters c set last_number = c.last_number + 10000 * s.place
from (select id, row_number() over (order by code) as place from tenancy.stores) s where s.id = c.store_id;

insert into tenancy.platforms (id, code, name, host, locales)
values ('00000000-0000-7000-8000-00000000000a', 'zeta', 'Zeta', 'zeta.test', '{en}');

insert into tenancy.merchants (id, platform_id, code, name)
values ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-00000000000a', 'zeta-trade', 'Zeta Trade');

insert into tenancy.stores
select (jsonb_populate_record(s, '{
    "id": "00000000-0000-7000-8000-00000000000c", "platform_id": "00000000-0000-7000-8000-00000000000a",
    "merchant_id": "00000000-0000-7000-8000-00000000000b", "code": "zeta-shop", "name": "Zeta Shop"
}')).* from tenancy.stores s where s.code = 'lumiere';

insert into billing.tiers
select (jsonb_populate_record(t, '{"platform_id": "00000000-0000-7000-8000-00000000000a", "code": "zeta-tier"}')).*
from billing.tiers t where t.code = 'essential';

insert into billing.subscriptions
select (jsonb_populate_record(s, '{
    "merchant_id": "00000000-0000-7000-8000-00000000000b", "platform_id": "00000000-0000-7000-8000-00000000000a",
    "party": "Zeta Trade", "tier": "zeta-tier"
}')).* from billing.subscriptions s limit 1;

insert into cms.platform_pages (platform_id, scope, slug, updated_at)
values ('00000000-0000-7000-8000-00000000000a', 'platform', 'only-zeta', now());
insert into cms.platform_page_texts (platform_id, scope, slug, locale, title, description, body_html)
values ('00000000-0000-7000-8000-00000000000a', 'platform', 'only-zeta', 'en', 'Only here', '', '');
