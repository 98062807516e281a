package care.trellis.access;

/**
 * One thing a person shows to prove who they are. Each answers for itself whether the answer is
 * right and uses up what is good once; the sign-in counts and decides.
 */
interface Factor {

    /** Whether the answer proves the account; called inside its organization and a transaction. */
    boolean proves(Standing account, String answer);
}
