-- What things cost. Amounts are in the currency of the workspace.
create table price_list (
  workspace_id  integer not null primary key references workspace (id),
  currency      char(3) not null
);

-- The price of a unit (a message part, an e-mail). Gateway '': any gateway that has no price of its own.
create table price (
  workspace_id  integer        not null references price_list (workspace_id),
  channel       varchar(32)    not null,
  gateway       varchar(64)    not null default '',
  unit_price    numeric(12, 6) not null,
  primary key (workspace_id, channel, gateway)
);

-- Prepaid units of a channel; a channel without a row is not limited. The row is locked by whoever
-- changes it, and holds the sum of its entries.
create table balance (
  workspace_id  integer     not null references workspace (id),
  channel       varchar(32) not null,
  units         bigint      not null,
  primary key (workspace_id, channel)
);

create table balance_entry (
  workspace_id  integer      not null,
  channel       varchar(32)  not null,
  -- top-up, correction, use or return
  kind          varchar(16)  not null,
  cause         varchar(200) not null,
  -- Signed: what it adds to the balance.
  units         bigint       not null,
  note          varchar(200),
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, channel, kind, cause),
  foreign key (workspace_id, channel) references balance (workspace_id, channel)
);
create index balance_entry_by_time on balance_entry (workspace_id, channel, at);

-- The money of a campaign. With a limit the row holds the sums of its entries and is locked by
-- whoever adds one; without one it is not locked and the sums are not kept.
create table budget (
  workspace_id  integer        not null,
  campaign_id   bigint         not null,
  limit_amount  numeric(18, 6),
  -- What running runs may still draw of what was set aside for them.
  reserved      numeric(18, 6) not null default 0,
  committed     numeric(18, 6) not null default 0,
  returned      numeric(18, 6) not null default 0,
  primary key (workspace_id, campaign_id),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id),
  check (committed - returned + reserved <= limit_amount)
);

-- What was set aside for a run, and what it has drawn (committed less returned) since.
create table budget_run (
  workspace_id  integer        not null,
  campaign_id   bigint         not null,
  run_id        bigint         not null,
  amount        numeric(18, 6) not null,
  used          numeric(18, 6) not null default 0,
  released      boolean        not null default false,
  primary key (workspace_id, campaign_id, run_id),
  foreign key (workspace_id, campaign_id) references budget (workspace_id, campaign_id)
);

create index budget_run_held on budget_run (released);

-- The foreign key matters: it lets whoever sets a limit wait for entries that are being written.
create table budget_entry (
  workspace_id  integer        not null,
  campaign_id   bigint         not null,
  -- limit, commit or return
  kind          varchar(16)    not null,
  cause         varchar(200)   not null,
  run_id        bigint,
  amount        numeric(18, 6) not null,
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, campaign_id, kind, cause),
  foreign key (workspace_id, campaign_id) references budget (workspace_id, campaign_id)
);

-- When a campaign starts, and when it ends. The truth from which triggers are made.
create table schedule (
  workspace_id   integer not null,
  campaign_id    bigint  not null,
  start_at       timestamp(6) with time zone,
  -- What is later than this is missed and not started.
  grace_seconds  bigint  not null,
  end_at         timestamp(6) with time zone,
  -- Whether runs that are open at the end are stopped.
  stop_runs      boolean not null,
  closed_at      timestamp(6) with time zone,
  primary key (workspace_id, campaign_id),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);

-- What became of a scheduled instant; it is there once, whoever comes to it.
create table schedule_slot (
  workspace_id  integer     not null,
  campaign_id   bigint      not null,
  slot          timestamp(6) with time zone not null,
  -- started, missed or refused
  state         varchar(16) not null,
  run_id        bigint,
  reason        varchar(1000),
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, campaign_id, slot),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);

-- The tables of Quartz's job store, as its release 2.5 wants them. Used on PostgreSQL only.
create table quartz_job_details (
  sched_name         varchar(120) not null,
  job_name           varchar(200) not null,
  job_group          varchar(200) not null,
  description        varchar(250),
  job_class_name     varchar(250) not null,
  is_durable         boolean      not null,
  is_nonconcurrent   boolean      not null,
  is_update_data     boolean      not null,
  requests_recovery  boolean      not null,
  job_data           ${bytes},
  primary key (sched_name, job_name, job_group)
);

create table quartz_triggers (
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  job_name        varchar(200) not null,
  job_group       varchar(200) not null,
  description     varchar(250),
  next_fire_time  bigint,
  prev_fire_time  bigint,
  priority        integer,
  trigger_state   varchar(16)  not null,
  trigger_type    varchar(8)   not null,
  start_time      bigint       not null,
  end_time        bigint,
  calendar_name   varchar(200),
  misfire_instr   smallint,
  job_data        ${bytes},
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group)
    references quartz_job_details (sched_name, job_name, job_group)
);
create index quartz_triggers_by_job on quartz_triggers (sched_name, job_name, job_group);
create index quartz_triggers_by_state on quartz_triggers (sched_name, trigger_state, next_fire_time);
create index quartz_triggers_misfired
  on quartz_triggers (sched_name, misfire_instr, next_fire_time, trigger_state);

