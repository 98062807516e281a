-- What was written on paper while the program was down, and entered later.
alter table attendance.event drop constraint event_method_check;
alter table attendance.event add constraint event_method_check
    check (method in ('STAFF', 'KIOSK', 'QR', 'TEXT', 'VIDEO', 'ESTIMATED', 'PAPER'));
