-- Somebody invited, an owner about to hand over, and a role of each sort: what people do in several steps.

insert into tenancy.invitations (platform_id, id, merchant_id, email, role, stores, locale, token_hash, invited_by_name,
    created_at, sent_at, expires_at)
select platform_id, gen_random_uuid(), merchant_id, 'invited@lumiere.test', 'viewer', array[id], 'en',
    sha256('invitation-of-lumiere'), 'Nora', now(), now(), now() + interval '7 days'
from tenancy.stores where code = 'lumiere';

insert into tenancy.owner_transfers (merchant_id, id, from_user, to_user, token_hash, locale, created_at, expires_at)
select s.merchant_id, gen_random_uuid(), o.user_id, u.id, sha256('transfer-of-lumiere'), 'en', now(), now() + interval '3 days'
from tenancy.stores s
join tenancy.memberships o on o.merchant_id = s.merchant_id and o.role = 'owner'
join tenancy.users u on u.email = 'staff@lumiere.test'
where s.code = 'lumiere';

insert into tenancy.roles (merchant_id, id, name, permissions, created_at, updated_at)
select merchant_id, gen_random_uuid(), 'Packing', '{orders.view}', now(), now() from tenancy.stores where code = 'lumiere';

insert into tenancy.operator_roles (platform_id, id, name, permissions, created_at, updated_at)
select id, gen_random_uuid(), 'Support', '{users.view}', now(), now() from tenancy.platforms;
