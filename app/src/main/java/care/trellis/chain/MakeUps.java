package care.trellis.chain;

import care.trellis.base.Permit;
import care.trellis.chain.MakeUpRecords.ToCome;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ClientWeek;
import care.trellis.organizations.HomeTime;
import care.trellis.placement.WaysToMeet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which weeks that will fall short can still be saved this week: by a group to come with a free
 * seat, at the client's site and level of care, that meets none of the client's own sessions, in a
 * way that the payer and the licence count.
 */
@Component
class MakeUps {

    private final MakeUpRecords records;
    private final OutlookRecords outlooks;
    private final WaysToMeet ways;
    private final HomeTime home;
    private final Clock clock;

    MakeUps(
            MakeUpRecords records,
            OutlookRecords outlooks,
            WaysToMeet ways,
            HomeTime home,
            Clock clock) {
        this.records = records;
        this.outlooks = outlooks;
        this.ways = ways;
        this.home = home;
        this.clock = clock;
    }

    /**
     * What groups could still give a week.
     *
     * @param enough groups of which one alone reaches the minimum
     * @param minutes of all of them that do not overlap
     */
    record Fit(int enough, int groups, int minutes) {

        /** "two make-ups fit"; empty where there is none. */
        String words(int lack) {
            if (enough > 0) {
                return enough == 1 ? "one make-up fits" : counted(enough) + " make-ups fit";
            }
            return groups > 1 && minutes >= lack
                    ? "fits with several make-ups"
                    : groups == 0 ? "no make-up fits" : "make-ups cannot reach it";
        }

        private static String counted(int number) {
            var small = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");
            return number <= small.size() + 1 ? small.get(number - 2) : String.valueOf(number);
        }
    }

    /** For the weeks that will fall short; of a week that is over nobody is named. */
    Map<ClientId, Fit> of(Permit permit, List<ClientWeek> weeks, LocalDate monday) {
        var lacking = weeks.stream().filter(week -> week.willLack() > 0).toList();
        var today = home.today();
        if (lacking.isEmpty() || today.isAfter(monday.plusDays(6))) {
            return Map.of();
        }
        var now = clock.instant();
        var toCome = records.toCome(permit, monday, now);
        var expected = toCome.isEmpty() ? Expected.NOBODY : expected(permit, toCome);
        var open =
                toCome.stream()
                        .filter(session -> session.level() != null)
                        .filter(session -> session.starts().isAfter(now))
                        .filter(expected::leaveASeat)
                        .toList();
        var clients = open.isEmpty() ? List.<ClientId>of() : clients(lacking);
        var levels = outlooks.levels(permit, clients, today);
        var contracts = records.contracts(permit, clients, today);
        var rules = ways.on(permit, open.stream().map(ToCome::date).collect(Collectors.toSet()));
        var fits = new HashMap<ClientId, Fit>();
        for (var week : lacking) {
            var own = expected.where().getOrDefault(week.client(), List.of());
            var level = levels.get(week.client());
            var contract = contracts.getOrDefault(week.client(), "");
            var fitting =
                    open.stream()
                            .filter(group -> group.site().equals(week.site()))
                            .filter(group -> Objects.equals(group.level(), level))
                            .filter(group -> own.stream().noneMatch(group::meets))
                            .filter(group -> counts(rules, contract, group))
                            .toList();
            fits.put(week.client(), fit(fitting, week.willLack()));
        }
        return fits;
    }

    private static List<ClientId> clients(List<ClientWeek> weeks) {
        return weeks.stream().map(ClientWeek::client).toList();
    }

    private static boolean counts(WaysToMeet.OfDays rules, String contract, ToCome group) {
        return group.program() == null
                || rules.counts(
                        contract, group.program(), group.service(), group.modality(), group.date());
    }

    /** Where each client is expected, and how many are expected in each session. */
    private record Expected(Map<ClientId, List<ToCome>> where, Map<UUID, Integer> many) {

        static final Expected NOBODY = new Expected(Map.of(), Map.of());

        boolean leaveASeat(ToCome session) {
            return session.capacity() == null
                    || session.capacity() > many.getOrDefault(session.session(), 0);
        }
    }

    private Expected expected(Permit permit, List<ToCome> toCome) {
        var sessions = new HashMap<UUID, ToCome>();
        toCome.forEach(session -> sessions.put(session.session(), session));
        var where = new HashMap<ClientId, List<ToCome>>();
        var many = new HashMap<UUID, Integer>();
        for (var seat : records.seats(permit, toCome)) {
            where.computeIfAbsent(seat.client(), client -> new ArrayList<>())
                    .add(sessions.get(seat.session()));
            many.merge(seat.session(), 1, Integer::sum);
        }
        return new Expected(where, many);
    }

    private static Fit fit(List<ToCome> groups, int lack) {
        int enough = 0;
        int minutes = 0;
        ToCome last = null;
        for (var group : groups) {
            enough += minutes(group) >= lack ? 1 : 0;
            if (last == null || !group.meets(last)) {
                minutes += minutes(group);
                last = group;
            }
        }
        return new Fit(enough, groups.size(), minutes);
    }

    private static int minutes(ToCome group) {
        return Math.toIntExact(Duration.between(group.starts(), group.ends()).toMinutes());
    }
}
