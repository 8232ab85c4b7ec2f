-- What of the committed was really spent, and what was spent beyond the limit all the same, because
-- a coupon that somebody has is honoured.
alter table budget add column settled numeric(18, 6) not null default 0;
alter table budget add column exceeded numeric(18, 6) not null default 0;

-- What one point costs, in the currency of the workspace; null for nothing.
alter table points_account add column point_cost numeric(12, 6);

-- The campaign whose money coupons were given with, and what is committed for those that are offered
-- and not claimed yet.
alter table coupon_grant add column campaign_id bigint;
alter table coupon_grant add column pool numeric(18, 6) not null default 0;
-- When money that is held for one of its coupons may come free by expiry; null where none is.
alter table coupon_grant add column look_at timestamp(6) with time zone;
create index coupon_grant_look on coupon_grant (look_at);

-- What is held of the budget for the coupon until it is used, expired or revoked; null for nothing.
alter table coupon add column held numeric(18, 6);

-- Deductions that campaigns paid for.
create table coupon_settlement (
  workspace_id  integer        not null,
  batch_id      integer        not null,
  serial        bigint         not null,
  campaign_id   bigint         not null,
  run_id        bigint         not null,
  node_id       varchar(64)    not null,
  order_key     varchar(200)   not null,
  amount        numeric(18, 6) not null,
  at            timestamp(6) with time zone not null,
  -- When the order was refunded.
  reversed_at   timestamp(6) with time zone,
  primary key (workspace_id, batch_id, serial),
  foreign key (workspace_id, batch_id, serial) references coupon (workspace_id, batch_id, serial)
);
create index coupon_settlement_order on coupon_settlement (workspace_id, order_key);
create index coupon_settlement_run on coupon_settlement (workspace_id, run_id, node_id);

-- What paused the run, where nobody did, and the node that noticed it.
alter table run add column held_by varchar(16);
alter table run add column held_node varchar(64);
