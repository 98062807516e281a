package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox: queued once, sent once, never blindly sent again. */
@TrellisTest
class OutboxTest {

    private static final Wording REMINDER =
            Wording.of("reminder-soon")
                    .at(
                            Instant.parse("2026-03-02T15:30:00Z")
                                    .atZone(ZoneId.of("America/New_York")));

    final GreenMail mailbox =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired Clinic clinic;
    @Autowired Messages messages;
    @Autowired Preferences preferences;
    @Autowired MessageSettings settings;
    @Autowired Delivery delivery;
    @Autowired Incoming incoming;
    @Autowired StopLinks links;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    ClientId maya;

    @BeforeEach
    void givenMayaWhoWantsMail() {
        mailbox.start();
        ward = clinic.open();
        maya = new ClientId(clinic.maya(ward).id());
        clinic.write(
                ward,
                "update clients.client set email = 'maya@home.example', phone = '(555) 555-0101' where organization_id = ? and id = ?",
                ward.organization().value(),
                maya.value());
        agree(Way.MAIL, Language.EN);
    }

    @AfterEach
    void closeTheMailbox() {
        mailbox.stop();
    }

    @Test
    void without_a_carrier_a_message_is_written_down_and_nothing_leaves() {
        queue(Ids.next());

        assertThat(run()).isEqualTo(1);

        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(only().logged()).isTrue();
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_same_key_queues_one_message_and_sends_one() throws Exception {
        connect();
        var key = Ids.next();

        assertThat(queue(key)).isInstanceOf(Queueing.Queued.class);
        assertThat(queue(key)).isInstanceOf(Queueing.AlreadyQueued.class);
        run();
        run();

        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        var mail = mailbox.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + key + "@juniper.example>");
        assertThat(mail.getSubject()).isEqualTo("Your appointment today");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("Reminder: your appointment is today at 10:30 AM. Juniper")
                .doesNotContain("Maya");
        assertThat(only().state()).isEqualTo(State.SENT);
    }

