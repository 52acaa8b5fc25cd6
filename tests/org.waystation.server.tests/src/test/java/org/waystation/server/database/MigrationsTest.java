package org.waystation.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

@ExtendWith(ServerExtension.class)
class MigrationsTest {

    @Test
    void aSecondRunDoesNothing(TestServer server) throws Exception {
        List<String> before = server.sql("select applied_at from schema_step order by number");
        try (Connection connection = server.connection()) {
            new Migrations().run(connection);
        }
        assertEquals(before, server.sql("select applied_at from schema_step order by number"));
    }

    @Test
    void aDatabaseOfANewerServerIsNotTouched(TestServer server) throws Exception {
        try (Connection connection = server.connection()) {
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class, () -> new Migrations(List.of("V001__records.sql")).run(connection));
            assertTrue(refused.getMessage().contains("newer server"), refused.getMessage());
        }
    }

    @Test
    void aStepThatWasChangedIsNoticed(TestServer server) throws Exception {
        String sha =
                server.sql("select sha256 from schema_step where number = 1").getFirst();
        server.sql("update schema_step set sha256 = 'other' where number = 1");
        try (Connection connection = server.connection()) {
            assertThrows(IllegalStateException.class, () -> new Migrations().run(connection));
        } finally {
            server.sql("update schema_step set sha256 = '" + sha + "' where number = 1");
        }
    }

    @Test
    void theServerIsNoSuperuserAndOwnsOnlyItsDatabase(TestServer server) throws Exception {
        assertEquals(
                List.of("false"),
                server.sql("select (rolsuper or rolcreaterole or rolcreatedb or rolreplication)::text"
                        + " from pg_roles where rolname = current_user"));
        assertEquals(List.of("waystation"), server.sql("select current_user"));
    }
}
