package care.trellis.crash;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One thing that a person does once, with the key that their form was made with. */
sealed interface Operation {

    /** Made by the sender, the same at every attempt. */
    UUID key();

    /** The request as a browser sends it, without cookies and CSRF token. */
    HttpRequest.Builder request(URI program);

    /** What an answer below 500 says. */
    Outcome outcome(HttpResponse<String> answer);

    /** A client came to a session. */
    record CheckIn(UUID key, UUID session, UUID client) implements Operation {

        @Override
        public HttpRequest.Builder request(URI program) {
            return HttpRequest.newBuilder(
                            program.resolve(
                                    "/sessions/%s/clients/%s/arrivals".formatted(session, client)))
                    .header("HX-Request", "true")
                    .header("Idempotency-Key", key.toString())
                    .PUT(BodyPublishers.noBody());
        }

        @Override
        public Outcome outcome(HttpResponse<String> answer) {
            var recorded =
                    answer.body().contains("Recorded.")
                            || answer.body().contains("That was on record before.");
            return answer.statusCode() == 200 && recorded ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
        }
    }

    /** Both lines of a group's note are signed. */
    record Sign(UUID key, UUID session) implements Operation {

        @Override
        public HttpRequest.Builder request(URI program) {
            return HttpRequest.newBuilder(
                            program.resolve("/sessions/%s/note/signature".formatted(session)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("key=" + key + "&lateReason=On+leave"));
        }

        @Override
        public Outcome outcome(HttpResponse<String> answer) {
            return leadsTo(answer, "/note?signed=2") ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
        }
    }

    /** Item 9 of a PHQ-9 is entered as positive; the key is the measure that it is answered in. */
    record Answer(UUID key, UUID client) implements Operation {

        @Override
        public HttpRequest.Builder request(URI program) {
            return HttpRequest.newBuilder(
                            program.resolve(
                                    "/clients/%s/measures/entries/%s/answers/9"
                                            .formatted(client, key)))
                    .header("HX-Request", "true")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .PUT(BodyPublishers.ofString("item-9=1"));
        }

        @Override
        public Outcome outcome(HttpResponse<String> answer) {
            return answer.statusCode() == 200 && answer.body().contains("An alert is raised")
                    ? Outcome.ACKNOWLEDGED
                    : Outcome.REFUSED;
        }
    }

    /** A payer's file is posted. */
    record Post(UUID key, String file) implements Operation {

        private static final String BOUNDARY = "part-of-the-form";

        @Override
        public HttpRequest.Builder request(URI program) {
            var form =
                    """
                    --%1$s
                    Content-Disposition: form-data; name="key"

                    %2$s
                    --%1$s
                    Content-Disposition: form-data; name="file"; filename="answer.835"
                    Content-Type: application/octet-stream

                    %3$s
                    --%1$s--
                    """
                            .replace("\n", "\r\n")
                            .formatted(BOUNDARY, key, file);
            return HttpRequest.newBuilder(program.resolve("/remittances"))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(form, StandardCharsets.US_ASCII));
        }

        @Override
        public Outcome outcome(HttpResponse<String> answer) {
            return leadsTo(answer, "/remittances/") ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
        }
    }

    private static boolean leadsTo(HttpResponse<String> answer, String place) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains(place);
    }
}
