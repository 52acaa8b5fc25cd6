package org.waystation.shell.internal.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the bundle that held a thread: the one nearest to the top of the stack that is not of the platform. */
final class Culprit {

    private static final List<String> PLATFORM = List.of("org.eclipse.", "org.osgi.", "org.apache.felix.");

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

    private static Stream<String> owner(String className, List<String> bundles) {
        return bundles.stream()
                .filter(bundle -> className.startsWith(bundle + "."))
                .max(Comparator.comparingInt(String::length))
                .stream();
    }
}
