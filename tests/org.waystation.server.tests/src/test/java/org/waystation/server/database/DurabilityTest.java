package org.waystation.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** What was answered as applied outlives a power cut: PostgreSQL documentation, "Write Ahead Log" settings. */
@ExtendWith(ServerExtension.class)
class DurabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void theDatabaseThatTheServerBringsWaitsForTheDisk(String setting, TestServer server) throws Exception {
        assertEquals(List.of("on"), server.sql("show " + setting));
    }
}
