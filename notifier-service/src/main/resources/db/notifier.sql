create table notifier.subjects (
  intent_id   uuid primary key,
  intent_type text,
  sender      text,
  title       text
);

-- What is told. As json, for the texts of strangers may hold what columns of text refuse.
-- Format 1. Raise the number when the record Notice changes: the view is then filled anew.
create table notifier.notices (
  id       uuid primary key,
  document json not null
);

create table notifier.deliveries (
  id              uuid        primary key,
  notice_id       uuid        not null,
  intent_id       uuid        not null,
  partition       int         not null,
  sequence        bigint      not null,
  kind            text        not null,
  channel         text        not null,
  lane            text        not null,
  recipient       text        not null,
  state           text        not null default 'PENDING',
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text
);

create index deliveries_due on notifier.deliveries (lane, next_attempt_at) where state = 'PENDING';

create index deliveries_open on notifier.deliveries (intent_id) where state = 'PENDING';
