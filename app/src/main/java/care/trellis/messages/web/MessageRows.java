package care.trellis.messages.web;

import care.trellis.messages.Message;
import care.trellis.messages.Reply;
import care.trellis.messages.State;
import care.trellis.messages.Way;
import care.trellis.web.Tone;
import care.trellis.web.When;

/** Writes messages and replies out for pages. */
final class MessageRows {

    private MessageRows() {}

    static OutboxView.Row row(Message message, boolean maySend) {
        var client = message.client();
        boolean trouble =
                message.state() == State.REFUSED || message.state() == State.OUTCOME_UNKNOWN;
        boolean logged = message.logged() && message.state() == State.SENT;
        return new OutboxView.Row(
                client == null ? "A test" : message.name(),
                client == null ? "" : "/clients/" + client.value() + "/messages",
                message.about(),
                message.text(),
                icon(message.way()),
                message.way().label(),
                message.state() == State.QUEUED
                        ? "leaves " + When.time(message.notBefore(), message.zone())
                        : When.time(message.at(), message.zone()),
                logged ? "Logged, not sent" : message.state().label(),
                logged ? Tone.NEUTRAL : message.state().tone(),
                message.problem(),
                trouble && maySend ? "/messages/" + message.id().value() : "");
    }

    static OutboxView.Answer answer(Reply reply, boolean maySend) {
        var client = reply.client();
        return new OutboxView.Answer(
                client == null ? "A number that is nobody's alone" : reply.name(),
                client == null ? "" : "/clients/" + client.value() + "/messages",
                reply.words(),
                When.time(reply.at(), reply.zone()),
                maySend && !reply.seen() ? "/messages/replies/" + reply.id() : "");
    }

    private static String icon(Way way) {
        return way == Way.MAIL ? "mail" : "phone";
    }
}
