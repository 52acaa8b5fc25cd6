package org.waystation.shell.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/** The workers are queues that the test runs by hand, so that it decides who answers when. */
class SearchSessionTest {

    private final List<Runnable> work = new ArrayList<>();
    private final Lanes lanes = new Lanes(work::add);

    private static SearchHit hit(String id) {
        return new SearchHit(id, id, "", "dot", Optional.empty(), () -> {});
    }

    /** What a provider does when asked. */
    interface Body {
        void search(BooleanSupplier cancelled, Consumer<SearchHit> results);
    }

    private record Provider(String group, int order, Body body) implements SearchProvider {
        @Override
        public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
            body.search(cancelled, results);
        }
    }

    private SearchSession session(SearchProvider... providers) {
        SearchSession session = new SearchSession("text", List.of(providers), () -> {});
        session.start(lanes, 3);
        return session;
    }

    private static Provider finds(String group, int order, String... ids) {
        return new Provider(group, order, (cancelled, results) -> {
            for (String id : ids) {
                results.accept(hit(id));
            }
        });
    }

    private static String describe(SearchSession session) {
        StringBuilder text = new StringBuilder();
        for (ResultGroup group : session.groups()) {
            text.append(group.late() ? "late " : "").append(group.name());
            group.hits().forEach(hit -> text.append(' ').append(hit.id()));
            text.append(group.more() ? " +; " : "; ");
        }
        return text.toString().strip();
    }

    @Test
    void groupsStandInOrderWhoeverAnswersFirst() {
        SearchSession session = session(finds("Commands", 900, "c"), finds("Tickets", 10, "t"));
        work.get(1).run();
        work.get(0).run();
        assertEquals("Tickets t; Commands c;", describe(session));
        assertTrue(session.done());
    }

    @Test
    void whatComesLateStandsBelow() {
        SearchSession session = session(finds("Tickets", 10, "t"), finds("Commands", 900, "c"));
        work.get(1).run();
        session.settled();
        work.get(0).run();
        assertEquals("Commands c; late Tickets t;", describe(session));
    }

    @Test
    void nobodyIsLateWhereNothingStandsYet() {
        SearchSession session = session(finds("Tickets", 10, "t"), finds("Commands", 900, "c"));
        session.settled();
        work.get(1).run();
        work.get(0).run();
        assertEquals("Commands c; late Tickets t;", describe(session));
    }

    @Test
    void aSlowOneHoldsUpNobody() {
        SearchSession session = session(finds("Slow", 1, "s"), finds("Tickets", 10, "t"));
        work.get(1).run();
        assertEquals("Tickets t;", describe(session));
        assertFalse(session.done());
    }

    @Test
    void moreThanWasAskedForIsSaid() {
        SearchSession session = session(finds("Tickets", 10, "a", "b", "c", "d"));
        work.getFirst().run();
        assertEquals("Tickets a b c +;", describe(session));
    }

    @Test
    void oneThatFailsLeavesTheOthers() {
        SearchSession session = session(
                new Provider("Broken", 1, (cancelled, results) -> {
                    results.accept(hit("before"));
                    throw new IllegalStateException("planted");
                }),
                finds("Tickets", 10, "t"));
        work.forEach(Runnable::run);
        assertEquals("Broken before; Tickets t;", describe(session));
        assertTrue(session.done());
    }

    @Test
    void aCancelledOneIsNotAskedAndTakesNothing() {
        List<String> asked = new ArrayList<>();
        SearchSession session = session(new Provider("Tickets", 10, (cancelled, results) -> asked.add("asked")));
        session.cancel();
        work.forEach(Runnable::run);
        assertEquals(List.of(), asked);
    }

    @Test
    void cancellingReachesAProviderThatIsUnderWay() {
        SearchSession[] session = new SearchSession[1];
        List<Boolean> seen = new ArrayList<>();
        session[0] = session(new Provider("Tickets", 10, (cancelled, results) -> {
            seen.add(cancelled.getAsBoolean());
            session[0].cancel();
            seen.add(cancelled.getAsBoolean());
            results.accept(hit("too late"));
        }));
        work.forEach(Runnable::run);
        assertEquals(List.of(false, true), seen);
        assertEquals("", describe(session[0]));
    }

    @Test
    void aBusyProviderIsAskedOnceMoreWithTheNewestOnly() {
        List<String> asked = new ArrayList<>();
        lanes.run("slow", () -> {
            asked.add("first");
            lanes.run("slow", () -> asked.add("second"));
            lanes.run("slow", () -> asked.add("third"));
            lanes.run("other", () -> asked.add("other"));
        });
        assertEquals(1, work.size());
        work.get(0).run();
        assertEquals(List.of("first", "third"), asked);
        work.get(1).run();
        assertEquals(List.of("first", "third", "other"), asked);
    }
}
