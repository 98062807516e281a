package care.trellis.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a FHIR R4 bundle entry by entry, so that a long history never stands in memory as a whole.
 * A bundle that breaks off in the middle is refused as a whole.
 */
final class FhirFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private FhirFile() {}

    static FileContent read(InputStream input, ZoneId zone)
            throws IOException, Unreadable, NotFhir {
        var people = new FhirPeople(zone);
        String type = "";
        try (JsonParser parser = JSON.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotFhir();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals("resourceType")) {
                    type = parser.getString();
                } else if (name.equals("entry") && value == JsonToken.START_ARRAY) {
                    entries(parser, people);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new Unreadable("More follows after the end of its JSON; export it again");
            }
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new Unreadable(where(broken));
        }
        if (type.isEmpty()) {
            throw new NotFhir();
        }
        if (!type.equals("Bundle")) {
            throw new Unreadable("It is FHIR, but no Bundle; export the patient with everything");
        }
        return new FileContent(people.candidates(), people.left(), List.of());
    }

    private static void entries(JsonParser parser, FhirPeople people) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var entry = JSON.<JsonNode>readTree(parser);
            people.add(Fhir.text(entry, "fullUrl"), entry.path("resource"));
        }
    }

    /** The message of the parser may quote the file, so only the place is told. */
    private static String where(JacksonException broken) {
        var place = broken.getLocation();
        return place == null || place.getLineNr() < 1
                ? "Its JSON is damaged or cut off; copy it again"
                : "Its JSON is damaged or cut off at line %d, column %d; copy it again"
                        .formatted(place.getLineNr(), place.getColumnNr());
    }
}
