-- What workstations and accounts have used of their turns, over all servers: a level that rises with each block of turns that a
-- server takes and falls with time. It need not survive a crash.
create unlogged table quota (
    holder  text primary key,
    level   double precision not null,
    granted double precision not null,
    at      timestamptz not null
);
comment on column quota.granted is 'How many turns the last block held; fewer than were asked for where there were no more.';
