package care.trellis.access;

/** Where a sign-in stands after one answer. A token is what the session cookie carries next. */
sealed interface SignInStep {

    /** Wrong, unknown or locked: the answer is the same for all three. */
    record Refused() implements SignInStep {}

    /** The password was right; a code is asked now. */
    record NeedsCode(String token) implements SignInStep {}

    /** The password was right and there is no second factor yet. */
    record NeedsEnrollment(String token) implements SignInStep {}

    /** Every factor was shown. */
    record SignedIn(String token) implements SignInStep {}
}
