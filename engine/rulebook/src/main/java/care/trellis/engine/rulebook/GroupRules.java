package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ServiceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads out of a rulebook what can be known of a group while it is planned: how many clients it may
 * have at most, and how many staff it needs. What a rule asks besides the kind of service is not
 * known then, so the rule is taken to apply: the guard errs on the side of the smaller group.
 */
public final class GroupRules {

    private static final String SIZE = "session.group_size";
    private static final String STAFF = "session.staff_count";
    private static final String SERVICE = "session.service_type";

    private GroupRules() {}

    /** The rules for a group of this kind on this day, in the order of the file. */
    public static List<GroupRule> of(Rulebook rulebook, ServiceType service, LocalDate day) {
        var found = new ArrayList<GroupRule>();
        for (var rule : rulebook.rules) {
            if (!rule.period().covers(day) || !isOf(rule, service)) {
                continue;
            }
            var test = rule.test();
            if (test.fact().name().equals(SIZE) && !test.relation().floor()) {
                int less = test.relation() == Relation.LESS_THAN ? 1 : 0;
                found.add(
                        new GroupRule(rule.says(), (int) test.number() - less, 0, rule.citation()));
            } else if (test.fact().name().equals(STAFF) && test.relation().floor()) {
                int more = test.relation() == Relation.MORE_THAN ? 1 : 0;
                found.add(
                        new GroupRule(
                                rule.says(),
                                Integer.MAX_VALUE,
                                (int) test.number() + more,
                                rule.citation()));
            }
        }
        return found;
    }

    private static boolean isOf(Rule rule, ServiceType service) {
        return rule.when().stream()
                .filter(test -> test.fact().name().equals(SERVICE))
                .allMatch(test ->
                        test.words().stream().anyMatch(service.name()::equalsIgnoreCase)
                                != (test.relation() == Relation.NONE_OF));
    }
}
