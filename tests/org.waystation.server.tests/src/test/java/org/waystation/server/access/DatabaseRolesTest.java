package org.waystation.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.database.Faults;
import org.waystation.server.database.Scope;

/** The database holds the line by itself, whatever statement the server sends. */
@ExtendWith(ServerExtension.class)
class DatabaseRolesTest {

    private final TestServer server;

    DatabaseRolesTest(TestServer server) {
        this.server = server;
    }

    @Test
    void theServersRoleOwnsNothingAndReadsNoRecordByItself() throws Exception {
        try (Database database = new Database(asServer());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertEquals("0", first(statement, "select count(*) from pg_tables where tableowner = current_user"));
            assertEquals(
                    "false",
                    first(
                            statement,
                            "select (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolinherit)::text"
                                    + " from pg_roles where rolname = current_user"));
            for (String sql : List.of(
                    "select * from record limit 1",
                    "update record set version = version",
                    "select * from record_departure",
                    "alter table record disable row level security",
                    "drop table account")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertTrue(Faults.isOutOfReach(refused), sql + ": " + refused.getMessage());
            }
        }
    }

    @Test
    void aTransactionSeesAndWritesItsCompaniesOnly() throws Exception {
        List<String> companies = server.sql("select id from record where kind = 'company' order by id limit 2");
        UUID own = UUID.fromString(companies.get(0));
        Scope scope = new Scope(false, Set.of(own), true);
        try (Database database = new Database(asServer());
                Connection connection = database.connectAs(scope);
                Statement statement = connection.createStatement()) {
            assertEquals(
                    own.toString(), first(statement, "select string_agg(distinct company_id::text, ',') from record"));
            assertEquals(
                    "0",
                    first(
                            statement,
                            "with hit as (update record set version = version where company_id = '" + companies.get(1)
                                    + "' returning 1) select count(*) from hit"));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("update record set company_id = '" + companies.get(1) + "'"));
            assertTrue(Faults.isOutOfReach(refused));
        }
    }

    @Test
    void whoSeesNoCompanySeesNone() throws Exception {
        try (Database database = new Database(asServer());
                Connection connection = database.connectAs(new Scope(false, Set.of(), true));
                Statement statement = connection.createStatement()) {
            assertEquals("0", first(statement, "select count(*) from record where company_id is not null"));
        }
    }

    @Test
    void aRoleEndsWithItsTransaction() throws Exception {
        try (Database database = new Database(asServer())) {
            try (Connection connection = database.connectAs(Scope.EVERYTHING);
                    Statement statement = connection.createStatement()) {
                assertFalse(first(statement, "select count(*) from record").equals("0"));
                connection.commit();
                assertThrows(SQLException.class, () -> statement.executeQuery("select count(*) from record"));
            }
        }
    }

    private DatabaseAccess asServer() throws Exception {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(server.folder().resolve("database.properties"))) {
            passwords.load(reader);
        }
        return new DatabaseAccess(
                TestServer.access(server.folder()).url(), "waystation_server", passwords.getProperty("server"));
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
