package org.waystation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.database.Database;
import org.waystation.server.database.Reach;

/** What is forgotten, with the rights that the running server has. */
class HousekeepingTest {

    @TempDir
    Path folder;

    @Test
    void whatIsOldIsForgottenAndTheRestStays() throws Exception {
        try (TestServer server = new TestServer(folder)) {
            Ops ops = new Ops(server.api());
            String company = ops.company("Kestrel Foods");
            JsonNode old = ops.applied(Ops.ticket(company));
            JsonNode young = ops.applied(Ops.ticket(company));
            ops.applied(Ops.delete(old));
            ops.applied(Ops.delete(young));
            server.sql("update record set deleted_at = now() - interval '91 days' where id = '" + id(old) + "'");
            server.sql("update operation_result set applied_at = now() - interval '121 days' where entity_id = '"
                    + id(old) + "'");
            server.sql("insert into sign_in (id, user_id, device) select gen_random_uuid(), user_id, 'x' from account"
                    + " limit 1");
            server.sql("insert into api_token (hash, label, user_id, sign_in_id, expires_at)"
                    + " select n::text::bytea, '', user_id, id, now() - n * interval '1 day'"
                    + " from sign_in, (values (89), (91)) as days (n)");
            try (Reach reach = Reach.embeddedOrRunning(folder);
                    Database database = new Database(reach.server());
                    Housekeeping housekeeping = new Housekeeping(database)) {
                housekeeping.tidy();
            }
            assertEquals(
                    List.of(id(young)),
                    server.sql("select id from record where id in ('" + id(old) + "', '" + id(young) + "')"));
            assertEquals(
                    List.of("2"),
                    server.sql("select count(*) from operation_result where entity_id in ('" + id(old) + "', '"
                            + id(young) + "')"));
            assertEquals(
                    List.of("89"),
                    server.sql("select convert_from(hash, 'UTF8') from api_token where sign_in_id is not null"));
        }
    }

    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }
}
