package care.trellis.payers;

import care.trellis.engine.rulebook.Rulebooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the library of rulebooks once; a wrong rulebook stops the start with file and line. */
@Configuration(proxyBeanMethods = false)
class PayersConfiguration {

    @Bean
    Rulebooks rulebooks() {
        return Rulebooks.library();
    }
}
