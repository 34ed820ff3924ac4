create table timer.timers (
  intent_id  uuid        not null,
  kind       text        not null,
  partition  int         not null,
  generation bigint      not null,
  due_at     timestamptz not null,
  fired_at   timestamptz,
  primary key (intent_id, kind)
);

create index timers_due on timer.timers (partition, due_at) where fired_at is null;

create index timers_fired on timer.timers (partition, fired_at) where fired_at is not null;
