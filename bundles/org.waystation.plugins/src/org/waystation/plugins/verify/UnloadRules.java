package org.waystation.plugins.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Constants;

/** What is likely to keep a plug-in from leaving without a trace. */
final class UnloadRules {

    private static final String THREAD =
            "It makes a thread of its own, which goes on after the plug-in has left unless it is stopped; use WorkService.";
    private static final String KEPT = "What it registers there is kept after the plug-in has left.";

    /** Calls by owner and name, with what to know about them. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("java/lang/Thread.<init>", THREAD),
            Map.entry("java/lang/Thread.ofPlatform", THREAD),
            Map.entry("java/lang/Thread.startVirtualThread", THREAD),
            Map.entry("java/util/Timer.<init>", THREAD),
            Map.entry("java/util/concurrent/Executors.*", THREAD),
            Map.entry("java/util/concurrent/ThreadPoolExecutor.<init>", THREAD),
            Map.entry("java/util/concurrent/ForkJoinPool.<init>", THREAD),
            Map.entry("java/lang/ThreadLocal.*", "A value of a ThreadLocal stays with threads of the program."),
            Map.entry(
                    "java/lang/InheritableThreadLocal.*",
                    "A value of a ThreadLocal stays with threads of the program."),
            Map.entry("java/lang/Runtime.addShutdownHook", "The program refuses this call."),
            Map.entry("java/lang/Runtime.exit", "The program refuses this call."),
            Map.entry("java/lang/Runtime.halt", "The program refuses this call."),
            Map.entry("java/lang/System.exit", "The program refuses this call."),
            Map.entry("java/lang/System.load", "A native library stays until the class loader is collected."),
            Map.entry("java/lang/System.loadLibrary", "A native library stays until the class loader is collected."),
            Map.entry("java/lang/System.setOut", KEPT),
            Map.entry("java/lang/System.setErr", KEPT),
            Map.entry("java/lang/Thread.setDefaultUncaughtExceptionHandler", KEPT),
            Map.entry("java/lang/Thread.setContextClassLoader", "The thread holds the plug-in's class loader."),
            Map.entry("java/net/URL.setURLStreamHandlerFactory", KEPT),
            Map.entry("java/security/Security.addProvider", KEPT),
            Map.entry("java/sql/DriverManager.registerDriver", KEPT),
            Map.entry("javax/management/MBeanServer.registerMBean", KEPT),
            Map.entry("org/eclipse/swt/widgets/Display.addFilter", KEPT),
            Map.entry("org/eclipse/swt/widgets/Display.disposeExec", KEPT));

    private static final Set<String> HOLDERS = Set.of("Lorg/eclipse/swt/", "Lorg/eclipse/e4/", "Lorg/osgi/framework/");

    private final PackageContent content;

    UnloadRules(PackageContent content) {
        this.content = content;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        content.header(Constants.BUNDLE_ACTIVATOR)
                .ifPresent(
                        activator -> findings.add(
                                Finding.warning(
                                        "unload",
                                        activator,
                                        "An activator runs when the plug-in starts and has to undo all of it by hand; use @Component.")));
        for (ClassUse use : content.classes()) {
            String where = use.name.replace('/', '.');
            for (ClassUse.Member member : use.members) {
                String said =
                        CALLS.getOrDefault(member.owner() + "." + member.name(), CALLS.get(member.owner() + ".*"));
                if (said != null && !member.field()) {
                    findings.add(Finding.warning(
                            "unload", where, Rules.simpleName(member.owner()) + "." + member.name() + ": " + said));
                }
            }
            for (ClassUse.StaticField field : use.statics) {
                if (HOLDERS.stream().anyMatch(field.descriptor().replace("[", "")::startsWith)) {
                    findings.add(Finding.warning(
                            "unload",
                            where,
                            "The static field " + field.name()
                                    + " holds a thing of the window or the framework; keep it in an object instead."));
                }
            }
        }
        return findings;
    }
}
