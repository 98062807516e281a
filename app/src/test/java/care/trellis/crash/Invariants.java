package care.trellis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the rows after everything, as somebody sees them whom no wall stops. */
final class Invariants {

    private final JdbcClient jdbc;
    private final History history;
    private final Seal notes;

    Invariants(JdbcClient jdbc, History history, Keys keys) {
        this.notes = new Seal(keys, "notes");
        this.jdbc = jdbc;
        this.history = history;
    }

    void hold(UUID untouched) throws InterruptedException {
        acknowledgedIsThereOnceAndNothingElseIs();
        noSafetyAnswerIsWithoutItsAlert();
        attendanceIsWhatItsEventsSay();
        notesAreSignedWholeAndOnce();
        moneyIsPostedOnceAndAddsUp();
        everyChangeIsOnRecordOnce();
        everyRowOfTheRecordIsSealed();
        theOtherClinicIsUntouched(untouched);
    }

    /** The key is the id of what was made, so the rows must be exactly the acknowledged keys. */
    private void acknowledgedIsThereOnceAndNothingElseIs() {
        assertThat(ids("select id from attendance.event where method = 'STAFF'"))
                .containsExactlyInAnyOrderElementsOf(acknowledged(Operation.CheckIn.class));
        assertThat(ids("select id from notes.signature"))
                .containsExactlyInAnyOrderElementsOf(acknowledged(Operation.Sign.class));
        assertThat(ids("select id from billing.file where direction = 'IN'"))
                .containsExactlyInAnyOrderElementsOf(acknowledged(Operation.Post.class));
        var keyed = new ArrayList<UUID>();
        keyed.addAll(acknowledged(Operation.CheckIn.class));
        keyed.addAll(acknowledged(Operation.Sign.class));
        keyed.addAll(acknowledged(Operation.Post.class));
        assertThat(ids("select key from base.request")).containsExactlyInAnyOrderElementsOf(keyed);
    }

    /** However the program dies between an answer and whoever is told of it: the alert is there. */
    private void noSafetyAnswerIsWithoutItsAlert() {
        assertThat(ids("select administration_id from measures.answer"))
                .containsExactlyInAnyOrderElementsOf(acknowledged(Operation.Answer.class));
        assertThat(ids("select administration_id from measures.alert where cause = 'SI_ITEM9'"))
                .containsExactlyInAnyOrderElementsOf(acknowledged(Operation.Answer.class));
    }

    private void attendanceIsWhatItsEventsSay() {
        none(
                "marks that differ from their latest event",
                """
                select from attendance.mark m
                full join (select distinct on (organization_id, session_id, client_id) *
                             from attendance.event
                            order by organization_id, session_id, client_id, number desc) e
                  using (organization_id, session_id, client_id)
                where (m.status, m.arrived_at, m.left_at, m.last_event)
                   is distinct from (e.status, e.arrived_at, e.left_at, e.number)
                """);
        none(
                "clients with a gap in their events",
                """
                select from attendance.event group by organization_id, session_id, client_id
                having count(*) <> max(number)
                """);
    }

