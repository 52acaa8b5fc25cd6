package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.store.StoreException;

class SchemaTest {

    private static final Schema.Step ONE = session -> {
        Meta.create(session);
        session.execute("CREATE TABLE t (a)");
    };
    private static final Schema.Step TWO = session -> session.execute("ALTER TABLE t ADD COLUMN b");
    private static final Schema.Step BROKEN = session -> {
        session.execute("CREATE TABLE half (a)");
        session.execute("CREATE nonsense");
    };

    @TempDir
    Path temp;

    @Test
    void anOlderFileIsBroughtForwardStepByStep() throws Exception {
        try (Session session = open()) {
            migrate(session, ONE);
            session.execute("INSERT INTO t (a) VALUES (7)");
            migrate(session, ONE, TWO);
            assertEquals(2, Schema.found(session));
            assertEquals(
                    7,
                    session.first("SELECT a FROM t WHERE b IS NULL", row -> row.getInt(1))
                            .orElseThrow());
            migrate(session, ONE, TWO); // nothing left to do
        }
    }

    @Test
    void aStepThatFailsLeavesTheFileAsItWas() throws Exception {
        try (Session session = open()) {
            migrate(session, ONE);
            assertThrows(SQLException.class, () -> migrate(session, ONE, BROKEN));
            assertEquals(1, Schema.found(session));
            assertEquals(
                    0,
                    session.list("SELECT 1 FROM sqlite_master WHERE name = 'half'", row -> true)
                            .size());
        }
    }

    @Test
    void aNewerFileIsRefused() throws Exception {
        try (Session session = open()) {
            migrate(session, ONE, TWO);
            StoreException fault = assertThrows(StoreException.class, () -> migrate(session, ONE));
            assertEquals(StoreException.Reason.NEWER_SCHEMA, fault.reason());
        }
    }

    private Session open() throws SQLException {
        return new CipherFile(temp.resolve("file.db")).openWriter(StoreFixture.KEY);
    }

    private void migrate(Session session, Schema.Step... steps) throws SQLException, StoreException {
        new Schema(List.of(steps)).migrate(session, new Faults(temp));
    }
}
