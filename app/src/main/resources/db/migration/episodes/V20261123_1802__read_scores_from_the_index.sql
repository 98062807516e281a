-- The trend of years is read at every opening of a chart: the index holds all of it.
drop index episodes.score_client;
create index score_client on episodes.score (organization_id, client_id, instrument, taken_on) include (total);
