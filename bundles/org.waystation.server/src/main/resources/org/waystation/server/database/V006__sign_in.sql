-- How people sign in. Secrets are kept as SHA-256 of long random texts only; passwords as Argon2id.
alter table account drop column wrong_count, drop column locked_until;

create table sign_in (
    id           uuid primary key,
    user_id      uuid not null references account,
    device       text not null,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    ended_at     timestamptz,
    end_reason   text
);
comment on table sign_in is 'One signed-in program of somebody; ending it ends all its tokens.';
create index sign_in_user on sign_in (user_id) where ended_at is null;

alter table api_token add column sign_in_id uuid references sign_in, add column id uuid not null default gen_random_uuid();
alter table api_token add column personal boolean not null default false, add column last_used_at timestamptz;
create index api_token_user on api_token (user_id);
create index api_token_sign_in on api_token (sign_in_id);

create table refresh_token (
    hash       bytea primary key,
    sign_in_id uuid not null references sign_in,
    expires_at timestamptz not null,
    used_at    timestamptz,
    successor  bytea
);
comment on column refresh_token.used_at is 'When it was exchanged for its successor. Seen again, it was stolen, or the answer was lost.';
create index refresh_token_sign_in on refresh_token (sign_in_id);

create table authorization_code (
    hash         bytea primary key,
    user_id      uuid not null references account,
    client_id    text not null,
    redirect_uri text not null,
    challenge    text not null,
    device       text not null,
    expires_at   timestamptz not null,
    sign_in_id   uuid references sign_in
);

create table device_grant (
    hash       bytea primary key,
    user_code  text not null unique,
    client_id  text not null,
    device     text not null,
    expires_at timestamptz not null,
    polled_at  timestamptz,
    user_id    uuid references account,
    denied     boolean not null default false
);

create table one_time_link (
    hash       bytea primary key,
    purpose    text not null check (purpose in ('password', 'setup')),
    user_id    uuid references account,
    expires_at timestamptz not null
);

create table sign_in_failure (
    hash         bytea primary key,
    wrong_count  integer not null,
    locked_until timestamptz,
    last_at      timestamptz not null
);
comment on table sign_in_failure is 'By SHA-256 of the address that was typed, so that addresses without an account behave alike.';

create table security_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    kind    text not null,
    user_id uuid,
    about   uuid,
    address text not null,
    detail  text not null
);
comment on column security_event.about is 'The user, sign-in or token that it happened to, where that is not the one who did it.';
create index security_event_user on security_event (user_id, id);
