package org.waystation.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.server.Api;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** The API's description for people: all of it comes from the server, and it may load nothing else. */
@ExtendWith(ServerExtension.class)
class DocumentTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void everythingThatThePageLoadsIsThereWithoutAToken(TestServer server) {
        Api nobody = server.api().as(Optional.empty());
        Api.Reply page = nobody.get("/v1/docs").expect(200);
        List<String> loaded = new ArrayList<>();
        Matcher matcher = LOADED.matcher(page.body());
        while (matcher.find()) {
            loaded.add(matcher.group(1));
        }
        assertTrue(loaded.contains("docs/swagger-ui.js"), loaded::toString);
        for (String name : loaded) {
            assertFalse(name.contains("//"), name);
            if (!name.startsWith("data:")) {
                assertTrue(nobody.get("/v1/" + name).expect(200).body().length() > 100, name);
            }
        }
        nobody.get("/v1/docs/swagger-ui-bundle.js.map").expect(404, "not_found");
        nobody.get("/v1/docs/..%2fopenapi.yaml").expect(400);
    }

    @Test
    void itMayRunNothingButItsOwnScriptsAndTalkToNobodyElse(TestServer server) {
        Api.Reply page = server.api().get("/v1/docs").expect(200);
        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(page.body().contains("<style") || page.body().contains("onload="));
        assertFalse(page.body().matches("(?s).*<script>.*"));
    }

    @Test
    void whatIsHeldIsNotSentAgain(TestServer server) {
        for (String path : List.of("/v1/openapi.yaml", "/v1/docs/swagger-ui.css", "/v1/tickets?limit=3")) {
            String tag = server.api().get(path).expect(200).header("ETag").orElseThrow();
            assertEquals(
                    "", server.api().get(path, "If-None-Match", tag).expect(304).body());
            server.api().get(path, "If-None-Match", "\"other\"").expect(200);
        }
    }
}
