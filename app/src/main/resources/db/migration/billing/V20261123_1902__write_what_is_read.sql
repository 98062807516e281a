-- A posting is looked for by its claim, and then by its line. A large remittance writes them by the ten thousand.
drop index billing.posting_line;