create table quartz_simple_triggers (
  sched_name       varchar(120) not null,
  trigger_name     varchar(200) not null,
  trigger_group    varchar(200) not null,
  repeat_count     bigint       not null,
  repeat_interval  bigint       not null,
  times_triggered  bigint       not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
    references quartz_triggers (sched_name, trigger_name, trigger_group)
);

create table quartz_cron_triggers (
  sched_name       varchar(120) not null,
  trigger_name     varchar(200) not null,
  trigger_group    varchar(200) not null,
  cron_expression  varchar(120) not null,
  time_zone_id     varchar(80),
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
    references quartz_triggers (sched_name, trigger_name, trigger_group)
);

create table quartz_simprop_triggers (
  sched_name     varchar(120) not null,
  trigger_name   varchar(200) not null,
  trigger_group  varchar(200) not null,
  str_prop_1     varchar(512),
  str_prop_2     varchar(512),
  str_prop_3     varchar(512),
  int_prop_1     integer,
  int_prop_2     integer,
  long_prop_1    bigint,
  long_prop_2    bigint,
  dec_prop_1     numeric(13, 4),
  dec_prop_2     numeric(13, 4),
  bool_prop_1    boolean,
  bool_prop_2    boolean,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
    references quartz_triggers (sched_name, trigger_name, trigger_group)
);

create table quartz_blob_triggers (
  sched_name     varchar(120) not null,
  trigger_name   varchar(200) not null,
  trigger_group  varchar(200) not null,
  blob_data      ${bytes},
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
    references quartz_triggers (sched_name, trigger_name, trigger_group)
);

create table quartz_calendars (
  sched_name     varchar(120) not null,
  calendar_name  varchar(200) not null,
  calendar       ${bytes}     not null,
  primary key (sched_name, calendar_name)
);

create table quartz_paused_trigger_grps (
  sched_name     varchar(120) not null,
  trigger_group  varchar(200) not null,
  primary key (sched_name, trigger_group)
);

create table quartz_fired_triggers (
  sched_name         varchar(120) not null,
  entry_id           varchar(95)  not null,
  trigger_name       varchar(200) not null,
  trigger_group      varchar(200) not null,
  instance_name      varchar(200) not null,
  fired_time         bigint       not null,
  sched_time         bigint       not null,
  priority           integer      not null,
  state              varchar(16)  not null,
  job_name           varchar(200),
  job_group          varchar(200),
  is_nonconcurrent   boolean,
  requests_recovery  boolean,
  primary key (sched_name, entry_id)
);
create index quartz_fired_by_instance on quartz_fired_triggers (sched_name, instance_name);

create table quartz_scheduler_state (
  sched_name         varchar(120) not null,
  instance_name      varchar(200) not null,
  last_checkin_time  bigint       not null,
  checkin_interval   bigint       not null,
  primary key (sched_name, instance_name)
);

create table quartz_locks (
  sched_name  varchar(120) not null,
  lock_name   varchar(40)  not null,
  primary key (sched_name, lock_name)
);

-- Who hears of trouble. Campaign 0: of all campaigns of the workspace.
create table alert_contact (
  workspace_id  integer       not null references workspace (id),
  campaign_id   bigint        not null,
  number        integer       not null,
  -- phone, email or robot
  kind          varchar(16)   not null,
  address       varchar(2000) not null,
  -- The form of message that a chat robot takes.
  robot         varchar(16),
  name          varchar(200),
  primary key (workspace_id, campaign_id, number)
);

-- A trouble, once for its cause however often it is seen.
create table alert (
  workspace_id     integer       not null references workspace (id),
  id               bigint        not null generated by default as identity,
  cause            varchar(200)  not null,
  kind             varchar(32)   not null,
  campaign_id      bigint,
  run_id           bigint,
  node_id          varchar(64),
  message          varchar(1000) not null,
  since            timestamp(6) with time zone not null,
  seen_at          timestamp(6) with time zone not null,
  ended_at         timestamp(6) with time zone,
  acknowledged_at  timestamp(6) with time zone,
  -- When its contacts were last told, and how often.
  told_at          timestamp(6) with time zone,
  times_told       integer       not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, cause)
);

-- What one contact is told of an alert. Taken before it is sent, so that nobody is told twice.
create table alert_notice (
  workspace_id  integer       not null,
  id            bigint        not null generated by default as identity,
  alert_id      bigint        not null,
  kind          varchar(16)   not null,
  address       varchar(2000) not null,
  robot         varchar(16),
  -- due, sending, sent, failed or unknown
  state         varchar(16)   not null,
  tries         integer       not null default 0,
  next_try_at   timestamp(6) with time zone not null,
  reason        varchar(200),
  primary key (workspace_id, id),
  foreign key (workspace_id, alert_id) references alert (workspace_id, id)
);
create index alert_notice_due on alert_notice (state, next_try_at);
create index alert_notice_by_alert on alert_notice (workspace_id, alert_id);
