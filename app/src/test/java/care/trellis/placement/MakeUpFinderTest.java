package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Window;
import care.trellis.episodes.EpisodeId;
import care.trellis.sessions.Modality;
import care.trellis.sessions.TrackId;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can make up for a missed session, and what speaks against the rest. */
@TrellisTest
class MakeUpFinderTest extends WeekOfGroups {

    @Test
    void sessions_to_come_with_a_free_seat_are_found_with_what_limits_them() {
        var ward = week(2);
        var maya = client(clinic.maya(ward));

        var found = find(ward, maya);

        assertThat(found).hasSize(3);
        assertThat(found)
                .allSatisfy(it -> {
                    assertThat(it.left()).isEqualTo(2);
                    assertThat(it.bound()).isEqualTo("the program");
                });
    }

    @Test
    void a_session_with_somebody_they_must_not_meet_is_not_found() {
        var ward = week(4);
        var maya = client(clinic.maya(ward));
        var theo = clinic.theo(ward);
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(ward.track()),
                        new EpisodeId(theo.episode()),
                        MONDAY,
                        ""));
        assertThat(find(ward, maya)).hasSize(3);

        ward.in(() ->
                        keptApart.keep(
                                ward.permit(Action.KEEP_APART),
                                Ids.next(),
                                maya,
                                client(theo),
                                "A court order"))
                .orThrow();

        assertThat(find(ward, maya)).isEmpty();
    }

    @Test
    void a_group_in_another_language_or_reserved_for_others_or_at_a_wrong_time_is_not_found() {
        var ward = week(4);
        var maya = client(clinic.maya(ward));
        wants(ward, maya, Set.of("veterans"), List.of());
        assertThat(find(ward, maya)).hasSize(3);

        isFor(ward, new TrackTerms("Spanish", 18, 99, Set.of(), 4));
        assertThat(find(ward, maya)).isEmpty();
        isFor(ward, new TrackTerms("English", 18, 99, Set.of("women"), 4));
        assertThat(find(ward, maya)).isEmpty();
        isFor(ward, new TrackTerms("English", 18, 99, Set.of("veterans"), 4));
        assertThat(find(ward, maya)).hasSize(3);

        wants(ward, maya, Set.of("veterans"), List.of(new Window(DayOfWeek.FRIDAY, 600, 960)));
        assertThat(find(ward, maya))
                .extracting(it -> it.startsAt().atZone(it.zone()).getDayOfWeek())
                .containsExactly(DayOfWeek.FRIDAY);
    }

    @Test
    void what_the_payer_counts_in_person_only_is_not_made_up_by_video() {
        var ward = week(clinic.open("MEDICARE_HOPD_IOP", false), 2);
        var maya = client(clinic.maya(ward));
        clinic.write(
                ward,
                "update sessions.session set modality = 'VIDEO' where local_date = ?",
                MONDAY.plusDays(4));

        var found = ward.in(() -> finder.find(make(ward), maya, MONDAY));

        assertThat(found.sessions())
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.modality()).isEqualTo(Modality.IN_PERSON);
                    assertThat(it.rule()).contains("given in person");
                });
        assertThat(found.against()).containsOnlyKeys(Modality.VIDEO);
    }

    @Test
    void where_the_payer_says_nothing_the_wish_only_stands_beside_the_session() {
        var ward = week(2);
        var maya = client(clinic.maya(ward));
        clinic.write(
                ward,
                "update sessions.session set modality = 'VIDEO' where local_date = ?",
                MONDAY.plusDays(4));
        wantsARoom(ward, maya);

        assertThat(find(ward, maya))
                .extracting(MakeUp::modality, MakeUp::wished, MakeUp::rule)
                .containsExactly(
                        tuple(Modality.IN_PERSON, true, ""),
                        tuple(Modality.IN_PERSON, true, ""),
                        tuple(Modality.VIDEO, false, ""));
    }

    private void wants(Ward ward, ClientId client, Set<String> tags, List<Window> free) {
        wants(
                ward,
                client,
                new Preference(
                        Set.of("English"),
                        tags,
                        Set.of(),
                        Set.of(),
                        free,
                        Preference.NONE.modalities(),
                        0));
    }

    private void wantsARoom(Ward ward, ClientId client) {
        wants(
                ward,
                client,
                new Preference(
                        Set.of("English"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of(care.trellis.engine.placement.Modality.IN_PERSON),
                        0));
    }

    private void wants(Ward ward, ClientId client, Preference preference) {
        ward.in(() ->
                        waiting.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                Ids.next(),
                                client,
                                MONDAY,
                                List.of(WaitReason.NO_SEAT),
                                "",
                                preference))
                .orThrow();
    }

    private void isFor(Ward ward, TrackTerms terms) {
        ward.in(() ->
                        trackRules.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                new TrackId(ward.track()),
                                terms))
                .orThrow();
    }
}
