package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.domain.SavedView;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.views.SavedViews.Offered;
import org.waystation.api.views.ViewDraft;

class SavedViewsTest {

    @TempDir
    Path folder;

    private TicketBench bench;

    @BeforeEach
    void fill() throws Exception {
        bench = new TicketBench(folder.resolve("store"));
        bench.fill(0);
        bench.serverChanges(
                view(70, bench.grace, "Grace's own", "ticket", false),
                view(71, bench.grace, "All P1", "ticket", true),
                view(72, bench.grace, "Old servers", "asset", true));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void onesOwnAndThoseOfferedAreListed() {
        UUID made = bench.done(bench.views.create(draft("Waiting", "status:waiting_customer", false)));
        List<Offered> offered = offered();
        assertEquals(List.of("Waiting", "All P1"), names(offered));
        assertEquals(List.of(true, false), offered.stream().map(Offered::mine).toList());
        assertEquals("Grace Lin", offered.get(1).owner());
        assertEquals(made, offered.getFirst().view().id());
    }

    @Test
    void onesOwnCanBeRenamedSharedAndDeleted() throws Exception {
        UUID made = bench.done(bench.views.create(draft("Waiting", "status:waiting_customer", false)));
        bench.done(bench.views.change(made, draft("Waiting for customers", "status:waiting_customer", true)));
        assertEquals("Waiting for customers", offered().getFirst().view().name());
        assertEquals(true, offered().getFirst().view().shared());
        bench.done(bench.views.delete(made));
        assertEquals(List.of("All P1"), names(offered()));
        assertEquals(
                List.of(Operation.Type.CREATE, Operation.Type.UPDATE, Operation.Type.DELETE),
                bench.store.outbox().pending().stream()
                        .map(pending -> pending.operation().type())
                        .toList());
    }

    @Test
    void whereTheServerKeepsNoneOnesOwnAreOnThisComputerAlone() throws Exception {
        bench.allowed.bindBackend(new Frugal());
        assertFalse(bench.views.canBeShared());
        List<List<Offered>> seen = new ArrayList<>();
        try (LiveValue live = bench.views.follow("ticket", bench.ui, seen::add)) {
            UUID made = bench.done(bench.views.create(draft(" Waiting ", "status:waiting_customer", true)));
            bench.done(bench.views.create(new ViewDraft("Servers", "asset", "", "", "", false)));
            bench.settle();
            assertEquals(List.of("Waiting", "All P1"), names(seen.getLast()));
            SavedView view = seen.getLast().getFirst().view();
            assertEquals(
                    new SavedView(
                            made,
                            Optional.empty(),
                            "Waiting",
                            "ticket",
                            "status:waiting_customer",
                            List.of(),
                            "SLA_DUE",
                            "",
                            false),
                    view);
            bench.done(bench.views.change(made, draft("Customers", "status:waiting_customer", false)));
            bench.settle();
            assertEquals(List.of("Customers", "All P1"), names(seen.getLast()));
            assertInstanceOf(InvalidEditException.class, bench.refusal(bench.views.change(made, draft("", "", false))));
            bench.done(bench.views.delete(made));
            bench.settle();
            assertEquals(List.of("All P1"), names(seen.getLast()));
        }
        assertEquals(List.of(), bench.store.outbox().pending());
    }

    @Test
    void anothersIsNotChanged() {
        assertInstanceOf(
                InvalidEditException.class,
                bench.refusal(bench.views.change(TicketBench.id(71), draft("Mine now", "", false))));
        assertInstanceOf(InvalidEditException.class, bench.refusal(bench.views.delete(TicketBench.id(71))));
        assertInstanceOf(InvalidEditException.class, bench.refusal(bench.views.create(draft(" ", "", false))));
    }

    private static ViewDraft draft(String name, String query, boolean shared) {
        return new ViewDraft(name, "ticket", query, "SLA_DUE", "", shared);
    }

    private org.waystation.api.record.EntityRecord view(
            int number, UUID owner, String name, String lists, boolean shared) {
        return bench.record(
                EntityKind.SAVED_VIEW,
                TicketBench.id(number),
                "ownerId",
                owner.toString(),
                "name",
                name,
                "lists",
                lists,
                "shared",
                shared);
    }

    private static List<String> names(List<Offered> offered) {
        return offered.stream().map(each -> each.view().name()).toList();
    }

    private List<Offered> offered() {
        List<List<Offered>> seen = new ArrayList<>();
        var live = bench.views.follow("ticket", bench.ui, seen::add);
        bench.settle();
        live.close();
        return seen.getLast();
    }
}
