package care.trellis.cashier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which provider takes cards. A real one is a class of its own beside these two. */
@Configuration(proxyBeanMethods = false)
class CashierConfiguration {

    /**
     * The provider.
     *
     * @param provider {@code practice} for the stand-in; empty for none
     */
    @Bean
    CardProvider cardProvider(
            @Value("${trellis.demo:false}") boolean demo,
            @Value("${trellis.cards:}") String provider) {
        return demo || provider.equals("practice") ? new PracticeCards() : new NoCards();
    }
}
