package care.trellis.base;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The seal of what people say and write about their lives, for rows of the organization in force.
 */
@Component
public class Vault {

    private final Seal seal;

    Vault(Keys keys) {
        this.seal = new Seal(keys, "clinical-prose");
    }

    /** Seals text for the row with this id. */
    public byte[] seal(UUID row, String text) {
        return seal.closeText(text, OrganizationContext.current().value(), row);
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException as {@link Seal#open} does
     */
    public String open(UUID row, byte[] sealed) {
        return seal.openText(sealed, OrganizationContext.current().value(), row);
    }
}
