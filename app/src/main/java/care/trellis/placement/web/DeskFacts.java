package care.trellis.placement.web;

import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Track;
import care.trellis.placement.Acceptance;
import care.trellis.placement.Search;
import care.trellis.placement.Situation;
import care.trellis.placement.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a desk is made of: facts, the last search and what it proposes beyond them. */
record DeskFacts(
        Situation now,
        List<Waiting> waiting,
        Optional<Search> search,
        Optional<Proposal> proposal,
        Map<String, Place> before,
        Map<String, Place> after,
        Map<ClientId, Place> pins,
        List<Acceptance> acceptances) {

    boolean changes(String person) {
        var place = after.get(person);
        return place != null && !place.equals(before.get(person));
    }

    /** The name of the track of a place. */
    String name(Place place) {
        return now.question().tracks().stream()
                .filter(it -> it.id().equals(place.track()))
                .map(Track::name)
                .findFirst()
                .orElse("another track");
    }
}
