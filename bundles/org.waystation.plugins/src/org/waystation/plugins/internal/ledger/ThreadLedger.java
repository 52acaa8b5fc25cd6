package org.waystation.plugins.internal.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.plugins.ContributionLedger;

/**
 * Interrupts the threads in which code of a plug-in is, and names those that do not end. A thread is known by the names
 * of the classes on its stack, since what it was made of cannot be asked for.
 */
@Component
public final class ThreadLedger implements ContributionLedger {

    private static final long PATIENCE = 2_000;

    private final BundleContext context;

    @Activate
    public ThreadLedger(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<String> withdraw(Set<String> bundles) {
        return List.of();
    }

    /** Only now, when the bundles were stopped: those that end by themselves had their chance. */
    @Override
    public List<String> leftover(Set<String> bundles) {
        Set<String> classes = classes(bundles);
        List<Thread> threads = threads(classes);
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream()
                .filter(Thread::isAlive)
                .map(t -> "thread “" + t.getName() + "”, which does not end though it was interrupted")
                .toList();
    }

    private static List<Thread> threads(Set<String> classes) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey() != Thread.currentThread())
                .filter(e -> isTheirOwn(e.getValue(), classes))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether there is nobody's code in a thread but theirs and the JDK's. A thread of the program that happens to be in
     * their code, such as the UI thread, is not to be interrupted.
     */
    private static boolean isTheirOwn(StackTraceElement[] stack, Set<String> classes) {
        return Arrays.stream(stack).anyMatch(frame -> classes.contains(className(frame)))
                && Arrays.stream(stack).allMatch(frame -> classes.contains(className(frame)) || isOfJdk(frame));
    }

    /** The class that made a lambda, where the frame is of one. */
    private static String className(StackTraceElement frame) {
        String name = frame.getClassName();
        int lambda = name.indexOf("$$");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    private static boolean isOfJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    private Set<String> classes(Set<String> bundles) {
        Set<String> classes = new HashSet<>();
        Stream.of(context.getBundles())
                .filter(b -> bundles.contains(b.getSymbolicName()))
                .map(ThreadLedger::classes)
                .forEach(classes::addAll);
        return classes;
    }

    private static List<String> classes(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return List.of();
        }
        int options = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;
        return wiring.listResources("/", "*.class", options).stream()
                .map(r -> r.substring(0, r.length() - ".class".length()).replace('/', '.'))
                .toList();
    }
}
