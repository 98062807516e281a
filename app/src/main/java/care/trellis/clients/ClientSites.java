package care.trellis.clients;

import care.trellis.access.SiteLookup;
import care.trellis.base.Resource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the decision place at which site a client is treated. */
@Component
class ClientSites implements SiteLookup {

    private final ClientRecords records;

    ClientSites(ClientRecords records) {
        this.records = records;
    }

    @Override
    public Resource.Kind kind() {
        return Resource.Kind.CLIENT;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> siteOf(UUID id) {
        return records.siteOf(id);
    }
}
