package org.waystation.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.conformance.Suite.Result;
import org.waystation.conformance.Suite.Verdict;

/** A requirement that cannot fail requires nothing: each one must notice some server that is broken on purpose. */
class MutationTest {

    @TempDir
    Path folder;

    @Test
    void everyRequirementNoticesWhatItIsFor() throws Exception {
        Set<String> unproven =
                Suite.requirements().stream().map(Requirement::id).collect(Collectors.toCollection(TreeSet::new));
        List<String> blind = new ArrayList<>();
        try (TestServers servers = new TestServers(folder, 1, 1_000_000)) {
            for (Mutation mutation : new Mutations(servers.token(), servers.secondToken()).all()) {
                Bench bench = servers.bench(mutation.between(servers.transport()));
                for (Result result : Suite.run(bench, mutation.catches(), each -> {})) {
                    if (result.verdict() == Verdict.FAIL) {
                        unproven.remove(result.requirement().id());
                    } else {
                        blind.add(result.requirement().id() + " (" + result.verdict() + ") when the server "
                                + mutation.name());
                    }
                }
            }
        }
        assertEquals(List.of(), blind, "requirements that did not notice");
        assertEquals(Set.of(), unproven, "requirements that no mutation is for");
    }
}
