package care.trellis.chain;

import care.trellis.base.Permit;
import care.trellis.chain.MakeUpRecords.Booked;
import care.trellis.chain.MakeUpRecords.Open;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ClientWeek;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Which weeks that will fall short can still be saved this week: by a group to come with a free
 * seat, at the client's site and level of care, that meets none of the client's own sessions.
 */
@Component
class MakeUps {

    private final MakeUpRecords records;
    private final OutlookRecords outlooks;
    private final JoinedRecords joined;
    private final Clock clock;

    MakeUps(MakeUpRecords records, OutlookRecords outlooks, JoinedRecords joined, Clock clock) {
        this.records = records;
        this.outlooks = outlooks;
        this.joined = joined;
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
        var now = clock.instant();
        var today = joined.today();
        if (lacking.isEmpty() || today.isAfter(monday.plusDays(6))) {
            return Map.of();
        }
        var clients = lacking.stream().map(ClientWeek::client).toList();
        var open = records.open(permit, monday, now);
        var fits = new HashMap<ClientId, Fit>();
        if (open.isEmpty()) {
            clients.forEach(client -> fits.put(client, new Fit(0, 0, 0)));
            return fits;
        }
        var booked = records.booked(permit, clients, monday, now);
        var sites = records.sites(permit, clients);
        var levels = outlooks.levels(permit, clients, today);
        for (var week : lacking) {
            var client = week.client();
            var theirs = booked.getOrDefault(client, List.of());
            var fitting =
                    open.stream()
                            .filter(one -> one.site().equals(sites.get(client)))
                            .filter(one -> Objects.equals(one.level(), levels.get(client)))
                            .filter(one -> theirs.stream().noneMatch(own -> meet(one, own)))
                            .toList();
            fits.put(client, fit(fitting, week.willLack()));
        }
        return fits;
    }

    private static Fit fit(List<Open> groups, int lack) {
        int enough = 0;
        int minutes = 0;
        Open last = null;
        for (var group : groups) {
            enough += minutes(group) >= lack ? 1 : 0;
            if (last == null || !group.starts().isBefore(last.ends())) {
                minutes += minutes(group);
                last = group;
            }
        }
        return new Fit(enough, groups.size(), minutes);
    }

    private static int minutes(Open group) {
        return Math.toIntExact(Duration.between(group.starts(), group.ends()).toMinutes());
    }

    private static boolean meet(Open group, Booked own) {
        return group.session().equals(own.session())
                || (group.starts().isBefore(own.ends()) && own.starts().isBefore(group.ends()));
    }
}
