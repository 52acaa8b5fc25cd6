package org.waystation.sync.ui.internal.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.status.StatusText;
import org.waystation.api.sync.Backend.Capability;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.ScopeCompany;
import org.waystation.api.sync.ScopeEstimate;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncScope;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Toggle;
import org.waystation.sync.ui.internal.TestWindow;

class ScopePageTest {

    private static final SyncScope PINNED = new SyncScope(true, false, Set.of(company(3)), Optional.of(90), 10);

    private final List<SyncScope> estimates = new ArrayList<>();
    private final List<SyncScope> taken = new ArrayList<>();
    private TestWindow window = new TestWindow(false, 760, 820);

    @AfterEach
    void close() {
        window.close();
    }

    private static UUID company(int number) {
        return new UUID(7, number);
    }

    private ScopePage open(SyncScope scope) {
        ScopePage page = new ScopePage(window.shell, window.look, scope, new ScopePage.Actions() {
            @Override
            public void estimate(SyncScope wanted) {
                estimates.add(wanted);
            }

            @Override
            public void takeAlong(SyncScope wanted) {
                taken.add(wanted);
            }

            @Override
            public void close() {
                throw new UnsupportedOperationException("Nobody closes it here.");
            }
        });
        window.open();
        page.show(IntStream.range(0, 40)
                .mapToObj(i -> new ScopeCompany(
                        company(i), "Company number " + i + (i == 7 ? " with a rather long name and Sons" : "")))
                .toList());
        page.show(new DataHeld(Map.of(EntityKind.TICKET, 212_000L), 230L * 1024 * 1024));
        window.settle();
        return page;
    }

    private static void press(Toggle toggle) {
        Event space = new Event();
        space.character = ' ';
        space.keyCode = ' ';
        toggle.setFocus();
        toggle.notifyListeners(SWT.KeyDown, space);
    }

    @Test
    void choosingAsksForTheSizeAndTakesItOnlyWhenTold() {
        ScopePage page = open(SyncScope.everything());
        FlatButton take = window.find(FlatButton.class, "waystation.scope.take");
        assertFalse(take.isEnabled(), "nothing was changed yet");

        press(window.find(Toggle.class, "waystation.scope.every"));
        window.settle();
        SyncScope wanted = new SyncScope(true, false, Set.of(), Optional.empty(), 10);
        assertEquals(wanted, estimates.getLast());
        page.show(
                wanted,
                new ScopeEstimate(Map.of(EntityKind.TICKET, 40_000L, EntityKind.NOTE, 200L), 44L * 1024 * 1024));
        window.settle();
        assertTrue(window.says("About 40,200 records, 44.0 MB"));
        assertTrue(window.says("About 171,800 records will go; what was not sent yet stays until it was."));
        window.picture("scope-light");

        take.press();
        assertEquals(List.of(wanted), taken);
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNotShown() {
        ScopePage page = open(SyncScope.everything());
        page.show(PINNED, new ScopeEstimate(Map.of(EntityKind.TICKET, 5L), 1));
        window.settle();
        assertFalse(window.says("About 5 records"));
    }

    @Test
    void withoutTheServerItCanBeChosenAllTheSame() {
        window.close();
        window = new TestWindow(true, 760, 820);
        ScopePage page = open(PINNED);
        press(window.find(Toggle.class, "waystation.scope.mine"));
        SyncScope wanted = new SyncScope(false, false, Set.of(company(3)), Optional.of(90), 10);
        page.notEstimated(wanted, "The server msp.example does not answer.");
        window.settle();
        assertTrue(window.says("It can be chosen all the same."));
        assertTrue(window.find(FlatButton.class, "waystation.scope.take").isEnabled());
        window.picture("scope-dark");
    }

    @Test
    void thePinnedCompaniesStandFirst() {
        open(PINNED);
        assertTrue(window.says("24 more: type a part of the name."));
    }

    @Test
    void theStatusBarSaysItInAFewWords() {
        assertEquals(
                "",
                ScopeStatus.says(facts(SyncScope.everything(), SyncScope.everything()))
                        .text());
        SyncScope four =
                new SyncScope(true, false, Set.of(company(1), company(2), company(3), company(4)), Optional.of(90), 10);
        assertEquals(
                "Scope: my work, 4 companies, 90 days",
                ScopeStatus.says(facts(four, four)).text());
        StatusText changing = ScopeStatus.says(facts(PINNED, SyncScope.everything()));
        assertEquals("Scope: changing to my work, 1 company, 90 days", changing.text());
        assertEquals("Taken along so far: everything", changing.hover());
    }

    private static SyncFacts facts(SyncScope wanted, SyncScope held) {
        return new SyncFacts(wanted, Optional.of(held), false, Optional.empty(), EnumSet.allOf(Capability.class), 0);
    }
}
