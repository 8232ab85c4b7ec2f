-- A cohort at a message node: who is to get a message, and how far it is.
create table delivery (
  workspace_id  integer      not null,
  run_id        bigint       not null,
  cohort_id     bigint       not null,
  node_id       varchar(64)  not null,
  -- The cohort in which the people entered the run: with the member it names the entry.
  entry         bigint       not null,
  campaign_id   bigint       not null,
  -- Of the data as the gates saw them.
  data_version  bigint       not null,
  state         varchar(16)  not null,
  -- What holds it, where something but the pause of its run does: budget or balance.
  held_by       varchar(64),
  -- What is sent, as the engine's JSON of the node's message.
  message       text         not null,
  created_at    timestamp(6) with time zone not null,
  finished_at   timestamp(6) with time zone,
  primary key (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, run_id, cohort_id, node_id)
    references step (workspace_id, run_id, cohort_id, node_id)
);
create index delivery_open on delivery (state, workspace_id, run_id);

-- Marketing messages that people are going to get, or got: what the frequency cap counts.
create table frequency_reservation (
  workspace_id  integer      not null,
  run_id        bigint       not null,
  cohort_id     bigint       not null,
  node_id       varchar(64)  not null,
  number        integer      not null,
  channel       varchar(32)  not null,
  planned_at    timestamp(6) with time zone not null,
  hash          char(64)     not null,
  -- Those of them who did not get it after all.
  freed_hash    char(64),
  primary key (workspace_id, run_id, cohort_id, node_id, number),
  foreign key (workspace_id, hash) references audience (workspace_id, hash),
  foreign key (workspace_id, freed_hash) references audience (workspace_id, hash)
);
create index frequency_reservation_planned on frequency_reservation (workspace_id, planned_at);
create index frequency_reservation_hash on frequency_reservation (workspace_id, hash);
create index frequency_reservation_freed on frequency_reservation (workspace_id, freed_hash);

-- What a workspace allows itself in marketing messages, as the engine's JSON; without a row, the
-- default.
create table messaging_policy (
  workspace_id  integer       not null primary key references workspace (id),
  content       varchar(4000) not null
);

-- A slice of a delivery, the unit of work of a worker.
create table delivery_batch (
  workspace_id     integer      not null,
  run_id           bigint       not null,
  cohort_id        bigint       not null,
  node_id          varchar(64)  not null,
  number           integer      not null,
  channel          varchar(32)  not null,
  gateway          varchar(64)  not null,
  variant          integer      not null,
  state            varchar(16)  not null,
  due_at           timestamp(6) with time zone not null,
  members          integer      not null,
  hash             char(64)     not null,
  -- Members up to this one may be going out; those of them without an outcome were in flight.
  authorized_upto  integer      not null default -1,
  authorized_at    timestamp(6) with time zone,
  owner            varchar(64),
  attempt          integer      not null default 0,
  lease_until      timestamp(6) with time zone,
  -- What keeps it from going out: its gateway, or its content; how often, and since when.
  trouble          varchar(16),
  trouble_text     varchar(500),
  trouble_since    timestamp(6) with time zone,
  troubles         integer      not null default 0,
  primary key (workspace_id, run_id, cohort_id, node_id, number),
  foreign key (workspace_id, run_id, cohort_id, node_id)
    references delivery (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, hash) references audience (workspace_id, hash)
);
create index delivery_batch_due on delivery_batch (state, due_at);
create index delivery_batch_by_hash on delivery_batch (workspace_id, hash);

-- The ledger: what became of one person's message. Written once at the outcome; the primary key is
-- the effect key, so nothing is there twice.
create table message (
  workspace_id  integer        not null,
  run_id        bigint         not null,
  node_id       varchar(64)    not null,
  member_id     integer        not null,
  entry         bigint         not null,
  cohort_id     bigint         not null,
  channel       varchar(32)    not null,
  gateway       varchar(64)    not null,
  -- accepted, failed, unknown or suppressed
  outcome       varchar(16)    not null,
  reason        varchar(64),
  address       varchar(254),
  units         smallint       not null,
  cost          numeric(14, 6) not null,
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, run_id, node_id, member_id, entry)
);

-- The gateway's own names for messages, where it gave any.
create table message_reference (
  workspace_id  integer       not null,
  gateway       varchar(64)   not null,
  reference     varchar(200)  not null,
  run_id        bigint        not null,
  node_id       varchar(64)   not null,
  member_id     integer       not null,
  entry         bigint        not null,
  primary key (workspace_id, gateway, reference)
);

-- What happened to a message later: delivered, bounced, opened, clicked, replied, unsubscribed.
create table message_event (
  workspace_id  integer      not null,
  run_id        bigint       not null,
  node_id       varchar(64)  not null,
  member_id     integer      not null,
  entry         bigint       not null,
  kind          varchar(16)  not null,
  at            timestamp(6) with time zone not null,
  detail        varchar(500),
  primary key (workspace_id, run_id, node_id, member_id, entry, kind)
);

-- The database in which all this was written, so that a copy or a restored one is noticed.
create table installation (
  id           integer       not null primary key,
  identity     varchar(500)  not null,
  starts       bigint        not null,
  held_since   timestamp(6) with time zone,
  held_reason  varchar(500)
);
