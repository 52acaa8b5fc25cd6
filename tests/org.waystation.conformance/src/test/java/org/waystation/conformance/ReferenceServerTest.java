package org.waystation.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.conformance.Suite.Result;
import org.waystation.conformance.Suite.Verdict;

/** The reference server keeps the contract, alone and as two behind a round-robin. */
class ReferenceServerTest {

    @TempDir
    Path folder;

    @Test
    void oneServerMeetsEveryRequirement() throws Exception {
        try (TestServers servers = new TestServers(folder, 1, 1_000_000)) {
            assertAllMet(Suite.run(servers.bench(servers.transport()), Set.of(), result -> {}));
        }
    }

    @Test
    void twoServersInTurnMeetEveryRequirement() throws Exception {
        try (TestServers servers = new TestServers(folder, 2, 1_000_000)) {
            assertAllMet(Suite.run(servers.bench(servers.transport()), Set.of(), result -> {}));
        }
    }

    @Test
    void whoAsksTooMuchIsRefusedForAWhile() throws Exception {
        try (TestServers servers = new TestServers(folder, 1, 100)) {
            List<Result> results = Suite.run(
                    servers.bench(servers.transport()), Set.of("limits.told", "limits.refused"), result -> {});
            assertEquals(List.of(), reasons(results, Verdict.FAIL));
            assertEquals(List.of(), reasons(results, Verdict.SKIP));
        }
    }

    /** An id is forever: reports name it. */
    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        Suite.requirements().forEach(requirement -> assertTrue(ids.add(requirement.id()), requirement.id()));
    }

    private static void assertAllMet(List<Result> results) {
        assertEquals(List.of(), reasons(results, Verdict.FAIL));
        // Here everything can be asked except what a generous limit keeps from being used up.
        assertEquals(
                List.of("limits.refused"),
                results.stream()
                        .filter(result -> result.verdict() == Verdict.SKIP)
                        .map(result -> result.requirement().id())
                        .toList());
    }

    private static List<String> reasons(List<Result> results, Verdict verdict) {
        return results.stream()
                .filter(result -> result.verdict() == verdict)
                .map(result -> result.requirement().id() + ": " + result.reason())
                .toList();
    }
}
