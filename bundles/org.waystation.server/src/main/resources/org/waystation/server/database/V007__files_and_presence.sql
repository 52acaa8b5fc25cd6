-- Contents of attached files. They are in the database so that several servers and a backup have them all.
create table upload (
    id         uuid primary key,
    user_id    uuid not null,
    length     bigint not null,
    received   bigint not null default 0,
    sha256     text not null,
    complete   boolean not null default false,
    expires_at timestamptz not null
);
create index upload_expiry on upload (expires_at) where not complete;

create table upload_piece (
    upload_id uuid not null references upload on delete cascade,
    place     bigint not null,
    content   bytea not null,
    primary key (upload_id, place)
);
-- What is uploaded is mostly compressed already.
alter table upload_piece alter column content set storage external;

create table blob (
    sha256     text primary key,
    size       bigint not null,
    media_type text not null,
    upload_id  uuid not null references upload,
    created_at timestamptz not null default now()
);
create table blob_holder (
    sha256  text not null references blob,
    user_id uuid not null,
    primary key (sha256, user_id)
);
comment on table blob_holder is 'Who uploaded it: only they may attach it, so that knowing a hash gives nobody its content.';

-- Who has a record open. It is forgotten after a minute and need not survive a crash.
create unlogged table presence (
    record_id uuid not null,
    user_id   uuid not null,
    name      text not null,
    activity  text not null,
    since     timestamptz not null default now(),
    seen_at   timestamptz not null default now(),
    primary key (record_id, user_id)
);
create index presence_seen on presence (seen_at);
