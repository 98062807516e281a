package care.trellis.papers;

import care.trellis.papers.FormDefinition.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was answered, by field. A field is a question's id, or {@code id.row.column} of a table.
 * What was left empty is not in it.
 */
public record Answers(Map<String, List<String>> fields) {

    /** Nothing answered. */
    public static final Answers NONE = new Answers(Map.of());

    /** Sorts the fields, strips the texts and leaves out what is empty. */
    public Answers {
        var kept = new TreeMap<String, List<String>>();
        fields.forEach((field, values) -> {
            var texts = values.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
            if (!texts.isEmpty()) {
                kept.put(field, texts);
            }
        });
        fields = java.util.Collections.unmodifiableMap(kept);
    }

    /** The one answer of a field; empty where there is none. */
    public String one(String field) {
        return fields.getOrDefault(field, List.of("")).getFirst();
    }

    /** Every answer of a field with several. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Whether a yes-or-no question was answered with yes. */
    public boolean yes(String field) {
        return one(field).equals("yes");
    }

    /** Whether the question was answered at all. */
    public boolean has(Question question) {
        if (question.kind() == FormDefinition.Kind.TABLE) {
            return fields.keySet().stream()
                    .anyMatch(field -> field.startsWith(question.id() + "."));
        }
        return fields.containsKey(question.id());
    }

    /** These answers, with others in the fields that are still empty. */
    public Answers orElse(Answers others) {
        var both = new LinkedHashMap<>(others.fields);
        both.putAll(fields);
        return new Answers(both);
    }

    /** Only what belongs to these questions. */
    public Answers of(List<Question> questions) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var question : questions) {
            if (question.kind() == FormDefinition.Kind.TABLE) {
                cells(question)
                        .filter(fields::containsKey)
                        .forEach(field -> kept.put(field, all(field)));
            } else if (fields.containsKey(question.id())) {
                kept.put(question.id(), all(question.id()));
            }
        }
        return new Answers(kept);
    }

    private static java.util.stream.Stream<String> cells(Question question) {
        return IntStream.range(0, question.rows().size())
                .boxed()
                .flatMap(row ->
                        IntStream.range(0, question.columns().size())
                                .mapToObj(column -> question.cell(row, column)));
    }

    /** What was answered stays out of logs. */
    @Override
    public String toString() {
        return "Answers[" + fields.size() + "]";
    }
}
