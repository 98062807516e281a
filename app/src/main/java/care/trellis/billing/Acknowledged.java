package care.trellis.billing;

import java.util.List;

/**
 * What acknowledgments said of our files.
 *
 * @param accepted claims that went on
 * @param rejected claims that came back
 * @param questions what was said of files of ours that hold no claims
 * @param foreign reports about files or claims that are none of ours
 */
public record Acknowledged(int accepted, int rejected, List<Question> questions, int foreign) {

    /**
     * What a receiver said of a question of ours, such as a request to authorize.
     *
     * @param kind of the file that it stands in: 270, 276 or 278
     * @param controlNumber of that file
     * @param words why, in our words
     */
    public record Question(String kind, long controlNumber, boolean accepted, String words) {}

    /** Keeps its own copy of the list. */
    public Acknowledged {
        questions = List.copyOf(questions);
    }

    /** Whether anything in it is of ours. */
    public boolean ours() {
        return accepted + rejected > 0 || !questions.isEmpty();
    }
}
