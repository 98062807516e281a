package care.trellis.billing;

/**
 * What acknowledgments said of our claims.
 *
 * @param accepted claims that went on
 * @param rejected claims that came back
 * @param foreign reports about files or claims that are none of ours
 */
public record Acknowledged(int accepted, int rejected, int foreign) {

    /** Whether anything in it is of ours. */
    public boolean ours() {
        return accepted + rejected > 0;
    }
}
