package care.trellis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void a_test_gets_a_database_of_its_own_as_the_application_role() throws SQLException {
        var database = TestDatabase.fresh();
        var login = database.app();

        try (var connection =
                        DriverManager.getConnection(
                                database.url(), login.user(), login.password());
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select current_user, current_database()")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("trellis_app");
            assertThat(rows.getString(2)).startsWith("test_");
        }
    }
}
