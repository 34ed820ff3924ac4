-- The view of intake-service. Every row follows from the log; nothing here is a source.

-- Where each intent stands. What never changes stands in its first two events.
create table intake.intents (
  intent_id uuid primary key,
  sequence bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  status text not null,
  waiting_reason text,
  pending_type text,
  pending_ref text,
  pending_name text,
  submission_digest text not null,
  payload_sequence bigint not null,
  step text,
  remind_count int not null,
  delivery_attempt int not null,
  due_at timestamptz,
  human_task json,
  result json,
  error json,
  quarantine text
) with (fillfactor = 80);

create index intents_by_age on intake.intents (created_at);

-- Lists of what is under way stay quick however many have ended.
create index intents_open on intake.intents (created_at)
  where status not in ('COMPLETED', 'FAILED', 'CANCELED', 'TIMED_OUT');

-- The log, by intent.
create table intake.intent_events (
  intent_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  type text not null,
  source text not null,
  correlation_id text not null,
  causation_id text not null,
  body json not null,
  primary key (intent_id, sequence)
);

-- Who sent an intent or has a part in it: who may see it.
create table intake.parties (
  name text not null,
  created_at timestamptz not null,
  intent_id uuid not null,
  primary key (name, created_at, intent_id)
);

-- Steps put before agents: one frame of an agent's stream each. The numbers begin with the time at
-- which this table was made, so that they only ever rise, also when the view is rebuilt; steps of
-- two, because some clients ask from the last number on and others from the one after it.
create sequence intake.delivery_seq increment by 2;

select setval('intake.delivery_seq', (extract(epoch from clock_timestamp()) * 1000)::bigint * 2 + 1);

create table intake.agent_deliveries (
  seq bigint primary key,
  agent text not null,
  intent_id uuid not null,
  sequence bigint not null,
  step text not null,
  attempt int not null,
  answered boolean not null,
  unique (intent_id, sequence)
);

create index agent_deliveries_open on intake.agent_deliveries (agent, seq) where not answered;
