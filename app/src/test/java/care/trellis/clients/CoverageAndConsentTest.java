package care.trellis.clients;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.payers.ContractId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class CoverageAndConsentTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Coverages coverages;
    @Autowired Consents consents;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;

    @Test
    void two_coverages_cannot_both_be_billed_first_on_the_same_day() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());

        var second = add(ward, maya, terms(1, MONDAY, null));

        assertThat(second).isInstanceOf(CoverageSaved.PriorityTaken.class);
        assertThat(add(ward, maya, terms(2, MONDAY, null))).isInstanceOf(CoverageSaved.Saved.class);
    }

    @Test
    void a_coverage_of_an_unknown_contract_is_not_kept() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var terms =
                new Coverage.Terms(
                        new ContractId(UUID.randomUUID()), "Acme", "M1", "", 2, MONDAY, null);

        assertThat(add(ward, maya, terms)).isInstanceOf(CoverageSaved.NoSuchContract.class);
    }

    @Test
    void linking_a_contract_later_changes_the_coverage_in_place() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var saved = (CoverageSaved.Saved) add(ward, maya, terms(2, MONDAY, null));
        var linked =
                new Coverage.Terms(
                        new ContractId(ward.contract()), "Cigna Health", "", "", 2, MONDAY, null);

        var changed =
                ward.in(() ->
                        coverages.change(
                                ward.permit(Action.COVERAGE_EDIT), maya, saved.coverage(), linked));

        assertThat(changed).isEqualTo(new CoverageSaved.Saved(saved.coverage()));
        assertThat(ward.in(() -> coverages.of(ward.permit(Action.CLIENT_VIEW), maya)))
                .contains(new Coverage(saved.coverage(), linked));
    }

    @ParameterizedTest
    @EnumSource(ConsentElement.class)
    void a_consent_without_one_of_its_elements_is_not_recorded(ConsentElement missing) {
        var ward = clinic.open();
        var client = fresh(ward);

        var answer = record(ward, client, without(missing));

        assertThat(answer).isInstanceOf(ConsentRecording.Incomplete.class);
        assertThat(((ConsentRecording.Incomplete) answer).missing()).contains(missing);
        assertThat(state(ward, client)).isEqualTo(new ConsentState.Missing());
    }

    @Test
    void a_consent_holds_until_the_end_of_its_last_day_at_the_site() {
        var ward = clinic.open();
        var client = fresh(ward);
        record(ward, client, signed(MONDAY, MONDAY));

        clock.set(Instant.parse("2026-03-03T04:59:59Z"));
        assertThat(state(ward, client)).isInstanceOf(ConsentState.InForce.class);
        clock.set(Instant.parse("2026-03-03T05:00:00Z"));
        assertThat(state(ward, client)).isEqualTo(new ConsentState.Expired(MONDAY));
    }

    @Test
    void a_revoked_consent_holds_from_that_day_and_revoking_twice_keeps_the_first_day() {
        var ward = clinic.open();
        var client = fresh(ward);
        var recorded = (ConsentRecording.Recorded) record(ward, client, signed(MONDAY, null));

        revoke(ward, client, recorded.consent());
        clock.set(Instant.parse("2026-03-05T15:00:00Z"));
        revoke(ward, client, recorded.consent());

        assertThat(state(ward, client)).isEqualTo(new ConsentState.Revoked(MONDAY));
    }

    private CoverageSaved add(Clinic.Ward ward, ClientId client, Coverage.Terms terms) {
        return ward.in(() ->
                coverages.add(ward.permit(Action.COVERAGE_EDIT), Ids.next(), client, terms, null));
    }

    private ConsentRecording record(Clinic.Ward ward, ClientId client, Consent.Signed signed) {
        return ward.in(() ->
                consents.record(ward.permit(Action.CONSENT_RECORD), Ids.next(), client, signed));
    }

    private void revoke(Clinic.Ward ward, ClientId client, ConsentId consent) {
        ward.run(() -> consents.revoke(ward.permit(Action.CONSENT_RECORD), client, consent));
    }

    private ConsentState state(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> consents.state(ward.permit(Action.CLIENT_VIEW), client));
    }

    /** A client whose consent nobody has signed. */
    private ClientId fresh(Clinic.Ward ward) {
        var client = Ids.next();
        clinic.write(
                ward,
                """
                insert into clients.client (organization_id, id, site_id, record_number, given_name, family_name,
                    birth_date, sex, created_at)
                values (?, ?, ?, ?, 'Ana', 'Ruiz', '1990-05-04', 'F', now())
                """,
                ward.organization().value(),
                client,
                ward.site(),
                "X-" + client);
        return new ClientId(client);
    }

    private static Coverage.Terms terms(int priority, LocalDate from, @Nullable LocalDate to) {
        return new Coverage.Terms(null, "Cigna Health", "", "", priority, from, to);
    }

    private static Consent.Signed signed(@Nullable LocalDate on, @Nullable LocalDate until) {
        return new Consent.Signed(
                "Northgate",
                "My health plan",
                "Payment",
                "Dates and kinds of service",
                Consent.Channel.PAPER,
                true,
                true,
                "Ana Ruiz",
                Consent.Signer.CLIENT,
                on,
                until);
    }

    private static Consent.Signed without(ConsentElement element) {
        return new Consent.Signed(
                element == ConsentElement.DISCLOSER ? " " : "Northgate",
                element == ConsentElement.RECIPIENT ? "" : "My health plan",
                element == ConsentElement.PURPOSE ? "" : "Payment",
                element == ConsentElement.WHAT ? "" : "Dates and kinds of service",
                Consent.Channel.PAPER,
                element != ConsentElement.RIGHT_TO_REVOKE,
                element != ConsentElement.REDISCLOSURE,
                element == ConsentElement.SIGNATURE ? "" : "Ana Ruiz",
                Consent.Signer.CLIENT,
                element == ConsentElement.SIGNED_ON ? null : MONDAY,
                element == ConsentElement.EXPIRY ? MONDAY.minusDays(1) : null);
    }
}
