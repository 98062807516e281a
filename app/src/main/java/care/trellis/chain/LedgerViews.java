package care.trellis.chain;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ClientDay;
import care.trellis.ledger.ClientWeek;
import care.trellis.ledger.DayState;
import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says the ledger's figures as text. */
@Component
class LedgerViews {

    private static final int WEEKDAYS = 5;

    private static final LedgerView.Cell NO_SESSION =
            new LedgerView.Cell("", "No session", Tone.NEUTRAL);

    LedgerView everybody(
            List<ClientWeek> weeks,
            Map<ClientId, JoinedRecords.Claimed> claimed,
            Map<ClientId, MakeUps.Fit> makeUps,
            LocalDate monday,
            LocalDate thisMonday,
            String payer,
            boolean onlyAtRisk) {
        var ofPayer =
                weeks.stream()
                        .filter(week -> payer.isEmpty() || payer.equals(week.payer()))
                        .toList();
        var shown =
                ofPayer.stream().filter(week -> !onlyAtRisk || week.atRisk().cents() != 0).toList();
        int length = length(shown);
        var cells = cells(monday, length);
        return new LedgerView(
                Words.week(monday),
                monday.toString(),
                path(monday.minusWeeks(1), payer, onlyAtRisk),
                path(monday.plusWeeks(1), payer, onlyAtRisk),
                monday.equals(thisMonday) ? "" : path(thisMonday, payer, onlyAtRisk),
                figures(ofPayer, claimed, monday, payer),
                payers(weeks, payer),
                onlyAtRisk,
                shown.stream()
                        .map(week -> row(week, claimed, makeUps.get(week.client()), cells))
                        .toList(),
                days(monday, length),
                weeks.stream().anyMatch(week -> !week.current()));
    }

    private static String path(LocalDate monday, String payer, boolean onlyAtRisk) {
        var path = UriComponentsBuilder.fromPath("/ledger").queryParam("week", monday);
        if (!payer.isEmpty()) {
            path.queryParam("payer", "{payer}");
        }
        if (onlyAtRisk) {
            path.queryParam("risk", true);
        }
        return payer.isEmpty()
                ? path.build().toUriString()
                : path.encode().buildAndExpand(payer).toUriString();
    }

    /** Saturday and Sunday only where somebody has a session. */
    private static int length(List<ClientWeek> weeks) {
        int length = WEEKDAYS;
        for (var week : weeks) {
            for (int day = length; day < week.states().size(); day++) {
                length = week.states().get(day) == null ? length : day + 1;
            }
        }
        return length;
    }

