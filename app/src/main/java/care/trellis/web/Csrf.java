package care.trellis.web;

/**
 * Proof that a changing request comes from a page of ours: scripts send it as a header, plain forms
 * as a hidden field.
 *
 * @param header name of the request header
 * @param parameter name of the form field
 * @param token the secret of this session
 */
public record Csrf(String header, String parameter, String token) {

    @Override
    public String toString() {
        return "Csrf[" + header + "]";
    }
}
