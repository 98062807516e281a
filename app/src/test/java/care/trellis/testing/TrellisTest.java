package care.trellis.testing;

import care.trellis.Trellis;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real, freshly migrated database, with a clock that the test sets. One
 * context serves all tests that use it, so each test founds an organization of its own ({@link
 * Clinic}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Trellis.class, properties = "trellis.jobs=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({TestClock.class, Clinic.class})
public @interface TrellisTest {}
