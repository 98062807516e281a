package care.trellis.engine.placement;

/** What is weighed after the minutes of care: a place with less of it is the better one. */
public enum Cost {
    /** A minute on the way, there and back, each week. */
    TRAVEL(1),
    /** Somebody who has a place gets another one. */
    MOVED(90),
    /** A wish that the track does not meet. */
    WISH(60),
    /** A missing module that none of the groups will teach. */
    GAP(10),
    /** A person more of one kind in a group than is good for it. */
    ALIKE(25),
    /** A person less in a group than it needs to work. */
    THIN(8);

    private final int weight;

    Cost(int weight) {
        this.weight = weight;
    }

    /** What one of it counts. */
    public int weight() {
        return weight;
    }
}
