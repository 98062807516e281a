-- Published: what a payer's answer takes off by contract, in cents.
create function receivables.public_contractual(
        groups text[], reasons text[], amounts bigint[], remaining bigint, paid bigint, patient bigint) returns bigint
    language sql immutable
    return receivables.contractual(groups, reasons, amounts, remaining, paid, patient);
grant execute on function receivables.public_contractual(text[], text[], bigint[], bigint, bigint, bigint) to ${appRole};
