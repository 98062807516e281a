package care.trellis.setup;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Hashes;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to settings as files: what is offered can be written out, compared with a file
 * line by line, and brought in. A file adds and changes; it never takes away, and a file of which
 * one line is refused changes nothing.
 */
@Service
public class SettingsFiles {

    private final Present present;
    private final Applying applying;
    private final Audit audit;
    private final Once once;

    SettingsFiles(Present present, Applying applying, Audit audit, Once once) {
        this.present = present;
        this.applying = applying;
        this.audit = audit;
        this.once = once;
    }

    /** Everything as one file. */
    @Transactional
    public String export(Permit permit) {
        permit.require(Action.PROGRAM_SETUP);
        audit.record(permit, "setup.file", permit.organization().value(), null, "EXPORTED");
        return SettingsText.write(present.read(permit).file());
    }

    /** What a file would add or change, and why it cannot be taken; nothing changes. */
    @Transactional(readOnly = true)
    public Comparison compare(Permit permit, String text) {
        permit.require(Action.PROGRAM_SETUP);
        return Comparing.of(SettingsText.read(text), present.read(permit));
    }

    /**
     * Takes a file as a whole or not at all.
     *
     * @param key made with the form, so that a second press changes nothing more
     * @throws Stopped inside the package where a door refuses; see {@link Taking}
     */
    @Transactional
    List<Refusal> take(Permit permit, UUID key, String text) {
        permit.require(Action.PROGRAM_SETUP);
        var read = SettingsText.read(text);
        var beside = Comparing.of(read, present.read(permit));
        if (!beside.refusals().isEmpty()) {
            return beside.refusals();
        }
        var hash = HexFormat.of().formatHex(Hashes.sha256(text));
        if (once.first(permit, key, "settings " + hash)) {
            applying.apply(permit, read.file(), beside);
            audit.record(permit, "setup.file", key, null, "TAKEN " + hash);
        }
        return List.of();
    }
}
