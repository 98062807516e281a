package care.trellis.imports;

import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.payers.ContractId;
import java.time.LocalDate;

/**
 * A granted authorization as a spreadsheet tells of it.
 *
 * @param number the payer's number
 */
record Granted(
        ContractId contract,
        String number,
        AuthorizationUnit unit,
        int units,
        LocalDate from,
        LocalDate to) {}
