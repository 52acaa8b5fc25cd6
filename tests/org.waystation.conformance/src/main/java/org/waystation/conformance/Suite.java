package org.waystation.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.waystation.conformance.area.ChangesArea;
import org.waystation.conformance.area.EventsArea;
import org.waystation.conformance.area.FilesArea;
import org.waystation.conformance.area.IsolationArea;
import org.waystation.conformance.area.OperationsArea;
import org.waystation.conformance.area.PeopleArea;
import org.waystation.conformance.area.ProblemArea;
import org.waystation.conformance.area.RestArea;
import org.waystation.conformance.area.ScopeArea;
import org.waystation.conformance.area.ServiceArea;
import org.waystation.conformance.area.SnapshotArea;
import org.waystation.conformance.area.WorkflowArea;

/** All requirements, and asking them one after the other. */
public final class Suite {

    private Suite() {}

    /** How it went with one requirement. */
    public enum Verdict {
        PASS,
        FAIL,
        SKIP
    }

    /**
     * How it went with one requirement.
     *
     * @param reason what was expected and what came, or why it was not asked; empty where it passed
     */
    public record Result(Requirement requirement, Verdict verdict, String reason, long millis) {}

    public static List<Requirement> requirements() {
        List<Area> areas = List.of(
                new ServiceArea(),
                new ProblemArea(),
                new SnapshotArea(),
                new ScopeArea(),
                new ChangesArea(),
                new EventsArea(),
                new OperationsArea(),
                new WorkflowArea(),
                new RestArea(),
                new FilesArea(),
                new PeopleArea(),
                new IsolationArea());
        return areas.stream().flatMap(area -> area.requirements().stream()).toList();
    }

    /**
     * Asks them all.
     *
     * @param names areas or ids; empty for all
     * @param each told after each one
     */
    public static List<Result> run(Bench bench, Set<String> names, Consumer<Result> each) {
        List<Result> results = new ArrayList<>();
        for (Requirement requirement : requirements()) {
            if (names.isEmpty() || names.contains(requirement.area()) || names.contains(requirement.id())) {
                Result result = ask(bench, requirement);
                results.add(result);
                each.accept(result);
            }
        }
        return results;
    }

    private static Result ask(Bench bench, Requirement requirement) {
        long began = System.nanoTime();
        Verdict verdict = Verdict.PASS;
        String reason = "";
        try {
            requirement.check().ask(bench);
        } catch (NotAsked e) {
            verdict = Verdict.SKIP;
            reason = String.valueOf(e.getMessage());
        } catch (Exception e) {
            verdict = Verdict.FAIL;
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            reason = cause instanceof Unmet ? String.valueOf(cause.getMessage()) : cause.toString();
        }
        return new Result(requirement, verdict, reason, (System.nanoTime() - began) / 1_000_000);
    }
}
