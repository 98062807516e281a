package care.trellis.whiteboard.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.drugtests.DrugTest;
import care.trellis.drugtests.DrugTests;
import care.trellis.organizations.SiteId;
import care.trellis.web.Tone;
import care.trellis.whiteboard.Group;
import care.trellis.whiteboard.Guard;
import care.trellis.whiteboard.HandOver;
import care.trellis.whiteboard.Shift;
import care.trellis.whiteboard.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the finished text of the whiteboard. */
@Component
class ShiftViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final int NEXT_SHOWN = 6;

    private final Access access;
    private final DrugTests drugTests;

    ShiftViews(Access access, DrugTests drugTests) {
        this.access = access;
        this.drugTests = drugTests;
    }

    /** For staff, each with what their roles may know. */
    ShiftView staff(Permit permit, Shift shift, List<Task> tasks, List<HandOver> handOvers) {
        var actor = permit.actor();
        boolean maySeeRisk = access.mayByRole(actor, Action.SAFETY_VIEW);
        var tests = tests(actor, shift);
        return view(
                shift,
                maySeeRisk
                        ? shift.watched().stream()
                                .map(one ->
                                        new ShiftView.Line(
                                                one.name(),
                                                one.unowned() ? "Nobody has it" : "",
                                                "/clients/" + one.client() + "/safety",
                                                one.unowned()))
                                .toList()
                        : List.of(),
                tests,
                tests.size(),
                tasks,
                handOvers.isEmpty() ? null : handOvers.getFirst(),
                access.mayByRole(actor, Action.SHIFT_WRITE),
                access.mayByRole(actor, Action.GROUP_OVERRIDE));
    }

    /** For the wall: first names with an initial, and of risk and tests no name at all. */
    ShiftView wall(Shift shift) {
        return view(shift, List.of(), List.of(), 0, List.of(), null, false, false);
    }

    private ShiftView view(
            Shift shift,
            List<ShiftView.Line> watched,
            List<ShiftView.Line> tests,
            int testCount,
            List<Task> tasks,
            @org.jspecify.annotations.Nullable HandOver last,
            boolean mayWrite,
            boolean mayOverride) {
        var path = "/shift/" + shift.site();
        var now = shift.now();
        return new ShiftView(
                path,
                shift.siteName(),
                time(now, shift.zone()),
                DAY.format(shift.day()),
                shift.census(),
                shift.came(),
                shift.inTheBuilding().size(),
                shift.groups().stream()
                        .filter(group -> group.isOn(now) || waits(group, shift))
                        .map(group -> tile(shift, group, mayOverride))
                        .toList(),
                shift.groups().stream()
                        .filter(group -> group.startsAt().isAfter(now))
                        .limit(NEXT_SHOWN)
                        .map(group -> tile(shift, group, mayOverride))
                        .toList(),
                shift.missing().stream()
                        .map(person ->
                                new ShiftView.Line(
                                        person.name(),
                                        time(person.startsAt(), shift.zone())
                                                + " "
                                                + (person.room().isEmpty()
                                                        ? person.title()
                                                        : person.room()),
                                        "/sessions/" + person.session().value(),
                                        now.isAfter(person.startsAt().plusSeconds(900))))
                        .toList(),
                watched,
                shift.watched().size(),
                out(shift),
                makeUps(shift),
                tests,
                testCount,
                tasks.stream()
                        .map(task ->
                                new ShiftView.TaskLine(
                                        task.words(),
                                        task.madeBy(),
                                        task.owner(),
                                        path + "/tasks/" + task.id()))
                        .toList(),
                last == null ? "None yet today" : words(last, shift.zone()),
                last != null && !last.isTaken(),
                mayWrite);
    }

    /** A group that is over, and over its limit, stays until somebody said why. */
    private static boolean waits(Group group, Shift shift) {
        var guard = shift.guards().get(group.session());
        return group.isOver(shift.now()) && guard != null && guard.asksForReason();
    }

    private static ShiftView.Tile tile(Shift shift, Group group, boolean mayOverride) {
        var guard =
                shift.guards()
                        .getOrDefault(
                                group.session(),
                                new Guard(
                                        Integer.MAX_VALUE,
                                        "",
                                        Guard.State.FINE,
                                        group.expected(),
                                        "",
                                        false));
        boolean fine = guard.state() == Guard.State.FINE;
        int count = group.isOver(shift.now()) ? group.came() : group.here();
        int held = shift.held(group.session());
        return new ShiftView.Tile(
                "/sessions/" + group.session().value(),
                time(group.startsAt(), shift.zone()) + " – " + time(group.endsAt(), shift.zone()),
                group.title(),
                group.video() ? "Video" : group.room(),
                group.staff().isEmpty() ? "Nobody leads yet" : group.staff(),
                count,
                group.expected(),
                held == 0 ? "" : held + " held",
                guard.atMost(),
                guard.limited() ? "Limit " + guard.atMost() : "",
                fine ? "" : state(guard),
                switch (guard.state()) {
                    case FINE -> Tone.GOOD;
                    case AMBER -> Tone.WATCH;
                    case OVER -> guard.overridden() ? Tone.WATCH : Tone.BAD;
                },
                fine ? "" : guard.why(),
                guard.overridden() ? "" : guard.proposal(),
                mayOverride && !fine && !guard.overridden() && guard.limited()
                        ? "/sessions/" + group.session().value() + "/override"
                        : "",
                String.valueOf(fill(count, group, guard)));
    }

    private static int fill(int count, Group group, Guard guard) {
        int whole = guard.limited() ? guard.atMost() : Math.max(1, group.expected());
        return Math.min(100, 100 * count / Math.max(1, whole));
    }

    private static String state(Guard guard) {
        if (guard.overridden()) {
            return "Over, with a reason";
        }
        return guard.state() == Guard.State.OVER
                ? "Over the limit: %d".formatted(guard.people())
                : guard.people() > guard.atMost()
                        ? "%d expected, too many".formatted(guard.people())
                        : "Staff missing";
    }

    private List<ShiftView.Line> tests(Actor actor, Shift shift) {
        return access.decide(
                        actor,
                        Action.DRUG_TEST_COLLECT,
                        Permit.Purpose.TREATMENT,
                        new Resource(Resource.Kind.SITE, shift.site()))
                .map(permit ->
                        drugTests.on(permit, new SiteId(shift.site()), shift.day()).stream()
                                .filter(test -> test.state() == DrugTest.State.DUE)
                                .map(test ->
                                        new ShiftView.Line(
                                                name(shift, test),
                                                test.why().label(),
                                                "/drug-tests",
                                                false))
                                .toList())
                .orElse(List.of());
    }

    private static String name(Shift shift, DrugTest test) {
        return shift.people().stream()
                .filter(person -> person.client().equals(test.client().value()))
                .map(Shift.Person::name)
                .findFirst()
                .orElse("Not expected today");
    }

    private static List<ShiftView.Line> out(Shift shift) {
        return shift.out().stream()
                .map(one ->
                        new ShiftView.Line(
                                one.name(),
                                "%s %s: %s"
                                        .formatted(
                                                time(one.startsAt(), shift.zone()),
                                                one.title(),
                                                one.covers().isEmpty()
                                                        ? "nobody covers yet"
                                                        : one.covers() + " covers"),
                                "/leaves/" + one.leave(),
                                one.covers().isEmpty()))
                .toList();
    }

    private static List<ShiftView.Line> makeUps(Shift shift) {
        return shift.makeUps().stream()
                .map(one -> {
                    var until = one.heldUntil();
                    return new ShiftView.Line(
                            one.name(),
                            "%s %s%s"
                                    .formatted(
                                            time(one.startsAt(), shift.zone()),
                                            one.title(),
                                            until == null
                                                    ? ""
                                                    : ", held until " + time(until, shift.zone())),
                            "/sessions/" + one.session().value(),
                            false);
                })
                .toList();
    }

    private static String words(HandOver last, ZoneId zone) {
        var taken = last.takenAt();
        return taken == null
                ? "Signed by %s at %s, waits for somebody"
                        .formatted(last.signedByName(), time(last.signedAt(), zone))
                : "%s to %s at %s"
                        .formatted(last.signedByName(), last.takenByName(), time(taken, zone));
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
