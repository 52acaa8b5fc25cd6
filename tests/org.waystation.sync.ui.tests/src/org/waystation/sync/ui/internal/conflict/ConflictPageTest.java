package org.waystation.sync.ui.internal.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.custom.StyledText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.sync.Conflict;
import org.waystation.shell.text.RelativeTime;
import org.waystation.sync.ui.internal.SampleChanges;
import org.waystation.sync.ui.internal.TestWindow;

class ConflictPageTest {

    private final List<Map<String, @Nullable Object>> sent = new ArrayList<>();
    private int givenUp;
    private TestWindow window = new TestWindow(false, 900, 620);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void mineStandsUntilSomethingElseIsChosenAndWhatIsChosenIsSent() {
        open(SampleChanges.conflict());
        assertTrue(window.says("Changed here and on the server"));
        assertTrue(window.says("Priya Nair"), "who changed it");
        window.picture("conflict-light");
        window.buttons("Take theirs").getLast().press();
        window.button("Send this").press();
        assertEquals(
                List.of(Map.of("subject", "Nightly backup of FS-01 failed twice in a row", "priority", "p1")), sent);
    }

    @Test
    void eachStepIsUndone() {
        open(SampleChanges.conflict());
        window.buttons("Take theirs").getFirst().press();
        window.buttons("Take what was").getFirst().press();
        assertEquals("Nightly backup of FS-01 failed", result("subject"));
        window.button("Undo").press();
        assertEquals("Backup of FS-01 failed, repository full", result("subject"));
        window.button("Undo").press();
        assertEquals("Nightly backup of FS-01 failed twice in a row", result("subject"));
        assertFalse(window.button("Undo").isEnabled());
    }

    @Test
    void whatIsTypedStands() {
        open(SampleChanges.conflict());
        window.find(StyledText.class, "waystation.conflict.result.subject")
                .setText("Both: failed twice, repository full");
        window.button("Send this").press();
        assertEquals("Both: failed twice, repository full", sent.getFirst().get("subject"));
    }

    @Test
    void aRejectedChangeShowsTheReasonAndTakesARightNumberOnly() {
        Conflict.Value nothing = new Conflict.Value(null, "");
        Conflict.Field minutes =
                new Conflict.Field("minutes", "Minutes", nothing, new Conflict.Value(5000L, "5000"), nothing);
        open(new Conflict(
                SampleChanges.change(1, "5000 minutes booked", Optional.of(SampleChanges.REJECTED)),
                List.of(minutes),
                java.time.Instant.now(),
                Optional.empty(),
                Optional.empty(),
                false));
        assertTrue(window.says("Book between 1 minute and 24 hours."));
        assertTrue(window.buttons("Take yours").isEmpty(), "there is nothing to compare");
        StyledText box = window.find(StyledText.class, "waystation.conflict.result.minutes");
        box.setText("an hour");
        window.button("Send this").press();
        assertEquals(List.of(), sent);
        box.setText("60");
        window.button("Send this").press();
        assertEquals(List.of(Map.of("minutes", 60L)), sent);
    }

    @Test
    void whatWasDeletedThereCanOnlyBeGivenUp() {
        Conflict read = SampleChanges.conflict();
        open(new Conflict(read.change(), read.fields(), read.mineAt(), Optional.empty(), Optional.empty(), true));
        assertFalse(window.button("Send this").isEnabled());
        window.button("Give up my change").press();
        assertEquals(1, givenUp);
    }

    @Test
    void longTextStandsSideBySideInTheDark() {
        window.close();
        window = new TestWindow(true, 900, 620);
        String base = "Checked the backup host. The job failed with code 0x80. ".repeat(4);
        Conflict read = SampleChanges.conflict();
        open(new Conflict(
                read.change(),
                List.of(SampleChanges.text(
                        "description",
                        "Description",
                        base,
                        base + "Ran it by hand, all well.",
                        base.replace("0x80", "0x81") + "Repository was full.")),
                read.mineAt(),
                read.theirName(),
                read.theirAt(),
                false));
        window.picture("conflict-dark");
        assertTrue(window.says("Ran it by hand"));
    }

    private String result(String field) {
        return window.find(StyledText.class, "waystation.conflict.result." + field)
                .getText();
    }

    private void open(Conflict conflict) {
        new ConflictPage(
                window.shell,
                window.look,
                new RelativeTime(Clock.systemDefaultZone()),
                conflict,
                new ConflictPage.Actions() {
                    @Override
                    public void send(Map<String, @Nullable Object> values) {
                        sent.add(values);
                    }

                    @Override
                    public void giveUp() {
                        givenUp++;
                    }
                });
        window.open();
    }
}
