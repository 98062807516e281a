package care.trellis.testing;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.base.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small clinic for tests: one site in New York, one program, two clinicians, one payer, and a
 * small cast of clients (Maya, Theo). Each call of {@link #open} founds another organization, so
 * tests never meet. Rows that a test does not care about are put in place here in plain SQL; what
 * it tests goes through the doors.
 */
@Component
public class Clinic {

    /** The ids of one clinic. */
    public record Ward(
            OrganizationId organization,
            UUID site,
            UUID room,
            UUID program,
            UUID lead,
            UUID coLead,
            UUID leadAccount,
            UUID payer,
            UUID contract,
            UUID track) {

        /** Does the work inside this organization. */
        public <T> T in(Supplier<T> work) {
            return OrganizationContext.in(organization, work);
        }

        /** Does the work inside this organization. */
        public void run(Runnable work) {
            OrganizationContext.run(organization, work);
        }

        /**
         * Somebody with these roles, at every site, with the lead clinician's account and staff
         * record.
         */
        public Actor actor(Role... roles) {
            return new Actor(
                    organization, leadAccount, lead, "Maria Ortiz", Set.of(roles), Set.of());
        }

        /** A permit as the decision place would grant it. */
        public Permit permit(Action action) {
            return Permit.granted(actor(Role.values()), action, Permit.Purpose.TREATMENT, null);
        }

        /** Signs a mock request in with these roles. */
        public RequestPostProcessor signedIn(Role... roles) {
            return SecurityMockMvcRequestPostProcessors.authentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                            actor(roles), null, List.of()));
        }
    }

    /**
     * One client of the clinic, admitted to its program, with coverage, consent, plan and one goal.
     */
    public record Client(UUID id, UUID episode, UUID goal) {}

    /** 2 March 2026 is a Monday. */
    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Vault vault;
    private final Map<UUID, UUID> objectives = new ConcurrentHashMap<>();

    Clinic(JdbcClient jdbc, TransactionTemplate transaction, SettableClock clock, Vault vault) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Founds a clinic whose payer pays per diem, and sets the clock to Monday morning. */
    public Ward open() {
        return open("BCBSNC_COMMERCIAL_IOP", false);
    }

    /** Founds a clinic under a rule set; {@code part2}: 42 CFR Part 2 applies to its program. */
    public Ward open(String ruleSet, boolean part2) {
        clock.set(TestClock.MORNING);
        var ward =
                new Ward(
                        new OrganizationId(Ids.next()),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        Ids.next());
        write(ward, "insert into platform.organization (id) values (?)", ward.organization.value());
        write(
                ward,
                """
                insert into organizations.organization (organization_id, name, npi, tax_id, taxonomy, address_line,
                    city, state, postal_code, created_at)
                values (?, 'Northgate', '1234567893', '123456789', '261QM0850X', '1 Main Street', 'Springfield', 'NC',
                    '275010000', ?)
                """,
                ward.organization.value(),
                clock.instant().atOffset(ZoneOffset.UTC));
        write(
                ward,
                "insert into organizations.site (organization_id, id, name, time_zone) values (?, ?, 'Northgate', ?)",
                ward.organization.value(),
                ward.site,
                ZONE.getId());
        write(
                ward,
                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'B', 14)",
                ward.organization.value(),
                ward.room,
                ward.site);
        write(
                ward,
                """
                insert into organizations.program (organization_id, id, site_id, name, level_of_care, setting,
                    program_type, part_2, offered_days, hours_per_day)
                values (?, ?, ?, 'Adult IOP', 'IOP', 'HOSPITAL_BASED', 'IOP_PSYCHIATRIC', ?, 5, 3)
                """,
                ward.organization.value(),
                ward.program,
                ward.site,
                part2);
        staff(ward, ward.lead, "Maria", "Ortiz", "BHP");
        staff(ward, ward.coLead, "Jin", "Kim", "BHP");
        write(
                ward,
                """
                insert into access.account (organization_id, id, staff_id, email, display_name, created_at)
                values (?, ?, ?, ?, 'Maria Ortiz', ?)
                """,
                ward.organization.value(),
                ward.leadAccount,
                ward.lead,
                "maria@" + ward.organization.value() + ".example",
                clock.instant().atOffset(ZoneOffset.UTC));
        write(
                ward,
                "insert into payers.payer (organization_id, id, name, payer_code) values (?, ?, 'Acme Health', 'ACME1')",
                ward.organization.value(),
                ward.payer);
        write(
                ward,
                """
                insert into payers.contract (organization_id, id, payer_id, name, rule_set, claim_form,
                    claim_filing_code, type_of_bill, authorization_required, timely_filing_days, receiver_id,
                    effective_from)
                values (?, ?, ?, 'Acme 2026', ?, '837I', 'CI', '13', false, 180, 'ACMERECV', '2020-01-01')
                """,
                ward.organization.value(),
                ward.contract,
                ward.payer,
                ruleSet);
        write(
                ward,
                """
                insert into payers.fee (organization_id, id, contract_id, service, procedure_code, revenue_code,
                    charge_cents, effective_from)
                values (?, ?, ?, 'DAY', 'S9480', '0905', 31500, '2020-01-01')
                """,
                ward.organization.value(),
                Ids.next(),
                ward.contract);
        write(
                ward,
                "insert into sessions.track (organization_id, id, program_id, site_id, name) values (?, ?, ?, ?, 'Morning')",
                ward.organization.value(),
                ward.track,
                ward.program,
                ward.site);
        return ward;
    }

    /** Maya Reyes. */
    public Client maya(Ward ward) {
        return client(ward, "Maya", "Reyes");
    }

    /** Theo Brandt. */
    public Client theo(Ward ward) {
        return client(ward, "Theo", "Brandt");
    }

    /**
     * A client with coverage by the clinic's payer, a payment consent, an episode since January, a
     * plan of 9 hours.
     */
    public Client client(Ward ward, String given, String family) {
        var client = new Client(Ids.next(), Ids.next(), Ids.next());
        var organization = ward.organization.value();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var since = LocalDate.of(2026, 1, 5);
        write(
                ward,
                """
                insert into clients.client (organization_id, id, site_id, record_number, given_name, family_name,
                    birth_date, sex, address_line, city, state, postal_code, created_at)
                values (?, ?, ?, ?, ?, ?, '1990-05-04', 'F', '2 Oak Street', 'Springfield', 'NC', '27501', ?)
                """,
                organization,
                client.id,
                ward.site,
                "C-" + client.id.toString().substring(24),
                given,
                family,
                now);
        write(
                ward,
                """
                insert into clients.coverage (organization_id, id, client_id, contract_id, payer_name, member_id,
                    priority, effective_from)
                values (?, ?, ?, ?, 'Acme Health', 'M12345', 1, '2025-01-01')
                """,
                organization,
                Ids.next(),
                client.id,
                ward.contract);
        write(
                ward,
                """
                insert into clients.consent (organization_id, id, client_id, kind, discloser, recipient, purpose, what,
                    channel, revocation_explained, redisclosure_explained, signed_by, signer, signed_on, recorded_at)
                values (?, ?, ?, 'PAYMENT', 'Northgate', 'Acme Health', 'Payment', 'Dates and kinds of service',
                    'PAPER', true, true, 'the client', 'CLIENT', ?, ?)
                """,
                organization,
                Ids.next(),
                client.id,
                since,
                now);
        write(
                ward,
                "insert into episodes.episode (organization_id, id, client_id, program_id, admitted_on) values (?, ?, ?, ?, ?)",
                organization,
                client.episode,
                client.id,
                ward.program,
                since);
        write(
                ward,
                """
                insert into episodes.placement (organization_id, id, episode_id, level_of_care, from_date)
                values (?, ?, ?, 'IOP', ?)
                """,
                organization,
                Ids.next(),
                client.episode,
                since);
        write(
                ward,
                """
                insert into episodes.plan (organization_id, id, episode_id, minutes_per_week, from_date,
                    physician_signed_on, certified_on, recorded_at)
                values (?, ?, ?, 540, ?, ?, ?, ?)
                """,
                organization,
                Ids.next(),
                client.episode,
                since,
                since,
                since,
                now);
        write(
                ward,
                "insert into episodes.goal (organization_id, id, episode_id, number, text) values (?, ?, ?, 1, 'Sleep through the night')",
                organization,
                client.goal,
                client.episode);
        write(
                ward,
                """
                insert into episodes.diagnosis (organization_id, id, client_id, code, system, description,
                    diagnosis_class, rank, from_date)
                values (?, ?, ?, 'F33.1', 'ICD-10-CM', 'Recurrent depressive disorder, moderate', 'MH', 1, ?)
                """,
                organization,
                Ids.next(),
                client.id,
                since);
        return client;
    }

    /** The client's one open objective, number 1.1; put in place when it is first asked for. */
    public UUID objective(Ward ward, Client client) {
        return objectives.computeIfAbsent(client.id, first -> writeObjective(ward, client));
    }

    private UUID writeObjective(Ward ward, Client client) {
        var id = Ids.next();
        var words =
                """
                {"text": "Six hours of sleep on five nights", "measure": "nights a week", "baseline": "2", "target": "5"}
                """;
        write(
                ward,
                """
                insert into plans.objective (organization_id, id, goal_id, number, content, scored, target_on, status,
                    status_on)
                values (?, ?, ?, 1, ?, false, '2026-05-01', 'NEW', '2026-01-05')
                """,
                ward.organization.value(),
                id,
                client.goal,
                ward.in(() -> vault.seal(id, words)));
        return id;
    }

    /**
     * A group of the track in the site's own time, led by Ortiz with Kim in room B as far as they
     * are free then, with these clients expected.
     */
    public UUID session(
            Ward ward, LocalDate day, LocalTime starts, int minutes, Client... expected) {
        var session = Ids.next();
        Instant from = day.atTime(starts).atZone(ZONE).toInstant();
        write(
                ward,
                """
                insert into sessions.session (organization_id, id, site_id, track_id, title, service_type, modality,
                    room_id, local_date, zone, starts_at, ends_at)
                select w.organization, w.id, w.site, w.track, 'Process group', 'GROUP_THERAPY', 'IN_PERSON',
                       case when not exists (select from sessions.session t
                           where t.organization_id = w.organization and t.room_id = w.room
                             and t.taken && tstzrange(w.starts, w.ends)) then w.room end,
                       w.day, w.zone, w.starts, w.ends
                from (values (cast(? as uuid), cast(? as uuid), cast(? as uuid), cast(? as uuid), cast(? as uuid),
                    cast(? as date), ?, cast(? as timestamptz), cast(? as timestamptz)))
                    as w (organization, id, site, track, room, day, zone, starts, ends)
                """,
                ward.organization.value(),
                session,
                ward.site,
                ward.track,
                ward.room,
                day,
                ZONE.getId(),
                from.atOffset(ZoneOffset.UTC),
                from.plusSeconds(60L * minutes).atOffset(ZoneOffset.UTC));
        write(
                ward,
                """
                insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
                select s.organization_id, s.id, f.staff, f.part, s.taken
                from sessions.session s, (values (?, 'LEAD'), (?, 'CO')) as f (staff, part)
                where s.organization_id = ? and s.id = ?
                on conflict do nothing
                """,
                ward.lead,
                ward.coLead,
                ward.organization.value(),
                session);
        for (Client client : expected) {
            write(
                    ward,
                    "insert into sessions.seat (organization_id, session_id, client_id, local_date, source) values (?, ?, ?, ?, 'TRACK')",
                    ward.organization.value(),
                    session,
                    client.id,
                    day);
        }
        return session;
    }

    /** Puts rows in place that the test does not care about. */
    public void write(Ward ward, String sql, Object... values) {
        ward.run(() ->
                transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).params(List.of(values)).update()));
    }

    private void staff(Ward ward, UUID id, String given, String family, String credential) {
        write(
                ward,
                "insert into organizations.staff (organization_id, id, given_name, family_name, npi) values (?, ?, ?, ?, '1234567893')",
                ward.organization.value(),
                id,
                given,
                family);
        write(
                ward,
                "insert into organizations.credential (organization_id, id, staff_id, code) values (?, ?, ?, ?)",
                ward.organization.value(),
                Ids.next(),
                id,
                credential);
    }
}
