package org.waystation.plugins.internal.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectTest {

    private static final Set<String> INSTALLED =
            new TreeSet<>(IntStream.range(0, 20).mapToObj(i -> "plugin" + i).toList());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 10, 19})
    void findsTheCulpritAmongTwentyInSixSteps(int number) {
        String culprit = "plugin" + number;
        Bisect bisect = Bisect.start(INSTALLED, Set.of());
        int steps = 0;
        while (!bisect.finished()) {
            bisect = bisect.saw(bisect.running().contains(culprit));
            steps++;
        }
        assertEquals(Optional.of(culprit), bisect.culprit());
        assertTrue(steps <= 6, steps + " steps");
    }

    @Test
    void aFaultThatIsThereWithoutAnyIsNobodys() {
        Bisect bisect = Bisect.start(INSTALLED, Set.of()).saw(true);
        assertTrue(bisect.finished());
        assertEquals(Optional.empty(), bisect.culprit());
    }

    @Test
    void pinnedOnesRunInEachStep() {
        Bisect bisect = Bisect.start(INSTALLED, Set.of("plugin3"));
        for (boolean fault : List.of(false, true, false, true)) {
            assertTrue(bisect.running().contains("plugin3"));
            bisect = bisect.saw(fault);
        }
    }
}
