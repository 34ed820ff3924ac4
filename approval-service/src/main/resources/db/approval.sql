-- The view of approval-service. Never migrated: when this file changes, the rows come back from the log.
-- Documents are json, not jsonb: jsonb refuses texts with \u0000. Tables that are rewritten leave room in their pages.

-- What the next input of an intent is decided on; progress: where it stands in the words of AXP; answered: the inputs
-- that were accepted last, receipts apart; head: the hash of the last event.
create table approval.intent_state (
  intent_id  uuid primary key,
  sequence   bigint not null,
  progress   json not null,
  state      json not null,
  answered   json not null,
  head       text,
  quarantine text
) with (fillfactor = 70);

-- What an intent is about; written at its birth, the payload again when a person edits it.
create table approval.subjects (
  intent_id      uuid primary key,
  sequence       bigint not null,
  type           text,
  "from"         text,
  "to"           text,
  reply_to       text,
  correlation_id text,
  created_at     timestamptz,
  title          text,
  payload        json,
  payload_digest text
);
create index subjects_from on approval.subjects ("from");
create index subjects_to on approval.subjects ("to");

-- One row a human task. question: what is asked and the frozen policy; closing: who, what and when.
create table approval.tasks (
  task_id    uuid primary key,
  intent_id  uuid not null,
  step       text not null,
  sequence   bigint not null,
  title      text,
  task_type  text,
  question   json,
  opened_at  timestamptz,
  assignees  text[] not null,
  asked      text[] not null,
  due_at     timestamptz,
  level      int not null,
  reminders  int not null,
  status     text not null,
  outcome    text,
  decided_by text,
  closed_at  timestamptz,
  comment    text,
  closing    json
) with (fillfactor = 70);
create index tasks_of_intent on approval.tasks (intent_id);
create index tasks_closed on approval.tasks (closed_at desc) where status <> 'open';

-- Who is asked, while a task is open: the inbox looks here.
create table approval.task_assignees (
  assignee text not null,
  task_id  uuid not null,
  primary key (assignee, task_id)
);
create index task_assignees_of_task on approval.task_assignees (task_id);

-- Intents that nothing is decided on until a person looked, with the record that showed it.
create table approval.quarantine (
  key        text not null,
  topic      text not null,
  partition  int not null,
  "offset"   bigint not null,
  reason     text not null,
  at         timestamptz not null,
  primary key (topic, partition, "offset")
);
