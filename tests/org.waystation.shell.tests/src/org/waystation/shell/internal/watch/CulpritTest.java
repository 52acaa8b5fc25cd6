package org.waystation.shell.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CulpritTest {

    private static final StackTraceElement NATIVE = frame("org.eclipse.swt.internal.gtk3.GTK3");
    private static final StackTraceElement PLUGIN = frame("com.acme.hello.Export");

    @Test
    void whoOpensADialogOfTheWindowSystemHoldsNobodyUp() {
        assertTrue(Culprit.isAsking(List.of(NATIVE, frame("org.eclipse.swt.widgets.FileDialog"), PLUGIN)));
        assertFalse(Culprit.isAsking(List.of(NATIVE, frame("org.eclipse.swt.widgets.Shell"), PLUGIN)));
    }

    @Test
    void theBundleNearestToTheTopIsNamed() {
        List<String> bundles = List.of("com.acme.hello", "com.acme", "org.eclipse.swt");
        assertEquals(Optional.of("com.acme.hello"), Culprit.find(List.of(NATIVE, PLUGIN), bundles));
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "run", null, 1);
    }
}
