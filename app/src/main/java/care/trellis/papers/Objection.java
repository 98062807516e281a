package care.trellis.papers;

import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import java.util.List;

/**
 * What speaks against signing a paper. Every bean of this kind is asked before staff sign, so that
 * a room which carries out what a paper says can refuse what it could not carry out.
 */
public interface Objection {

    /** Each objection at the question it is about; empty where nothing speaks against it. */
    List<Problem> of(Permit permit, ClientId client, FormDefinition form, Answers answers);
}
