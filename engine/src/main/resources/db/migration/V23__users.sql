-- Who may log in. A name is unique on the server, and stays.
create table app_user (
  name           varchar(100)  not null,
  password       varchar(200)  not null,
  administrator  boolean default false not null,
  disabled       boolean default false not null,
  created_at     timestamp(6) with time zone not null,
  primary key (name)
);

-- What users may do in a workspace: viewer, marketer, approver, admin.
create table user_role (
  workspace_id  integer      not null references workspace (id),
  user_name     varchar(100) not null references app_user (name),
  role          varchar(16)  not null,
  primary key (workspace_id, user_name, role)
);
create index user_role_of on user_role (user_name);

-- Who is logged in. Only the hash of what the browser holds is kept.
create table user_session (
  token       varchar(64)  not null,
  user_name   varchar(100) not null references app_user (name),
  created_at  timestamp(6) with time zone not null,
  seen_at     timestamp(6) with time zone not null,
  primary key (token)
);
create index user_session_of on user_session (user_name);

-- The forecast that an approver is shown.
alter table campaign_decision add column dry_run bigint;
