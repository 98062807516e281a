package care.trellis.base;

/**
 * Everything that can be done. A route names exactly one; {@code access} says which roles may do
 * it.
 */
public enum Action {
    /** One's own home page, profile, and sign-out. */
    OWN_ACCOUNT,
    BOARD_VIEW,
    CHECK_IN,
    ATTENDANCE_CORRECT,
    /** Making a tablet the kiosk or a screen the wall display of a site, and ending that. */
    DEVICE_PAIR,
    /** The shift's whiteboard, and who is in the building. */
    SHIFT_VIEW,
    /** Handing a shift over and taking it, and the tasks of the shift. */
    SHIFT_WRITE,
    /** Letting a group be larger than it may be, with a reason. */
    GROUP_OVERRIDE,
    /** Going to whoever pressed "I am not OK" at a kiosk. */
    CALL_TAKE,
    CLIENT_LIST,
    CLIENT_VIEW,
    CLIENT_EDIT,
    COVERAGE_EDIT,
    CONSENT_RECORD,
    EPISODE_EDIT,
    /** A step up or down, a taper or a transfer, with all that hangs on it; also taking it back. */
    LEVEL_CHANGE,
    PLAN_VIEW,
    PLAN_EDIT,
    PLAN_SIGN,
    /** The prescriber's signature under a plan, and that its hours are needed. */
    PLAN_CERTIFY,
    SESSION_VIEW,
    SESSION_EDIT,
    /** Reading a calendar by its secret address; no role holds it. */
    FEED_READ,
    /** Scores, answers, trends, alerts and what clients told the team. */
    MEASURE_VIEW,
    /** Handing a measure out, interviewing with it, transcribing it; it shows no score. */
    MEASURE_GIVE,
    /** Answering a measure with a one-time code or link; no role holds it. */
    MEASURE_ANSWER,
    /** Correcting a result, with a reason. */
    MEASURE_CORRECT,
    /** Taking and closing an alert. */
    ALERT_ACT,
    /** Which measures are given when, and whose wording is loaded. */
    MEASURE_SETTINGS,
    MEDICATION_VIEW,
    /** Writing the medication list and allergies. */
    MEDICATION_EDIT,
    /** Signing that the list was compared with its sources. */
    MEDICATION_RECONCILE,
    /** Looking through what another one reconciled, as a prescriber. */
    MEDICATION_REVIEW,
    /** Results, custody and follow-up of drug tests. */
    DRUG_TEST_VIEW,
    /** Who is tested how often, and a test out of turn. */
    DRUG_TEST_ORDER,
    /** Collecting a specimen and handing it on; it shows no result. */
    DRUG_TEST_COLLECT,
    /** Writing down a result, importing results, and what came of them. */
    DRUG_TEST_RESULT,
    NOTE_VIEW,
    NOTE_WRITE,
    NOTE_SIGN,
    /** Anybody on duty raises an alarm. */
    SAFETY_FLAG,
    SAFETY_VIEW,
    SAFETY_EDIT,
    PAPER_VIEW,
    PAPER_EDIT,
    PAPER_SIGN,
    BARRIER_EDIT,
    /**
     * Appointments, referrals and check-ins after a stay: reading them, and saying how they went.
     */
    AFTERCARE_EDIT,
    /** The waiting list, seats and proposals. */
    PLACEMENT_VIEW,
    /** Keeping the waiting list, proposing places and taking them. */
    PLACEMENT_EDIT,
    /** Who must not sit in one group with whom, and why. */
    KEEP_APART,
    /** Offering a session in place of a missed one, and holding its seat. */
    MAKE_UP_OFFER,
    /** The outbox: what waits, what left, and what became of it. */
    MESSAGE_VIEW,
    /** Writing to clients in the wordings there are, and deciding about what did not arrive. */
    MESSAGE_SEND,
    /** Looking after somebody who was expected and is not here. */
    OUTREACH,
    /** Signs that somebody may be about to leave; they stand on scores and tests. */
    RETENTION_VIEW,
    /** Rosters, sign-in sheets and phone numbers on paper, for a day without the program. */
    DOWNTIME_PACK,
    CURRICULUM_VIEW,
    CURRICULUM_TEACH,
    LEDGER_VIEW,
    DAY_CLOSE,
    AUTHORIZATION_VIEW,
    AUTHORIZATION_EDIT,
    CLAIM_VIEW,
    CLAIM_SUBMIT,
    REMITTANCE_VIEW,
    REMITTANCE_POST,
    /** What is owed, by whom and for how long, and the figures of the billing office. */
    RECEIVABLE_VIEW,
    DENIAL_VIEW,
    DENIAL_WORK,
    /** The second person who lets money go, or lets the client be asked for it. */
    WRITE_OFF_APPROVE,
    /** What a plan covers, what it costs the client, and the estimates that were given. */
    BENEFIT_VIEW,
    BENEFIT_EDIT,
    /** What clients owe and paid. */
    CASHIER_VIEW,
    /** Taking a payment and giving a receipt. */
    CASHIER_TAKE,
    /** Fees by income, payment plans, what is asked back, and days that no payer may hear of. */
    CASHIER_EDIT,
    /** The rules that hold for every client's money alike. */
    CASHIER_POLICY,
    IMPORT_RUN,
    /** Setting a whole program up, and bringing settings in from a file. */
    PROGRAM_SETUP,
    ORGANIZATION_VIEW,
    ORGANIZATION_EDIT,
    CONTRACT_VIEW,
    CONTRACT_EDIT,
    RULE_PROPOSE,
    RULE_PUBLISH,
    STAFF_VIEW,
    STAFF_EDIT,
    AUDIT_VIEW
}
