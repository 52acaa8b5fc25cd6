package org.waystation.sync.ui.internal.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordMarksTest {

    @Test
    void theWordsThatDifferAreMarked() {
        String text = "Backup of FS-02 failed twice";
        assertEquals(List.of("FS-02", " twice"), marked("Backup of FS-01 failed", text));
    }

    @Test
    void whatIsTheSameIsNotMarkedAndWhatIsGoneHasNoPlace() {
        assertEquals(List.of(), marked("Backup failed", "Backup failed"));
        assertEquals(List.of(), marked("Backup failed twice", "Backup failed"));
    }

    @Test
    void allOfItDiffersFromNothing() {
        assertEquals("New words here", String.join("", marked("", "New words here")));
    }

    private static List<String> marked(String base, String text) {
        return WordMarks.of(base, text).stream()
                .map(mark -> text.substring(mark.start(), mark.start() + mark.length()))
                .toList();
    }
}
