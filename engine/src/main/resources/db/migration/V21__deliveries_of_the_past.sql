-- As of when a run that plays in the past sees the people to whom it sends.
alter table delivery add column as_of timestamp(6) with time zone;
