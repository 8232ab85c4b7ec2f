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
