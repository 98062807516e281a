package care.trellis.downtime;

/**
 * Who can open the files of the morning.
 *
 * @param desk whether the desk's passphrase is set
 * @param clinical whether the clinicians' is
 * @param keptDays for how many days files stay in the folder
 */
public record PackSetting(boolean desk, boolean clinical, int keptDays) {

    /** Before anybody set anything: no file is written. */
    public static final PackSetting NONE = new PackSetting(false, false, 3);
}
