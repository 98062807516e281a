package care.trellis.access;

import static care.trellis.base.Role.ADMINISTRATOR;
import static care.trellis.base.Role.ADMISSIONS;
import static care.trellis.base.Role.BILLER;
import static care.trellis.base.Role.CLINICIAN;
import static care.trellis.base.Role.COMPLIANCE;
import static care.trellis.base.Role.DIRECTOR;
import static care.trellis.base.Role.FRONT_DESK;
import static care.trellis.base.Role.PRESCRIBER;
import static care.trellis.base.Role.UTILIZATION_REVIEWER;

import care.trellis.base.Action;
import care.trellis.base.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which roles may do what. This is the whole table: what stands nowhere in it nobody may do. Front
 * desk sees demographics, contacts, sessions and attendance, no notes (minimum necessary, 45 CFR
 * 164.502(b)); an administrator of accounts is not thereby a reader of charts.
 */
final class AccessTable {

    private AccessTable() {}

    /** The roles that may do the action. */
    static Set<Role> rolesFor(Action action) {
        return switch (action) {
            case OWN_ACCOUNT -> EnumSet.allOf(Role.class);
            case BOARD_VIEW, SESSION_VIEW -> EnumSet.complementOf(EnumSet.of(ADMINISTRATOR));
            case CHECK_IN -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN, PRESCRIBER, ADMISSIONS);
            case ATTENDANCE_CORRECT -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN);
            case DEVICE_PAIR -> EnumSet.of(DIRECTOR, ADMINISTRATOR, FRONT_DESK);
            case SHIFT_VIEW ->
                    EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN, PRESCRIBER, ADMISSIONS, COMPLIANCE);
            case SHIFT_WRITE -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN, PRESCRIBER, ADMISSIONS);
            case GROUP_OVERRIDE -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case CALL_TAKE -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN, PRESCRIBER, ADMISSIONS);
            case CLIENT_LIST -> EnumSet.complementOf(EnumSet.of(ADMINISTRATOR));
            case CLIENT_VIEW -> EnumSet.complementOf(EnumSet.of(ADMINISTRATOR));
            case CLIENT_EDIT -> EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK);
            case COVERAGE_EDIT ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, BILLER, UTILIZATION_REVIEWER);
            case CONSENT_RECORD ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, COMPLIANCE);
            case EPISODE_EDIT -> EnumSet.of(DIRECTOR, ADMISSIONS, CLINICIAN);
            case LEVEL_CHANGE -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case PLAN_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            CLINICIAN,
                            PRESCRIBER,
                            UTILIZATION_REVIEWER,
                            BILLER,
                            COMPLIANCE);
            case PLAN_EDIT -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case PLAN_SIGN -> EnumSet.of(CLINICIAN, PRESCRIBER);
            case PLAN_CERTIFY -> EnumSet.of(PRESCRIBER);
            case SESSION_EDIT -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN);
            case PLACEMENT_VIEW ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, PRESCRIBER);
            case PLACEMENT_EDIT -> EnumSet.of(DIRECTOR, ADMISSIONS, CLINICIAN);
            case KEEP_APART -> EnumSet.of(DIRECTOR, CLINICIAN);
            case MAKE_UP_OFFER -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN);
            case CURRICULUM_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            CLINICIAN,
                            PRESCRIBER,
                            UTILIZATION_REVIEWER,
                            BILLER,
                            COMPLIANCE);
            case CURRICULUM_TEACH -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case MEASURE_VIEW ->
                    EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER, UTILIZATION_REVIEWER, COMPLIANCE);
            case MEASURE_GIVE ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, PRESCRIBER);
            case FEED_READ -> EnumSet.noneOf(Role.class);
            case MEASURE_ANSWER -> EnumSet.noneOf(Role.class);
            case MEASURE_CORRECT, ALERT_ACT -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case MEASURE_SETTINGS -> EnumSet.of(DIRECTOR, COMPLIANCE);
            case MEDICATION_VIEW ->
                    EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER, UTILIZATION_REVIEWER, COMPLIANCE);
            case MEDICATION_EDIT -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case MEDICATION_RECONCILE -> EnumSet.of(CLINICIAN, PRESCRIBER);
            case MEDICATION_REVIEW -> EnumSet.of(PRESCRIBER);
            case DRUG_TEST_VIEW -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER, COMPLIANCE);
            case DRUG_TEST_ORDER, DRUG_TEST_RESULT -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case DRUG_TEST_COLLECT -> EnumSet.of(DIRECTOR, FRONT_DESK, CLINICIAN, PRESCRIBER);
            case BARRIER_EDIT ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, PRESCRIBER, BILLER);
            case AFTERCARE_EDIT -> EnumSet.of(DIRECTOR, ADMISSIONS, CLINICIAN, PRESCRIBER);
            case MESSAGE_VIEW ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, PRESCRIBER, COMPLIANCE);
            case MESSAGE_SEND, OUTREACH, DOWNTIME_PACK ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, CLINICIAN, PRESCRIBER);
            case RETENTION_VIEW -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case NOTE_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            CLINICIAN,
                            PRESCRIBER,
                            UTILIZATION_REVIEWER,
                            BILLER,
                            COMPLIANCE);
            case NOTE_WRITE, NOTE_SIGN -> EnumSet.of(CLINICIAN, PRESCRIBER);
            case SAFETY_FLAG -> EnumSet.complementOf(EnumSet.of(ADMINISTRATOR, BILLER));
            case SAFETY_VIEW -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER, COMPLIANCE);
            case SAFETY_EDIT -> EnumSet.of(DIRECTOR, CLINICIAN, PRESCRIBER);
            case PAPER_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            ADMISSIONS,
                            CLINICIAN,
                            PRESCRIBER,
                            UTILIZATION_REVIEWER,
                            COMPLIANCE);
            case PAPER_EDIT, PAPER_SIGN -> EnumSet.of(DIRECTOR, ADMISSIONS, CLINICIAN, PRESCRIBER);
            case LEDGER_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            FRONT_DESK,
                            CLINICIAN,
                            PRESCRIBER,
                            UTILIZATION_REVIEWER,
                            BILLER,
                            COMPLIANCE);
            case DAY_CLOSE -> EnumSet.of(DIRECTOR, BILLER);
            case AUTHORIZATION_VIEW ->
                    EnumSet.of(DIRECTOR, CLINICIAN, UTILIZATION_REVIEWER, BILLER, COMPLIANCE);
            case AUTHORIZATION_EDIT -> EnumSet.of(DIRECTOR, UTILIZATION_REVIEWER);
            case RECEIVABLE_VIEW, DENIAL_VIEW -> EnumSet.of(DIRECTOR, BILLER, COMPLIANCE);
            case DENIAL_WORK -> EnumSet.of(BILLER);
            case WRITE_OFF_APPROVE -> EnumSet.of(DIRECTOR);
            case BENEFIT_VIEW ->
                    EnumSet.of(
                            DIRECTOR,
                            ADMISSIONS,
                            FRONT_DESK,
                            UTILIZATION_REVIEWER,
                            BILLER,
                            COMPLIANCE);
            case BENEFIT_EDIT ->
                    EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, UTILIZATION_REVIEWER, BILLER);
            case CASHIER_VIEW -> EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, BILLER, COMPLIANCE);
            case CASHIER_TAKE -> EnumSet.of(DIRECTOR, ADMISSIONS, FRONT_DESK, BILLER);
            case CASHIER_EDIT -> EnumSet.of(DIRECTOR, ADMISSIONS, BILLER);
            case CASHIER_POLICY -> EnumSet.of(DIRECTOR);
            case CLAIM_VIEW, REMITTANCE_VIEW -> EnumSet.of(DIRECTOR, BILLER, COMPLIANCE);
            case CLAIM_SUBMIT, REMITTANCE_POST -> EnumSet.of(BILLER);
            case IMPORT_RUN -> EnumSet.of(DIRECTOR, ADMISSIONS);
            case PROGRAM_SETUP -> EnumSet.of(DIRECTOR);
            case ORGANIZATION_VIEW -> EnumSet.of(DIRECTOR, ADMINISTRATOR, COMPLIANCE, BILLER);
            case ORGANIZATION_EDIT -> EnumSet.of(DIRECTOR, ADMINISTRATOR);
            case CONTRACT_VIEW -> EnumSet.of(DIRECTOR, BILLER, UTILIZATION_REVIEWER, COMPLIANCE);
            case CONTRACT_EDIT -> EnumSet.of(DIRECTOR, BILLER);
            case RULE_PROPOSE -> EnumSet.of(DIRECTOR, BILLER, COMPLIANCE);
            case RULE_PUBLISH -> EnumSet.of(DIRECTOR, COMPLIANCE);
            case STAFF_VIEW -> EnumSet.of(DIRECTOR, ADMINISTRATOR, COMPLIANCE);
            case STAFF_EDIT -> EnumSet.of(ADMINISTRATOR);
            case AUDIT_VIEW -> EnumSet.of(COMPLIANCE);
        };
    }
}
