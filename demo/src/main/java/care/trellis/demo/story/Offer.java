package care.trellis.demo.story;

/** The programs: what is offered where, and what payers and the law take it for. */
public enum Offer {
    ADULT(
            Place.HOLLOW,
            "Adult mood and anxiety IOP",
            "HOSPITAL_BASED",
            "IOP_PSYCHIATRIC",
            false,
            4),
    RECOVERY(Place.MESA, "Evening recovery IOP", "FREESTANDING", "ASAM_2.1", true, 3),
    ADOLESCENT(Place.MESA, "Adolescent IOP", "FREESTANDING", "IOP_PSYCHIATRIC", false, 4),
    VIRTUAL(Place.HOLLOW, "Virtual weekend IOP", "FREESTANDING", "IOP_PSYCHIATRIC", false, 4);

    private final Place place;
    private final String label;
    private final String setting;
    private final String type;
    private final boolean part2;
    private final int days;

    Offer(Place place, String label, String setting, String type, boolean part2, int days) {
        this.place = place;
        this.label = label;
        this.setting = setting;
        this.type = type;
        this.part2 = part2;
        this.days = days;
    }

    /** Where it is offered. */
    public Place place() {
        return place;
    }

    /** The program's name. */
    public String label() {
        return label;
    }

    /** Where it is run, as the payer rules know it. */
    public String setting() {
        return setting;
    }

    /** What kind it is, as payers and licences know it. */
    public String type() {
        return type;
    }

    /** Whether 42 CFR Part 2 applies. */
    public boolean part2() {
        return part2;
    }

    /** Days a week. */
    public int days() {
        return days;
    }
}
