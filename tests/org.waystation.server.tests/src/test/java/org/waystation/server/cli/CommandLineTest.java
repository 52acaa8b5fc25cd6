package org.waystation.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.server.faults.FaultKind;
import org.waystation.server.faults.FaultOptions;

class CommandLineTest {

    @Test
    void everyOptionIsRead() throws UsageException {
        ServeOptions options = ServeOptions.parse(List.of(
                "--port",
                "0",
                "--data",
                "d",
                "--sample",
                "reference",
                "--seed",
                "-7",
                "--sample-time",
                "2026-11-22T09:00:00Z",
                "--ready-file",
                "r",
                "--exit-with-parent",
                "--token-ttl",
                "90"));
        assertEquals(0, options.port());
        assertEquals(Optional.of(Path.of("d")), options.data());
        assertEquals(200_000, options.sample().orElseThrow().tickets());
        assertEquals(-7, options.sample().orElseThrow().seed());
        assertEquals(
                Instant.parse("2026-11-22T09:00:00Z"),
                options.sample().orElseThrow().time());
        assertEquals(Optional.of(Path.of("r")), options.readyFile());
        assertTrue(options.exitWithParent());
        assertEquals(Optional.of(Duration.ofSeconds(90)), options.tokenTtl());
    }

    @Test
    void faultsAreOffUnlessAskedFor() throws UsageException {
        assertEquals(
                Optional.empty(), ServeOptions.parse(List.of("--data", "d")).faults());
        FaultOptions faults = ServeOptions.parse(
                        List.of("--data", "d", "--faults", "seed=9,rate=0.5,kinds=lost-reply+gone-410,requests=20"))
                .faults()
                .orElseThrow();
        assertEquals(new FaultOptions(9, Set.of(FaultKind.LOST_REPLY, FaultKind.GONE_410), 0.5, 20), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --data d --colour red      | --colour
            --data d --port            | --port
            --data d --port 70000      | --port
            --data d --port eighty     | --port
            --data d --port 1 --port 2 | --port
            --data d --sample huge     | huge
            --data d --seed x          | --seed
            --data d --token-ttl 0     | --token-ttl
            --data d --sample-time now | --sample-time
            --data d extra             | extra
            --data d --faults often    | --faults
            --data d --faults rate=2   | --faults
            --data d --faults kinds=x  | lost-reply
            --data d --faults seed=1 --host 0.0.0.0 | --host
            --data d --faults seed=1 --trusted-proxy 10.0.0.1 | --trusted-proxy
            --port 0                   | --data
            --data d --database jdbc:postgresql:x | --database
            --database jdbc:mysql:x    | --database
            """)
    void aWrongWordIsNamedInOneLine(String words, String named) {
        UsageException wrong = assertThrows(
                UsageException.class,
                () -> ServeOptions.parse(List.of(words.strip().split(" +"))));
        assertTrue(wrong.getMessage().contains(named), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count());
    }
}
