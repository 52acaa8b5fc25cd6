-- Identity, the changes feed, and the plain listings.
create unique index record_id on record (id);
create unique index record_seq on record (seq);
create index record_page on record (kind, id) where deleted_at is null;
create index record_company on record (company_id, kind, id) where deleted_at is null;
create index record_deleted on record (deleted_at) where deleted_at is not null;

-- The parts of a ticket, and what tickets point at.
create index record_of_ticket on record ((data ->> 'ticketId'), kind, id)
    where deleted_at is null and kind in ('note', 'timeEntry');
create unique index ticket_number_index on record (((data ->> 'number')::bigint))
    where kind = 'ticket' and deleted_at is null;
create index ticket_assignee on record ((data ->> 'assigneeId'), (data ->> 'status'), id)
    where kind = 'ticket' and deleted_at is null;
create index ticket_contact on record ((data ->> 'contactId'), id) where kind = 'ticket' and deleted_at is null;
create index ticket_asset on record ((data ->> 'assetId'), id) where kind = 'ticket' and deleted_at is null;
create index ticket_agreement on record ((data ->> 'agreementId'), id) where kind = 'ticket' and deleted_at is null;
