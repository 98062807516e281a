package care.trellis.placement;

import care.trellis.engine.rulebook.GroupRules;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.MeetingRule;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractOverrides;
import care.trellis.payers.EffectiveRules;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

        /**
         * What the payer, then the licence says of how a group meets on that day: what it breaks,
         * if any; empty where neither looks at it.
         */
        Optional<MeetingRule> meeting(
                String contract,
                ProgramId program,
                ServiceType service,
                Modality modality,
                LocalDate day) {
            return Stream.of(payer(contract), licence(program))
                    .flatMap(Optional::stream)
                    .flatMap(book ->
                            GroupRules.meeting(
                                    book,
                                    care.trellis.engine.rulebook.facts.ServiceType.valueOf(
                                            service.name()),
                                    care.trellis.engine.rulebook.facts.Modality.valueOf(
                                            modality.name()),
                                    day)
                                    .stream())
                    .min(Comparator.comparing(MeetingRule::allows));
        }
    }

    /** What stands on each of these days. */
    Map<LocalDate, Books> on(Set<LocalDate> days) {
        var agreed = records.agreed();
        var local = overrides.all();
        var licences = records.licences();
        return days.stream()
                .collect(Collectors.toMap(day -> day, day -> books(agreed, local, licences, day)));
    }

    Books on(LocalDate day) {
        return books(records.agreed(), overrides.all(), records.licences(), day);
    }

    private Books books(
            List<SituationRecords.Agreed> all,
            Map<UUID, List<LocalOverride>> local,
            Map<ProgramId, String> sets,
            LocalDate day) {
        var payers = new HashMap<String, Rulebook>();
        for (var agreed : all) {
            var own = local.getOrDefault(UUID.fromString(agreed.contract()), List.of());
            var book = rules.rulebook(agreed.ruleSet(), own, day);
            if (book != null) {
                payers.put(agreed.contract(), book);
            }
        }
        var licences = new HashMap<ProgramId, Rulebook>();
        sets.forEach((program, set) -> {
            var book = rules.rulebook(set, List.of(), day);
            if (book != null) {
                licences.put(program, book);
            }
        });
        return new Books(payers, licences);
    }
}
