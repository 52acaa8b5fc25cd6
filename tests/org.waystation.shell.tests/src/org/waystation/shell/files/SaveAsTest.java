package org.waystation.shell.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaveAsTest {

    private static final Path FOLDER = Path.of("home").toAbsolutePath();

    private final List<Path> proposed = new ArrayList<>();

    /** A technician who names these files in the folder, one dialog after the other, and then changes their mind. */
    private SaveAs answered(String... names) {
        Iterator<Path> answers = Stream.of(names).map(FOLDER::resolve).iterator();
        return new SaveAs(proposal -> {
            proposed.add(proposal);
            return answers.hasNext() ? Optional.of(answers.next()) : Optional.empty();
        });
    }

    @Test
    void whatIsNamedIsWrittenWithAnotherEndingOrNoneToo() {
        for (String name : List.of("ticket.csv", "ticket", "ticket.txt", "csv.csv", "a.csv.b.csv")) {
            proposed.clear();
            assertEquals(Optional.of(FOLDER.resolve(name)), answered(name).ask("Untitled.csv"));
            assertEquals(List.of(Path.of("Untitled.csv")), proposed);
        }
    }

    @Test
    void whoChangesTheirMindWritesNothing() {
        assertEquals(Optional.empty(), answered().ask("Untitled.csv"));
    }

    /** What the first dialog was answered is not what is written: the second asks whether that may be replaced. */
    @Test
    void anEndingThatIsThereTwiceIsAskedAboutWithTheNameThatWasMeant() {
        assertEquals(
                Optional.of(FOLDER.resolve("ticket.csv")),
                answered("ticket.csv.csv", "ticket.csv").ask("Untitled.csv"));
        assertEquals(List.of(Path.of("Untitled.csv"), FOLDER.resolve("ticket.csv")), proposed);
        assertEquals(Optional.empty(), answered("ticket.csv.csv").ask("Untitled.csv"));
    }

    @Test
    void whoSaysItTwiceIsBelieved() {
        assertEquals(
                Optional.of(FOLDER.resolve("ticket.csv.csv")),
                answered("ticket.csv.csv", "ticket.csv.csv").ask("Untitled.csv"));
    }

    @Test
    void aNameWithoutAnEndingIsProposedAsItIs() {
        assertEquals(Optional.of(FOLDER.resolve("README")), answered("README").ask("LICENSE"));
    }
}
