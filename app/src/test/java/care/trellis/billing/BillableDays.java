package care.trellis.billing;

import care.trellis.base.OrganizationId;
import care.trellis.testing.Clinic;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** Puts days in place as the ledger keeps them, for tests of what is made of them. */
@TestComponent
public class BillableDays {

    /** Who comes on a day comes to the same group: its leaders lead one at a time. */
    private record Group(OrganizationId organization, LocalDate day) {}

    private final Map<Group, UUID> groups = new ConcurrentHashMap<>();
    private final Clinic clinic;

    BillableDays(Clinic clinic) {
        this.clinic = clinic;
    }

    /** A billing address of nine digits and a phone, which a file asks for. */
    public void reachable(Clinic.Ward ward) {
        clinic.write(
                ward,
                "update organizations.organization set phone = '9195550100' where organization_id = ?",
                ward.organization().value());
    }

    /** Two days of Maya's, Monday and Wednesday, that can be billed. */
    public void twoOfMaya(Clinic.Ward ward) {
        reachable(ward);
        var maya = clinic.maya(ward);
        week(ward, maya, Clinic.MONDAY);
        billable(ward, maya, Clinic.MONDAY);
        billable(ward, maya, Clinic.MONDAY.plusDays(2));
    }

    /** A week of the client that is decided and stays so. */
    public void week(Clinic.Ward ward, Clinic.Client client, LocalDate monday) {
        clinic.write(
                ward,
                """
                insert into ledger.kept_week (organization_id, client_id, week_start, contract_id, input_hash,
                    scheduled_minutes, attended_minutes, documented_minutes, countable_minutes, day_states, billable_cents,
                    held_cents, lost_cents, decided_at)
                values (?, ?, ?, ?, ''::bytea, 0, 0, 0, 0, '.......', 0, 0, 0, ?)
                """,
                ward.organization().value(),
                client.id(),
                monday,
                ward.contract(),
                monday.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    /** A day of three hours that can be billed at the per diem, with the session it came from. */
    public void billable(Clinic.Ward ward, Clinic.Client client, LocalDate day) {
        var group = new Group(ward.organization(), day);
        var known = groups.get(group);
        if (known == null) {
            groups.put(group, clinic.session(ward, day, LocalTime.of(9, 0), 180, client));
        } else {
            clinic.write(
                    ward,
                    "insert into sessions.seat (organization_id, session_id, client_id, local_date, source) values (?, ?, ?, ?, 'TRACK') on conflict do nothing",
                    ward.organization().value(),
                    known,
                    client.id(),
                    day);
        }
        day(ward, client, day, "BILLABLE", null);
        line(ward, client, day, 1, "S9480", "0905", 31_500);
    }

    /** A day that a reason holds. */
    public void held(Clinic.Ward ward, Clinic.Client client, LocalDate day, String reason) {
        day(ward, client, day, "HOLD", reason);
    }

    /** One line of a day. */
    public void line(
            Clinic.Ward ward,
            Clinic.Client client,
            LocalDate day,
            int number,
            String procedure,
            String revenue,
            int cents) {
        clinic.write(
                ward,
                """
                update ledger.kept_day
                set lines = lines || jsonb_build_object('number', ?::int, 'procedure_code', ?::text, 'revenue_code',
                    ?::text, 'modifiers', '[]'::jsonb, 'units', 1, 'charge_cents', ?::bigint)
                where organization_id = ? and client_id = ? and local_date = ?
                """,
                number,
                procedure,
                revenue,
                cents,
                ward.organization().value(),
                client.id(),
                day);
    }

    private void day(
            Clinic.Ward ward, Clinic.Client client, LocalDate day, String state, String reason) {
        clinic.write(
                ward,
                """
                insert into ledger.kept_day (organization_id, client_id, local_date, week_start, contract_id,
                    scheduled_minutes, attended_minutes, documented_minutes, countable_minutes, authorized_units,
                    state, reason, fix, expected_cents)
                values (?, ?, ?, ?, ?, 180, 180, 180, 180, 0, ?, nullif(?, ''), 'Sign the note', 31500)
                """,
                ward.organization().value(),
                client.id(),
                day,
                day.with(
                        java.time.temporal.TemporalAdjusters.previousOrSame(
                                java.time.DayOfWeek.MONDAY)),
                ward.contract(),
                state,
                reason == null ? "" : reason);
    }
}
