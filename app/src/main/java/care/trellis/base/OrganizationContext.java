package care.trellis.base;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The organization that the running code works for. The transaction manager reads it at the start
 * of every transaction; where it is absent there is no transaction and so no data.
 */
public final class OrganizationContext {

    private static final ScopedValue<OrganizationId> CURRENT = ScopedValue.newInstance();

    private OrganizationContext() {}

    /**
     * The organization in force.
     *
     * @throws IllegalStateException when none is: data is never read "for everybody"
     */
    public static OrganizationId current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException(
                    "No organization is set: nothing may be read or written");
        }
        return CURRENT.get();
    }

    /** Does the work for one organization. */
    public static <T> T in(OrganizationId organization, Supplier<T> work) {
        return ScopedValue.where(CURRENT, organization).call(work::get);
    }

    /** Does the work for one organization. */
    public static void run(OrganizationId organization, Runnable work) {
        ScopedValue.where(CURRENT, organization).run(work);
    }

    /** Does work that may fail with a checked exception for one organization. */
    public static <T> T call(OrganizationId organization, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, organization).call(work::call);
    }
}
