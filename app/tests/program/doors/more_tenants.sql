-- What the demo lacks for the tables: an import and a page of each store's own, orders numbered so that no two stores
-- share a number, and another platform with a merchant, a store, a tier, a subscription and a page.

insert into catalog.imports (store_id, id, status, file_name, created_at)
select id, gen_random_uuid(), 'finished', 'lamps.csv', now() from tenancy.stores;

insert into tenancy.domain_claims (store_id, host, token, state, wants_primary, claimed_at, checking_since)
select id, 'shop.' || code || '.test', 'token-of-' || code, 'waiting', true, now(), now() from tenancy.stores;

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

-- People with few rights, and what opens no door: a program's key, and the link of an operator who acts as somebody else.

insert into tenancy.users
select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'email', new.email, 'name', new.name))).*
from tenancy.users u,
    (values ('viewer@lumiere.test', 'Vera Weber'), ('support@orion.test', 'Sven Support')) new(email, name)
where u.email = 'staff@lumiere.test';

insert into tenancy.memberships (merchant_id, id, user_id, store_id, role)
select s.merchant_id, gen_random_uuid(), u.id, s.id, 'viewer'
from tenancy.stores s, tenancy.users u where s.code = 'lumiere' and u.email = 'viewer@lumiere.test';

insert into tenancy.operators (platform_id, user_id, role)
select o.platform_id, u.id, 'support'
from tenancy.operators o join tenancy.users n on n.id = o.user_id, tenancy.users u
where n.email = 'operator@orion.test' and u.email = 'support@orion.test';

insert into tenancy.api_keys (store_id, id, name, prefix, token_hash, scopes, created_by, created_by_name, created_at)
select s.id, gen_random_uuid(), 'Cash desk', 'orion_key-of', sha256('orion_key-of-the-matrix'), '{*}', u.id, u.name, now()
from tenancy.stores s, tenancy.users u where s.code = 'lumiere' and u.email = 'owner@lumiere.test';

insert into tenancy.impersonations (platform_id, id, token_hash, operator_id, operator_name, kind, person_id, person_name,
    store_id, store_code, reason, created_at, expires_at)
select s.platform_id, gen_random_uuid(), sha256('link-of-the-matrix'), n.id, n.name, 'member', u.id, u.name, s.id, s.code,
    'Helps', now(), now() + interval '1 hour'
from tenancy.stores s, tenancy.users u, tenancy.users n
where s.code = 'lumiere' and u.email = 'owner@lumiere.test' and n.email = 'operator@orion.test';

-- For roles, teams and operators: a role of each merchant and platform, a colleague and an invitation of each store, an
-- operator and an invitation of each platform, none of whom knocks; and links that open something.

insert into tenancy.users (id, email, password_hash, name)
select gen_random_uuid(), email, 'none', 'Colleague'
from (select 'colleague@' || code || '.test' as email from tenancy.stores
      union all select 'user@' || code || '.test' from tenancy.stores
      union all select 'helper@' || code || '.test' from tenancy.platforms) new;

insert into tenancy.memberships (merchant_id, id, user_id, store_id, role)
select s.merchant_id, gen_random_uuid(), u.id, s.id, 'viewer'
from tenancy.stores s
join tenancy.users u on u.email in ('colleague@' || s.code || '.test', 'user@' || s.code || '.test');

insert into tenancy.operators (platform_id, user_id, role)
select p.id, u.id, 'viewer' from tenancy.platforms p join tenancy.users u on u.email = 'helper@' || p.code || '.test';

insert into tenancy.roles (merchant_id, id, name, permissions, created_at, updated_at)
select id, gen_random_uuid(), 'Packing', '{orders.view}', now(), now() from tenancy.merchants;

insert into tenancy.operator_roles (platform_id, id, name, permissions, created_at, updated_at)
select id, gen_random_uuid(), 'Bookkeeping', '{stores.view}', now(), now() from tenancy.platforms;

insert into tenancy.invitations (platform_id, id, merchant_id, email, role, stores, locale, token_hash, invited_by_name,
    created_at, sent_at, expires_at)
select platform_id, gen_random_uuid(), merchant_id, 'invited@' || code || '.test', 'viewer', array[id], 'en',
    sha256(('invitation-of-' || code)::bytea), 'Nora', now(), now(), now() + interval '7 days'
from tenancy.stores
union all
select id, gen_random_uuid(), null, 'invited@' || code || '.test', 'viewer', null, 'en',
    sha256(('invitation-of-' || code)::bytea), 'Nora', now(), now(), now() + interval '7 days'
from tenancy.platforms;

insert into tenancy.owner_transfers (merchant_id, id, from_user, to_user, token_hash, locale, created_at, expires_at)
select s.merchant_id, gen_random_uuid(), o.user_id, u.id, sha256('transfer-of-lumiere'), 'en', now(), now() + interval '3 days'
from tenancy.stores s
join tenancy.memberships o on o.merchant_id = s.merchant_id and o.role = 'owner'
join tenancy.users u on u.email = 'colleague@lumiere.test'
where s.code = 'lumiere';

-- A session and a passkey of everybody who runs a store or a platform, used by nobody. Who takes part in the matrix gets the
-- passkey when they have signed in.

insert into orion.sessions (id, token_hash, kind, principal_id, platform_id, ip, created_at, last_used_at, expires_at)
select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'member', m.user_id, c.platform_id, '127.0.0.9', now(), now(),
    now() + interval '1 day'
from (select distinct user_id, merchant_id from tenancy.memberships) m join tenancy.merchants c on c.id = m.merchant_id
union all
select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'operator', user_id, platform_id, '127.0.0.9', now(), now(),
    now() + interval '1 day'
from tenancy.operators;

insert into tenancy.passkeys (user_id, id, name, host, credential_id, credential, created_at)
select id, gen_random_uuid(), 'Key', 'elsewhere', decode(md5(id::text), 'hex'), '{}', now() from tenancy.users
where email not in ('staff@lumiere.test', 'viewer@lumiere.test', 'staff@minett.test', 'operator@orion.test', 'support@orion.test');

-- An entry of each store's log and of each platform's, and an announcement of each platform.

insert into orion.audit_log (platform_id, id, merchant_id, store_id, actor_kind, actor_name, action, subject_kind, subject_id)
select platform_id, gen_random_uuid(), merchant_id, id, 'system', '', 'tests.noted', 'store', code from tenancy.stores
union all
select id, gen_random_uuid(), null, null, 'system', '', 'tests.noted', 'platform', code from tenancy.platforms;

insert into core.announcements (platform_id, id, title, body, tone, starts_at, created_by, created_at)
select id, gen_random_uuid(), '{"en": "Maintenance"}', '{}', 'info', now(), 'Nora', now() from tenancy.platforms;
