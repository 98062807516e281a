package care.trellis.ledger;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a day as the column keeps them; {@code ledger.public_line} reads them back. */
final class LineJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LineJson() {}

    static String of(List<BilledLine> lines) {
        if (lines.isEmpty()) {
            return "[]";
        }
        var array = JSON.createArrayNode();
        for (var line : lines) {
            var json =
                    array.addObject()
                            .put("number", line.number())
                            .put(
                                    "session",
                                    line.session() == null ? null : line.session().toString())
                            .put("procedure_code", line.procedureCode())
                            .put("revenue_code", line.revenueCode())
                            .put("units", line.units())
                            .put("charge_cents", line.chargeCents());
            var modifiers = json.putArray("modifiers");
            line.modifiers().forEach(modifiers::add);
        }
        return array.toString();
    }
}
