package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is named on a claim, by role (NM101), with what follows each name. */
final class Parties {

    private static final Segment NONE = new Segment("", List.of(), 0, 0);

    private final Map<String, Map<String, Segment>> named = new HashMap<>();
    private String role = "";
    private Segment billingTaxonomy = NONE;
    private String taxId = "";

    void clear() {
        named.clear();
        billingTaxonomy = NONE;
        taxId = "";
        role = "";
    }

    void forget(String one) {
        named.remove(one);
    }

    void segment(Segment segment) {
        if (segment.tag().equals("PRV") && segment.text(1).equals("BI")) {
            billingTaxonomy = segment;
            return;
        }
        if (segment.tag().equals("NM1")) {
            role = segment.text(1);
            named.put(role, new HashMap<>());
        }
        var of = named.get(role);
        if (of != null) {
            of.putIfAbsent(segment.tag(), segment);
        }
    }

    void taxId(String value) {
        if (role.equals("85")) {
            taxId = value;
        }
    }

    boolean has(String one) {
        return named.containsKey(one);
    }

    private Segment of(String one, String tag) {
        return Objects.requireNonNullElse(named.getOrDefault(one, Map.of()).get(tag), NONE);
    }

    String lastName(String one) {
        return of(one, "NM1").text(3);
    }

    String id(String one) {
        return of(one, "NM1").text(9);
    }

    Person person(String one) {
        var name = of(one, "NM1");
        var about = of(one, "DMG");
        var birth = Values.date(about.text(2));
        return new Person(
                name.text(3),
                name.text(4),
                orNull(name.text(5)),
                birth == null ? LocalDate.EPOCH : birth,
                about.text(3),
                address(one));
    }

    Address address(String one) {
        var street = of(one, "N3");
        var city = of(one, "N4");
        return new Address(
                street.text(1), orNull(street.text(2)), city.text(1), city.text(2), city.text(3));
    }

    Provider provider(String one) {
        var name = of(one, "NM1");
        return new Provider(
                name.text(3), name.text(4), name.text(9), orNull(of(one, "PRV").text(3)));
    }

    BillingProvider billing() {
        return new BillingProvider(
                lastName("85"), id("85"), taxId, billingTaxonomy.text(3), address("85"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
