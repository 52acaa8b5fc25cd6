-- The parts of records other than tickets.
create index record_of_owner on record ((data ->> 'ownerId'), id) where deleted_at is null and kind = 'attachment';
create index record_of_article on record ((data ->> 'articleId'), id)
    where deleted_at is null and kind = 'articleVersion';

-- Listings, and whether anything still refers to a record that shall go.
create index contact_site on record ((data ->> 'siteId'), id) where kind = 'contact' and deleted_at is null;
create index asset_site on record ((data ->> 'siteId'), id) where kind = 'asset' and deleted_at is null;
create index asset_agreement on record ((data ->> 'agreementId'), id) where kind = 'asset' and deleted_at is null;
create index ticket_site on record ((data ->> 'siteId'), id) where kind = 'ticket' and deleted_at is null;
create index ticket_team on record ((data ->> 'teamId'), id) where kind = 'ticket' and deleted_at is null;
create index alert_asset on record ((data ->> 'assetId'), id) where kind = 'alert' and deleted_at is null;
create index alert_ticket on record ((data ->> 'ticketId'), id) where kind = 'alert' and deleted_at is null;
create index alert_state on record ((data ->> 'state'), id) where kind = 'alert' and deleted_at is null;
create index session_asset on record ((data ->> 'assetId'), id) where kind = 'remoteSession' and deleted_at is null;
create index session_ticket on record ((data ->> 'ticketId'), id) where kind = 'remoteSession' and deleted_at is null;

-- The end of each device's audit chain; two entries can never share a place.
create unique index audit_chain on record ((data ->> 'deviceId'), ((data ->> 'position')::bigint))
    where kind = 'auditEntry';

-- What the people of a customer may read of the new kinds: which team has their ticket, and articles that are meant
-- for them. The rest stays inside.
drop policy own_companies on record;
create policy own_companies on record to waystation_scoped using (
    (company_id is null
        or company_id = any ((select nullif(current_setting('app.companies', true), '')::uuid[])::uuid[]))
    and ((select current_setting('app.internal', true)) = 'on'
        or kind in ('user', 'team', 'company', 'site', 'contact', 'agreement', 'asset', 'ticket')
        or (kind = 'note' and (data ->> 'visibility' = 'public' or deleted_at is not null))
        or (kind = 'article' and (deleted_at is not null
            or (data ->> 'visibility' = 'company' and data ->> 'state' = 'published'))))
);

drop trigger record_departs on record;
create trigger record_departs after update of company_id on record
    for each row when (old.company_id is not null
        and (old.company_id is distinct from new.company_id
            or (old.kind = 'note' and old.data ->> 'visibility' = 'public' and new.data ->> 'visibility' <> 'public')
            or (old.kind = 'article' and old.data ->> 'visibility' = 'company'
                and (new.data ->> 'visibility' <> 'company' or new.data ->> 'state' <> 'published'))))
    execute function keep_departure();
