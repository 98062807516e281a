package care.trellis.messages;

import org.jspecify.annotations.Nullable;

/**
 * How messages leave.
 *
 * @param sender how they sign
 * @param mail the server for mail; null while none is on record
 * @param mailOn false: mail is logged and nothing leaves
 * @param text the carrier of texts; null while none is on record
 * @param textOn false: texts are logged and nothing leaves
 */
public record MessageSetting(
        String sender,
        QuietHours quiet,
        @Nullable MailWay mail,
        boolean mailOn,
        @Nullable TextWay text,
        boolean textOn) {

    /** Before anybody set anything: all is logged, nothing leaves. */
    public static final MessageSetting NONE =
            new MessageSetting("Your appointments", QuietHours.USUAL, null, false, null, false);
}
