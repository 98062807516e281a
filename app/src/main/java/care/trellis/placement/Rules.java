package care.trellis.placement;

import care.trellis.engine.rulebook.Rulebook;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractOverrides;
import care.trellis.payers.EffectiveRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rules that speak about groups: those of the payers and those of the programs' licences. */
@Component
class Rules {

    private final SituationRecords records;
    private final EffectiveRules rules;
    private final ContractOverrides overrides;

    Rules(SituationRecords records, EffectiveRules rules, ContractOverrides overrides) {
        this.records = records;
        this.rules = rules;
        this.overrides = overrides;
    }

    /** Rulebooks as they stand on one day, read once. */
    record Books(Map<String, Rulebook> payers, Map<ProgramId, Rulebook> licences) {

        /** What the payer of a contract asks; empty where nobody pays or no rules are known. */
        Optional<Rulebook> payer(String contract) {
            return Optional.ofNullable(payers.get(contract));
        }

        /** What the licence of a program asks. */
        Optional<Rulebook> licence(ProgramId program) {
            return Optional.ofNullable(licences.get(program));
        }
    }

    Books on(LocalDate day) {
        var local = overrides.all();
        var payers = new HashMap<String, Rulebook>();
        for (var agreed : records.agreed()) {
            var own = local.getOrDefault(UUID.fromString(agreed.contract()), List.of());
            var book = rules.rulebook(agreed.ruleSet(), own, day);
            if (book != null) {
                payers.put(agreed.contract(), book);
            }
        }
        var licences = new HashMap<ProgramId, Rulebook>();
        records.licences()
                .forEach((program, set) -> {
                    var book = rules.rulebook(set, List.of(), day);
                    if (book != null) {
                        licences.put(program, book);
                    }
                });
        return new Books(payers, licences);
    }
}
