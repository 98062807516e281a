package care.trellis.ledger;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractChanged;
import care.trellis.payers.ContractId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
@Import(LivedWeek.class)
class LedgerTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Autowired Ledger ledger;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_day_attended_documented_and_covered_is_billable_at_the_contracts_fee() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        var day = day(ward, maya, MONDAY);

        assertThat(day.state()).isEqualTo(DayState.BILLABLE);
        assertThat(List.of(day.scheduled(), day.attended(), day.documented(), day.countable()))
                .containsOnly(180);
        assertThat(day.expected().text()).isEqualTo("$315.00");
        assertThat(lines(ward, maya)).containsExactly("2026-03-02 1 S9480 0905 1 31500");
    }

    @Test
    void a_day_that_is_one_minute_short_says_so_and_names_one_more_minute() {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, LocalTime.of(9, 1), LocalTime.NOON);
        lived.signs(ward, session, MONDAY, maya);
        theWeekIsOver();

        var reasons = reasons(ward, maya, MONDAY);

        assertThat(reasons.state()).isEqualTo(DayState.NOT_BILLABLE);
        assertThat(reasons.attended()).isEqualTo(179);
        assertThat(reasons.neededMinutes()).isEqualTo(180);
        assertThat(reasons.reason()).isNotNull();
        assertThat(reasons.reason().code()).isEqualTo("DAY_MINUTES_LT_180");
        assertThat(reasons.reason().fix()).isEqualTo("1 more minute");
        assertThat(reasons.checks())
                .anySatisfy(check -> {
                    assertThat(check.code()).isEqualTo("DAY_MINUTES_LT_180");
                    assertThat(check.evidence()).contains("179");
                    assertThat(check.citation()).contains("Arizona Complete Health");
                });
    }

    @Test
    void work_of_this_week_is_open_until_midnight_of_the_site_and_not_until_that_of_greenwich() {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, LocalTime.of(9, 1), LocalTime.NOON);
        lived.signs(ward, session, MONDAY, maya);

        clock.set(Instant.parse("2026-03-09T03:59:00Z"));
        day(ward, maya, MONDAY);
        assertThat(openDays(ward)).as("Sunday 23:59 in New York").contains(MONDAY);

        clock.set(Instant.parse("2026-03-09T04:01:00Z"));
        assertThat(openDays(ward)).as("Monday 00:01 in New York").isEmpty();
    }

    private List<LocalDate> openDays(Ward ward) {
        return Arrays.stream(Role.values())
                .flatMap(role -> open(ward, role).stream())
                .map(OpenItem::date)
                .distinct()
                .toList();
    }

    @Test
    void an_unsigned_note_holds_the_day_in_the_leads_inbox_and_signing_it_flips_the_day() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        theWeekIsOver();

        var held = day(ward, maya, MONDAY);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isEqualTo("NOTE_NOT_SIGNED");
        assertThat(held.owner()).isEqualTo(Role.CLINICIAN);
        assertThat(held.ownerName()).isEqualTo("Maria Ortiz");
        assertThat(held.session()).isEqualTo(session);
        assertThat(held.fix()).startsWith("sign the note of the");
        assertThat(open(ward, Role.CLINICIAN))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.session()).isEqualTo(session);
                    assertThat(item.amount().text()).isEqualTo("$315.00");
                });

        lived.signs(ward, session, MONDAY, maya);

        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.BILLABLE);
        assertThat(open(ward, Role.CLINICIAN)).isEmpty();
    }

    @Test
    void a_part_2_program_without_a_consent_holds_the_day_until_it_is_signed() {
        var ward = clinic.open("BCBSNC_COMMERCIAL_IOP", true);
        var maya = clinic.maya(ward);
        lived.consent(ward, maya, false);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        var held = day(ward, maya, MONDAY);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isEqualTo("NO_CONSENT_FOR_PAYMENT");
        assertThat(held.fix()).isEqualTo("ask for the signature");
        assertThat(held.owner()).isEqualTo(Role.FRONT_DESK);

        lived.consent(ward, maya, true);

        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.BILLABLE);
    }

    @Test
    void another_program_needs_no_consent_to_bill() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.consent(ward, maya, false);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.BILLABLE);
    }

    @Test
    void an_authorization_is_drawn_in_date_order_and_a_day_too_many_is_held() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 2, MONDAY, MONDAY.plusDays(30));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, TUESDAY, NINE, 180);
        lived.group(ward, maya, WEDNESDAY, NINE, 180);
        theWeekIsOver();

        assertThat(states(ward, maya, MONDAY)).isEqualTo("BBH");
        var third = day(ward, maya, WEDNESDAY);
        assertThat(third.reason()).isEqualTo("AUTHORIZATION_EXHAUSTED");
        assertThat(third.owner()).isEqualTo(Role.UTILIZATION_REVIEWER);
        var drawn = drawn(ward, id);
        assertThat(drawn.used()).isEqualByComparingTo("2");
        assertThat(drawn.overdrawn()).isEqualTo(1);
        assertThat(drawn.firstOverdrawn()).isEqualTo(WEDNESDAY);
    }

    @Test
    void a_day_won_in_an_earlier_week_takes_the_unit_of_a_later_one() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(30));
        var first = clinic.session(ward, MONDAY, NINE, 180, maya);
        var nextMonday = MONDAY.plusWeeks(1);
        lived.group(ward, maya, nextMonday, NINE, 180);
        clock.set(Instant.parse("2026-03-20T16:00:00Z"));
        assertThat(states(ward, maya, nextMonday)).isEqualTo("B");

        lived.comes(ward, first, maya, MONDAY, NINE, LocalTime.NOON);
        lived.signs(ward, first, MONDAY, maya);

        assertThat(states(ward, maya, nextMonday)).isEqualTo("H");
        assertThat(states(ward, maya, MONDAY)).isEqualTo("B");
    }

    @Test
    void a_day_whose_authorization_is_used_up_draws_from_the_next_one() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var first = lived.grant(ward, maya, 1, MONDAY, TUESDAY);
        var second = lived.grant(ward, maya, 5, TUESDAY, MONDAY.plusDays(30));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, TUESDAY, NINE, 180);
        lived.group(ward, maya, WEDNESDAY, NINE, 180);
        theWeekIsOver();

        assertThat(states(ward, maya, MONDAY)).isEqualTo("BBB");
        assertThat(drawn(ward, first).used()).isEqualByComparingTo("1");
        assertThat(drawn(ward, second).used()).isEqualByComparingTo("2");
    }

    @Test
    void an_authorization_for_a_service_is_drawn_by_days_of_that_service_alone() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var other = lived.grant(ward, maya, "90853", "DAY", 9, MONDAY, WEDNESDAY);
        var ours = lived.grant(ward, maya, "H0015, S9480", "DAY", 1, MONDAY, MONDAY.plusDays(30));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, TUESDAY, NINE, 180);
        theWeekIsOver();

        assertThat(states(ward, maya, MONDAY)).isEqualTo("BH");
        assertThat(day(ward, maya, TUESDAY).reason()).isEqualTo("AUTHORIZATION_EXHAUSTED");
        assertThat(drawn(ward, ours).used()).isEqualByComparingTo("1");
        assertThat(drawn(ward, other).used()).isEqualByComparingTo("0");
    }

    @Test
    void a_day_of_another_service_waits_and_says_what_the_authorization_is_for() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, "90853", "DAY", 9, MONDAY, WEDNESDAY);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        var reasons = reasons(ward, maya, MONDAY);
        assertThat(reasons.state()).isNotEqualTo(DayState.BILLABLE);
        assertThat(reasons.checks())
                .filteredOn(check -> check.code().equals("AUTHORIZATION_FOR_OTHER_SERVICE"))
                .singleElement()
                .satisfies(check -> assertThat(check.evidence()).startsWith("A-9 is for 90853"));
    }

    @Test
    void units_of_a_service_are_drawn_by_the_lines_that_bill_it() {
        var ward = clinic.open("MEDICARE_HOPD_IOP", false);
        fee(ward, "GROUP_THERAPY", "90853", null, 9_000);
        fee(ward, "INDIVIDUAL_THERAPY", "90834", null, 11_000);
        var maya = clinic.maya(ward);
        var group = lived.grant(ward, maya, "90853", "UNIT", 20, MONDAY, MONDAY.plusDays(30));
        var single = lived.grant(ward, maya, "90834", "UNIT", 20, MONDAY, MONDAY.plusDays(29));
        lived.group(ward, maya, MONDAY, NINE, 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(10, 0), 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(11, 0), 50);
        theWeekIsOver();

        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.BILLABLE);
        assertThat(drawn(ward, group).used()).isEqualByComparingTo("3");
        assertThat(drawn(ward, single).used()).isEqualByComparingTo("0");
    }

    @Test
    void emptying_what_is_kept_changes_no_answer() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var theo = clinic.theo(ward);
        lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(30));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, MONDAY.plusWeeks(1), NINE, 180);
        lived.group(ward, theo, MONDAY.plusWeeks(1), NINE, 90);
        clock.set(Instant.parse("2026-03-20T16:00:00Z"));
        var before = everything(ward);

        for (var table : List.of("kept_day", "kept_week")) {
            clinic.write(
                    ward,
                    "delete from ledger." + table + " where organization_id = ?",
                    ward.organization().value());
        }

        assertThat(everything(ward)).isEqualTo(before);
    }

    @Test
    void the_week_keeps_the_version_that_decided_and_a_hash_of_what_it_looked_at() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        var week = week(ward, maya, MONDAY);

        assertThat(week.ruleSet()).isEqualTo("BCBSNC_COMMERCIAL_IOP");
        assertThat(week.ruleVersion()).isEqualTo("2024-03-01");
        assertThat(week.current()).isTrue();
        assertThat(
                        rows(
                                ward,
                                "select octet_length(input_hash)::text from ledger.kept_week where organization_id = :organization"))
                .containsOnly("32");
    }

    @Test
    void a_change_marks_the_week_in_its_own_transaction_and_is_forgotten_with_it() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();
        week(ward, maya, MONDAY);
        assertThat(marks(ward)).isEmpty();

        ward.run(() ->
                transaction.executeWithoutResult(status -> {
                    lived.signs(ward, session, MONDAY);
                    status.setRollbackOnly();
                }));
        assertThat(marks(ward)).isEmpty();

        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.of(10, 0));
        assertThat(marks(ward)).hasSize(1);
        assertThat(week(ward, maya, MONDAY).attended()).isEqualTo(60);
        assertThat(marks(ward)).isEmpty();
    }

    @Test
    void what_is_still_to_come_is_planned_and_time_alone_makes_it_due() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, MONDAY, NINE, 180, maya);
        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.PLANNED);
        assertThat(day(ward, maya, MONDAY).expected().text()).isEqualTo("$315.00");

        clock.set(Instant.parse("2026-03-02T21:00:00Z"));

        var over = day(ward, maya, MONDAY);
        assertThat(over.state()).isEqualTo(DayState.HOLD);
        assertThat(over.reason()).isEqualTo("ATTENDANCE_NOT_RECORDED");
        assertThat(over.fix()).isEqualTo("record who came to the 9:00 Process group");
    }

    @Test
    void a_missing_fee_holds_the_day_in_the_billers_inbox_until_the_contract_has_it() {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        clinic.write(
                ward,
                "delete from payers.fee where organization_id = ?",
                ward.organization().value());
        var maya = clinic.maya(ward);
        wholeArizonaWeek(ward, maya);
        theWeekIsOver();

        var held = day(ward, maya, MONDAY);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isEqualTo("NO_FEE");
        assertThat(held.fix()).isEqualTo("add the fee for S9480 to the contract");
        assertThat(held.owner()).isEqualTo(Role.BILLER);

        fee(ward, "DAY", "S9480", "0905", 21_000);

        assertThat(states(ward, maya, MONDAY)).isEqualTo("BBB");
        assertThat(week(ward, maya, MONDAY).billable().text()).isEqualTo("$630.00");
    }

    @Test
    void arizona_pays_the_week_as_a_whole_or_not_at_all() {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, TUESDAY, NINE, 180);
        theWeekIsOver();

        var lost = reasons(ward, maya, MONDAY);
        assertThat(lost.state()).isEqualTo(DayState.NOT_BILLABLE);
        assertThat(lost.reason().code()).isEqualTo("WEEK_MINUTES_LT_540");
        assertThat(lost.week().needed()).isEqualTo(540);
        assertThat(lost.week().countable()).isEqualTo(360);
        assertThat(lost.reason().fix()).contains("180 more minutes");
    }

    @Test
    void medicare_bills_each_service_on_its_own_line() {
        var ward = clinic.open("MEDICARE_HOPD_IOP", false);
        fee(ward, "GROUP_THERAPY", "90853", null, 9_000);
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(10, 0), 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(11, 0), 50);
        theWeekIsOver();

        assertThat(day(ward, maya, MONDAY).state()).isEqualTo(DayState.BILLABLE);
        assertThat(lines(ward, maya))
                .containsExactly(
                        "2026-03-02 1 90853 0915 1 9000",
                        "2026-03-02 2 90853 0915 1 9000",
                        "2026-03-02 3 90853 0915 1 9000");
    }

    @Test
    void without_a_coverage_the_day_waits_at_the_front_desk() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.write(
                ward,
                "update clients.coverage set effective_to = '2026-01-31' where organization_id = ?",
                ward.organization().value());
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();

        var held = day(ward, maya, MONDAY);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isEqualTo("NO_COVERAGE");
        assertThat(held.owner()).isEqualTo(Role.FRONT_DESK);
        assertThat(open(ward, Role.FRONT_DESK)).hasSize(1);
    }

    @Test
    void two_readers_at_once_decide_a_week_once() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();
        var decided = new java.util.concurrent.atomic.AtomicInteger();
        lived.whenDecided(ward, decided::incrementAndGet);

        try (var readers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new java.util.ArrayList<java.util.concurrent.Future<DayState>>();
            for (int reader = 0; reader < 6; reader++) {
                asked.add(readers.submit(() -> day(ward, maya, MONDAY).state()));
            }
            for (var answer : asked) {
                assertThat(answer.get()).isEqualTo(DayState.BILLABLE);
            }
        }

        assertThat(decided).hasValue(1);
    }

    /** Three hours on three days, with an individual session and one with the prescriber. */
    private void wholeArizonaWeek(Ward ward, Client client) {
        clinic.write(
                ward,
                "update organizations.credential set code = 'NP' where organization_id = ? and staff_id = ?",
                ward.organization().value(),
                ward.lead());
        for (var day : List.of(MONDAY, TUESDAY, WEDNESDAY)) {
            lived.group(ward, client, day, NINE, 120);
            var other = lived.group(ward, client, day, LocalTime.of(13, 0), 60);
            clinic.write(
                    ward,
                    "update sessions.session set service_type = 'INDIVIDUAL_THERAPY' where organization_id = ? and id = ?",
                    ward.organization().value(),
                    other);
        }
    }

    private void fee(
            Ward ward,
            String service,
            String procedure,
            @org.jspecify.annotations.Nullable String revenue,
            long cents) {
        clinic.write(
                ward,
                "insert into payers.fee (organization_id, id, contract_id, service, procedure_code, revenue_code, charge_cents, effective_from) values (?, ?, ?, ?, ?, nullif(?, ''), ?, '2020-01-01')",
                ward.organization().value(),
                UUID.randomUUID(),
                ward.contract(),
                service,
                procedure,
                revenue == null ? "" : revenue,
                cents);
        lived.tell(ward, new ContractChanged(new ContractId(ward.contract())));
    }

    private void theWeekIsOver() {
        clock.set(Instant.parse("2026-03-09T13:00:00Z"));
    }

    private ClientWeek week(Ward ward, Client client, LocalDate monday) {
        return ward.in(() ->
                ledger.week(ward.permit(Action.LEDGER_VIEW), new ClientId(client.id()), monday)
                        .orElseThrow());
    }

    private ClientDay day(Ward ward, Client client, LocalDate date) {
        return days(ward, client, date).stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private List<ClientDay> days(Ward ward, Client client, LocalDate date) {
        return ward.in(() ->
                ledger.days(
                        ward.permit(Action.LEDGER_VIEW),
                        new ClientId(client.id()),
                        Ledger.mondayOf(date)));
    }

    private String states(Ward ward, Client client, LocalDate date) {
        var letters = new StringBuilder();
        days(ward, client, date).forEach(day -> letters.append(day.state().letter()));
        return letters.toString();
    }

    private DayReasons reasons(Ward ward, Client client, LocalDate date) {
        return ward.in(() ->
                ledger.reasons(ward.permit(Action.LEDGER_VIEW), new ClientId(client.id()), date));
    }

    private List<OpenItem> open(Ward ward, Role role) {
        return ward.in(() -> ledger.openItems(ward.permit(Action.LEDGER_VIEW), role));
    }

    private Drawn drawn(Ward ward, UUID authorization) {
        var id = new AuthorizationId(authorization);
        return ward.in(() -> {
            var permit = ward.permit(Action.LEDGER_VIEW);
            ledger.settle(permit, MONDAY, MONDAY.plusDays(20));
            return ledger.drawn(permit, Set.of(id)).getOrDefault(id, Drawn.nothing(id));
        });
    }

    private List<Object> everything(Ward ward) {
        return ward.in(() -> {
            var permit = ward.permit(Action.LEDGER_VIEW);
            var later = MONDAY.plusWeeks(1);
            return List.of(
                    ledger.weeks(permit, later),
                    ledger.days(permit, later),
                    ledger.weeks(permit, MONDAY),
                    ledger.days(permit, MONDAY),
                    rows(
                            ward,
                            "select client_id || ' ' || local_date || ' ' || number || ' ' || charge_cents from ledger.public_line where organization_id = :organization order by 1"));
        });
    }

    private List<String> lines(Ward ward, Client client) {
        return rows(
                ward,
                "select local_date || ' ' || number || ' ' || procedure_code || ' ' || revenue_code || ' ' || units || ' ' || charge_cents from ledger.public_line where organization_id = :organization order by local_date, number");
    }

    private List<String> marks(Ward ward) {
        return rows(
                ward,
                "select week_start::text from ledger.stale where organization_id = :organization");
    }

    private List<String> rows(Ward ward, String sql) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(sql)
                                .param("organization", ward.organization().value())
                                .query(String.class)
                                .list()));
    }
}
