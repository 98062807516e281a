package care.trellis.billing.web;

import care.trellis.web.Paging;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The claims of one group as finished text.
 *
 * @param group its name
 * @param files that went out; only beside claims that were sent
 */
public record ClaimListView(
        String group, List<Tab> tabs, List<Claim> claims, List<File> files, Paging paging) {

    /** A file that went out. */
    public record File(
            String name, String path, String payer, String claims, String total, String at) {}

    /** One claim in the list. */
    public record Claim(
            String number,
            String path,
            String name,
            String payer,
            String dates,
            String charge,
            String paid,
            String status,
            Tone tone,
            String filesBy,
            Tone clock) {}

    public ClaimListView {
        tabs = List.copyOf(tabs);
        claims = List.copyOf(claims);
        files = List.copyOf(files);
    }
}
