package care.trellis.crash;

import care.trellis.base.Keys;
import care.trellis.base.Platform;
import care.trellis.base.Role;
import care.trellis.base.Seal;
import care.trellis.base.SettableClock;
import care.trellis.server.Home;
import care.trellis.server.OpenDatabase;
import care.trellis.server.Settings;
import care.trellis.testing.Clinic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What the mix needs, put in place in plain SQL before the program starts: groups of today to check
 * into, groups of yesterday with everything but the signature, claims that wait for their answer,
 * and somebody who is signed in. A second clinic stands beside it, which nothing may touch.
 */
final class Stage {

    private static final int CLIENTS = 20;
    private static final int GROUPS_TODAY = 30;
    private static final int NOTES = 250;
    private static final int MINUTES = 5;
    private static final int CLAIMS = 150;
    private static final int MEASURES = 100;
    private static final int OF_EACH_REFUSED = 10;

    /** Numbers of the claims that one check answers. */
    static final List<Integer> OF_ONE_CHECK = IntStream.range(1_000, 1_200).boxed().toList();

    private static final String TOKEN = "the-session-of-the-crash-test";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** The few parts of the program that writing rows needs. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @ComponentScan("care.trellis.base")
    @Import(Clinic.class)
    static class Parts {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.now());
        }
    }

    private final Clinic clinic;
    private final Seal seal;
    private final Clinic.Ward ward;
    private final Clinic.Ward other;
    private final List<Clinic.Client> clients = new ArrayList<>();
    private final LocalDate today = LocalDate.now(ZONE);
    private final List<Operation> due = new ArrayList<>();
    private final List<Operation> impossible = new ArrayList<>();

    private Stage(Clinic clinic, Keys keys) {
        this.clinic = clinic;
        this.seal = new Seal(keys, "notes");
        this.ward = clinic.open();
        this.other = clinic.open();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(clinic.client(ward, "Given" + number, "Family" + number));
        }
        checkIns();
        notes();
        postings();
        answers();
    }

    /** Makes the home with its database and sets the stage in it. */
    static Stage in(Path home) {
        var opened = Home.open(home);
        var key = opened.masterKey();
        try (var open = OpenDatabase.of(settings(home), opened)) {
            var database = open.database();
            Map<String, Object> properties =
                    Map.of(
                            "spring.datasource.url", database.url(),
                            "spring.datasource.username", database.app().user(),
                            "spring.datasource.password", database.app().password(),
                            "trellis.jobs", "false",
                            "trellis.master-key", key.toString());
            var application =
                    new SpringApplicationBuilder(Parts.class)
                            .web(WebApplicationType.NONE)
                            .properties(properties);
            try (var context = application.run()) {
                var stage = new Stage(context.getBean(Clinic.class), context.getBean(Keys.class));
                stage.signIn(context.getBean(Platform.class));
                return stage;
            }
        }
    }

    static Settings settings(Path home) {
        return Settings.of(Map.of("TRELLIS_HOME", home.toString()));
    }

    /** What can be done, and must be there once when it is acknowledged. */
    List<Operation> due() {
        return due;
    }

    /** What must be refused and leave nothing. */
    List<Operation> impossible() {
        return impossible;
    }

    /** The clinic that nothing may touch. */
    UUID untouched() {
        return other.organization().value();
    }

    /** What the browser of the person who is signed in sends. */
    String sessionCookie() {
        return "session=" + TOKEN;
    }

    private void signIn(Platform platform) {
        for (var role : List.of(Role.CLINICIAN, Role.FRONT_DESK, Role.BILLER)) {
            clinic.write(
                    ward,
                    "insert into access.account_role (organization_id, account_id, role) values (?, ?, ?)",
                    organization(),
                    ward.leadAccount(),
                    role.name());
        }
        platform.in(sql ->
                sql.sql(
                                """
                                insert into platform.session (token_hash, organization_id, account_id, strength, created_at,
                                    active_at)
                                values (sha256(?), ?, ?, 'FULL', now(), now())
                                """)
                        .params(
                                TOKEN.getBytes(StandardCharsets.US_ASCII),
                                organization(),
                                ward.leadAccount())
                        .update());
    }

    /** The groups last until tomorrow night, so that midnight may pass meanwhile. */
    private void checkIns() {
        var everybody = clients.toArray(Clinic.Client[]::new);
        var stranger = clinic.client(ward, "Not", "Expected");
        for (int group = 0; group < GROUPS_TODAY; group++) {
            var session = clinic.session(ward, today, LocalTime.MIDNIGHT, 2800, everybody);
            for (var client : clients) {
                due.add(new Operation.CheckIn(UUID.randomUUID(), session, client.id()));
            }
            if (group < OF_EACH_REFUSED) {
                impossible.add(new Operation.CheckIn(UUID.randomUUID(), session, stranger.id()));
            }
        }
        var theirs = clinic.maya(other);
        var elsewhere = clinic.session(other, today, LocalTime.MIDNIGHT, 2800, theirs);
        for (int number = 0; number < OF_EACH_REFUSED; number++) {
            impossible.add(new Operation.CheckIn(UUID.randomUUID(), elsewhere, theirs.id()));
        }
    }

    /** Short groups of two, one after the other, who came and left, with both lines written. */
    private void notes() {
        var until = today.atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC);
        var written = new HashMap<UUID, List<UUID>>();
        for (int number = 0; number < NOTES; number++) {
            var first = clients.get(number % CLIENTS);
            var second = clients.get((number + 1) % CLIENTS);
            var session =
                    clinic.session(
                            ward,
                            today.minusDays(1),
                            LocalTime.MIDNIGHT.plusMinutes((long) MINUTES * number),
                            MINUTES,
                            first,
                            second);
            due.add(new Operation.Sign(UUID.randomUUID(), session));
            written.put(session, List.of(first.id(), second.id()));
        }
        write(
                """
                insert into attendance.event (organization_id, id, session_id, client_id, number, kind, status,
                    arrived_at, left_at, method, account_id, recorded_at)
                select t.organization_id, gen_random_uuid(), t.session_id, t.client_id, number,
                       case number when 1 then 'CHECK_IN' else 'CHECK_OUT' end, 'PRESENT', s.starts_at,
                       case number when 2 then s.ends_at end, 'KIOSK', ?, s.ends_at
                from sessions.seat t
                join sessions.session s on s.organization_id = t.organization_id and s.id = t.session_id,
                     generate_series(1, 2) as number
                where t.organization_id = ? and t.local_date = ?
                """,
                ward.leadAccount(),
                organization(),
                today.minusDays(1));
        write(
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    left_at, estimated, last_event)
                select t.organization_id, t.session_id, t.client_id, t.local_date, 'PRESENT', s.starts_at, s.ends_at,
                       false, 2
                from sessions.seat t
                join sessions.session s on s.organization_id = t.organization_id and s.id = t.session_id
                where t.organization_id = ? and t.local_date = ?
                """,
                organization(),
                today.minusDays(1));
        write(
                """
                insert into notes.draft (organization_id, session_id, version, saved_at, saved_by)
                select organization_id, id, 1, ?, ?
                from sessions.session where organization_id = ? and local_date = ?
                """,
                until,
                ward.leadAccount(),
                organization(),
                today.minusDays(1));
        write(
                """
                insert into notes.draft_line (organization_id, session_id, client_id, participation, version, saved_at,
                    saved_by)
                select organization_id, session_id, client_id, 3, 1, ?, ?
                from sessions.seat where organization_id = ? and local_date = ?
                """,
                until,
                ward.leadAccount(),
                organization(),
                today.minusDays(1));
        written.forEach(this::words);
    }

    /** What is written is sealed for its place, as the program seals it. */
    private void words(UUID session, List<UUID> writtenOf) {
        write(
                "update notes.draft set focus = ?, narrative = ? where session_id = ?",
                seal.closeText("Sleep", organization(), session),
                seal.closeText("We spoke about sleep.", organization(), session),
                session);
        for (var client : writtenOf) {
            write(
                    "update notes.draft_line set text = ?, no_goal_reason = ? where session_id = ? and client_id = ?",
                    seal.closeText(
                            "Keeps a diary, page " + client, organization(), session, client),
                    seal.closeText("None applies", organization(), session, client),
                    session,
                    client);
        }
    }

    /**
     * Claims of one line each; a payment for each, some payments that do not add up, and one check
     * for many claims.
     */
    private void postings() {
        var file = UUID.randomUUID();
        write(
                """
                insert into billing.file (organization_id, id, kind, direction, name, sha256, content, at, account_id)
                values (?, ?, '837I', 'OUT', 'sent.837', ''::bytea, ''::bytea, now(), ?)
                """,
                organization(),
                file,
                ward.leadAccount());
        for (int number = 1; number <= CLAIMS; number++) {
            claim(file, number);
            due.add(new Operation.Post(UUID.randomUUID(), Payments.file(number, 0)));
        }
        IntStream.rangeClosed(1, OF_EACH_REFUSED)
                .mapToObj(number -> Payments.file(CLAIMS + number, 100))
                .forEach(text -> impossible.add(new Operation.Post(UUID.randomUUID(), text)));
        OF_ONE_CHECK.forEach(number -> claim(file, number));
    }

    private void claim(UUID file, int number) {
        var claim = UUID.randomUUID();
        var client = clients.get(number % CLIENTS).id();
        var day = Payments.day(number);
        write(
                """
                insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form, from_date,
                    through_date, charge_cents, submitted_at)
                values (?, ?, ?, ?, ?, ?, '837I', ?, ?, ?, now())
                """,
                organization(),
                claim,
                Payments.claimNumber(number),
                client,
                ward.contract(),
                file,
                day,
                day,
                Payments.CHARGE_CENTS);
        write(
                """
                insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date,
                    procedure_code, revenue_code, modifiers, units, charge_cents)
                values (?, gen_random_uuid(), ?, 1, ?, ?, 'S9480', '0905', '{}', 1, ?)
                """,
                organization(),
                claim,
                client,
                day,
                Payments.CHARGE_CENTS);
    }

    /** Measures that staff are copying from paper. */
    private void answers() {
        for (int number = 0; number < MEASURES; number++) {
            var client = clients.get(number % CLIENTS).id();
            var sitting = UUID.randomUUID();
            var measure = UUID.randomUUID();
            write(
                    """
                    insert into measures.sitting (organization_id, id, client_id, mode, language, taken_on, asked_by,
                        asked_at)
                    values (?, ?, ?, 'PAPER', 'en', ?, ?, now())
                    """,
                    organization(),
                    sitting,
                    client,
                    today,
                    ward.leadAccount());
            write(
                    """
                    insert into measures.administration (organization_id, id, sitting_id, client_id, number, instrument,
                        version)
                    values (?, ?, ?, ?, 1, 'PHQ-9', '1')
                    """,
                    organization(),
                    measure,
                    sitting,
                    client);
            due.add(new Operation.Answer(measure, client));
        }
    }

    private UUID organization() {
        return ward.organization().value();
    }

    private void write(String sql, Object... values) {
        clinic.write(ward, sql, values);
    }
}
