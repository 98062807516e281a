package care.trellis.setup.web;

import java.util.List;

/**
 * What was made of a draft.
 *
 * @param tracks names and where they open
 * @param refusal why it cannot be taken back; empty before that was tried
 */
public record MadeView(
        String path, String name, List<StepView.Fact> tracks, boolean undone, String refusal) {

    /** Copies the list. */
    public MadeView {
        tracks = List.copyOf(tracks);
    }
}
