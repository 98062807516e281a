package care.trellis.downtime;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.downtime.PackRecords.Expected;
import care.trellis.downtime.PackRecords.Group;
import care.trellis.downtime.PackRecords.Reach;
import care.trellis.downtime.PackRecords.Site;
import care.trellis.papers.Answers;
import care.trellis.papers.Papers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what is printed for a site and day, and gives everybody expected a code. */
@Component
class PackMaker {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    /** The questions of the crisis plan that a stranger to the client needs, and their headings. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("crisis_signs", "How a crisis starts");
        ASKED.put("crisis_alone", "By myself");
        ASKED.put("crisis_company", "With others");
        ASKED.put("crisis_people", "People to tell");
        ASKED.put("crisis_consent", "Whom the team may call");
        ASKED.put("crisis_professionals", "Professionals");
        ASKED.put("means_steps", "Safer space");
        ASKED.put("naloxone", "Naloxone");
        ASKED.put("crisis_reasons", "What I live for");
    }

    private final PackRecords records;
    private final Papers papers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PackMaker(PackRecords records, Papers papers, Clock clock) {
        this.records = records;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * The pack, within the running transaction.
     *
     * @param clinical whether safety plans are among it
     */
    Pack make(Permit permit, Site site, LocalDate day, boolean clinical) {
        var groups = records.groups(site.id(), day);
        var ahead = records.groups(site.id(), day.plusDays(1));
        var expected = records.expected(groups.stream().map(Group::id).toList());
        var later = records.expected(ahead.stream().map(Group::id).toList());
        var people = new LinkedHashMap<ClientId, Expected>();
        expected.stream()
                .sorted(java.util.Comparator.comparing(Expected::name))
                .forEach(one -> people.putIfAbsent(one.client(), one));
        var codes = codes(site, day, people.keySet());
        var zone = site.zone();
        return new Pack(
                records.organizationName(),
                site.name(),
                DAY.format(day),
                DAY.format(clock.instant().atZone(zone))
                        + " at "
                        + TIME.format(clock.instant().atZone(zone)),
                groups.stream().map(group -> sheet(group, expected, codes, zone)).toList(),
                ahead.stream().map(group -> ahead(group, later, zone)).toList(),
                clinical ? List.of() : phones(people),
                clinical ? plans(permit, people) : List.of());
    }

    private Map<ClientId, Code> codes(Site site, LocalDate day, Collection<ClientId> people) {
        var known = records.codes(site.id(), day);
        var taken = known.values().stream().map(Code::text).collect(Collectors.toSet());
        for (var client : people) {
            while (!known.containsKey(client)) {
                if (taken.size() >= 900) {
                    throw new IllegalStateException("A site has more people a day than codes");
                }
                var code = Code.of(100 + random.nextInt(900));
                if (taken.add(code.text()) && records.give(site.id(), day, code, client)) {
                    known.put(client, code);
                }
            }
        }
        return known;
    }

    private static Pack.Sheet sheet(
            Group group, List<Expected> expected, Map<ClientId, Code> codes, ZoneId zone) {
        return new Pack.Sheet(
                group.title(),
                time(group, zone),
                group.room(),
                group.leads(),
                in(group.id(), expected).stream()
                        .map(one ->
                                new Pack.Line(
                                        Objects.requireNonNull(codes.get(one.client())).text(),
                                        one.name()))
                        .toList());
    }

    private static Pack.Ahead ahead(Group group, List<Expected> expected, ZoneId zone) {
        return new Pack.Ahead(
                time(group, zone),
                group.title(),
                group.room(),
                group.leads(),
                in(group.id(), expected).stream()
                        .map(Expected::name)
                        .collect(Collectors.joining(", ")));
    }

    private List<Pack.Phone> phones(Map<ClientId, Expected> people) {
        var reach = records.reach(people.keySet());
        return people.values().stream()
                .map(one -> {
                    var own = reach.getOrDefault(one.client(), new Reach("", ""));
                    return new Pack.Phone(
                            one.given() + " " + one.family(), own.phone(), own.contact());
                })
                .toList();
    }

    private List<Pack.Plan> plans(Permit permit, Map<ClientId, Expected> people) {
        var flags = records.flags(people.keySet());
        var medications = records.medications(people.keySet());
        return people.values().stream()
                .map(one ->
                        new Pack.Plan(
                                one.given() + " " + one.family(),
                                flags.getOrDefault(one.client(), ""),
                                medications.getOrDefault(one.client(), ""),
                                papers.latest(permit, one.client(), "crisis-plan")
                                        .map(PackMaker::said)
                                        .orElse(List.of())))
                .toList();
    }

    private static List<Pack.Said> said(Answers answers) {
        var said = new ArrayList<Pack.Said>();
        ASKED.forEach((question, heading) -> {
            var words =
                    answers.fields().entrySet().stream()
                            .filter(field ->
                                    field.getKey().equals(question)
                                            || field.getKey().startsWith(question + "."))
                            .flatMap(field -> field.getValue().stream())
                            .collect(Collectors.joining("; "));
            if (!words.isEmpty()) {
                said.add(new Pack.Said(heading, words));
            }
        });
        return said;
    }

    private static List<Expected> in(UUID session, List<Expected> expected) {
        return expected.stream().filter(one -> one.session().equals(session)).toList();
    }

    private static String time(Group group, ZoneId zone) {
        return time(group.starts(), zone) + " to " + time(group.ends(), zone);
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
