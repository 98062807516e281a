package care.trellis.outreach;

/**
 * A sign of {@code content/outreach/warning.yaml}.
 *
 * @param points when it shows
 * @param each more for each further one, where it can be counted
 * @param most at most so many
 * @param play what to do about it
 * @param source where it comes from
 */
record Sign(String id, int points, int each, int most, String title, String play, String source) {

    /** The points of so many; one is the first. */
    int worth(int count) {
        return count <= 0 ? 0 : Math.min(most, points + each * (count - 1));
    }
}
