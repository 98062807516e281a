package care.trellis.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Closing;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.testing.GroupsOfContract;
import care.trellis.testing.TrellisTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How large a group may be, by whose word, and what is asked of one that is larger. */
@TrellisTest
class GroupLimitsTest extends NineExpected {

    @Test
    void a_group_that_will_be_too_large_is_amber_before_it_begins_and_says_by_which_rule() {
        var guard = guard(group);

        assertThat(guard.state()).isEqualTo(Guard.State.AMBER);
        assertThat(guard.atMost()).isEqualTo(8);
        assertThat(guard.people()).isEqualTo(9);
        assertThat(guard.why()).isEqualTo("Acme Health: A group has at most eight clients.");
        assertThat(guard.proposal()).contains("ask 1 to come to another session");
    }

    @Test
    void a_free_room_is_proposed_for_a_split_and_a_group_beside_it_for_a_swap() {
        clinic.write(
                ward,
                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'C', 6)",
                ward.organization().value(),
                UUID.randomUUID(),
                ward.site());
        assertThat(guard(group).proposal())
                .isEqualTo("Split: 5 stay, 4 go to Room C with the second facilitator.");

        session(9, List.of(clinic.client(ward, "Jo", "Rowe")));
        assertThat(guard(group).proposal()).isEqualTo("Move 1 to Process group, which has 7 free.");
    }

    @Test
    void a_group_that_is_too_large_is_not_closed_before_somebody_says_why() {
        everybodyComes();

        assertThat(guard(group).state()).isEqualTo(Guard.State.OVER);
        assertThat(close()).isInstanceOf(Closing.HeldBack.class);

        assertThat(override("")).isInstanceOf(Change.Refused.class);
        assertThat(override("The other facilitator fell ill on the way"))
                .isInstanceOf(Change.Done.class);
        assertThat(guard(group).overridden()).isTrue();
        assertThat(close()).isEqualTo(new Closing.Closed(9));
    }

    @Test
    void a_reason_holds_for_as_many_as_were_there_and_no_more() {
        everybodyComes();
        override("The other facilitator fell ill on the way");
        var late = clinic.client(ward, "Kit", "Rowe");
        clinic.write(
                ward,
                "insert into sessions.seat (organization_id, session_id, client_id, local_date, source) values (?, ?, ?, '2026-03-02', 'WALK_IN')",
                ward.organization().value(),
                group.value(),
                late.id());
        checkIn(late);

        assertThat(guard(group).overridden()).isFalse();
        assertThat(close()).isInstanceOf(Closing.HeldBack.class);
    }

    @Test
    void a_group_within_its_limit_is_closed_like_any_other_and_takes_no_reason() {
        var small = session(10, people.subList(0, 3));

        assertThat(guard(small).state()).isEqualTo(Guard.State.FINE);
        assertThat(guard(small).atMost()).isEqualTo(8);
        var refused =
                ward.in(() ->
                        limits.override(
                                permit(Action.GROUP_OVERRIDE),
                                UUID.randomUUID(),
                                small,
                                "Just so"));
        assertThat(refused).isInstanceOf(Change.Refused.class);
    }

    @Test
    void the_room_itself_is_a_limit() {
        clinic.write(ward, "update organizations.room set capacity = 4 where id = ?", ward.room());

        assertThat(guard(group).atMost()).isEqualTo(4);
        assertThat(guard(group).why()).isEqualTo("Room B seats 4.");
    }

    @Test
    void what_a_contract_changes_in_the_rule_is_the_limit() {
        GroupsOfContract.allow(clinic, ward, 10);

        assertThat(guard(group).atMost()).isEqualTo(10);
        assertThat(guard(group).state()).isEqualTo(Guard.State.FINE);
    }

    @Test
    void a_seat_beyond_the_limit_is_given_by_hand_only_with_a_reason_that_stays_sealed() {
        var kit = new ClientId(clinic.client(ward, "Kit", "Rowe").id());

        assertThat(walkIn(kit, ""))
                .isEqualTo(
                        new Seating.AsksWhy(
                                List.of(
                                        "Acme Health: A group has at most eight clients. 9 are expected.")));
        assertThat(walkIn(kit, "Her own group was called off")).isEqualTo(new Seating.Seated());
        assertThat(walkIn(kit, "")).isEqualTo(new Seating.AlreadyThere());

        String kept =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select kinds[1] || ' ' || encode(reason, 'escape') from sessions.passed_over")
                                        .query(String.class)
                                        .single()));
        assertThat(kept).startsWith("FULL ").doesNotContain("called off");
    }

    @Test
    void a_group_that_ended_too_large_by_itself_stays_on_the_home_page_until_somebody_says_why()
            throws Exception {
        everybodyComes();
        clock.set(NINE.plusSeconds(3700));
        ward.run(() -> attendance.closeEnded(permit(Action.CHECK_IN)));
        assertThat(guard(group).people()).isEqualTo(9);

        ward.run(() -> largeGroups.note(permit(Action.SHIFT_VIEW)));
        ward.run(() -> largeGroups.note(permit(Action.SHIFT_VIEW)));

        var ask = "/sessions/" + group.value() + "/override";
        assertThat(page("/", Role.CLINICIAN))
                .contains("Say why Process group had 9 people where 8 are the most", ask);
        assertThat(page("/", Role.FRONT_DESK)).doesNotContain(ask);
        assertThat(page(ask, Role.CLINICIAN))
                .contains(
                        "Why was this group larger?",
                        "9 people where 8 are the most. Acme Health: A group has at most eight clients.");

        override("The other facilitator fell ill on the way");
        assertThat(page("/", Role.CLINICIAN)).doesNotContain(ask);
    }

    @Test
    void of_two_who_are_added_to_the_last_seat_at_once_one_has_it_and_the_other_asks_why()
            throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        var last = session(12, List.of());
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var tries =
                    people.subList(0, 2).stream()
                            .map(one ->
                                    pool.submit(() -> {
                                        go.await();
                                        return ward.in(() ->
                                                sessions.addWalkIn(
                                                        permit(Action.CHECK_IN),
                                                        last,
                                                        new ClientId(one.id()),
                                                        ""));
                                    }))
                            .toList();
            go.countDown();

            assertThat(List.of(tries.getFirst().get(), tries.getLast().get()))
                    .containsExactlyInAnyOrder(
                            new Seating.Seated(),
                            new Seating.AsksWhy(List.of("Room B seats 1. 1 is expected.")));
        }
    }

    private Seating walkIn(ClientId client, String why) {
        return ward.in(() -> sessions.addWalkIn(permit(Action.CHECK_IN), group, client, why));
    }

    private void everybodyComes() {
        clock.set(NINE);
        people.forEach(this::checkIn);
    }

    private Closing close() {
        return ward.in(
                () -> attendance.everyoneOut(permit(Action.CHECK_IN), UUID.randomUUID(), group));
    }

    private Guard guard(SessionId session) {
        return Objects.requireNonNull(shift().guards().get(session));
    }
}
