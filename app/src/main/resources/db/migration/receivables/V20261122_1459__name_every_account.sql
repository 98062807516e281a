-- The accounts that a move may touch. DISCOUNT is what fees by income take off, BAD_DEBT what clients could not pay;
-- OTHER_PAYER is passed through when the next payer is asked.
alter table receivables.transfer
    drop constraint transfer_debit_check,
    drop constraint transfer_credit_check,
    add constraint transfer_debit_check check (debit in ('PAYER', 'CLIENT', 'CASH', 'CONTRACT', 'WRITE_OFF',
        'UNMATCHED', 'PAYER_BALANCE', 'INTEREST', 'OTHER_PAYER', 'DISCOUNT', 'BAD_DEBT')),
    add constraint transfer_credit_check check (credit in ('PAYER', 'CLIENT', 'CASH', 'REVENUE', 'UNMATCHED',
        'OTHER_PAYER'));
