package care.trellis.board;

import care.trellis.web.Choice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the facts of a week into the finished text of its board. */
final class WeekViews {

    private final BoardDay week;
    private final Map<UUID, List<BoardDay.Placed>> placed;

    WeekViews(BoardDay week) {
        this.week = week;
        this.placed = week.placedByClient();
    }

    WeekView board(Filter filter, long since) {
        var path = "/board/" + week.site().id();
        var rows =
                week.people().stream()
                        .filter(person -> fits(person, filter))
                        .map(this::row)
                        .filter(row -> !filter.risk() || !row.atRisk().isEmpty())
                        .toList();
        return new WeekView(
                new Headcount(placed.size(), 0, 0, 0, 0, path + "?date=" + week.date()),
                days().stream().map(Words.SHORT_DAY::format).toList(),
                rows,
                BoardFilters.of(week, path + "/week", tracks(filter), filter),
                "%s/week/live?date=%s&since=%d%s"
                        .formatted(path, week.date(), since, filter.query()),
                "%s/week?date=%s%s".formatted(path, week.date().minusWeeks(1), filter.query()),
                "%s/week?date=%s%s".formatted(path, week.date().plusWeeks(1), filter.query()),
                "%s?date=%s%s".formatted(path, week.date(), filter.query()),
                "%s/week?date=%s%s".formatted(path, week.date(), filter.query()));
    }

    /** Monday to Friday, and the weekend where something happens on it. */
    private List<LocalDate> days() {
        var days = new ArrayList<LocalDate>();
        for (int day = 0; day < 7; day++) {
            var date = week.monday().plusDays(day);
            if (day < 5 || week.groups().stream().anyMatch(group -> group.date().equals(date))) {
                days.add(date);
            }
        }
        return days;
    }

    private boolean fits(RowRecords.Person person, Filter filter) {
        return filter.fits(person, placed.getOrDefault(person.id(), List.of()))
                && (filter.track().isEmpty()
                        || placed.getOrDefault(person.id(), List.of()).stream()
                                .anyMatch(place ->
                                        place.group().track().toString().equals(filter.track())));
    }

    /** One client's week. */
    WeekRow row(RowRecords.Person person) {
        var ledger = week.ledger().getOrDefault(person.id(), List.of());
        var kept = new HashMap<LocalDate, RowRecords.Day>();
        ledger.forEach(day -> kept.put(day.date(), day));
        var byDate = new HashMap<LocalDate, List<BoardDay.Placed>>();
        var tracks = new ArrayList<String>();
        for (var place : placed.getOrDefault(person.id(), List.of())) {
            var group = place.group();
            byDate.computeIfAbsent(group.date(), first -> new ArrayList<>()).add(place);
            if (!group.track().equals(BoardRecords.NO_TRACK)
                    && !tracks.contains(group.trackName())) {
                tracks.add(group.trackName());
            }
        }
        return new WeekRow(
                "week-" + person.id(),
                Words.client(person, week.mayOpenCharts()),
                String.join(", ", tracks),
                person.payer(),
                days().stream()
                        .map(date ->
                                cell(
                                        person,
                                        date,
                                        byDate.getOrDefault(date, List.of()),
                                        kept.get(date)))
                        .toList(),
                Words.hours(person.needed(), person.offered(), ledger),
                Words.authorized(person, week.date()),
                Words.dollars(Words.billable(ledger)),
                Words.dollars(Words.atRisk(ledger)));
    }

    private DayCell cell(
            RowRecords.Person person,
            LocalDate date,
            List<BoardDay.Placed> of,
            RowRecords.@Nullable Day kept) {
        var id = "day-" + person.id() + "-" + date;
        var name = Words.SHORT_DAY.format(date);
        boolean today = date.equals(week.today());
        if (of.isEmpty()) {
            return new DayCell(id, name, today, "", List.of(), List.of(), "", "");
        }
        int minutes = 0;
        boolean unsigned = false;
        var marks = new ArrayList<Mark>();
        for (var place : of) {
            var group = place.group();
            var seat = place.seat();
            var mark = place.mark();
            marks.add(mark);
            boolean over = group.endsAt().isBefore(week.now());
            boolean present = seat.mark().arrivedAt() != null;
            if (present) {
                minutes += seat.mark().minutes(group.startsAt(), group.endsAt(), week.now());
                unsigned |= over && !seat.signed();
            } else if (!over && mark == Mark.EXPECTED) {
                minutes +=
                        Math.toIntExact(
                                Duration.between(group.startsAt(), group.endsAt()).toMinutes());
            }
        }
        var signals = new ArrayList<Signal>();
        if (unsigned) {
            signals.add(Signal.NOTE_UNSIGNED);
        }
        if (kept != null) {
            signals.addAll(Words.signals(kept));
        }
        return new DayCell(
                id,
                name,
                today,
                Words.tenths(minutes),
                marks,
                signals,
                reasons(minutes, kept),
                "/board/%s/clients/%s/days/%s".formatted(week.site().id(), person.id(), date));
    }

    private static String reasons(int minutes, RowRecords.@Nullable Day kept) {
        if (kept == null) {
            return minutes + " minutes";
        }
        return "%d minutes, %d countable%s"
                .formatted(
                        minutes, kept.countable(), kept.fix().isEmpty() ? "" : "\n" + kept.fix());
    }

    private List<Choice> tracks(Filter filter) {
        var tracks = new ArrayList<Choice>();
        tracks.add(new Choice("", "All tracks", filter.track().isEmpty()));
        var names = new TreeMap<String, UUID>();
        week.groups().stream()
                .filter(group -> !group.track().equals(BoardRecords.NO_TRACK))
                .forEach(group -> names.put(group.trackName(), group.track()));
        names.forEach((name, id) ->
                tracks.add(new Choice(id.toString(), name, filter.track().equals(id.toString()))));
        return tracks;
    }
}
