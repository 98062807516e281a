package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.Packet;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.authorizations.Reviews;
import care.trellis.authorizations.SentPacket;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.documents.Documents;
import care.trellis.episodes.Clearances;
import care.trellis.web.Fact;
import care.trellis.web.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A packet or an appeal that left, for the printer: it shows what was kept, not what is now. */
@Controller
class PacketController {

    /** The short notice that 42 CFR 2.32(a)(2) allows. */
    private static final String NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private final Authorizations authorizations;
    private final Reviews reviews;
    private final Clearances clearances;
    private final JoinedRecords records;
    private final Documents documents;

    PacketController(
            Authorizations authorizations,
            Reviews reviews,
            Clearances clearances,
            JoinedRecords records,
            Documents documents) {
        this.authorizations = authorizations;
        this.reviews = reviews;
        this.clearances = clearances;
        this.records = records;
        this.documents = documents;
    }

    @GetMapping("/clients/{client}/packets/{packet}")
    @Requires(
            value = Action.AUTHORIZATION_VIEW,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView packet(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable UUID packet) {
        return new ModelAndView(
                "chain/packet", Map.of("frame", frame, "view", view(permit, client, packet)));
    }

    /** The same words as a tagged PDF, to attach, to print, to read aloud. */
    @GetMapping("/clients/{client}/packets/{packet}/pdf")
    @Requires(
            value = Action.AUTHORIZATION_VIEW,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ResponseEntity<byte[]> paper(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable UUID packet) {
        var view = view(permit, client, packet);
        return documents.answer(
                view.opening().isEmpty() ? "review" : "appeal",
                "chain/packetPaper",
                Map.of("organization", frame.organization(), "view", view));
    }

    private PacketView view(Permit permit, ClientId client, UUID packet) {
        var sent = reviews.sent(permit, client, packet);
        var about = authorizations.find(permit, client, sent.authorization());
        var terms =
                Objects.requireNonNull(
                        reviews.terms(permit, List.of(about.contract())).get(about.contract()));
        return view(permit, sent, about, terms);
    }

    private PacketView view(
            Permit permit, SentPacket sent, Authorization about, ReviewTerms terms) {
        boolean appeal = sent.purpose() == SentPacket.Purpose.APPEAL;
        var path = "/clients/" + about.client().value();
        return new PacketView(
                appeal ? "Appeal of a denial" : "Continued-stay review",
                Words.dated(sent.sentOn()),
                sent.recipient(),
                about(permit, sent, about),
                sent.criteria().label(),
                appeal ? opening(about) : List.of(),
                sent.sections().stream()
                        .filter(it -> it.items().stream().anyMatch(Packet.Item::ready))
                        .map(ReviewViews::section)
                        .toList(),
                appeal ? closing(about, terms) : List.of(),
                clearances.of(permit, sent.client()).part2() ? NOTICE : "",
                path + "/authorizations/" + about.id().value() + "/review",
                path + "/packets/" + sent.id() + "/pdf");
    }

    private List<Fact> about(Permit permit, SentPacket sent, Authorization about) {
        var facts = new ArrayList<Fact>();
        var person = records.member(permit, sent.client(), about.contract());
        facts.add(new Fact("Member", person.name()));
        facts.add(new Fact("Born", Words.dated(person.born())));
        facts.add(new Fact("Member number", person.memberId()));
        if (about.number() != null) {
            facts.add(new Fact("Authorization", about.number()));
        }
        if (about.reference() != null) {
            facts.add(new Fact("Reference", about.reference()));
        }
        facts.add(new Fact("Days", Words.dated(about.from()) + " to " + Words.dated(about.to())));
        return facts;
    }

    private static List<String> opening(Authorization about) {
        var asked = about.requested();
        var denied = about.decidedOn();
        var opening = new ArrayList<String>();
        opening.add(
                "We appeal the decision"
                        + (denied == null ? "" : " of " + Words.dated(denied))
                        + " to deny "
                        + (asked == null ? "days" : about.unit().words(asked))
                        + " of intensive outpatient treatment from "
                        + Words.dated(about.from())
                        + " to "
                        + Words.dated(about.to())
                        + ".");
        if (about.denialReason() != null) {
            opening.add("The reason given was: " + about.denialReason());
        }
        opening.add("The record shows the following.");
        return opening;
    }

    private static List<String> closing(Authorization about, ReviewTerms terms) {
        return List.of(
                "We ask that the denial be overturned and the days be granted as requested.",
                "Treatment is under way. We ask for an expedited decision within "
                        + terms.regime().decisionHours()
                        + " hours ("
                        + terms.regime().source()
                        + "), for the criteria that were applied, and for the name and specialty of the"
                        + " reviewer.");
    }
}
