package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ten thousand random steps of two people who write, disagree, choose, sign and add, each answer
 * held against {@link NoteModel}. The seed is fixed, so a failure is found again.
 */
@TrellisTest
class NoteLifeCycleTest {

    private static final int STEPS = 10_000;
    private static final int STEPS_OF_A_GROUP = 125;
    private static final long SEED = 20_260_302L;
    private static final UUID JIN = new UUID(7, 7);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Autowired Clinic clinic;
    @Autowired Notes notes;
    @Autowired Drafts drafts;
    @Autowired SettableClock clock;

    private final Random random = new Random(SEED);
    private final Map<NoteId, String> hashes = new HashMap<>();
    private LocalDate day = Clinic.MONDAY.minusDays(1);
    private Clinic.Ward ward;
    private List<Clinic.Client> clients;
    private SessionId session;
    private NoteModel model;
    private int written;

    @Test
    void ten_thousand_random_steps_end_as_the_reference_says() {
        ward = clinic.open();
        clients =
                List.of(clinic.maya(ward), clinic.theo(ward), clinic.client(ward, "Ana", "Silva"));
        for (int step = 0; step < STEPS; step++) {
            if (step % STEPS_OF_A_GROUP == 0) {
                begin();
            }
            step();
            if (step % STEPS_OF_A_GROUP == STEPS_OF_A_GROUP - 1) {
                readEverythingSigned();
            }
            if (step % 25 == 24) {
                compare();
            }
        }

        assertThat(hashes).hasSizeGreaterThan(50);
    }

    /** Each group meets on a day of its own: its two leaders cannot be in two rooms at once. */
    private void begin() {
        day = day.plusDays(1);
        clock.set(day.atTime(8, 30).atZone(ZONE).toInstant());
        session =
                new SessionId(
                        clinic.session(
                                ward,
                                day,
                                LocalTime.of(9, 0),
                                60,
                                clients.toArray(Clinic.Client[]::new)));
        clock.set(day.atTime(10, 5).atZone(ZONE).toInstant());
        model = new NoteModel(clients.size());
        for (int place = 0; place < clients.size(); place++) {
            present(place);
        }
    }

