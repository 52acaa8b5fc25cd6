package org.waystation.product.internal.unlock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.vault.KeyVault.State;

class UnlockScreenTest {

    private static final String GOOD = "four plain words here";

    private final SheetWindow window = new SheetWindow(false);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aNewProfileIsProtectedByAPassphraseTypedTwice() {
        FakeVault vault = watch(State.NEW);
        assertTrue(window.says("Choose a passphrase"));
        assertFalse(window.content().isVisible(), "the window's content shows below the sheet");
        window.type("passphrase", GOOD);
        window.type("again", GOOD);
        window.button().press();
        assertEquals(List.of(GOOD), vault.attempts);
        vault.succeed();
        window.settle();
        assertTrue(window.sheet().isEmpty(), "the sheet is still there");
        assertTrue(window.content().isVisible(), "the window's content did not come back");
        assertArrayEquals(new char[GOOD.length()], vault.secrets.getFirst(), "the passphrase was not wiped");
    }

    @Test
    void twoDifferentPassphrasesAreNotTaken() {
        FakeVault vault = watch(State.NEW);
        window.type("passphrase", GOOD);
        window.type("again", GOOD + "!");
        window.enter("again");
        assertEquals("This is not the same passphrase as above.", window.error("again"));
        assertEquals("", window.error("passphrase"));
        assertEquals(List.of(), vault.attempts);
        window.type("again", GOOD);
        window.enter("again");
        assertEquals("", window.error("again"));
        assertEquals(List.of(GOOD), vault.attempts);
    }

    @Test
    void aShortPassphraseIsNotTakenForANewProfile() {
        FakeVault vault = watch(State.NEW);
        window.type("passphrase", "elevenchars");
        window.type("again", "elevenchars");
        window.enter("passphrase");
        assertEquals("The passphrase needs at least 12 characters.", window.error("passphrase"));
        assertEquals(List.of(), vault.attempts);
        window.type("passphrase", "twelve chars");
        window.type("again", "twelve chars");
        window.enter("passphrase");
        assertEquals(List.of("twelve chars"), vault.attempts);
    }

    @Test
    void aWrongPassphraseIsToldAtTheFieldAndCanBeTriedAgain() {
        FakeVault vault = watch(State.LOCKED);
        assertTrue(window.find("waystation.unlock.again").isEmpty(), "an existing profile asks twice");
        for (int round = 1; round <= 3; round++) {
            window.type("passphrase", "wrong");
            window.enter("passphrase");
            assertEquals("", window.error("passphrase"));
            vault.refuse("That is not it.");
            window.settle();
            assertEquals("That is not it.", window.error("passphrase"));
            assertEquals("", window.field("passphrase").getText());
            assertTrue(window.button().isEnabled());
            assertEquals(round, vault.attempts.size());
            assertArrayEquals(new char[5], vault.secrets.getLast(), "the passphrase was not wiped");
        }
    }

    @Test
    void theRightPassphraseOpensTheWindowAsItWas() {
        FakeVault vault = watch(State.LOCKED);
        window.type("passphrase", "short");
        window.enter("passphrase");
        assertEquals(List.of("short"), vault.attempts);
        vault.succeed();
        window.settle();
        assertEquals(List.of(window.content(), window.hidden()), window.children());
        assertTrue(window.content().isVisible());
        assertFalse(window.hidden().getVisible(), "what was hidden before shows now");
    }

    @Test
    void nothingCanBeDoneTwiceWhileTheKeyIsMade() {
        FakeVault vault = watch(State.LOCKED);
        window.type("passphrase", GOOD);
        window.enter("passphrase");
        Text field = window.field("passphrase");
        assertFalse(window.button().isEnabled());
        assertEquals("Unlocking…", window.button().getText());
        assertTrue(field.isEnabled(), "a disabled field would lose the focus");
        assertFalse(field.getEditable());
        window.enter("passphrase");
        window.button().press();
        assertEquals(1, vault.attempts.size());
    }

    @Test
    void anythingElseThatFailsIsSaidToo() {
        FakeVault vault = watch(State.LOCKED);
        window.type("passphrase", GOOD);
        window.enter("passphrase");
        vault.fail(new IllegalStateException("planted by a test"));
        window.settle();
        assertEquals("The profile could not be unlocked; the log says more. Try again.", window.error("passphrase"));
        window.type("passphrase", "");
        window.enter("passphrase");
        assertEquals("Type the passphrase.", window.error("passphrase"));
    }

    @Test
    void aProfileThatUnlocksByItselfNeverShowsTheSheet() {
        FakeVault vault = watch(State.TRYING);
        assertEquals(0, window.sheetsSeen());
        vault.succeed();
        window.settle();
        assertEquals(0, window.sheetsSeen());
        assertTrue(window.content().isVisible());
    }

    @Test
    void theSheetThatIsShownIsSeen() {
        watch(State.LOCKED).succeed();
        window.settle();
        assertEquals(1, window.sheetsSeen());
    }

    @Test
    void itListensUntilItIsStopped() {
        FakeVault vault = new FakeVault(State.TRYING);
        UnlockScreen screen = new UnlockScreen(window.shell(), window.look(), vault);
        screen.watch();
        assertEquals(1, vault.listeners());
        screen.stop();
        assertEquals(0, vault.listeners());
    }

    @Test
    void theFieldsHideWhatIsTypedAndHaveNames() {
        watch(State.NEW);
        for (String name : List.of("passphrase", "again")) {
            assertTrue((window.field(name).getStyle() & SWT.PASSWORD) != 0, name);
        }
        assertEquals("Passphrase", window.field("passphrase").getData("org.waystation.name"));
        assertEquals("Passphrase again", window.field("again").getData("org.waystation.name"));
    }

    private FakeVault watch(State state) {
        FakeVault vault = new FakeVault(state);
        new UnlockScreen(window.shell(), window.look(), vault).watch();
        window.settle();
        return vault;
    }
}
