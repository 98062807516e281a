package care.trellis.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script planted, for whoever wants to check what the program makes of it. It is written
 * from the plan alone.
 */
public record AnswerKey(Story story, List<Planted> planted) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public AnswerKey {
        planted = List.copyOf(planted);
    }

    /** The key of a plan. */
    public static AnswerKey of(ClinicPlan plan) {
        return new AnswerKey(plan.story(), Problems.of(plan));
    }

    /** Writes {@code answer-key.json} and {@code answer-key.md} into the folder. */
    public void writeInto(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("answer-key.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
            Files.writeString(folder.resolve("answer-key.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key as people read it. */
    String markdown() {
        var text = new StringBuilder();
        text.append("# What is planted in the synthetic clinic\n\n");
        text.append(
                "Seed %d, anchor Monday %s, told until %s. Everybody in it is invented.\n\n"
                        .formatted(story.seed(), story.anchor(), story.until()));
        text.append(
                "| Problem | Who | Day | What was planted | Expected | Smallest fix | Not possible yet |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (var one : planted) {
            text.append(
                    "| %s | %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    one.kind(),
                                    String.join(", ", one.people()),
                                    one.date() == null ? "" : one.date(),
                                    one.what(),
                                    one.state() == null ? "" : one.state() + " " + one.reason(),
                                    one.fix(),
                                    one.missing() == null ? "" : one.missing()));
        }
        return text.toString();
    }
}
