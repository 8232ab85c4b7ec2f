-- One brand's view. Everything else belongs to one workspace and carries its id.
create table workspace (
  id              integer      not null primary key,
  workspace_key   varchar(64)  not null unique,
  name            varchar(200) not null,
  time_zone       varchar(64)  not null,
  -- Dense ids of members and guests; never reused.
  next_member_id  integer      not null default 0,
  -- Raised in the transaction of every change of members, attributes or orders; part of cache keys.
  data_version    bigint       not null default 0
);

-- Sets of people, addressed by the hash of their bytes and never changed.
create table audience (
  workspace_id  integer   not null references workspace (id),
  hash          char(64)  not null,
  members       integer   not null,
  bytes         ${bytes}  not null,
  primary key (workspace_id, hash)
);
