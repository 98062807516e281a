package care.trellis.billing.web;

import java.util.List;

/** What a submission came to. */
public record SubmittedView(List<ClaimListView.File> files, List<Left> left) {

    /** A claim that was left out. */
    public record Left(String name, String dates, String total, List<Lack> lacks) {}

    /** What it lacks, and where that is mended. */
    public record Lack(String words, String path) {}
}
