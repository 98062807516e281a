package care.trellis.messages.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.messages.Incoming;
import care.trellis.messages.Message;
import care.trellis.messages.MessageId;
import care.trellis.messages.MessageSettings;
import care.trellis.messages.Messages;
import care.trellis.messages.State;
import care.trellis.web.Frame;
import care.trellis.web.Tab;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The outbox: what waits, what did not arrive, what left, and what clients wrote back. */
@Controller
class OutboxController {

    private static final Set<State> WAITING = EnumSet.of(State.QUEUED, State.SENDING);
    private static final Set<State> TROUBLE = EnumSet.of(State.REFUSED, State.OUTCOME_UNKNOWN);
    private static final Set<State> LEFT = EnumSet.of(State.SENT);

    private final Messages messages;
    private final Incoming incoming;
    private final MessageSettings settings;
    private final Access access;

    OutboxController(
            Messages messages, Incoming incoming, MessageSettings settings, Access access) {
        this.messages = messages;
        this.incoming = incoming;
        this.settings = settings;
        this.access = access;
    }

    @GetMapping("/messages")
    @Requires(Action.MESSAGE_VIEW)
    @Transactional
    ModelAndView trouble(Permit permit, Frame frame) {
        return page(
                permit,
                frame,
                "/messages",
                TROUBLE,
                List.of(
                        "Nothing needs you",
                        "A message that was refused, or of which nobody knows whether it left, waits here for a decision."));
    }

    @GetMapping("/messages/waiting")
    @Requires(Action.MESSAGE_VIEW)
    @Transactional
    ModelAndView waiting(Permit permit, Frame frame) {
        return page(
                permit,
                frame,
                "/messages/waiting",
                WAITING,
                List.of(
                        "Nothing waits",
                        "Reminders wait here until their hour; in quiet hours everything does."));
    }

    @GetMapping("/messages/sent")
    @Requires(Action.MESSAGE_VIEW)
    @Transactional
    ModelAndView sent(Permit permit, Frame frame) {
        return page(
                permit,
                frame,
                "/messages/sent",
                EnumSet.of(State.SENT, State.WITHDRAWN),
                List.of(
                        "Nothing has left yet",
                        "Messages go to clients who agreed to a way, on the page of each client."));
    }

    @GetMapping("/messages/replies")
    @Requires(Action.MESSAGE_VIEW)
    @Transactional
    ModelAndView replies(Permit permit, Frame frame) {
        return page(
                permit,
                frame,
                "/messages/replies",
                Set.of(),
                List.of(
                        "No reply waits to be read",
                        "STOP and START are obeyed at once; what a client writes in words waits here."));
    }

    @PostMapping("/messages/{message}/again")
    @Requires(Action.MESSAGE_SEND)
    ModelAndView again(Permit permit, @PathVariable MessageId message) {
        messages.resend(permit, message);
        return new ModelAndView("redirect:/messages");
    }

    @PostMapping("/messages/{message}/aside")
    @Requires(Action.MESSAGE_SEND)
    ModelAndView letBe(Permit permit, @PathVariable MessageId message) {
        messages.letBe(permit, message);
        return new ModelAndView("redirect:/messages");
    }

    @PostMapping("/messages/replies/{reply}")
    @Requires(Action.MESSAGE_SEND)
    ModelAndView seen(Permit permit, @PathVariable UUID reply) {
        incoming.see(permit, reply);
        return new ModelAndView("redirect:/messages/replies");
    }

    private ModelAndView page(
            Permit permit, Frame frame, String path, Set<State> states, List<String> empty) {
        boolean maySend = access.mayByRole(permit.actor(), Action.MESSAGE_SEND);
        var replies = incoming.unseen(permit);
        int trouble = messages.count(permit, TROUBLE);
        int waiting = messages.count(permit, WAITING);
        List<Message> found = states.isEmpty() ? List.of() : messages.inStates(permit, states);
        var view =
                new OutboxView(
                        String.valueOf(waiting),
                        String.valueOf(trouble),
                        String.valueOf(messages.ofTheLastDay(permit, LEFT)),
                        String.valueOf(replies.size()),
                        carriers(permit),
                        List.of(
                                tab("Need a decision", "/messages", path, trouble),
                                tab("Waiting", "/messages/waiting", path, waiting),
                                tab("Left", "/messages/sent", path, 0),
                                tab("Replies", "/messages/replies", path, replies.size())),
                        found.stream().map(one -> MessageRows.row(one, maySend)).toList(),
                        states.isEmpty()
                                ? replies.stream()
                                        .map(one -> MessageRows.answer(one, maySend))
                                        .toList()
                                : List.of(),
                        empty,
                        maySend);
        return new ModelAndView(
                "messages/outbox",
                Map.of(
                        "page",
                        frame.page("messages", "Messages", "Reminders and notes to clients"),
                        "view",
                        view));
    }

    private String carriers(Permit permit) {
        var now = settings.now(permit);
        if (now.mailOn() && now.textOn()) {
            return "";
        }
        return !now.mailOn() && !now.textOn()
                ? "No carrier is set: messages are written down here and nothing leaves."
                : now.mailOn()
                        ? "No carrier of texts is set: text messages are written down here and do not leave."
                        : "No mail server is set: e-mail is written down here and does not leave.";
    }

    private static Tab tab(String label, String path, String active, int count) {
        return new Tab(label, path, path.equals(active), count == 0 ? "" : String.valueOf(count));
    }
}
