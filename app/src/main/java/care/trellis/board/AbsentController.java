package care.trellis.board;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.messages.Messages;
import care.trellis.messages.Queueing;
import care.trellis.messages.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Texts everybody who was absent today, each once, in words that name nothing. */
@Controller
@RequestMapping("/board/{site}/absent")
class AbsentController {

    private static final String WORDING = "missed";

    private final Boards boards;
    private final Messages messages;

    AbsentController(Boards boards, Messages messages) {
        this.boards = boards;
        this.messages = messages;
    }

    @GetMapping
    @Requires(value = Action.MESSAGE_SEND, site = "site")
    ModelAndView ask(Permit permit, @PathVariable UUID site) {
        return new ModelAndView(
                "board/absent",
                Map.of(
                        "path",
                        "/board/" + site + "/absent",
                        "names",
                        boards.absent(permit, site).people().stream()
                                .map(person -> Words.name(person.givenName(), person.familyName()))
                                .toList()));
    }

    @PostMapping
    @Requires(value = Action.MESSAGE_SEND, site = "site")
    @Transactional
    ModelAndView text(Permit permit, HttpServletResponse response, @PathVariable UUID site) {
        var absent = boards.absent(permit, site);
        int queued = 0;
        int before = 0;
        for (var person : absent.people()) {
            switch (messages.queue(
                    permit,
                    key(person.id(), absent.date().toString()),
                    new ClientId(person.id()),
                    Wording.of(WORDING))) {
                case Queueing.Queued _ -> queued++;
                case Queueing.AlreadyQueued _ -> before++;
                case Queueing.NotWanted _,
                        Queueing.NoAddress _,
                        Queueing.TooMany _,
                        Queueing.TooLate _ -> {}
            }
        }
        response.setHeader("HX-Trigger", "close-dialog");
        return new ModelAndView(
                "board/moved", "said", words(queued, before, absent.people().size()));
    }

    private static String words(int queued, int before, int all) {
        int call = all - queued - before;
        var parts =
                List.of(
                        queued == 1 ? "1 text is on its way." : queued + " texts are on their way.",
                        before == 0 ? "" : before + " had one today.",
                        call == 0 ? "" : "Call " + call + ": no text is wanted or possible.");
        return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static UUID key(UUID client, String day) {
        return UUID.nameUUIDFromBytes(
                (WORDING + " " + client + " " + day).getBytes(StandardCharsets.UTF_8));
    }
}
