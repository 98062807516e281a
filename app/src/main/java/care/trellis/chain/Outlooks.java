package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.BurnDown;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.authorizations.Reviews;
import care.trellis.base.Permit;
import care.trellis.chain.OutlookRecords.BookedDay;
import care.trellis.ledger.Drawn;
import care.trellis.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins authorizations with the ledger's draws, the booked days and the payer's lead time. */
@Component
class Outlooks {

    /** Days ahead that are read; sessions are rarely laid out further. */
    private static final int AHEAD_DAYS = 60;

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private final Ledger ledger;
    private final Reviews reviews;
    private final OutlookRecords records;

    Outlooks(Ledger ledger, Reviews reviews, OutlookRecords records) {
        this.ledger = ledger;
        this.reviews = reviews;
        this.records = records;
    }

    Map<AuthorizationId, Outlook> of(
            Permit permit, Collection<Authorization> all, LocalDate today) {
        var ids = all.stream().map(Authorization::id).toList();
        var clients = all.stream().map(Authorization::client).toList();
        var drawn = ledger.drawn(permit, ids);
        var perDay = records.drawPerDay(permit, ids);
        var booked = records.booked(permit, clients, today, today.plusDays(AHEAD_DAYS));
        var history = records.history(permit, clients, today);
        var levels = records.levels(permit, clients, today);
        var terms =
                reviews.terms(
                        permit, all.stream().map(Authorization::contract).distinct().toList());
        var outlooks = new LinkedHashMap<AuthorizationId, Outlook>();
        for (var one : all) {
            outlooks.put(
                    one.id(),
                    outlook(
                            one,
                            drawn.getOrDefault(one.id(), Drawn.nothing(one.id())),
                            perDay.get(one.id()),
                            booked.getOrDefault(one.client(), List.of()),
                            history.getOrDefault(one.client(), BurnDown.History.NONE),
                            levels.get(one.client()),
                            Objects.requireNonNull(terms.get(one.contract())),
                            today));
        }
        return outlooks;
    }

    private static Outlook outlook(
            Authorization one,
            Drawn drawn,
            @Nullable BigDecimal perDay,
            List<BookedDay> booked,
            BurnDown.History history,
            @Nullable String level,
            ReviewTerms terms,
            LocalDate today) {
        var granted = one.granted();
        var left =
                granted == null
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(granted).subtract(drawn.used()).max(BigDecimal.ZERO);
        var ahead =
                booked.stream()
                        .filter(day -> one.covers(day.day()))
                        .map(day -> new BurnDown.Booked(day.day(), draws(one.unit(), day, perDay)))
                        .toList();
        var forecast = BurnDown.forecast(left, ahead, history, BurnDown.Prior.DEFAULT);
        var early = forecast.early();
        var last = early == null || early.isAfter(one.to()) ? one.to() : early;
        var ask = forecast.gone() ? today : terms.askOn(last);
        var named = one.nextReview();
        return new Outlook(
                one,
                drawn,
                left,
                forecast,
                history,
                ahead.size(),
                level,
                named != null && named.isBefore(ask) ? named : ask);
    }

    /** What a kept day draws; for a unit of the payer's own making, what such days drew so far. */
    private static BigDecimal draws(
            AuthorizationUnit unit, BookedDay day, @Nullable BigDecimal perDay) {
        return switch (unit) {
            case DAY -> BigDecimal.ONE;
            case VISIT -> BigDecimal.valueOf(day.sessions());
            case HOUR ->
                    BigDecimal.valueOf(day.minutes())
                            .divide(MINUTES_AN_HOUR, 2, RoundingMode.HALF_UP);
            case UNIT -> perDay == null ? BigDecimal.ONE : perDay;
        };
    }
}
