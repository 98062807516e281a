package care.trellis.web;

import care.trellis.base.Permit;
import java.util.List;

/** What one room brings to the home page. Every bean of this kind is asked; none knows another. */
public interface Inbox {

    /**
     * What waits for the person of this permit and no other: only what their roles own and their
     * sites hold, in any order. Called within the transaction of the page.
     *
     * @param permit of the person's own home page
     */
    List<Waiting> waiting(Permit permit);
}
