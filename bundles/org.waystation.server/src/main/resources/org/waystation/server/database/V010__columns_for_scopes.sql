-- What listings and scopes ask for, as columns. Row-level security looks at rows before an expression over data may
-- (->> is not leakproof), so for those who see some companies only, an index on an expression was of no use.
-- Functions, so that a later step can say the same of new kinds: there are no rows of those yet.
create function parent_of(kind text, data jsonb) returns uuid language sql immutable as $$
    select case
        when kind in ('note', 'timeEntry', 'alert', 'remoteSession') then (data ->> 'ticketId')::uuid
        when kind = 'attachment' then (data ->> 'ownerId')::uuid
        when kind = 'articleVersion' then (data ->> 'articleId')::uuid
        when kind = 'assetRevision' then (data ->> 'assetId')::uuid
    end
$$;
create function last_moment_of(kind text, data jsonb) returns text language sql immutable as $$
    select case
        when kind in ('ticket', 'article') then data ->> 'updatedAt'
        when kind in ('note', 'attachment', 'articleVersion') then data ->> 'createdAt'
        when kind = 'timeEntry' then data ->> 'startedAt'
        when kind = 'alert' then coalesce(data ->> 'resolvedAt', data ->> 'lastSeenAt', data ->> 'raisedAt')
        when kind = 'remoteSession' then coalesce(data ->> 'endedAt', data ->> 'startedAt')
        when kind = 'auditEntry' then data ->> 'at'
    end
$$;
-- Put together from its parts: to read a text as a date depends on settings, which a generated column may not.
create function day_of(moment text) returns date language sql immutable strict as $$
    select make_date(left(moment, 4)::integer, substr(moment, 6, 2)::integer, substr(moment, 9, 2)::integer)
$$;

alter table record
    add column parent_id uuid generated always as (parent_of(kind, data)) stored,
    add column holder_id uuid generated always as (case kind
        when 'ticket' then (data ->> 'assigneeId')::uuid
        when 'savedView' then (data ->> 'ownerId')::uuid
        when 'auditEntry' then (data ->> 'deviceId')::uuid
        end) stored,
    add column site_id uuid generated always as (case
        when kind in ('contact', 'asset', 'ticket') then (data ->> 'siteId')::uuid end) stored,
    add column agreement_id uuid generated always as (case
        when kind in ('asset', 'ticket') then (data ->> 'agreementId')::uuid end) stored,
    add column contact_id uuid generated always as (case
        when kind = 'ticket' then (data ->> 'contactId')::uuid end) stored,
    add column team_id uuid generated always as (case
        when kind = 'ticket' then (data ->> 'teamId')::uuid end) stored,
    add column asset_id uuid generated always as (case
        when kind in ('ticket', 'alert', 'remoteSession') then (data ->> 'assetId')::uuid end) stored,
    add column state text generated always as (case
        when kind = 'ticket' then data ->> 'status'
        when kind in ('asset', 'alert', 'article') then data ->> 'state'
        end) stored,
    add column number bigint generated always as (case kind
        when 'ticket' then (data ->> 'number')::bigint
        when 'auditEntry' then (data ->> 'position')::bigint
        end) stored,
    add column changed_on date generated always as (day_of(last_moment_of(kind, data))) stored;
comment on column record.parent_id is 'What it is a part of, or the ticket it belongs to.';
comment on column record.holder_id is 'Who has it: a ticket''s assignee, a view''s owner, an audit entry''s device.';
comment on column record.changed_on is 'The day (UTC) on which it last moved, by its own times; a scope of some days asks for it.';

drop index record_of_asset, record_of_ticket, ticket_number_index, ticket_assignee, ticket_contact, ticket_asset, ticket_agreement,
    ticket_status, record_of_owner, record_of_article, contact_site, asset_site, asset_agreement, ticket_site,
    ticket_team, alert_asset, alert_ticket, alert_state, session_asset, session_ticket, audit_chain;
create index record_parent on record (parent_id, kind, id) where deleted_at is null and parent_id is not null;
create index record_site on record (site_id, kind, id) where deleted_at is null and site_id is not null;
create index record_agreement on record (agreement_id, kind, id) where deleted_at is null and agreement_id is not null;
create index record_asset on record (asset_id, kind, id) where deleted_at is null and asset_id is not null;
create index ticket_contact on record (contact_id, id) where kind = 'ticket' and deleted_at is null;
create index ticket_team on record (team_id, id) where kind = 'ticket' and deleted_at is null;
create index ticket_assignee on record (holder_id, state, id) where kind = 'ticket' and deleted_at is null;
create index ticket_state on record (state, id) where kind = 'ticket' and deleted_at is null;
create index alert_state on record (state, id) where kind = 'alert' and deleted_at is null;
create unique index ticket_number_index on record (number) where kind = 'ticket' and deleted_at is null;
-- The end of each device's audit chain; two entries can never share a place.
create unique index audit_chain on record (holder_id, number) where kind = 'auditEntry';

-- How long a workstation may show its copy without having heard from the server.
alter table server_meta add column offline_lease_days integer not null default 7 check (offline_lease_days between 1 and 90);
