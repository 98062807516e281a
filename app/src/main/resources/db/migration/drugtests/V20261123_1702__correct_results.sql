-- A laboratory corrects what it said: the new result stands, the old one stays on record behind it.
alter table drugtests.result
    add corrects_id uuid,
    add foreign key (organization_id, corrects_id) references drugtests.result (organization_id, id) not valid;
create unique index result_corrected on drugtests.result (organization_id, corrects_id) where corrects_id is not null;
drop index drugtests.result_accession;
create unique index result_accession on drugtests.result (organization_id, test_id, kind, accession)
    where accession <> '' and corrects_id is null;
alter table drugtests.follow_up
    drop constraint follow_up_kind_check,
    add constraint follow_up_kind_check
        check (kind in ('TALK', 'CONFIRM', 'PRESCRIPTION', 'SPECIMEN', 'MISSED', 'TEAM', 'CORRECTED')) not valid;
create index file_hash on drugtests.file (organization_id, file_hash);

create or replace view drugtests.public_result with (security_invoker = true) as
    select r.organization_id, r.id, t.client_id, t.local_date, r.kind, r.state, r.reported_on, r.consistent
      from drugtests.result r
      join drugtests.test t on t.organization_id = r.organization_id and t.id = r.test_id
     where not exists (select from drugtests.result c
                        where c.organization_id = r.organization_id and c.corrects_id = r.id);
