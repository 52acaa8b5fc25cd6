package org.waystation.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of any earlier version becomes the same as a new one, and keeps what it holds. */
class EveryVersionTest {

    private static final String SHAPE = """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                   || coalesce(column_default, '') from information_schema.columns where table_schema = 'public'
            union all select indexdef from pg_indexes where schemaname = 'public'
            union all select tablename || ' ' || policyname || ' ' || qual from pg_policies
            union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
                      where connamespace = 'public'::regnamespace
            union all select tgrelid::regclass || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            order by 1""";

    @TempDir
    static Path folder;

    private static Reach postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = Reach.embedded(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void everyEarlierVersionComesForward() throws Exception {
        try (Connection owner = Database.connect(postgres.owner())) {
            empty(owner);
            new Migrations().run(owner);
            List<String> wanted = all(owner, SHAPE);
            int newest = all(owner, "select 1 from schema_step").size();
            for (int version = 1; version < newest; version++) {
                empty(owner);
                new Migrations().runTo(owner, version);
                all(
                        owner,
                        "insert into record (id, kind, version, seq, data) values (gen_random_uuid(), 'user', 1, 1,"
                                + " '{\"name\":\"Old Hand\",\"email\":\"old@x.example\"}') returning 1");
                all(
                        owner,
                        "insert into api_token (hash, label, user_id) select '\\x01', 'old', id from record returning 1");
                new Migrations().run(owner);
                assertEquals(wanted, all(owner, SHAPE), "from version " + version);
                assertEquals(List.of("Old Hand"), all(owner, "select data ->> 'name' from record"));
                if (version < 4) {
                    assertEquals(List.of("old@x.example"), all(owner, "select email from account"));
                }
            }
        }
    }

    /** A step that fails leaves nothing of itself; with its cause away, the next run goes on from there. */
    @Test
    void aStepThatBreaksOffIsTakenUpAgain() throws Exception {
        try (Connection owner = Database.connect(postgres.owner())) {
            empty(owner);
            new Migrations().runTo(owner, 3);
            all(owner, "create table sign_in (in_the_way text)");
            assertThrows(SQLException.class, () -> new Migrations().run(owner));
            assertEquals("5", all(owner, "select max(number) from schema_step").getFirst());
            assertFalse(all(owner, SHAPE).stream().anyMatch(line -> line.startsWith("refresh_token")));
            all(owner, "drop table sign_in");
            new Migrations().run(owner);
        }
    }

    private static void empty(Connection owner) throws SQLException {
        // Not the schema: up to PostgreSQL 14 it belongs to the superuser.
        all(owner, "drop owned by current_user cascade");
    }

    private static List<String> all(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        column.add(rows.getString(1));
                    }
                }
            }
            return column;
        }
    }
}
