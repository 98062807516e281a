-- A client's chart and week ask for the tracks of one client.
create index enrollment_client on sessions.enrollment (organization_id, client_id);
