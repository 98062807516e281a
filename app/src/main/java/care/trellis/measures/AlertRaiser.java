package care.trellis.measures;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Instrument;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts alerts on record and tells open screens when the transaction commits. The row is the alert:
 * whoever is not told finds it on the list, in the inbox and on the chart.
 */
@Component
class AlertRaiser {

    private static final LocalTime DAY_ENDS = LocalTime.of(17, 0);

    private final AlertRecords records;
    private final SubjectRecords subjects;
    private final Courses courses;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertRaiser(
            AlertRecords records,
            SubjectRecords subjects,
            Courses courses,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.subjects = subjects;
        this.courses = courses;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** Raises an alert once for a measure and cause; raised before, it stands as it is. */
    void raise(Administration measure, AlertClass alertClass, String cause) {
        raise(measure.client(), measure.id(), measure.instrument(), alertClass, cause);
    }

    /**
     * Raises an alert that no one measure is behind; while one of the cause is open, it stands.
     *
     * @return whether it is new
     */
    boolean raise(ClientId client, String instrument, AlertClass alertClass, String cause) {
        return raise(client, null, instrument, alertClass, cause);
    }

    private boolean raise(
            ClientId client,
            @Nullable AdministrationId measure,
            String instrument,
            AlertClass alertClass,
            String cause) {
        var now = clock.instant();
        var subject = subjects.of(client);
        var id = new AlertId(Ids.next());
        boolean added =
                records.insert(
                        id,
                        client,
                        measure,
                        instrument,
                        alertClass,
                        cause,
                        now,
                        due(alertClass, now, subject.zone()),
                        subjects.lead(client, now.atZone(subject.zone()).toLocalDate()));
        if (added) {
            news.tell(
                    OrganizationContext.current(),
                    Alerts.TOPIC,
                    List.of(id.value(), client.value()));
            events.publishEvent(new AlertRaised(id, client, alertClass, cause, now));
        }
        return added;
    }

    /** Everything that a finished measure raises: its flags, its severity, and the course. */
    void raiseAll(Administration measure, Instrument instrument, Outcome outcome, Subject subject) {
        boolean flagged = false;
        for (var flag : outcome.result().flags()) {
            var alert = instrument.alertOf(flag);
            if (alert != null && alert != AlertClass.A4) {
                raise(measure, alert, flag);
                flagged |= alert == outcome.alert();
            }
        }
        var most = outcome.alert();
        var severity = outcome.result().severity();
        if (most != null && most != AlertClass.A4 && !flagged && severity != null) {
            raise(measure, most, severity);
        }
        for (var sign : courses.signs(subject, instrument)) {
            if (!records.isOpen(measure, sign)) {
                raise(measure, AlertClass.A3, sign);
            }
        }
    }

    /** When somebody must have acted (the clocks are rules of the product). */
    static Instant due(AlertClass alertClass, Instant now, ZoneId zone) {
        return switch (alertClass) {
            case A0 -> now.plus(Duration.ofMinutes(5));
            case A1 -> now.plus(Duration.ofMinutes(60));
            case A2 -> now.plus(Duration.ofHours(4));
            case A3, A4 -> {
                var day = now.atZone(zone).toLocalDate().plusDays(1);
                while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    day = day.plusDays(1);
                }
                yield day.atTime(DAY_ENDS).atZone(zone).toInstant();
            }
        };
    }
}
