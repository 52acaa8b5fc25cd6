package org.waystation.shell.internal.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the bundle that held a thread: the one nearest to the top of the stack that is not of the platform. */
final class Culprit {

    private static final List<String> PLATFORM = List.of("org.eclipse.", "org.osgi.", "org.apache.felix.");

    private static final Set<String> DIALOGS = Set.of(
            "org.eclipse.swt.widgets.FileDialog",
            "org.eclipse.swt.widgets.DirectoryDialog",
            "org.eclipse.swt.widgets.ColorDialog",
            "org.eclipse.swt.widgets.FontDialog",
            "org.eclipse.swt.widgets.MessageBox",
            "org.eclipse.swt.printing.PrintDialog");

    private Culprit() {}

    /**
     * Packages of a bundle start with its symbolic name, by our convention.
     *
     * @param bundles symbolic names of those there are
     */
    static Optional<String> find(List<StackTraceElement> stack, List<String> bundles) {
        return stack.stream()
                .map(StackTraceElement::getClassName)
                .filter(name -> PLATFORM.stream().noneMatch(name::startsWith))
                .flatMap(name -> owner(name, bundles))
                .findFirst();
    }

    /**
     * Whether a dialog of the window system is open, such as the one for files: it runs the thread in its own way until the
     * technician has answered, and whoever opened it holds nobody up.
     */
    static boolean isAsking(List<StackTraceElement> stack) {
        return stack.stream().anyMatch(frame -> DIALOGS.contains(frame.getClassName()));
    }

    private static Stream<String> owner(String className, List<String> bundles) {
        return bundles.stream()
                .filter(bundle -> className.startsWith(bundle + "."))
                .max(Comparator.comparingInt(String::length))
                .stream();
    }
}
