package care.trellis.ledger;

import care.trellis.attendance.AttendanceRecorded;
import care.trellis.attendance.AttendanceRecorded.Reach;
import care.trellis.authorizations.AuthorizationChanged;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.clients.ConsentChanged;
import care.trellis.notes.NotesSigned;
import care.trellis.sessions.RosterChanged;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets clients come and notes be signed: the rows that the other rooms keep, with the news that
 * they publish in the same transaction.
 */
@Component
public class LivedWeek {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Map<OrganizationId, Runnable> listeners = new ConcurrentHashMap<>();
    private final Clinic clinic;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LivedWeek(Clinic clinic, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.clinic = clinic;
        this.events = events;
        this.transaction = transaction;
    }

    /** The client comes and goes at these times of the site. */
    public void comes(
            Ward ward, UUID session, Client client, LocalDate day, LocalTime from, LocalTime to) {
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    left_at, estimated, last_event)
                values (?, ?, ?, ?, 'PRESENT', ?, ?, false, 1)
                on conflict (organization_id, session_id, client_id)
                    do update set arrived_at = excluded.arrived_at, left_at = excluded.left_at
                """,
                ward.organization().value(),
                session,
                client.id(),
                day,
                day.atTime(from).atZone(ZONE).toInstant().atOffset(ZoneOffset.UTC),
                day.atTime(to).atZone(ZONE).toInstant().atOffset(ZoneOffset.UTC));
        tell(
                ward,
                new AttendanceRecorded(
                        new ClientId(client.id()), new SessionId(session), day, Reach.GROUP));
    }

    /** A place on a roster of the day became known, as the room that gave it says. */
    public void expects(Ward ward, Client client, LocalDate day) {
        tell(ward, new RosterChanged(new ClientId(client.id()), day));
    }

    /** The lead signs the notes of these clients. */
    public void signs(Ward ward, UUID session, LocalDate day, Client... clients) {
        for (var client : clients) {
            var signature = Ids.next();
            clinic.write(
                    ward,
                    """
                    insert into notes.signature (organization_id, id, session_id, account_id, printed_name, credentials,
                        meaning, signed_at, manifest_hash)
                    values (?, ?, ?, ?, 'Maria Ortiz', 'BHP', 'author', now(), '')
                    """,
                    ward.organization().value(),
                    signature,
                    session,
                    ward.leadAccount());
            clinic.write(
                    ward,
                    """
                    insert into notes.signed_note (organization_id, id, session_id, client_id, signature_id,
                        local_date, content, content_hash)
                    values (?, ?, ?, ?, ?, ?, 'sealed elsewhere', '')
                    """,
                    ward.organization().value(),
                    Ids.next(),
                    session,
                    client.id(),
                    signature,
                    day);
        }
        tell(
                ward,
                new NotesSigned(
                        new SessionId(session),
                        day,
                        List.of(clients).stream().map(it -> new ClientId(it.id())).toList()));
    }

    /** A whole group: it takes place, the client is there from start to end, the note is signed. */
    public UUID group(Ward ward, Client client, LocalDate day, LocalTime starts, int minutes) {
        var session = clinic.session(ward, day, starts, minutes, client);
        comes(ward, session, client, day, starts, starts.plusMinutes(minutes));
        signs(ward, session, day, client);
        return session;
    }

    /** A payer's grant of so many days, and whether the contract asks for one. */
    public UUID grant(Ward ward, Client client, int days, LocalDate from, LocalDate to) {
        return grant(ward, client, "", "DAY", days, from, to);
    }

    /** The payer grants units of some services; of every service where no code is named. */
    public UUID grant(
            Ward ward,
            Client client,
            String codes,
            String unit,
            int units,
            LocalDate from,
            LocalDate to) {
        var id = Ids.next();
        clinic.write(
                ward,
                "update payers.contract set authorization_required = true where organization_id = ?",
                ward.organization().value());
        clinic.write(
                ward,
                """
                insert into authorizations.authorization (organization_id, id, client_id, contract_id, number, state,
                    procedure_code, unit, units_granted, from_date, to_date)
                values (?, ?, ?, ?, ?, 'APPROVED', nullif(?, ''), ?, ?, ?, ?)
                """,
                ward.organization().value(),
                id,
                client.id(),
                ward.contract(),
                "A-" + units,
                codes,
                unit,
                units,
                from,
                to);
        tell(ward, new AuthorizationChanged(new ClientId(client.id()), from, to));
        return id;
    }

    /** The client signs, or takes back, the consent to tell the payer. */
    public void consent(Ward ward, Client client, boolean given) {
        clinic.write(
                ward,
                "update clients.consent set revoked_on = "
                        + (given ? "null" : "'2026-03-01'")
                        + " where organization_id = ? and client_id = ?",
                ward.organization().value(),
                client.id());
        tell(ward, new ConsentChanged(new ClientId(client.id())));
    }

    /** Publishes news in a transaction, as a room does. */
    public void tell(Ward ward, Object news) {
        ward.run(() -> transaction.executeWithoutResult(status -> events.publishEvent(news)));
    }

    /** Calls back whenever weeks of the ward were decided anew. */
    public void whenDecided(Ward ward, Runnable heard) {
        listeners.put(ward.organization(), heard);
    }

    @EventListener
    void on(WeeksDecided decided) {
        listeners.getOrDefault(OrganizationContext.current(), () -> {}).run();
    }
}
