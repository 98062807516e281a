package care.trellis.messages;

/**
 * The carrier that text messages go to, by the interface of Twilio Programmable Messaging.
 *
 * @param url where its interface is; the operator named its host
 * @param account the account's id (Account SID)
 * @param from the number that texts come from, as {@code +15550100}
 */
public record TextWay(String url, String account, String from) {}
