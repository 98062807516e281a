-- A receiver says of the file itself that it came and can be read (TA1, 999), before the payer says anything of the request.
alter table approvals.request add column received_at timestamptz;
