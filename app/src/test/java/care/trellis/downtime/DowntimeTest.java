package care.trellis.downtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.downtime.Sheets.Line;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A day without the program: the papers of the morning, and the sheets that come back. */
@TrellisTest
@TestPropertySource(properties = "trellis.downtime.folder=target/downtime")
class DowntimeTest {

    private static final Path FOLDER = Path.of("target/downtime");
    private static final String DESK = "paper boat river stone";
    private static final String CLINICAL = "amber field quiet north";

    @Autowired Clinic clinic;
    @Autowired MockMvc browser;
    @Autowired Packs packs;
    @Autowired PackSettings settings;
    @Autowired Sheets sheets;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    SiteId site;
    Clinic.Client maya;
    Clinic.Client theo;
    SessionId morning;
    SessionId afternoon;

    @BeforeEach
    void givenTwoGroupsOnMonday() {
        ward = clinic.open();
        site = new SiteId(ward.site());
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        morning =
                new SessionId(
                        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 180, maya, theo));
        afternoon =
                new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(13, 0), 60, maya));
    }

    @Test
    void both_papers_can_be_read_by_a_screen_reader_and_hold_what_their_readers_need() {
        var desk = ward.in(() -> packs.desk(ward.permit(Action.DOWNTIME_PACK), site));
        var clinical = ward.in(() -> packs.clinical(ward.permit(Action.SAFETY_VIEW), site));

        assertThat(Pdf.flaws(desk)).isEmpty();
        assertThat(Pdf.flaws(clinical)).isEmpty();
        assertThat(Pdf.words(desk))
                .contains("9:00 AM to 12:00 PM", "Maya R.", "Theo B.", code(maya), "Maya Reyes")
                .doesNotContain("crisis plan");
        assertThat(Pdf.words(clinical)).contains("Theo Brandt", "No signed crisis plan");
    }

    @Test
    void the_files_of_the_morning_open_with_their_own_passphrase_and_no_other() throws Exception {
        passphrases();
        clock.set(Instant.parse("2026-03-02T10:59:00Z"));
        morning();
        assertThat(files()).as("a minute before six").isEmpty();

        clock.set(Instant.parse("2026-03-02T11:00:00Z"));
        morning();
        morning();

        assertThat(files())
                .containsExactly(
                        "2026-03-02-northgate-clinical.pdf", "2026-03-02-northgate-desk.pdf");
        assertThat(read("desk", DESK)).contains(code(maya));
        assertThat(read("clinical", CLINICAL)).contains("Safety plans");
        assertThatThrownBy(() -> read("clinical", DESK))
                .isInstanceOf(InvalidPasswordException.class);
        assertThatThrownBy(() -> read("desk", "")).isInstanceOf(InvalidPasswordException.class);
    }

    /**
     * New York and Phoenix, where the clocks do not change; instants by the IANA time zone data.
     */
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "America/New_York, 2026-03-07, 2026-03-07T11:00:00Z",
        "America/New_York, 2026-03-08, 2026-03-08T10:00:00Z",
        "America/New_York, 2026-03-09, 2026-03-09T10:00:00Z",
        "America/New_York, 2026-10-31, 2026-10-31T10:00:00Z",
        "America/New_York, 2026-11-01, 2026-11-01T11:00:00Z",
        "America/New_York, 2026-11-02, 2026-11-02T11:00:00Z",
        "America/Phoenix, 2026-03-08, 2026-03-08T13:00:00Z",
        "America/Phoenix, 2026-11-01, 2026-11-01T13:00:00Z"
    })
    void the_pack_of_a_day_is_made_at_six_by_the_clock_of_the_site_whatever_happened_to_it(
            String zone, LocalDate day, Instant six) throws Exception {
        passphrases();
        clinic.write(ward, "update organizations.site set time_zone = ?", zone);
        clock.set(six.minusSeconds(1));
        morning();
        assertThat(files()).as("a second before six").noneMatch(file -> file.startsWith("" + day));

        clock.set(six);
        morning();
        assertThat(files())
                .containsExactly(day + "-northgate-clinical.pdf", day + "-northgate-desk.pdf");

        clock.set(six.plus(Duration.ofHours(23)).minusSeconds(1));
        morning();
        assertThat(files()).as("once a day").hasSize(2);
    }

    @Test
    void without_a_passphrase_nothing_is_written_and_the_page_says_so() throws Exception {
        ward.run(() -> packs.make(ward.permit(Action.DOWNTIME_PACK), site));

        assertThat(files()).isEmpty();
        assertThat(
                        browser.perform(get("/downtime").with(ward.signedIn(Role.FRONT_DESK)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("No passphrase is set")
                .doesNotContain("Who can open the files");
    }

    @Test
    void files_stay_three_days() throws Exception {
        passphrases();
        for (int day = 2; day <= 6; day++) {
            clock.set(Instant.parse("2026-03-0" + day + "T12:00:00Z"));
            morning();
        }

        assertThat(files()).hasSize(6).allMatch(name -> name.compareTo("2026-03-04") > 0);
    }

    @Test
    void the_front_desk_does_not_read_safety_plans() throws Exception {
        var path = "/downtime/" + ward.site() + "/clinical.pdf";

        assertThat(
                        browser.perform(get(path).with(ward.signedIn(Role.FRONT_DESK)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_line_of_paper_becomes_an_arrival_once() {
        codes();
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));

        assertThat(enter(morning, code(maya), "905", "11:55"))
                .isInstanceOfSatisfying(
                        Line.Taken.class,
                        taken ->
                                assertThat(taken.mark())
                                        .extracting(Mark::arrivedAt, Mark::leftAt, Mark::estimated)
                                        .containsExactly(
                                                Instant.parse("2026-03-02T14:05:00Z"),
                                                Instant.parse("2026-03-02T16:55:00Z"),
                                                false));
        assertThat(enter(morning, code(maya), "9:05", "1155")).isInstanceOf(Line.Same.class);
        assertThat(enter(afternoon, code(maya), "105", ""))
                .isInstanceOfSatisfying(
                        Line.Taken.class,
                        taken ->
                                assertThat(taken.mark().arrivedAt())
                                        .as("the afternoon is meant")
                                        .isEqualTo(Instant.parse("2026-03-02T18:05:00Z")));
        assertThat(
                        ward.in(() ->
                                attendance.history(
                                        ward.permit(Action.ATTENDANCE_CORRECT),
                                        morning,
                                        new ClientId(maya.id()))))
                .singleElement()
                .satisfies(event -> assertThat(event.method()).isEqualTo(Method.PAPER));
    }

    @Test
    void what_stands_already_is_shown_and_written_over_only_by_a_person() {
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        morning,
                        new ClientId(maya.id()),
                        Method.KIOSK));
        codes();
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));

        var line = (Line.Differs) enter(morning, code(maya), "930", "12");
        assertThat(line.mark().arrivedAt()).isEqualTo(Instant.parse("2026-03-02T13:30:00Z"));
        ward.run(() ->
                sheets.believePaper(
                        ward.permit(Action.ATTENDANCE_CORRECT),
                        Ids.next(),
                        morning,
                        line.client(),
                        line.arrived(),
                        line.left()));

        assertThat(enter(morning, code(maya), "930", "12")).isInstanceOf(Line.Same.class);
    }

    @Test
    void slips_are_told_at_their_field() {
        codes();
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));

        assertThat(wrong(enter(morning, "999Z", "905", ""))).isEqualTo("code");
        assertThat(wrong(enter(afternoon, code(theo), "105", "")))
                .as("not on this sheet")
                .isEqualTo("code");
        assertThat(wrong(enter(morning, code(maya), "", ""))).isEqualTo("in");
        assertThat(wrong(enter(morning, code(maya), "2599", ""))).isEqualTo("in");
        assertThat(wrong(enter(morning, code(maya), "905", "8:00")))
                .as("gone before came")
                .isEqualTo("in");
    }

    /** A day on paper, entered in any order, with slips and repeats, is the day on paper. */
    @Test
    void a_day_run_on_paper_is_reconciled_to_the_minute() {
        var random = new Random(30);
        var people = new ArrayList<Clinic.Client>();
        for (int person = 0; person < 12; person++) {
            people.add(clinic.client(ward, "Ada" + (char) ('a' + person), "Lin"));
        }
        var group =
                new SessionId(
                        clinic.session(
                                ward,
                                Clinic.MONDAY,
                                LocalTime.of(9, 0),
                                180,
                                people.toArray(Clinic.Client[]::new)));
        codes();
        clock.set(Instant.parse("2026-03-02T21:00:00Z"));
        Map<ClientId, List<Instant>> paper = new HashMap<>();
        var start = Instant.parse("2026-03-02T14:00:00Z");
        for (var person : people) {
            if (random.nextInt(5) > 0) {
                var in = start.plusSeconds(60L * random.nextInt(40));
                paper.put(
                        new ClientId(person.id()),
                        List.of(in, in.plusSeconds(60L * (90 + random.nextInt(50)))));
            }
        }

        for (int turn = 0; turn < 300; turn++) {
            var person = people.get(random.nextInt(people.size()));
            var line = paper.get(new ClientId(person.id()));
            if (line != null) {
                int slip = random.nextInt(6);
                enter(
                        group,
                        slip == 0 ? "123A" : code(person),
                        slip == 1 ? "99" : clockFace(line.getFirst()),
                        slip == 2 ? "77" : clockFace(line.getLast()));
            }
        }

        var stands = new HashMap<ClientId, List<Instant>>();
        ward.in(() -> attendance.marks(ward.permit(Action.ATTENDANCE_CORRECT), group)).stream()
                .filter(mark -> mark.status() == Status.PRESENT)
                .forEach(mark ->
                        stands.put(mark.client(), List.of(mark.arrivedAt(), mark.leftAt())));
        assertThat(stands).isEqualTo(paper);
        for (var client : paper.keySet()) {
            assertThat(
                            ward.in(() ->
                                    attendance.history(
                                            ward.permit(Action.ATTENDANCE_CORRECT), group, client)))
                    .hasSize(1);
        }
    }

    @Test
    void the_page_says_what_came_of_each_line() throws Exception {
        codes();
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));
        var request =
                post("/downtime/sheets/" + morning.value())
                        .param("code", code(theo))
                        .param("in", "905")
                        .param("out", "")
                        .with(csrf())
                        .with(ward.signedIn(Role.FRONT_DESK));

        assertThat(browser.perform(request).andReturn().getResponse().getContentAsString())
                .contains("Theo B., from 9:05 AM: entered.", "1 of 2 entered");
    }

    private Line enter(SessionId session, String code, String in, String out) {
        return ward.in(() ->
                sheets.enter(
                        ward.permit(Action.ATTENDANCE_CORRECT),
                        Ids.next(),
                        session,
                        code,
                        in,
                        out));
    }

    private static String wrong(Line line) {
        return ((Line.Wrong) line).field();
    }

    private static String clockFace(Instant moment) {
        var time = moment.atZone(java.time.ZoneId.of("America/New_York")).toLocalTime();
        return (time.getHour() > 12 ? time.getHour() - 12 : time.getHour())
                + "%02d".formatted(time.getMinute());
    }

    private void codes() {
        ward.in(() -> packs.desk(ward.permit(Action.DOWNTIME_PACK), site));
    }

    private String code(Clinic.Client client) {
        return Stream.of(morning, afternoon)
                .flatMap(session -> sheet(session).places().stream())
                .filter(place -> place.client().value().equals(client.id()))
                .map(Sheets.Place::code)
                .findFirst()
                .orElseGet(() -> codeAnywhere(client));
    }

    private String codeAnywhere(Clinic.Client client) {
        return ward
                .in(() -> sheets.of(ward.permit(Action.ATTENDANCE_CORRECT), site, Clinic.MONDAY))
                .stream()
                .flatMap(session -> sheet(session.id()).places().stream())
                .filter(place -> place.client().value().equals(client.id()))
                .map(Sheets.Place::code)
                .findFirst()
                .orElseThrow();
    }

    private Sheets.Sheet sheet(SessionId session) {
        return ward.in(() -> sheets.sheet(ward.permit(Action.ATTENDANCE_CORRECT), session));
    }

    private void passphrases() {
        ward.run(() ->
                settings.save(ward.permit(Action.ORGANIZATION_EDIT), DESK, CLINICAL, 3).orThrow());
    }

    private void morning() {
        ward.run(() -> packs.morning(ward.permit(Action.DOWNTIME_PACK)));
    }

    private Path folder() {
        return FOLDER.resolve(ward.organization().value().toString());
    }

    private List<String> files() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String kind, String passphrase) throws IOException {
        var file = folder().resolve("2026-03-02-northgate-" + kind + ".pdf");
        try (var document = Loader.loadPDF(file.toFile(), passphrase)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
