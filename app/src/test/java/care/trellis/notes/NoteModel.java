package care.trellis.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the notes of one group should do, in a few plain lines and without a database: the reference
 * that the life cycle is held against.
 */
final class NoteModel {

    /** One text that people write: the shared part, or a client's line. */
    static final class Part {
        String text = "";
        int version;
        @Nullable UUID page;
        @Nullable UUID writtenBy;
        final Map<UUID, String> asides = new LinkedHashMap<>();

        /** Whether the save is taken; otherwise the words stand aside. */
        boolean save(UUID account, View view, String typed) {
            boolean same = version == 0 || text.equals(typed);
            if (view.version != version && !view.page.equals(page) && !same) {
                if (!text.lines().toList().containsAll(typed.strip().lines().toList())) {
                    asides.put(account, typed);
                }
                return false;
            }
            if (version == 0 || !text.equals(typed)) {
                writtenBy = account;
            }
            text = typed;
            version++;
            page = view.page;
            view.version = version;
            return true;
        }

        void choose(UUID aside, SetAside.Choice choice, UUID chooser, boolean shared) {
            var words = asides.remove(aside);
            switch (choice) {
                case KEEP_STANDING -> {}
                case TAKE_ASIDE -> {
                    text = words;
                    writtenBy = aside;
                }
                case BOTH -> {
                    text = (text.strip() + "\n" + words.strip()).strip();
                    writtenBy = chooser;
                }
            }
            version++;
            page = shared ? new UUID(0, 0) : null;
        }
    }

    /** What one open page of one person knows of a part. */
    static final class View {
        int version;
        UUID page;

        View(int version, UUID page) {
            this.version = version;
            this.page = page;
        }
    }

    /** One client's line. */
    static final class Line {
        final Part part = new Part();
        boolean present;
        boolean goal;
        @Nullable String signed;
        int addenda;
    }

    final Part shared = new Part();
    final List<Line> lines;
    final List<UUID> passes = new ArrayList<>();
    final Map<String, View> views = new HashMap<>();

    NoteModel(int clients) {
        var made = new Line[clients];
        Arrays.setAll(made, number -> new Line());
        this.lines = List.of(made);
    }

    /** The places of the lines that this person's signature takes now. */
    List<Integer> ready(UUID account) {
        var ready = new ArrayList<Integer>();
        for (int place = 0; place < lines.size(); place++) {
            var line = lines.get(place);
            var writer = line.part.writtenBy;
            if (line.present
                    && line.signed == null
                    && line.goal
                    && !line.part.text.isBlank()
                    && line.part.asides.isEmpty()
                    && shared.asides.isEmpty()
                    && !shared.text.isBlank()
                    && (writer == null || writer.equals(account))) {
                ready.add(place);
            }
        }
        return ready;
    }

    /** Whether everybody who was there has a signed note, and somebody was. */
    boolean everythingSigned() {
        return lines.stream().anyMatch(line -> line.present && line.signed != null)
                && lines.stream().noneMatch(line -> line.present && line.signed == null);
    }

    int signedCount() {
        return (int) lines.stream().filter(line -> line.signed != null).count();
    }
}
