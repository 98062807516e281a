package care.trellis.chain;

import care.trellis.base.Money;
import care.trellis.ledger.DayClose;
import care.trellis.ledger.DayClose.Line;
import care.trellis.ledger.DayClose.Stood;
import care.trellis.ledger.DayStanding;
import care.trellis.ledger.DayState;
import care.trellis.ledger.DayTurn;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says as text which days are closed, what was open in them and what changed since. */
@Component
class CloseViews {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

    static String path(UUID site, LocalDate date) {
        return "/ledger/close/" + site + "/" + date;
    }

    /** Days before today that nobody closed are counted; today may still go on. */
    ClosesView days(List<DayStanding> standings, LocalDate today) {
        var rows =
                standings.stream()
                        .sorted(
                                Comparator.comparing(DayStanding::date)
                                        .reversed()
                                        .thenComparing(DayStanding::siteName))
                        .map(CloseViews::row)
                        .toList();
        return new ClosesView(
                rows,
                (int)
                        standings.stream()
                                .filter(it -> !it.closed() && it.date().isBefore(today))
                                .count(),
                (int) standings.stream().filter(it -> it.amended() > 0).count());
    }

    private static ClosesView.Row row(DayStanding day) {
        return new ClosesView.Row(
                Words.weekday(day.date()),
                day.siteName(),
                path(day.site(), day.date()),
                word(day.turn()),
                tone(day.turn()),
                day.by(),
                day.clients(),
                day.billable().text(),
                day.held().equals(Money.ZERO) ? "" : day.held().text(),
                day.open() == 0 ? "" : day.open() + " open",
                day.amended() == 0 ? "" : day.amended() + " changed since");
    }

    CloseView day(DayClose day, Form form, boolean closer) {
        var open = new ArrayList<CloseView.Item>();
        var amendments = new ArrayList<CloseView.Amendment>();
        var settled = new ArrayList<CloseView.Settled>();
        for (var line : day.lines()) {
            var listed = day.everClosed() ? line.then() : line.now();
            if (listed != null && listed.state() == DayState.HOLD) {
                open.add(item(day, line, listed));
            } else if (day.everClosed() && line.differs()) {
                amendments.add(amendment(day, line));
            } else if (line.now() != null) {
                settled.add(settled(day, line, line.now()));
            }
        }
        var path = path(day.site(), day.date());
        return new CloseView(
                Words.day(day.date()),
                day.siteName(),
                word(day.everClosed() ? day.turns().getLast().turn() : null),
                tone(day.everClosed() ? day.turns().getLast().turn() : null),
                day.turns().stream().map(turned -> turned(turned, day.zone())).toList(),
                open,
                amendments,
                settled,
                sum(day, DayState.BILLABLE),
                sum(day, DayState.HOLD),
                (int) day.lines().stream().filter(line -> line.now() != null).count(),
                closer && !day.closed() && day.over() ? path : "",
                closer && day.closed() ? path + "/reopening" : "",
                day.over() ? "" : "A session of the day is still to end.",
                form);
    }

    private static CloseView.Item item(DayClose day, Line line, Stood listed) {
        var since = since(day, line);
        return new CloseView.Item(
                line.name(),
                Initials.of(line.name()),
                reasons(day, line),
                Words.capital(Objects.requireNonNullElse(listed.fix(), "")),
                listed.owner() == null ? "" : listed.owner().label(),
                listed.expected().text(),
                since,
                since.isEmpty() || line.now() == null
                        ? Tone.WATCH
                        : Words.tone(line.now().state()));
    }

    /** What became of an open item after the close. */
    private static String since(DayClose day, Line line) {
        if (!day.everClosed() || !line.differs()) {
            return "";
        }
        return line.now() == null ? "No session any more" : line.now().state().label();
    }

    private static CloseView.Amendment amendment(DayClose day, Line line) {
        return new CloseView.Amendment(
                line.name(),
                reasons(day, line),
                label(line.then(), "Not there"),
                tone(line.then()),
                label(line.now(), "No session any more"),
                tone(line.now()),
                change(line));
    }

    private static String change(Line line) {
        var then = line.then();
        var now = line.now();
        if (now != null && "CHANGED_AFTER_CLOSE".equals(now.reason())) {
            return "Waits for the day to be reopened";
        }
        if (then == null || now == null) {
            return "";
        }
        var words = new ArrayList<String>();
        if (then.attended() != now.attended()) {
            words.add(Words.hours(then.attended()) + " → " + Words.hours(now.attended()));
        }
        if (!then.expected().equals(now.expected())) {
            words.add(then.expected().text() + " → " + now.expected().text());
        }
        return String.join(", ", words);
    }

    private static CloseView.Settled settled(DayClose day, Line line, Stood now) {
        return new CloseView.Settled(
                line.name(),
                reasons(day, line),
                now.state().label(),
                Words.tone(now.state()),
                Words.hours(now.attended()),
                now.expected().equals(Money.ZERO) ? "" : now.expected().text());
    }

    private static String reasons(DayClose day, Line line) {
        return "/ledger/" + line.client().value() + "/" + day.date();
    }

    private static String sum(DayClose day, DayState state) {
        return day.lines().stream()
                .map(Line::now)
                .filter(now -> now != null && now.state() == state)
                .map(Stood::expected)
                .reduce(Money.ZERO, Money::plus)
                .text();
    }

    private static Event turned(DayClose.Turned turned, ZoneId zone) {
        return new Event(
                MOMENT.format(turned.at().atZone(zone)),
                word(turned.turn()) + " by " + turned.by(),
                Objects.requireNonNullElse(turned.reason(), ""),
                tone(turned.turn()));
    }

    private static String label(@Nullable Stood stood, String otherwise) {
        return stood == null ? otherwise : stood.state().label();
    }

    private static Tone tone(@Nullable Stood stood) {
        return stood == null ? Tone.NEUTRAL : Words.tone(stood.state());
    }

    private static String word(@Nullable DayTurn turn) {
        return turn == null ? "Not closed" : turn == DayTurn.CLOSED ? "Closed" : "Reopened";
    }

    private static Tone tone(@Nullable DayTurn turn) {
        return turn == null ? Tone.NEUTRAL : turn == DayTurn.CLOSED ? Tone.GOOD : Tone.WATCH;
    }
}
