package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads off a rulebook what it puts on the day and on the claim, place by place. */
final class ClaimWording {

    private static final Set<String> ABOUT =
            Set.of("when", "unless", "from", "to", "source", "confidence", "unsure");

    /** What a contract may lay down where the payer's rules leave it open. */
    private static final List<String> OPEN_BILL = List.of("code", "revenue_code", "modifiers");

    private static final List<String> OPEN_CLAIM =
            List.of("form", "type_of_bill", "condition_codes");

    private final Citations citations;
    private final List<Wording.ClaimText> texts = new ArrayList<>();

    private ClaimWording(Section top) {
        this.citations = new Citations(top);
    }

    static List<Wording.ClaimText> of(Section top) {
        var wording = new ClaimWording(top);
        wording.blocks("bill", top, OPEN_BILL);
        wording.blocks("claim", top, OPEN_CLAIM);
        return List.copyOf(wording.texts);
    }

    private void blocks(String name, Section top, List<String> open) {
        var blocks = top.sections(name);
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var path = name + "/" + i;
            for (var entry : block.entries()) {
                if (!ABOUT.contains(entry.getKey())) {
                    place(path + "/" + entry.getKey(), entry.getKey(), entry.getValue(), block);
                }
            }
            if (always(block)) {
                for (var key : open) {
                    if (blocks.stream().noneMatch(other -> other.has(key))) {
                        add(path + "/" + key, key, "", block, block.line());
                    }
                }
            }
        }
    }

    private static boolean always(Section block) {
        return !block.has("when") && !block.has("unless") && !block.has("from") && !block.has("to");
    }

    private void place(String path, String key, Node value, Section block) {
        if (value instanceof Node.Keys keys) {
            keys.values()
                    .forEach((inner, text) ->
                            add(
                                    path + "/" + inner,
                                    key + " " + inner,
                                    Replaced.text(text),
                                    block,
                                    text.line()));
        } else {
            add(path, key, Replaced.text(value), block, value.line());
        }
    }

    private void add(String path, String key, String value, Section block, int line) {
        texts.add(
                new Wording.ClaimText(
                        path,
                        key.replace('_', ' '),
                        value,
                        conditions(block),
                        citations.source(block),
                        citations.confidence(block),
                        line));
    }

    /** When the block stands, in the words of the vocabulary; empty where always. */
    private static String conditions(Section block) {
        var conditions = new ArrayList<String>();
        if (block.has("when")) {
            conditions.add(listed(block, "when"));
        }
        if (block.has("unless")) {
            conditions.add("unless " + listed(block, "unless"));
        }
        if (block.has("from") || block.has("to")) {
            conditions.add(Period.of(block).words());
        }
        return String.join(", ", conditions);
    }

    private static String listed(Section block, String key) {
        return String.join(" and ", block.items(key).stream().map(Replaced::text).toList());
    }
}