    private void step() {
        int place = random.nextInt(clients.size());
        var account = random.nextBoolean() ? ward.leadAccount() : JIN;
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> saveLine(account, place);
            case 7, 8 -> saveShared(account);
            case 9, 10, 11 -> load(account, place);
            case 12, 13 -> choose(account);
            case 14 -> loadShared(account);
            case 15 -> absent(place);
            case 16, 17 -> sign(account);
            case 18 -> cosign(account);
            default -> add(account, place);
        }
    }

    private void saveLine(UUID account, int place) {
        var line = model.lines.get(place);
        var view = view(account, place, line.part);
        var text = text(line.part.text);
        boolean goal = random.nextInt(4) > 0;
        int seen = view.version;

        var saved =
                ward.in(() ->
                        drafts.saveLine(
                                may(account, Action.NOTE_WRITE),
                                session,
                                client(place),
                                seen,
                                view.page,
                                LineText.of(
                                        text,
                                        null,
                                        goal ? clinic.objective(ward, clients.get(place)) : null,
                                        "")));

        if (line.signed != null) {
            assertThat(saved).isInstanceOf(Saved.AlreadySigned.class);
        } else if (line.part.save(account, view, text)) {
            line.goal = goal;
            assertThat(saved)
                    .isInstanceOfSatisfying(
                            Saved.Stored.class,
                            it -> assertThat(it.version()).isEqualTo(line.part.version));
        } else {
            assertThat(saved).isEqualTo(new Saved.Changed(line.part.version));
        }
    }

    private void saveShared(UUID account) {
        var view = view(account, -1, model.shared);
        var text = text(model.shared.text);
        int seen = view.version;

        var saved =
                ward.in(() ->
                        drafts.saveShared(
                                may(account, Action.NOTE_WRITE),
                                session,
                                seen,
                                view.page,
                                new SharedText("", "", text)));

        if (model.everythingSigned()) {
            assertThat(saved).isInstanceOf(Saved.AlreadySigned.class);
        } else if (model.shared.save(account, view, text)) {
            assertThat(saved)
                    .isInstanceOfSatisfying(
                            Saved.Stored.class,
                            it -> assertThat(it.version()).isEqualTo(model.shared.version));
        } else {
            assertThat(saved).isEqualTo(new Saved.Changed(model.shared.version));
        }
    }

    private void load(UUID account, int place) {
        var part = model.lines.get(place).part;
        model.views.put(account + " " + place, new NoteModel.View(part.version, Ids.next()));
    }

    private void loadShared(UUID account) {
        model.views.put(account + " -1", new NoteModel.View(model.shared.version, Ids.next()));
    }

    private void choose(UUID account) {
        var waiting = ward.in(() -> drafts.setAside(may(account, Action.NOTE_VIEW), session));
        if (waiting.isEmpty()) {
            return;
        }
        var aside = waiting.get(random.nextInt(waiting.size()));
        var choice = SetAside.Choice.values()[random.nextInt(3)];
        boolean shared = aside.part().equals(session.value());
        var line = shared ? null : model.lines.get(place(aside.part()));

        var saved =
                ward.in(() ->
                        drafts.choose(
                                may(account, Action.NOTE_WRITE),
                                session,
                                aside.part(),
                                aside.account(),
                                choice));

        if (line != null && line.signed != null) {
            assertThat(saved).isInstanceOf(Saved.AlreadySigned.class);
        } else {
            var part = line == null ? model.shared : line.part;
            part.choose(aside.account(), choice, account, shared);
            assertThat(saved)
                    .isInstanceOfSatisfying(
                            Saved.Stored.class,
                            it -> assertThat(it.version()).isEqualTo(part.version));
        }
    }

    private void sign(UUID account) {
        var ready = model.ready(account);

        var signing =
                ward.in(() -> notes.sign(may(account, Action.NOTE_SIGN), Ids.next(), session, ""));

        if (ready.isEmpty()) {
            assertThat(signing).isInstanceOf(Signing.NothingReady.class);
            return;
        }
        assertThat(signing)
                .isInstanceOfSatisfying(
                        Signing.Signed.class,
                        it ->
                                assertThat(it.clients())
                                        .containsExactlyInAnyOrderElementsOf(
                                                ready.stream().map(this::client).toList()));
        model.passes.add(account);
        ready.forEach(place -> {
            var line = model.lines.get(place);
            line.signed = line.part.text;
        });
    }

    private void cosign(UUID account) {
        int expected = model.passes.contains(account) ? 0 : model.signedCount();

        int covered =
                ward.in(() -> notes.cosign(may(account, Action.NOTE_SIGN), Ids.next(), session));

        assertThat(covered).isEqualTo(expected);
        if (expected > 0) {
            model.passes.add(account);
        }
    }

    private void add(UUID account, int place) {
        var line = model.lines.get(place);
        var id = line(open(), place).signedNote();
        assertThat(id != null).isEqualTo(line.signed != null);
        if (id == null) {
            return;
        }
        ward.run(() ->
                notes.add(
                        may(account, Action.NOTE_SIGN),
                        Ids.next(),
                        client(place),
                        id,
                        "Left out",
                        "More " + written));
        line.addenda++;
        read(place, id);
    }

    private void readEverythingSigned() {
        var note = open();
        for (int place = 0; place < clients.size(); place++) {
            var id = line(note, place).signedNote();
            if (id != null) {
                read(place, id);
            }
        }
    }

    /** What is read is what was signed, under the hash that it had at the first reading. */
    private void read(int place, NoteId id) {
        var line = model.lines.get(place);
        var note =
                ward.in(() ->
                        notes.read(may(ward.leadAccount(), Action.NOTE_VIEW), client(place), id));
        assertThat(note.text()).isEqualTo(Objects.requireNonNull(line.signed).strip());
        assertThat(note.addenda()).hasSize(line.addenda);
        assertThat(note.intact()).isTrue();
        assertThat(hashes.computeIfAbsent(id, first -> note.contentHash()))
                .isEqualTo(note.contentHash());
    }

    private void compare() {
        var note = open();
        assertThat(note.narrative()).isEqualTo(model.shared.text);
        assertThat(note.version()).isEqualTo(model.shared.version);
        assertThat(note.twoTexts()).isEqualTo(!model.shared.asides.isEmpty());
        for (int place = 0; place < clients.size(); place++) {
            var line = line(note, place);
            var expected = model.lines.get(place);
            assertThat(line.text()).isEqualTo(expected.part.text);
            assertThat(line.version()).isEqualTo(expected.part.version);
            assertThat(line.twoTexts()).isEqualTo(!expected.part.asides.isEmpty());
            assertThat(line.writtenBy()).isEqualTo(expected.part.writtenBy);
            assertThat(line.signed()).isEqualTo(expected.signed != null);
        }
    }

    /** Mostly new words; now and then the same again, or none. */
    private String text(String before) {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> before;
            default -> "Words of turn " + ++written;
        };
    }

    private NoteModel.View view(UUID account, int place, NoteModel.Part part) {
        return model.views.computeIfAbsent(
                account + " " + place, first -> new NoteModel.View(part.version, Ids.next()));
    }

    private void present(int place) {
        mark(place, "PRESENT");
        model.lines.get(place).present = true;
    }

    /** Not after a signature: who was there stays there. */
    private void absent(int place) {
        var line = model.lines.get(place);
        if (line.signed == null) {
            mark(place, line.present ? "ABSENT" : "PRESENT");
            line.present = !line.present;
        }
    }

    private void mark(int place, String status) {
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    estimated, last_event)
                values (?, ?, ?, ?, ?, nullif(?, '')::timestamptz, false, 1)
                on conflict (organization_id, session_id, client_id) do update
                set status = excluded.status, arrived_at = excluded.arrived_at
                """,
                ward.organization().value(),
                session.value(),
                clients.get(place).id(),
                day,
                status,
                status.equals("PRESENT")
                        ? day.atTime(9, 0).atZone(ZONE).toOffsetDateTime().toString()
                        : "");
    }

    private GroupNote open() {
        return ward.in(() -> notes.open(may(ward.leadAccount(), Action.NOTE_VIEW), session));
    }

    private NoteLine line(GroupNote note, int place) {
        return note.lines().stream()
                .filter(line -> line.client().equals(client(place)))
                .findFirst()
                .orElseThrow();
    }

    private ClientId client(int place) {
        return new ClientId(clients.get(place).id());
    }

    private int place(UUID client) {
        for (int place = 0; place < clients.size(); place++) {
            if (clients.get(place).id().equals(client)) {
                return place;
            }
        }
        throw new IllegalStateException("No such client");
    }

    private Permit may(UUID account, Action action) {
        boolean lead = account.equals(ward.leadAccount());
        var actor =
                new Actor(
                        ward.organization(),
                        account,
                        lead ? ward.lead() : ward.coLead(),
                        lead ? "Maria Ortiz" : "Jin Kim",
                        Set.of(Role.CLINICIAN),
                        Set.of());
        return Permit.granted(actor, action, Permit.Purpose.TREATMENT, null);
    }
}
