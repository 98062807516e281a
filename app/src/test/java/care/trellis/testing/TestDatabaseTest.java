package care.trellis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = TestDatabaseTest.Nothing.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class TestDatabaseTest {

    @EnableAutoConfiguration
    static class Nothing {}

    @Autowired JdbcClient jdbc;

    @Test
    void a_spring_context_gets_a_database_of_its_own_as_the_application_role() {
        assertThat(jdbc.sql("select current_user").query(String.class).single())
                .isEqualTo("trellis_app");
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .startsWith("test_");
    }
}
