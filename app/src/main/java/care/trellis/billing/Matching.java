package care.trellis.billing;

/** How the matching of a line by hand, or its taking back, ended. */
public sealed interface Matching {

    /** The line is posted to the claim. */
    record Matched(ClaimId claim) implements Matching {}

    /** The line waits again. */
    record TakenBack() implements Matching {}

    /** Somebody was faster: the line stands on a claim already. */
    record MatchedBefore() implements Matching {}

    /** The line waits: there is no match by hand to take back. */
    record NotMatched() implements Matching {}

    /** The money went to another provider: it belongs to no claim of ours. */
    record NotOurs() implements Matching {}

    /** There is no such claim, or no such line on it. */
    record NoSuchClaim() implements Matching {}
}
