package org.waystation.plugins.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

class DependencyOrderTest {

    @Test
    void thoseNeededComeFirst() {
        assertEquals(
                List.of("c", "b", "a"),
                new DependencyOrder(List.of(plugin("a", "b"), plugin("b", "c"), plugin("c"))).sorted());
    }

    @Test
    void aMissingOneIsNamedWithWhoNeedsIt() {
        Refusal refusal = refusal(plugin("a", "b"));
        assertEquals(new Refusal.MissingDependency("a", new PluginDependency("b", "[1,2)")), refusal);
    }

    @Test
    void anotherVersionIsAsGoodAsNone() {
        PluginDescription b = new PluginDescription("b", "b", "v", "2.0.0", "1.0", "", Set.of(), Set.of(), List.of());
        assertInstanceOf(Refusal.MissingDependency.class, refusal(plugin("a", "b"), b));
    }

    @Test
    void thoseThatNeedEachOtherAreNamed() {
        Refusal refusal = refusal(plugin("x"), plugin("a", "b"), plugin("b", "c"), plugin("c", "a"));
        assertEquals(new Refusal.NeedEachOther(List.of("a", "b", "c")), refusal);
    }

    @Test
    void dependentsAreFoundThroughOthers() {
        DependencyOrder order =
                new DependencyOrder(List.of(plugin("a", "b"), plugin("b", "c"), plugin("c"), plugin("d")));
        assertEquals(Set.of("a", "b"), order.dependents(List.of("c")));
    }

    private static Refusal refusal(PluginDescription... plugins) {
        DependencyOrder order = new DependencyOrder(List.of(plugins));
        return assertThrows(PluginRefusedException.class, order::sorted).refusal();
    }

    private static PluginDescription plugin(String id, String... needs) {
        List<PluginDependency> requires =
                Stream.of(needs).map(n -> new PluginDependency(n, "[1,2)")).toList();
        return new PluginDescription(id, id, "v", "1.0.0", "1.0", "", Set.of(), Set.of(), requires);
    }
}
