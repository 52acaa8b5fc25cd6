package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.Fields;
import org.waystation.api.sync.ServerSession;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

/** Facts about the replica as a whole. */
final class Meta {

    private static final String GENERATION = "generation";
    private static final String EPOCH = "epoch";
    private static final String CURSOR = "cursor";
    private static final String SCOPE = "scope";
    private static final String UNFINISHED = "unfinished";
    private static final String SESSION = "session";

    private final Session session;

    Meta(Session session) {
        this.session = session;
    }

    static void create(Session session) throws SQLException {
        session.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
    }

    Generation generation() throws SQLException, StoreException {
        return new Generation(get(GENERATION).map(Integer::parseInt).orElse(1));
    }

    void saveGeneration(Generation generation) throws SQLException {
        put(GENERATION, Integer.toString(generation.number()));
    }

    Optional<Position> position() throws SQLException, StoreException {
        Optional<String> epoch = get(EPOCH);
        Optional<String> cursor = get(CURSOR);
        return epoch.isPresent() && cursor.isPresent()
                ? Optional.of(new Position(epoch.get(), cursor.get(), get(SCOPE).orElse("")))
                : Optional.empty();
    }

    void savePosition(Position position) throws SQLException {
        put(EPOCH, position.epoch());
        put(CURSOR, position.cursor());
        put(SCOPE, position.scope());
    }

    void saveScope(String scope) throws SQLException {
        put(SCOPE, scope);
    }

    Optional<UnfinishedSnapshot> unfinished() throws SQLException, StoreException {
        Optional<byte[]> json =
                session.first("SELECT value FROM meta WHERE key = ?", row -> row.getBytes(1), UNFINISHED);
        return json.isPresent() ? Optional.of(UnfinishedSnapshot.of(json.get())) : Optional.empty();
    }

    void save(UnfinishedSnapshot unfinished) throws SQLException {
        put(UNFINISHED, unfinished.json());
    }

    void forgetUnfinished() throws SQLException {
        session.update("DELETE FROM meta WHERE key = ?", UNFINISHED);
    }

    Optional<ServerSession> serverSession() throws SQLException, StoreException {
        Optional<byte[]> json = session.first("SELECT value FROM meta WHERE key = ?", row -> row.getBytes(1), SESSION);
        return json.isPresent() ? Optional.of(serverSession(json.get())) : Optional.empty();
    }

    void save(ServerSession serverSession) throws SQLException {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("userId", serverSession.userId().toString());
        json.put("userName", serverSession.userName());
        json.put("provider", serverSession.provider());
        json.put("epoch", serverSession.epoch());
        json.put("serverTime", serverSession.serverTime().toString());
        json.put("leaseDays", serverSession.leaseDays().orElse(null));
        json.put("role", serverSession.role());
        put(SESSION, Json.write(json));
    }

    private static ServerSession serverSession(byte[] json) throws StoreException {
        Fields fields = new Fields("session", Json.read(json));
        return new ServerSession(
                fields.uuid("userId").orElseGet(() -> new UUID(0, 0)),
                fields.text("userName"),
                fields.text("provider"),
                fields.text("epoch"),
                fields.instant("serverTime").orElse(Instant.EPOCH),
                fields.number("leaseDays").map(Long::intValue),
                fields.text("role"));
    }

    private Optional<String> get(String key) throws SQLException, StoreException {
        return session.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
    }

    private void put(String key, Object value) throws SQLException {
        session.update("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
    }
}