    private void notesAreSignedWholeAndOnce() {
        jdbc.sql("select organization_id, id, content, content_hash from notes.signed_note")
                .query(row -> {
                    var words =
                            notes.openText(
                                    row.getBytes(3),
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class));
                    assertThat(Hashes.sha256(words))
                            .as("the hash of what is signed")
                            .isEqualTo(row.getBytes(4));
                });
        none(
                "signatures that do not bind both notes of their group",
                """
                select from notes.signature s
                left join notes.signed_note n on n.signature_id = s.id and n.session_id = s.session_id
                group by s.id, s.manifest_hash
                having count(n.id) <> 2
                    or s.manifest_hash not in (sha256(string_agg(n.content_hash, '' order by n.content_hash)),
                                               sha256(string_agg(n.content_hash, '' order by n.content_hash desc)))
                """);
        none(
                "groups without exactly one signature",
                """
                select from notes.draft d left join notes.signature s using (session_id)
                group by d.session_id having count(s.id) <> 1
                """);
    }

    private void moneyIsPostedOnceAndAddsUp() {
        none(
                "claim lines without exactly one posting",
                """
                select from billing.claim_line l left join billing.posting p on p.claim_line_id = l.id
                group by l.id having count(p.id) <> 1
                """);
        none(
                "lines that found no claim",
                "select from billing.posting where claim_line_id is null");
        none(
                "payments that their lines do not explain",
                """
                select from billing.remittance r
                where r.paid_cents <> coalesce((select sum(paid_cents) from billing.posting where remittance_id = r.id), 0)
                      - coalesce((select sum(amount_cents) from billing.provider_adjustment where remittance_id = r.id), 0)
                """);
        none(
                "lines whose charge less adjustments is not what was paid",
                """
                select from billing.posting p
                where p.charge_cents - p.paid_cents
                   <> coalesce((select sum(cents) from unnest(p.adjustment_cents) as cents), 0)
                """);
        none(
                "payments whose cash in the ledger of money is not what came",
                """
                select from billing.remittance r
                where r.paid_cents <> coalesce((select sum(case 'CASH' when debit then cents when credit then -cents end)
                                                  from receivables.transfer where remittance_id = r.id), 0)
                """);
        none(
                "money that moved otherwise than the postings say",
                """
                (select event_id, number, debit, credit, cents from receivables.derived where event = 'POSTED'
                 except select event_id, number, debit, credit, cents from receivables.transfer)
                union all
                (select event_id, number, debit, credit, cents from receivables.transfer where event = 'POSTED'
                 except select event_id, number, debit, credit, cents from receivables.derived)
                """);
        none(
                "files without exactly one remittance, or changed",
                """
                select from billing.file f left join billing.remittance r on r.file_id = f.id
                where f.direction = 'IN' group by f.id, f.sha256, f.content
                having count(r.id) <> 1 or f.sha256 <> sha256(f.content)
                """);
    }

    private void everyChangeIsOnRecordOnce() {
        sameCounts(
                "check-ins and their record",
                "select session_id, client_id from attendance.event where method = 'STAFF'",
                """
                select object_id, client_id from audit.event
                where object_type = 'attendance.event' and detail = 'CHECK_IN'
                """);
        sameCounts(
                "signatures and their record",
                "select id, 2 from notes.signature",
                """
                select object_id, count from audit.event
                where object_type = 'notes.signed_note' and action = 'NOTE_SIGN'
                """);
        sameCounts(
                "files and their record",
                "select id from billing.file where direction = 'IN'",
                "select object_id from audit.event where object_type = 'billing.file' and detail = 'POSTED'");
        sameCounts(
                "remittances and their record",
                "select remittance_id, count(*)::int from billing.posting group by remittance_id",
                "select object_id, count from audit.event where object_type = 'billing.posting'");
    }

    /** The sealer works each second, so the last rows may wait for it a moment. */
    private void everyRowOfTheRecordIsSealed() throws InterruptedException {
        var giveUp = Instant.now().plus(Duration.ofMinutes(1));
        var unsealed =
                """
                select from audit.event e
                where not exists (select from audit.seal s
                                   where s.organization_id = e.organization_id and s.event_id = e.id)
                """;
        while (count(unsealed) > 0 && Instant.now().isBefore(giveUp)) {
            Thread.sleep(200);
        }
        none("rows of the record without a seal", unsealed);
        none(
                "chains with a gap",
                "select from audit.seal group by organization_id having count(*) <> max(sequence)");
    }

    private void theOtherClinicIsUntouched(UUID other) {
        for (var table :
                List.of(
                        "attendance.event",
                        "attendance.mark",
                        "notes.signature",
                        "notes.signed_note",
                        "billing.file",
                        "billing.remittance",
                        "billing.posting",
                        "base.request")) {
            none(
                    "rows of the other clinic in " + table,
                    "select from %s where organization_id = '%s'".formatted(table, other));
        }
        none(
                "acts of people in the record of the other clinic; the program's own jobs run there",
                "select from audit.event where organization_id = '%s' and account_id <> '%s'"
                        .formatted(other, new UUID(0, 0)));
    }

    private List<UUID> acknowledged(Class<? extends Operation> kind) {
        return List.copyOf(history.keys(Outcome.ACKNOWLEDGED, kind));
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql).query(UUID.class).list();
    }

    /** Both hold the same rows, each as often. */
    private void sameCounts(String what, String left, String right) {
        none(
                what,
                "(%1$s except all %2$s) union all (%2$s except all %1$s)".formatted(left, right));
    }

    private void none(String what, String sql) {
        assertThat(count(sql)).as(what).isZero();
    }

    private long count(String sql) {
        return jdbc.sql("select count(*) from (%s) as found".formatted(sql))
                .query(Long.class)
                .single();
    }
}
