-- Who may what. The server works as a role that can touch records only after it has taken one of two roles for a
-- transaction: waystation_all sees every company, waystation_scoped only those named in the transaction's settings. A
-- request that forgets to say for whom it asks is refused by the database.
create table account (
    user_id        uuid primary key,
    email          text not null,
    name           text not null,
    role           text not null
        check (role in ('technician', 'dispatcher', 'lead', 'customer_admin', 'read_only')),
    all_companies  boolean not null,
    scope_revision bigint not null default 0,
    password_hash  text,
    wrong_count    integer not null default 0,
    locked_until   timestamptz,
    disabled_at    timestamptz,
    created_at     timestamptz not null default now(),
    check (role <> 'customer_admin' or not all_companies)
);
comment on table account is 'Those of the users who can sign in.';
comment on column account.scope_revision is 'Counts the changes of what the user may see; cursors of another one are void.';
comment on column account.password_hash is 'Argon2id in the form of the reference program; none until one was chosen.';
create unique index account_email on account (lower(email));

create table account_company (
    user_id    uuid not null references account,
    company_id uuid not null,
    primary key (user_id, company_id)
);

-- What left a company, or what its customer may read no more: to those who see just that, it is gone.
create table record_departure (
    seq        bigint primary key,
    id         uuid not null,
    kind       text not null,
    company_id uuid not null,
    left_at    timestamptz not null default now()
);

create function keep_departure() returns trigger language plpgsql as $$
begin
    insert into record_departure (seq, id, kind, company_id) values (new.seq, old.id, old.kind, old.company_id);
    return null;
end $$;

create trigger record_departs after update of company_id on record
    for each row when (old.company_id is not null
        and (old.company_id is distinct from new.company_id
            or (old.kind = 'note' and old.data ->> 'visibility' = 'public' and new.data ->> 'visibility' <> 'public')))
    execute function keep_departure();

-- Settings that a transaction was not given are empty, and what is empty opens nothing. Each is read once a statement.
alter table record enable row level security;
create policy everything on record to waystation_all using (true) with check (true);
create policy own_companies on record to waystation_scoped using (
    (company_id is null
        or company_id = any ((select nullif(current_setting('app.companies', true), '')::uuid[])::uuid[]))
    and ((select current_setting('app.internal', true)) = 'on'
        or kind in ('user', 'company', 'site', 'contact', 'agreement', 'asset', 'ticket')
        or (kind = 'note' and (data ->> 'visibility' = 'public' or deleted_at is not null)))
);
alter table record_departure enable row level security;
create policy everything on record_departure to waystation_all using (true) with check (true);
create policy own_companies on record_departure to waystation_scoped
    using (company_id = any ((select nullif(current_setting('app.companies', true), '')::uuid[])::uuid[]));

-- Accounts for those who had a token so far.
insert into account (user_id, email, name, role, all_companies)
select distinct on (lower(coalesce(u.data ->> 'email', u.id::text)))
       u.id, coalesce(u.data ->> 'email', u.id::text), u.data ->> 'name', 'technician', true
from record u
where u.kind = 'user' and u.deleted_at is null and u.id in (select user_id from api_token);