    private static List<LedgerView.Day> days(LocalDate monday, int length) {
        return IntStream.range(0, length)
                .mapToObj(monday::plusDays)
                .map(date ->
                        new LedgerView.Day(
                                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US),
                                date.toString()))
                .toList();
    }

    /** What a day can have come to, said once for everybody. */
    private static List<Map<DayState, LedgerView.Cell>> cells(LocalDate monday, int length) {
        return IntStream.range(0, length)
                .mapToObj(day -> Words.day(monday.plusDays(day)))
                .map(LedgerViews::cells)
                .toList();
    }

    private static Map<DayState, LedgerView.Cell> cells(String date) {
        var cells = new EnumMap<DayState, LedgerView.Cell>(DayState.class);
        for (var state : DayState.values()) {
            var word = date + ": " + state.label();
            cells.put(state, new LedgerView.Cell(letter(state), word, Words.tone(state)));
        }
        return cells;
    }

    private static List<LedgerView.Figure> figures(
            List<ClientWeek> weeks,
            Map<ClientId, JoinedRecords.Claimed> claimed,
            LocalDate monday,
            String payer) {
        var all = path(monday, payer, false);
        var risk = path(monday, payer, true);
        long atPayer = 0;
        long paid = 0;
        for (var week : weeks) {
            var one = claimed.getOrDefault(week.client(), JoinedRecords.Claimed.NOTHING);
            atPayer += one.claimedCents();
            paid += one.paidCents();
        }
        return List.of(
                figure(weeks, ClientWeek::billable, DayState.BILLABLE, "Billable", "dollar", all),
                figure(weeks, ClientWeek::held, DayState.HOLD, "On hold", "hold", risk),
                figure(
                        weeks,
                        ClientWeek::lost,
                        DayState.NOT_BILLABLE,
                        "Not billable",
                        "cross",
                        risk),
                new LedgerView.Figure(
                        new Money(atPayer).text(),
                        "Claimed",
                        new Money(paid).text() + " paid",
                        "claims",
                        Tone.INFO,
                        all));
    }

    private static LedgerView.Figure figure(
            List<ClientWeek> weeks,
            Function<ClientWeek, Money> amount,
            DayState state,
            String label,
            String icon,
            String path) {
        var sum = Money.ZERO;
        long days = 0;
        for (var week : weeks) {
            sum = sum.plus(amount.apply(week));
            days += week.states().stream().filter(it -> it == state).count();
        }
        return new LedgerView.Figure(
                sum.text(),
                label,
                days == 1 ? "1 day" : days + " days",
                icon,
                Words.tone(state),
                path);
    }

    private static List<Choice> payers(List<ClientWeek> weeks, String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Every payer", chosen.isEmpty()));
        weeks.stream()
                .map(ClientWeek::payer)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(payer -> choices.add(new Choice(payer, payer, payer.equals(chosen))));
        return choices;
    }

    private static LedgerView.Row row(
            ClientWeek week,
            Map<ClientId, JoinedRecords.Claimed> claimed,
            MakeUps.@Nullable Fit makeUps,
            List<Map<DayState, LedgerView.Cell>> cells) {
        var atPayer = claimed.getOrDefault(week.client(), JoinedRecords.Claimed.NOTHING);
        var days = new ArrayList<LedgerView.Cell>();
        for (int day = 0; day < cells.size(); day++) {
            var state = week.states().get(day);
            days.add(state == null ? NO_SESSION : cells.get(day).get(state));
        }
        boolean enough = week.needed() == null || week.countable() >= week.needed();
        return new LedgerView.Row(
                week.name(),
                Initials.of(week.name()),
                week.recordNumber(),
                week.payer() == null ? "No coverage" : week.payer(),
                "/ledger/" + week.client().value(),
                week.prescribed() == null ? "–" : Words.hours(week.prescribed()),
                Words.hours(week.scheduled()),
                Words.hours(week.attended()),
                Words.hours(week.documented()),
                Words.hours(week.countable())
                        + (week.needed() == null ? "" : " of " + Words.hours(week.needed())),
                enough ? "" : forecast(week, makeUps),
                week.willLack() == 0 ? Tone.GOOD : Tone.WATCH,
                makeUps == null ? "" : MakeUpController.path(week.client(), week.monday()),
                days,
                week.billable().text(),
                week.atRisk().cents() == 0 ? "" : week.atRisk().text(),
                atPayer.claimedCents() == 0 ? "" : new Money(atPayer.claimedCents()).text(),
                atPayer.answered() ? new Money(atPayer.paidCents()).text() : "",
                week.current());
    }

    private static String forecast(ClientWeek week, MakeUps.@Nullable Fit makeUps) {
        if (week.willLack() == 0) {
            return "will reach " + Words.hours(week.forecast());
        }
        var lack = Words.hours(week.willLack()) + " short";
        return (week.ahead() == 0 ? lack : "ends at " + Words.hours(week.forecast()) + ", " + lack)
                + (makeUps == null ? "" : "; " + makeUps.words(week.willLack()));
    }

    private static String letter(DayState state) {
        return switch (state) {
            case BILLABLE -> "$";
            case HOLD -> "H";
            case NOT_BILLABLE -> "✕";
            case PLANNED -> "·";
        };
    }

    ClientWeekView client(
            ClientId client,
            @Nullable ClientWeek week,
            List<ClientDay> days,
            Map<LocalDate, JoinedRecords.Claimed> claimed,
            LocalDate monday,
            LocalDate today) {
        var facts = new ArrayList<Fact>();
        if (week != null) {
            facts.add(new Fact("Payer", week.payer() == null ? "No coverage" : week.payer()));
            facts.add(
                    new Fact(
                            "Decided by",
                            week.ruleSet() == null
                                    ? "No rule set"
                                    : week.ruleSet() + ", version " + week.ruleVersion()));
            facts.add(
                    new Fact(
                            "Prescribed",
                            week.prescribed() == null
                                    ? ""
                                    : Words.hours(week.prescribed()) + " a week"));
            facts.add(
                    new Fact(
                            "Payer asks",
                            week.needed() == null
                                    ? "No hours a week"
                                    : Words.hours(week.needed()) + " a week"));
            facts.add(new Fact("Countable", Words.hours(week.countable())));
            facts.add(new Fact("Billable", week.billable().text()));
            facts.add(new Fact("At risk", week.atRisk().text()));
        }
        var base = "/ledger/" + client.value();
        return new ClientWeekView(
                week == null ? "" : week.name(),
                week == null ? "" : Initials.of(week.name()),
                week == null ? "" : week.recordNumber(),
                "/clients/" + client.value(),
                Words.week(monday),
                "/ledger?week=" + monday,
                base + "?week=" + monday.minusWeeks(1),
                base + "?week=" + monday.plusWeeks(1),
                today.isAfter(monday.plusDays(6)) ? "" : MakeUpController.path(client, monday),
                facts,
                days.stream()
                        .map(day ->
                                day(
                                        day,
                                        claimed.getOrDefault(
                                                day.date(), JoinedRecords.Claimed.NOTHING)))
                        .toList(),
                week != null && !week.current());
    }

    private static ClientWeekView.Row day(ClientDay day, JoinedRecords.Claimed atPayer) {
        var owner = day.owner();
        return new ClientWeekView.Row(
                Words.day(day.date()),
                "/ledger/" + day.client().value() + "/" + day.date(),
                Words.hours(day.scheduled()),
                Words.hours(day.attended()),
                Words.hours(day.documented()),
                Words.hours(day.countable()),
                day.authorization() == null ? "–" : Words.plain(day.units()),
                day.state().label(),
                Words.tone(day.state()),
                day.fix() == null ? "" : Words.capital(day.fix()),
                day.ownerName() != null ? day.ownerName() : owner == null ? "" : owner.label(),
                day.expected().text(),
                atPayer.claimedCents() == 0 ? "" : new Money(atPayer.claimedCents()).text(),
                atPayer.answered() ? new Money(atPayer.paidCents()).text() : "");
    }
}
