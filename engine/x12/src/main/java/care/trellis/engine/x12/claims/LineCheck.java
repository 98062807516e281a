package care.trellis.engine.x12.claims;

import static care.trellis.engine.x12.claims.ClaimForm.Institutional;
import static care.trellis.engine.x12.claims.ClaimForm.Professional;

import java.time.LocalDate;
import java.util.Set;

/** What can be wrong with the service lines of a claim (loop 2400). */
final class LineCheck {

    private static final Set<String> UNITS = Set.of("UN", "MJ", "DA");
    private static final long HIGHEST_CHARGE_CENTS = 9_999_999_99L;

    private final Findings findings;
    private final LocalDate today;

    LineCheck(Findings findings, LocalDate today) {
        this.findings = findings;
        this.today = today;
    }

    void lines(Claim claim) {
        int most = claim.form() instanceof Institutional ? 999 : 50;
        int count = claim.lines().size();
        findings.require(
                count >= 1 && count <= most,
                "2400",
                "LX",
                "The claim needs 1 to " + most + " service lines; it has " + count + ".");
        for (int i = 0; i < count; i++) {
            line(claim.form(), claim.lines().get(i), "Line " + (i + 1));
        }
    }

    private void line(ClaimForm form, ServiceLine line, String which) {
        boolean institutional = form instanceof Institutional;
        var segment = institutional ? "SV2" : "SV1";
        var revenue = line.revenueCode();
        findings.require(
                !institutional || revenue != null && revenue.matches("0?[0-9]{3}"),
                "2400",
                segment,
                which + " needs a revenue code of four digits.");
        var procedure = line.procedure();
        findings.require(
                institutional || procedure != null,
                "2400",
                segment,
                which + " needs a procedure code.");
        if (procedure != null) {
            findings.require(
                    procedure.code().matches("[0-9A-Z]{5}"),
                    "2400",
                    segment,
                    which + " needs a procedure code of five characters.");
            findings.require(
                    procedure.modifiers().size() <= 4
                            && procedure.modifiers().stream()
                                    .allMatch(modifier -> modifier.matches("[0-9A-Z]{2}")),
                    "2400",
                    segment,
                    which + " may have four modifiers of two characters each.");
        }
        findings.require(
                line.units() >= 1 && line.units() <= 99_999,
                "2400",
                segment,
                which + " must bill 1 to 99999 units.");
        findings.require(
                UNITS.contains(line.unit()),
                "2400",
                segment,
                which + "'s unit must be UN, MJ or DA.");
        findings.require(
                line.chargeCents() >= 0 && line.chargeCents() <= HIGHEST_CHARGE_CENTS,
                "2400",
                segment,
                which + "'s charge must be 0.00 to 9999999.99.");
        findings.require(
                within(form, line.date()),
                "2400",
                "DTP 472",
                which + "'s date is in the future or outside the statement.");
        if (line.controlNumber() != null) {
            findings.id(line.controlNumber(), 1, 30, "2400", "REF 6R", which + "'s control number");
        }
    }

    private boolean within(ClaimForm form, LocalDate date) {
        return !date.isAfter(today)
                && switch (form) {
                    case Institutional statement ->
                            !date.isBefore(statement.from()) && !date.isAfter(statement.to());
                    case Professional ignored -> true;
                };
    }
}
