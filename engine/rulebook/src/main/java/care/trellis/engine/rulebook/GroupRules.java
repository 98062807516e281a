package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.ServiceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads out of a rulebook what can be known of a group while it is planned: how many clients it may
 * have at most, how many staff it needs, and how it may meet. What a rule asks besides the kind of
 * service is not known then, so the rule is taken to apply: the answer errs on the side of the
 * smaller group, and of meeting in person.
 */
public final class GroupRules {

    private static final String SIZE = "session.group_size";
    private static final String STAFF = "session.staff_count";
    private static final String MODALITY = "session.modality";
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

    /**
     * What the rules say to a group that meets this way on this day: the first rule that it breaks,
     * else the first that it keeps; empty where none looks at how a group meets.
     */
    public static Optional<MeetingRule> meeting(
            Rulebook rulebook, ServiceType service, Modality modality, LocalDate day) {
        return rulebook.rules.stream()
                .filter(rule -> rule.period().covers(day) && isOf(rule, service))
                .filter(rule -> rule.test().fact().name().equals(MODALITY))
                .map(rule ->
                        new MeetingRule(
                                rule.says(), allows(rule.test(), modality.name()), rule.citation()))
                .min(Comparator.comparing(MeetingRule::allows));
    }

    private static boolean allows(Test test, String word) {
        return test.words().stream().anyMatch(word::equalsIgnoreCase)
                != (test.relation() == Relation.NONE_OF);
    }

    private static boolean isOf(Rule rule, ServiceType service) {
        return rule.when().stream()
                .filter(test -> test.fact().name().equals(SERVICE))
                .allMatch(test -> allows(test, service.name()));
    }
}
