package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import care.trellis.base.Action;
import care.trellis.base.SettableClock;
import care.trellis.base.Token;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class FeedsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired Sessions sessions;
    @Autowired Series series;
    @Autowired SessionDates dates;
    @Autowired Feeds feeds;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void maya_comes_on_mondays_and_wednesdays() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        ward.in(() ->
                tracks.addBlock(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        new TrackId(ward.track()),
                        new BlockPlan(
                                new Recurrence("FREQ=WEEKLY;BYDAY=MO,WE"),
                                LocalTime.of(9, 0),
                                60,
                                "Relapse prevention",
                                ServiceType.GROUP_THERAPY,
                                Modality.IN_PERSON,
                                new RoomId(ward.room()),
                                new StaffId(ward.lead()),
                                null,
                                Clinic.MONDAY,
                                null)));
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        new TrackId(ward.track()),
                        new EpisodeId(maya.episode()),
                        Clinic.MONDAY,
                        ""));
    }

    @Test
    void a_calendar_program_sees_every_session_at_its_time_also_after_the_clock_changed()
            throws Exception {
        leaveOut(LocalDate.of(2026, 3, 11));
        move(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17), 14);

        var text = found(client());

        assertThat(starts(text)).isEqualTo(expected());
        assertThat(text)
                .contains("RECURRENCE-ID;TZID=America/New_York:20260316T090000")
                .contains("EXDATE;TZID=America/New_York:20260311T090000");
        assertThat(text.lines().filter(line -> line.startsWith("UID:")).distinct()).hasSize(1);
    }

    @Test
    void it_names_neither_person_nor_program_nor_what_it_is() {
        var text = found(client());

        assertThat(text)
                .contains("SUMMARY:Appointment", "BEGIN:VTIMEZONE")
                .doesNotContainIgnoringCase("relapse")
                .doesNotContainIgnoringCase("group")
                .doesNotContainIgnoringCase("maya")
                .doesNotContainIgnoringCase("IOP")
                .doesNotContainIgnoringCase("treatment")
                .doesNotContainIgnoringCase("northgate")
                .doesNotContainIgnoringCase("trellis")
                .doesNotContain("LOCATION");
    }

    @Test
    void staff_see_what_they_lead_with_its_room() throws Exception {
        var token = ward.in(() -> feeds.makeOwn(ward.permit(Action.OWN_ACCOUNT)));

        var text = found(token);

        assertThat(text).contains("LOCATION:B", "SUMMARY:Appointment");
        assertThat(starts(text)).isEqualTo(expected());
    }

    @Test
    void a_new_address_closes_the_old_one_and_only_its_hash_is_kept() {
        var old = client();
        var fresh = client();

        assertThat(feeds.read(old)).isInstanceOf(Feeds.Answer.Gone.class);
        assertThat(feeds.read(fresh)).isInstanceOf(Feeds.Answer.Found.class);
        assertThat(feeds.read("nonsense")).isInstanceOf(Feeds.Answer.Gone.class);
        assertThat(fresh).hasSize(64);
        assertThat(Token.hash(fresh)).hasSize(32);
        ward.run(() -> feeds.revoke(ward.permit(Action.CLIENT_EDIT), new ClientId(maya.id())));
        assertThat(feeds.read(fresh)).isInstanceOf(Feeds.Answer.Gone.class);
    }

    @Test
    void reads_are_bounded_by_the_hour() throws Exception {
        var token = client();
        for (int i = 0; i < Feeds.READS_AN_HOUR; i++) {
            assertThat(feeds.read(token)).isInstanceOf(Feeds.Answer.Found.class);
        }

        var answer = mvc.perform(get("/feeds/" + token + ".ics")).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(61));
        answer = mvc.perform(get("/feeds/" + token + ".ics")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/calendar");
    }

    private String client() {
        return ward.in(() -> feeds.make(ward.permit(Action.CLIENT_EDIT), new ClientId(maya.id())));
    }

    private String found(String token) {
        return ((Feeds.Answer.Found) feeds.read(token)).text();
    }

    /** When another reader of RFC 5545 says that something begins. */
    private static TreeSet<Instant> starts(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.<VTimeZone>getComponents("VTIMEZONE")).hasSize(1);
        var starts = new TreeSet<Instant>();
        List<VEvent> events = calendar.getComponents("VEVENT");
        for (var event : events) {
            if (event.getProperty("RECURRENCE-ID").isEmpty()) {
                event.<ZonedDateTime>calculateRecurrenceSet(
                                new Period<>(
                                        LocalDate.of(2026, 1, 1).atStartOfDay(NEW_YORK),
                                        LocalDate.of(2027, 1, 1).atStartOfDay(NEW_YORK)))
                        .forEach(period -> starts.add(period.getStart().toInstant()));
            }
        }
        for (var event : events) {
            event.<RecurrenceId<ZonedDateTime>>getProperty("RECURRENCE-ID")
                    .ifPresent(changed -> {
                        starts.remove(changed.getDate().toInstant());
                        starts.add(
                                ((ZonedDateTime) event.getDateTimeStart().getDate()).toInstant());
                    });
        }
        return starts;
    }

    private TreeSet<Instant> expected() {
        var expected = new TreeSet<Instant>();
        ward
                .in(() ->
                        sessions.of(
                                ward.permit(Action.SESSION_VIEW),
                                new TrackId(ward.track()),
                                Clinic.MONDAY,
                                Clinic.MONDAY.plusYears(1)))
                .stream()
                .filter(one -> !one.cancelled())
                .forEach(one -> expected.add(one.startsAt()));
        return expected;
    }

    private SessionId on(LocalDate day) {
        return ward.in(() ->
                        sessions.on(ward.permit(Action.SESSION_VIEW), new SiteId(ward.site()), day))
                .getFirst()
                .id();
    }

    private void leaveOut(LocalDate day) {
        var session = on(day);
        ward.in(() -> dates.leaveOut(ward.permit(Action.SESSION_EDIT), session));
    }

    private void move(LocalDate from, LocalDate to, int hour) {
        var session = on(from);
        var permit = ward.permit(Action.SESSION_EDIT);
        var plan = ward.in(() -> series.plan(permit, session));
        ward.in(() ->
                series.change(
                        permit,
                        UUID.randomUUID(),
                        session,
                        Scope.ONE,
                        new BlockPlan(
                                plan.recurrence(),
                                LocalTime.of(hour, 0),
                                60,
                                plan.title(),
                                plan.serviceType(),
                                plan.modality(),
                                plan.room(),
                                plan.lead(),
                                null,
                                to,
                                null)));
    }
}
