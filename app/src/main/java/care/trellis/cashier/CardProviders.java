package care.trellis.cashier;

import care.trellis.outbound.OutboundHttp;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who takes cards for the organization in force. */
@Component
public class CardProviders {

    private static final CardProvider NONE = new NoCards();

    private final CardSettingRecords settings;
    private final OutboundHttp http;
    private final Optional<PracticeCards> practice;

    /**
     * The providers of this installation.
     *
     * @param provider {@code practice} for the stand-in in place of every other; the demo has it
     */
    @Autowired
    CardProviders(
            CardSettingRecords settings,
            OutboundHttp http,
            @Value("${trellis.demo:false}") boolean demo,
            @Value("${trellis.cards:}") String provider) {
        this(
                settings,
                http,
                demo || provider.equals("practice")
                        ? Optional.of(new PracticeCards())
                        : Optional.empty());
    }

    /** The same with this stand-in, or with none. */
    CardProviders(
            CardSettingRecords settings, OutboundHttp http, Optional<PracticeCards> practice) {
        this.settings = settings;
        this.http = http;
        this.practice = practice;
    }

    /** Who takes cards now: the stand-in, the provider that is set, or nobody. */
    @Transactional(readOnly = true)
    public CardProvider now() {
        return of(settings.find().filter(CardSetting::active));
    }

    /** Who is asked what came of a payment, also after cards were switched off. */
    @Transactional(readOnly = true)
    public CardProvider settling() {
        return of(settings.find());
    }

    private CardProvider of(Optional<CardSetting> setting) {
        if (practice.isPresent()) {
            return practice.get();
        }
        return setting.<CardProvider>map(set -> new HttpCards(http, set.url(), settings.secret()))
                .orElse(NONE);
    }

    /** The stand-in, where this installation has it. */
    public Optional<PracticeCards> practice() {
        return practice;
    }
}
