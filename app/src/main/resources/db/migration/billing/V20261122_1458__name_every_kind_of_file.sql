-- Claims and remittances, and what is asked: coverage (270), claim status (276), reviews (278).
alter table billing.file
    drop constraint file_kind_check,
    add constraint file_kind_check check (kind in ('837I', '837P', '835', '270', '276', '278'));
