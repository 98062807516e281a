package care.trellis.kiosk;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Forms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A paper that staff signed and that waits for the client's own signature. */
@Component
class UnsignedPapers implements Owing {

    private final JdbcClient jdbc;
    private final String[] forms;

    UnsignedPapers(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms =
                forms.all().stream()
                        .filter(FormDefinition::client)
                        .map(FormDefinition::id)
                        .toArray(String[]::new);
    }

    @Override
    public boolean owes(ClientId client) {
        return jdbc.sql(
                        """
                        select exists (select from papers.public_unsigned
                            where organization_id = :organization and client_id = :client and form = any(:forms))
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", client.value())
                .param("forms", forms)
                .query(Boolean.class)
                .single();
    }
}
