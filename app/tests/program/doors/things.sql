-- What a store has, and one of its customers in it, by the names that stand for it in the tables.
select thing.name, thing.value
from tenancy.stores s
join customers.customers c on c.store_id = s.id and c.email = $2
join lateral (
    select p.id, p.slug, p.updated_at, v.id as variant_id
    from catalog.products p
    join catalog.variants v on v.store_id = p.store_id and v.product_id = p.id
    join inventory.stock_levels l on l.store_id = v.store_id and l.variant_id = v.id
    where p.store_id = s.id and p.status = 'published' and l.is_counted and l.on_hand - l.reserved > 3
        and exists (select from catalog.media m where m.store_id = s.id and m.product_id = p.id)
        and exists (select from catalog.product_categories d where d.store_id = s.id and d.product_id = p.id)
    order by p.slug, v.position limit 1
) p on true
join lateral (
    select k.id, k.slug from catalog.categories k
    join catalog.product_categories d on d.store_id = k.store_id and d.category_id = k.id
    where d.store_id = s.id and d.product_id = p.id order by k.slug limit 1
) k on true
join lateral (
    select * from orders.orders o where o.store_id = s.id and o.customer_id = c.id order by o.number desc limit 1
) o on true
cross join jsonb_each_text(jsonb_build_object(
    'product', p.id,
    'product_slug', p.slug,
    'version', (extract(epoch from p.updated_at) * 1000000)::bigint,
    'variant', p.variant_id,
    'media', (select id from catalog.media where store_id = s.id and product_id = p.id order by position limit 1),
    'category', k.id,
    'category_slug', k.slug,
    'page', (select slug from cms.store_pages where store_id = s.id order by slug limit 1),
    'rate', (select id from tenancy.shipping_rates where store_id = s.id order by position limit 1),
    'domain', (select host from tenancy.domain_claims where store_id = s.id order by host limit 1),
    'import', (select id from catalog.imports where store_id = s.id limit 1),
    'audit_entry', (select id from orion.audit_log where store_id = s.id and action = 'tests.noted' limit 1),
    'mail', (select id from messaging.outbox where store_id = s.id order by created_at limit 1),
    'store_id', s.id,
    'colleague', (select id from tenancy.users where email = 'colleague@' || s.code || '.test'),
    'session', (select i.id from orion.sessions i join tenancy.users u on u.id = i.principal_id
                where u.email = 'colleague@' || s.code || '.test' limit 1),
    'passkey', (select k.id from tenancy.passkeys k join tenancy.users u on u.id = k.user_id
                where u.email = 'colleague@' || s.code || '.test' limit 1),
    'role', (select id from tenancy.roles where merchant_id = s.merchant_id and name = 'Packing'),
    'invitation', (select id from tenancy.invitations where email = 'invited@' || s.code || '.test'),
    'customer', c.id,
    'email', c.email,
    'customer_session', (select id from orion.sessions where kind = 'customer' and principal_id = c.id limit 1),
    'address', (select id from customers.addresses where store_id = s.id and customer_id = c.id limit 1),
    'order', o.id,
    'number', o.number,
    'line', (select id from orders.lines where store_id = s.id and order_id = o.id order by position limit 1),
    'checkout', o.checkout_id,
    'payment', o.payment_id,
    'refund', (select id from payments.refunds where store_id = s.id and payment_id = o.payment_id limit 1)
)) thing(name, value)
where s.code = $1;
