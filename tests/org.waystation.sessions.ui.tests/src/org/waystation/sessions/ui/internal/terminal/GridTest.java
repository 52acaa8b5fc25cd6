package org.waystation.sessions.ui.internal.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real programs print makes the same grid here as in tmux. */
class GridTest {

    /** Below this the difference can be seen. */
    private static final double SHARE_LEAST = 0.99;

    static Stream<String> names() {
        return Grid.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGridAgreesWithTmux(String name) {
        Grid.Agreement agreement = new Grid(name).agreement();
        assertTrue(
                agreement.share() >= SHARE_LEAST,
                () -> name + " agrees in " + agreement.share() + ":\n" + String.join("\n", agreement.differing()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whereTheStreamIsCutMakesNoDifference(String name) {
        byte[] stream = new Grid(name).stream();
        Emulation whole = new Emulation(Grid.SIZE, bytes -> {});
        Emulation cut = new Emulation(Grid.SIZE, bytes -> {});
        whole.feed(stream, stream.length);
        for (byte each : stream) {
            cut.feed(new byte[] {each}, 1);
        }
        for (int row = 0; row < Grid.SIZE.rows(); row++) {
            assertEquals(whole.row(row).cells(), cut.row(row).cells());
        }
    }

    @Test
    void aWrongCellIsNoticed() {
        Grid.Agreement agreement = new Grid("vim").agreement();
        assertTrue(agreement.share() > 0.5 && agreement.share() <= 1);
        Emulation other = new Emulation(Grid.SIZE, bytes -> {});
        assertTrue(!other.row(0).cells().contains("int main"));
    }
}
