-- What this server is. One row.
create table server_meta (
    only_row boolean primary key default true check (only_row),
    epoch    uuid not null,
    provider text not null,
    sample   text
);

-- The end of the history. Its row lock makes the order of sequences the order of commits: see FeedWriter.
create table feed_head (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null,
    oldest   bigint not null
);
comment on column feed_head.oldest is 'Cursors before this one cannot be continued: tombstones after them were purged.';
insert into feed_head (seq, oldest) values (0, 0);

-- How many live records there are of each kind, so that a snapshot can announce them without counting.
create table record_count (
    kind text primary key,
    live bigint not null
);

create table record (
    id         uuid not null,
    kind       text not null,
    company_id uuid,
    version    bigint not null,
    seq        bigint not null,
    deleted_at timestamptz,
    data       jsonb not null
);
comment on column record.company_id is 'The company it belongs to, also where data says so only through another record.';
comment on column record.version is 'Counts the edits of people; fields the server keeps change only the seq.';

create table operation_result (
    id         uuid primary key,
    user_id    uuid not null,
    kind       text not null,
    entity_id  uuid not null,
    applied_at timestamptz not null default now()
);
comment on table operation_result is 'Operations that were applied. The others changed nothing and may be sent again.';

create table api_token (
    hash       bytea primary key,
    label      text not null,
    user_id    uuid not null,
    expires_at timestamptz,
    created_at timestamptz not null default now()
);
comment on column api_token.hash is 'SHA-256 of a random token of 256 bits; the token itself is kept nowhere.';

create sequence ticket_number;
