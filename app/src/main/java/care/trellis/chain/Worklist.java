package care.trellis.chain;

import static java.util.Comparator.comparing;

import care.trellis.access.Access;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.authorizations.Reviews;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Drawn;
import care.trellis.ledger.Ledger;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What utilization review must do, when, and how ready it is: one line for each matter. */
@Component
class Worklist {

    /** Days back in which an overdrawn or denied authorization still needs an eye. */
    private static final int BACK = 30;

    private static final int DENIED_BACK = 200;

    private static final String SAVED =
            "The decision is saved. The ledger, the boards and the next due date follow it.";

    private final Authorizations authorizations;
    private final Reviews reviews;
    private final Outlooks outlooks;
    private final Ledger ledger;
    private final JoinedRecords records;
    private final HomeTime home;
    private final Access access;
    private final Clock clock;

    Worklist(
            Authorizations authorizations,
            Reviews reviews,
            Outlooks outlooks,
            Ledger ledger,
            JoinedRecords records,
            HomeTime home,
            Access access,
            Clock clock) {
        this.authorizations = authorizations;
        this.reviews = reviews;
        this.outlooks = outlooks;
        this.ledger = ledger;
        this.records = records;
        this.home = home;
        this.access = access;
        this.clock = clock;
    }

    /** What is due until a day, and how many matters cost money already. */
    record Matters(List<WorklistLine> lines, int overdrawn, int uncovered, int late) {}

    AuthorizationsView of(Permit permit, LocalDate today, int within, boolean saved) {
        var matters = matters(permit, today, within);
        return new AuthorizationsView(
                "Due first · until " + Words.brief(today.plusDays(within)),
                saved ? SAVED : "",
                List.of(span(7, within), span(14, within), span(30, within)),
                matters.lines().stream().map(WorklistLine::row).toList(),
                matters.overdrawn(),
                matters.uncovered(),
                matters.late());
    }

    Matters matters(Permit permit, LocalDate today, int within) {
        var found = new LinkedHashMap<AuthorizationId, Authorization>();
        var over =
                ledger.overdrawn(permit, today.minusDays(BACK)).stream()
                        .map(Drawn::authorization)
                        .toList();
        authorizations.all(permit, over).forEach(it -> found.put(it.id(), it));
        authorizations
                .current(permit, today, today.minusDays(DENIED_BACK))
                .forEach(it -> found.putIfAbsent(it.id(), it));
        var outlook = outlooks.of(permit, found.values(), today);
        var terms =
                reviews.terms(
                        permit,
                        found.values().stream().map(Authorization::contract).distinct().toList());
        var steps = openSteps(permit, found);
        var zone = home.zone();
        var booked = records.uncovered(permit, today, today.plusDays(within));
        var uncovered = booked.stream().filter(it -> !running(found.values(), it)).toList();
        var shown = new ArrayList<Authorization>();
        var until = today.plusDays(within);
        int late = 0;
        var due = new HashMap<AuthorizationId, LocalDate>();
        for (var one : found.values()) {
            var look = Objects.requireNonNull(outlook.get(one.id()));
            var on = due(one, look, terms.get(one.contract()), steps.get(one.id()), today, zone);
            if (one.state() == AuthorizationState.REQUESTED
                    && overdue(one, Objects.requireNonNull(terms.get(one.contract())), zone)) {
                late++;
            }
            if (on != null && !on.isAfter(until)) {
                due.put(one.id(), on);
                shown.add(one);
            }
        }
        var packets = reviews.packets(permit, shown, today);
        var names = records.names(permit, shown.stream().map(Authorization::client).toList());
        boolean edits = access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT);
        var waiting = new HashMap<ClientId, Authorization>();
        found.values().stream()
                .filter(it -> it.state() == AuthorizationState.REQUESTED)
                .forEach(it -> waiting.put(it.client(), it));
        var without = uncovered.stream().map(JoinedRecords.Uncovered::client).toList();
        var lines = new ArrayList<WorklistLine>();
        for (var one : shown) {
            var look = Objects.requireNonNull(outlook.get(one.id()));
            if (!look.overdrawn()
                    && one.state() != AuthorizationState.DENIED
                    && without.contains(one.client())) {
                continue; // the row of the missing one says it
            }
            lines.add(
                    WorklistLine.of(
                            one,
                            look,
                            Objects.requireNonNull(terms.get(one.contract())),
                            steps.get(one.id()),
                            Objects.requireNonNull(due.get(one.id())),
                            packets.get(one.id()),
                            names.getOrDefault(one.client(), ""),
                            booked.stream()
                                    .filter(it -> it.client().equals(one.client()))
                                    .mapToInt(JoinedRecords.Uncovered::days)
                                    .sum(),
                            today,
                            hoursLate(
                                    one, Objects.requireNonNull(terms.get(one.contract())), zone)));
        }
        for (var one : uncovered) {
            lines.add(WorklistLine.without(one, waiting.get(one.client()), edits, today));
        }
        lines.sort(comparing(WorklistLine::on).thenComparing(WorklistLine::rank));
        return new Matters(lines, over.size(), uncovered.size(), late);
    }

    /** Whether a grant runs into the first day without one: then its own row says when to ask. */
    private static boolean running(
            Collection<Authorization> found, JoinedRecords.Uncovered without) {
        return found.stream()
                .anyMatch(it ->
                        it.client().equals(without.client())
                                && it.state().granted()
                                && !it.from().isAfter(without.first()));
    }

    private Map<AuthorizationId, FollowUp> openSteps(
            Permit permit, Map<AuthorizationId, Authorization> found) {
        var denied =
                found.values().stream()
                        .filter(it -> it.state() == AuthorizationState.DENIED)
                        .map(Authorization::id)
                        .toList();
        var steps = new HashMap<AuthorizationId, FollowUp>();
        reviews.followUps(permit, denied).stream()
                .filter(FollowUp::open)
                .forEach(step -> steps.put(step.authorization(), step));
        return steps;
    }

    /** The day somebody must act on; nothing where nobody must. */
    private @Nullable LocalDate due(
            Authorization one,
            Outlook look,
            @Nullable ReviewTerms terms,
            @Nullable FollowUp step,
            LocalDate today,
            ZoneId zone) {
        if (look.overdrawn()) {
            return today;
        }
        return switch (one.state()) {
            case REQUESTED -> {
                var asked = one.requestedOn() == null ? today : one.requestedOn();
                var on =
                        Objects.requireNonNull(terms)
                                .decisionDue(one.kind(), asked, one.requestedAt(), zone)
                                .atZone(zone)
                                .toLocalDate();
                yield on.isBefore(today) ? today : on;
            }
            case DENIED -> step == null ? null : step.due();
            case APPROVED, PARTIALLY_APPROVED -> look.level() == null ? null : look.ask();
            case WITHDRAWN -> null;
        };
    }

    private boolean overdue(Authorization one, ReviewTerms terms, ZoneId zone) {
        return hoursLate(one, terms, zone) >= 0 && one.requestedOn() != null;
    }

    private long hoursLate(Authorization one, ReviewTerms terms, ZoneId zone) {
        var asked = one.requestedOn();
        if (asked == null) {
            return -1;
        }
        var due = terms.decisionDue(one.kind(), asked, one.requestedAt(), zone);
        var late = Duration.between(due, clock.instant());
        return late.isNegative() ? -1 : late.toHours();
    }

    private static Choice span(int days, int within) {
        return new Choice(String.valueOf(days), "Due within " + days + " days", days == within);
    }
}
