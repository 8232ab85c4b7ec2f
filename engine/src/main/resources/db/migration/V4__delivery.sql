-- A cohort at a message node: who is to get a message, and how far it is.
create table delivery (
  workspace_id  integer      not null,
  run_id        bigint       not null,
  cohort_id     bigint       not null,
  node_id       varchar(64)  not null,
  -- The cohort in which the people entered the run: with the member it names the entry.
  entry         bigint       not null,
  campaign_id   bigint       not null,
  state         varchar(16)  not null,
  -- What is sent, as the engine's JSON of the node's message.
  message       text         not null,
  created_at    timestamp(6) with time zone not null,
  finished_at   timestamp(6) with time zone,
  primary key (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, run_id, cohort_id, node_id)
    references step (workspace_id, run_id, cohort_id, node_id)
);
create index delivery_open on delivery (state, workspace_id, run_id);

-- A slice of a delivery, the unit of work. Members up to authorized_upto may be going out:
-- committed before the call.
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
  -- Who may be going out and has no outcome yet lies between settled_upto and authorized_upto.
  authorized_upto  integer      not null default -1,
  owner            varchar(64),
  attempt          integer      not null default 0,
  lease_until      timestamp(6) with time zone,
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
