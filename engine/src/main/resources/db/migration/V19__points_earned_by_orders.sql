-- What confirmed orders earn: so many points for every full `earn_per` of the amount.
alter table points_account add column earn_points bigint;
alter table points_account add column earn_per numeric(20, 4);
-- Orders confirmed earlier earn nothing.
alter table points_account add column earn_from timestamp(6) with time zone;

-- The order that brought points about, where one did.
alter table points_change add column order_id bigint;
create index points_change_order on points_change (workspace_id, account_id, order_id);
