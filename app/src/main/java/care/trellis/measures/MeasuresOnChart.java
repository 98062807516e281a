package care.trellis.measures;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chart shows of measures: the newest score of each with its change, and the alerts. */
@Component
@Order(20)
class MeasuresOnChart implements ChartPart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final int SHOWN = 6;

    private final Trends trends;
    private final Alerts alerts;
    private final SubjectRecords subjects;
    private final Access access;
    private final Clock clock;

    MeasuresOnChart(
            Trends trends, Alerts alerts, SubjectRecords subjects, Access access, Clock clock) {
        this.trends = trends;
        this.alerts = alerts;
        this.subjects = subjects;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        var places = new ArrayList<Place>();
        if (access.mayByRole(permit.actor(), Action.MEASURE_VIEW)) {
            places.add(new Place("Measures", "outcomes", "/clients/" + client + "/measures"));
        }
        if (access.mayByRole(permit.actor(), Action.MEASURE_GIVE)) {
            places.add(
                    new Place("Give a measure", "plus", "/clients/" + client + "/measures/give"));
            places.add(new Place("Daily check-in", "sun", "/clients/" + client + "/check-in"));
        }
        return places;
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.MEASURE_VIEW)) {
            return;
        }
        var path = whose.path("/measures");
        var client = new ClientId(whose.client());
        var history = trends.history(permit, client, whose.today());
        var lines =
                history.newest().stream()
                        .flatMap(charted -> charted.trends().stream())
                        .filter(trend -> !Satisfaction.OWN.contains(trend.instrument().id()))
                        .sorted(Comparator.comparing(Trend::offTrack).reversed())
                        .limit(SHOWN)
                        .map(trend -> line(trend, path));
        var elsewhere = newest(history.elsewhere()).stream().map(one -> line(one, path));
        sheet.cards()
                .add(
                        new Card(
                                "Measures",
                                Stream.concat(lines, elsewhere).toList(),
                                "No score is on record.",
                                path));
        alerts.of(permit, client).stream()
                .filter(Alert::safety)
                .map(alert -> dated(alert, whose.zone()))
                .forEach(sheet.events()::add);
    }

    /** Weeks without a single visit. */
    @Override
    @Transactional(readOnly = true)
    public List<Dated> turns(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.MEASURE_VIEW)) {
            return List.of();
        }
        var id = new ClientId(client);
        var today = LocalDate.ofInstant(clock.instant(), subjects.of(id).zone());
        return subjects.missedWeeks(id, today).stream()
                .map(monday ->
                        new Dated(
                                monday,
                                new Event(DAY.format(monday), "Missed week", "", Tone.WATCH)))
                .toList();
    }

    private static Line line(Trend trend, String path) {
        var latest = trend.latest();
        boolean bad = trend.offTrack() || (latest != null && latest.safety() != null);
        return new Line(
                ChangeWords.title(trend),
                ChangeWords.course(trend),
                latest == null
                        ? ""
                        : ChangeWords.number(latest.total())
                                + (latest.severity() == null
                                        ? ""
                                        : " · " + ChangeWords.plain(latest.severity())),
                bad ? Tone.BAD : Tone.INFO,
                latest == null ? "" : DAY.format(latest.on()),
                path);
    }

    /** The last of each instrument: they come in the order in which they were taken. */
    private static Collection<Trends.Elsewhere> newest(List<Trends.Elsewhere> all) {
        return all.stream()
                .collect(
                        Collectors.toMap(
                                Trends.Elsewhere::instrument,
                                one -> one,
                                (older, newer) -> newer,
                                LinkedHashMap::new))
                .values();
    }

    private static Line line(Trends.Elsewhere one, String path) {
        return new Line(
                one.instrument(),
                "From another system",
                ChangeWords.number(one.total()),
                Tone.INFO,
                DAY.format(one.on()),
                path);
    }

    private static Dated dated(Alert alert, ZoneId zone) {
        LocalDate day = alert.raisedAt().atZone(zone).toLocalDate();
        var closing = alert.closing();
        return new Dated(
                day,
                new Event(
                        DAY.format(day),
                        ChangeWords.cause(alert.instrument(), alert.cause()),
                        closing == null ? "Open" : closing.decision().label(),
                        closing == null ? Tone.BAD : Tone.NEUTRAL));
    }
}
