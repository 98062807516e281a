package care.trellis.downtime;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Seal;
import care.trellis.base.Text;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passphrases of the morning's files. They are sealed, and never shown again. */
@Service
public class PackSettings {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Audit audit;

    PackSettings(JdbcClient jdbc, Keys keys, Audit audit) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "downtime passphrases");
        this.audit = audit;
    }

    /** What is set now. */
    @Transactional(readOnly = true)
    public PackSetting now(Permit permit) {
        permit.require(Action.DOWNTIME_PACK, Action.ORGANIZATION_EDIT);
        return find();
    }

    /**
     * Sets it.
     *
     * @param desk null or blank keeps the passphrase on record; at least 12 characters otherwise
     * @param clinical the same
     */
    @Transactional
    public Change<PackSetting> save(
            Permit permit, @Nullable String desk, @Nullable String clinical, int keptDays) {
        permit.require(Action.ORGANIZATION_EDIT);
        var ofDesk = Text.clean(desk);
        var problems =
                new Problems()
                        .require(fits(desk), "desk", "SHORT", words())
                        .require(fits(clinical), "clinical", "SHORT", words())
                        .require(
                                ofDesk == null || !ofDesk.equals(Text.clean(clinical)),
                                "clinical",
                                "SAME",
                                "The desk must not open the clinicians' file: choose another.")
                        .require(
                                keptDays >= 1 && keptDays <= 30,
                                "keptDays",
                                "DAYS",
                                "Files stay from 1 to 30 days.");
        if (!problems.none()) {
            return problems.refused();
        }
        jdbc.sql(
                        """
                        insert into downtime.setting (organization_id, desk_passphrase, clinical_passphrase, kept_days)
                        values (:organization, :desk, :clinical, :days)
                        on conflict (organization_id) do update
                           set desk_passphrase = coalesce(excluded.desk_passphrase, downtime.setting.desk_passphrase),
                               clinical_passphrase =
                                   coalesce(excluded.clinical_passphrase, downtime.setting.clinical_passphrase),
                               kept_days = excluded.kept_days
                        """)
                .param("organization", organization())
                .param("desk", sealed(desk))
                .param("clinical", sealed(clinical))
                .param("days", keptDays)
                .update();
        audit.record(permit, "downtime.setting", organization(), null, "SAVED");
        return new Change.Done<>(find());
    }

    PackSetting find() {
        return jdbc.sql(
                        """
                        select desk_passphrase is not null, clinical_passphrase is not null, kept_days
                        from downtime.setting where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new PackSetting(row.getBoolean(1), row.getBoolean(2), row.getInt(3)))
                .optional()
                .orElse(PackSetting.NONE);
    }

    /** The passphrase of the desk's file, or of the clinicians'. */
    Optional<String> passphrase(boolean clinical) {
        return jdbc.sql(
                        """
                        select case when :clinical then clinical_passphrase else desk_passphrase end
                        from downtime.setting where organization_id = :organization
                        """)
                .param("organization", organization())
                .param("clinical", clinical)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(found -> found)
                .map(sealed -> seal.openText(sealed, organization()));
    }

    private byte @Nullable [] sealed(@Nullable String passphrase) {
        var clean = Text.clean(passphrase);
        return clean == null ? null : seal.closeText(clean, organization());
    }

    private static boolean fits(@Nullable String passphrase) {
        var clean = Text.clean(passphrase);
        return clean == null || (clean.length() >= SHORTEST && clean.length() <= LONGEST);
    }

    private static String words() {
        return "A passphrase has 12 to 60 characters; four words are easy to read from a card.";
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
