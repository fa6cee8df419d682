-- Every index with its first column, and every foreign key with its pairs of columns, of the tables that are ours.
with ours as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
)
select 'index' as kind, i.relname::text as name, o.name as own, null as their,
    array[coalesce(a.attname::text, '')] as own_columns, '{}'::text[] as their_columns
from pg_index x
join ours o on o.oid = x.indrelid
join pg_class i on i.oid = x.indexrelid
join pg_am m on m.oid = i.relam and m.amname = 'btree'
left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0] and a.attnum > 0
union all
select 'reference', k.conname::text, o.name, t.name,
    array(select a.attname::text from unnest(k.conkey) with ordinality p(number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number order by p.place),
    array(select a.attname::text from unnest(k.confkey) with ordinality p(number, place)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.number order by p.place)
from pg_constraint k
join ours o on o.oid = k.conrelid
join ours t on t.oid = k.confrelid
where k.contype = 'f'
order by 1, 3, 2
