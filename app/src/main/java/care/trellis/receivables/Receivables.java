package care.trellis.receivables;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Overview.Period;
import care.trellis.receivables.Overview.Trend;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what is owed: by whom, for how long, and how the billing office does. */
@Service
public class Receivables {

    private static final Duration PERIOD = Duration.ofDays(Overview.PERIOD_DAYS);
    private static final Period NONE = new Period(0, 0, Money.ZERO, Money.ZERO);

    private final OverviewRecords records;
    private final HomeTime home;
    private final Audit audit;
    private final Clock clock;

    Receivables(OverviewRecords records, HomeTime home, Audit audit, Clock clock) {
        this.records = records;
        this.home = home;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything as of now, of the reader's sites. */
    @Transactional
    public Overview overview(Permit permit) {
        permit.require(Action.RECEIVABLE_VIEW);
        var now = clock.instant();
        var today = home.today();
        var turn = now.minus(PERIOD);
        var since = turn.minus(PERIOD);
        var sites = permit.actor().sites();
        var payers = records.payers(today, sites);
        var answered = records.answered(since, turn, sites);
        long open = payers.stream().mapToLong(payer -> payer.total().cents()).sum();
        audit.recordMany(permit, "receivables.balance", null, payers.size());
        return new Overview(
                now,
                today,
                payers,
                records.clients(sites),
                records.unmatched(),
                records.payerBalance(),
                days(open, records.charged(turn, sites)),
                period(answered, "", true),
                period(answered, "", false),
                records.causes(turn, sites),
                trends(answered));
    }

    private static @Nullable Integer days(long open, Money charged) {
        return charged.cents() == 0
                ? null
                : Math.toIntExact(
                        Math.round((double) open * Overview.PERIOD_DAYS / charged.cents()));
    }

    private static Period period(
            Collection<OverviewRecords.Answered> answered, String payer, boolean recent) {
        return answered.stream()
                .filter(one -> one.payer().equals(payer) && one.recent() == recent)
                .map(OverviewRecords.Answered::period)
                .findFirst()
                .orElse(NONE);
    }

    private static @Nullable Double daysToPay(
            Collection<OverviewRecords.Answered> answered, String payer, boolean recent) {
        return answered.stream()
                .filter(one -> one.payer().equals(payer) && one.recent() == recent)
                .map(OverviewRecords.Answered::days)
                .findFirst()
                .orElse(null);
    }

    private static List<Trend> trends(List<OverviewRecords.Answered> answered) {
        var names = new TreeSet<String>();
        answered.forEach(one -> names.add(one.payer()));
        names.remove("");
        var trends = new ArrayList<Trend>();
        for (var payer : names) {
            trends.add(
                    new Trend(
                            payer,
                            period(answered, payer, true),
                            period(answered, payer, false),
                            daysToPay(answered, payer, true),
                            daysToPay(answered, payer, false)));
        }
        trends.sort(
                Comparator.comparingInt((Trend trend) -> trend.recent().answered())
                        .reversed()
                        .thenComparing(Trend::payer));
        return trends;
    }
}