    @Test
    void who_dies_between_sending_and_marking_leaves_an_unknown_that_only_a_person_resends()
            throws Exception {
        connect();
        var key = Ids.next();
        queue(key);
        ward.run(() -> delivery.hand(delivery.claim().orElseThrow()));
        assertThat(mailbox.getReceivedMessages()).hasSize(1);

        assertThat(run()).as("somebody else may still be at it").isZero();
        assertThat(only().state()).isEqualTo(State.SENDING);
        clock.set(clock.instant().plus(Delivery.LEASE).plusSeconds(1));
        assertThat(run()).isZero();

        assertThat(only().state()).isEqualTo(State.OUTCOME_UNKNOWN);
        assertThat(mailbox.getReceivedMessages()).as("not sent again by itself").hasSize(1);
        ward.run(() -> messages.resend(ward.permit(Action.MESSAGE_SEND), new MessageId(key)));
        run();
        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(mailbox.getReceivedMessages()).hasSize(2);
        assertThat(mailbox.getReceivedMessages()[1].getMessageID())
                .as("a mailbox can tell that it is the same")
                .isEqualTo(mailbox.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void an_answer_that_comes_late_still_counts() throws Exception {
        connect();
        queue(Ids.next());
        var claimed = ward.in(() -> delivery.claim().orElseThrow());
        clock.set(clock.instant().plus(Delivery.LEASE).plusSeconds(1));
        run();
        assertThat(only().state()).isEqualTo(State.OUTCOME_UNKNOWN);

        ward.run(() -> delivery.settle(claimed, new Carrier.Handing.Taken("250")));

        assertThat(only().state()).isEqualTo(State.SENT);
    }

    @Test
    void a_server_that_is_away_is_asked_again_later_and_one_that_says_no_is_not() {
        connect();
        mailbox.stop();
        queue(Ids.next());
        run();
        assertThat(only().state()).isEqualTo(State.QUEUED);
        assertThat(only().problem()).contains("could not be reached");
        assertThat(run()).as("not before its time").isZero();

        ward.run(() -> {
            clock.set(clock.instant().plus(Duration.ofMinutes(2)));
            var claimed = delivery.claim().orElseThrow();
            delivery.settle(
                    claimed, new Carrier.Handing.Refused("The mail server refused it (550)."));
        });

        assertThat(only().state()).isEqualTo(State.REFUSED);
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        assertThat(run()).isZero();
    }

    @Test
    void in_quiet_hours_a_message_waits_and_one_of_no_use_then_is_not_queued() {
        clock.set(Instant.parse("2026-03-03T03:00:00Z"));

        assertThat(queue(Ids.next()))
                .isInstanceOfSatisfying(
                        Queueing.Queued.class,
                        queued ->
                                assertThat(queued.notBefore())
                                        .isEqualTo(Instant.parse("2026-03-03T13:00:00Z")));
        assertThat(
                        ward.in(() ->
                                messages.queue(
                                        ward.permit(Action.SESSION_EDIT),
                                        Ids.next(),
                                        maya,
                                        REMINDER,
                                        clock.instant(),
                                        Instant.parse("2026-03-03T12:00:00Z"))))
                .isInstanceOf(Queueing.TooLate.class);
        assertThat(run()).isZero();
    }

    @Test
    void nobody_is_written_to_who_was_not_asked_or_cannot_be_reached() {
        var theo = new ClientId(clinic.theo(ward).id());

        assertThat(queue(Ids.next(), theo)).isInstanceOf(Queueing.NotWanted.class);
        agree(theo, Way.TEXT, Language.EN);
        assertThat(queue(Ids.next(), theo)).isEqualTo(new Queueing.NoAddress(Way.TEXT));
    }

    @Test
    void the_link_under_a_mail_ends_what_waits_and_what_would_come() {
        var key = Ids.next();
        queue(key);
        var token = ward.in(() -> links.token(new MessageId(key)));

        assertThat(incoming.stopByLink(token.substring(2) + "AA")).isFalse();
        assertThat(incoming.stopByLink(token)).isTrue();
        assertThat(incoming.stopByLink(token)).isTrue();
        run();

        assertThat(only().state()).isEqualTo(State.WITHDRAWN);
        assertThat(queue(Ids.next())).isInstanceOf(Queueing.NotWanted.class);
        ward.run(() -> preferences.start(ward.permit(Action.CLIENT_EDIT), maya));
        assertThat(queue(Ids.next())).isInstanceOf(Queueing.Queued.class);
    }

    @Test
    void spanish_speakers_read_spanish_and_nothing_in_writing_withdraws_what_waits() {
        agree(Way.TEXT, Language.ES);
        queue(Ids.next());
        assertThat(only().text()).startsWith("Recordatorio: su cita es hoy a las 10:30");

        agree(Way.NONE, Language.ES);

        assertThat(only().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void so_many_a_day_and_no_more() {
        for (int turn = 0; turn < Messages.MOST_A_DAY; turn++) {
            assertThat(queue(Ids.next())).isInstanceOf(Queueing.Queued.class);
        }
        assertThat(queue(Ids.next())).isInstanceOf(Queueing.TooMany.class);
    }

    @Test
    void what_a_table_holds_names_nobody() {
        queue(Ids.next());

        assertThat(
                        ward.in(() ->
                                messages.inStates(
                                        ward.permit(Action.MESSAGE_VIEW), Set.of(State.QUEUED))))
                .hasSize(1)
                .first()
                .hasToString("Message[" + only().id().value() + " QUEUED]");
    }

    private Queueing queue(UUID key) {
        return queue(key, maya);
    }

    private Queueing queue(UUID key, ClientId client) {
        return ward.in(
                () -> messages.queue(ward.permit(Action.SESSION_EDIT), key, client, REMINDER));
    }

    private int run() {
        return ward.in(() -> delivery.run(ward.permit(Action.MESSAGE_SEND)));
    }

    private Message only() {
        List<Message> all =
                ward.in(() ->
                        messages.inStates(
                                ward.permit(Action.MESSAGE_VIEW), EnumSet.allOf(State.class)));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void agree(Way way, Language language) {
        agree(maya, way, language);
    }

    private void agree(ClientId client, Way way, Language language) {
        ward.run(() ->
                preferences.save(
                        ward.permit(Action.CLIENT_EDIT),
                        client,
                        new Preference(way, language, Remind.BOTH, null)));
    }

    private void connect() {
        ward.run(() -> {
            var permit = ward.permit(Action.ORGANIZATION_EDIT);
            settings.sign(permit, "Juniper", QuietHours.USUAL).orThrow();
            settings.mail(
                            permit,
                            new MailWay(
                                    "127.0.0.1",
                                    mailbox.getSmtp().getPort(),
                                    MailWay.Safety.NONE,
                                    "",
                                    "hello@juniper.example"),
                            true,
                            null)
                    .orThrow();
        });
    }
}
