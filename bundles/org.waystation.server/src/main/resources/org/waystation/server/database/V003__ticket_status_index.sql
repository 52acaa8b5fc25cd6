-- Listings by status alone.
create index ticket_status on record ((data ->> 'status'), id) where kind = 'ticket' and deleted_at is null;
