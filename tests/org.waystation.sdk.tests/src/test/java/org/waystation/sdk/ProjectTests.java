package org.waystation.sdk;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.waystation.testkit.WithWorkstation;

/**
 * Runs the tests that the build of a plug-in project runs against the program, without starting the program for each
 * project again.
 */
final class ProjectTests implements AutoCloseable {

    private static final String SUFFIX = "WorkstationTest.class";

    private LauncherSession session = LauncherFactory.openSession();

    /** What failed in a project that was built; empty where all is well. */
    String run(Path project, Path jar, Path sdk) throws IOException {
        System.setProperty("waystation.sdk", sdk.toString());
        System.setProperty("waystation.plugin", jar.toString());
        System.setProperty(
                "waystation.pictures", project.resolve("target/pictures").toString());
        Path classes = project.resolve("target/test-classes");
        URL[] places = {
            classes.toUri().toURL(), project.resolve("target/classes").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(places, ProjectTests.class.getClassLoader())) {
            List<Class<?>> tests = tests(classes, loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(tests.stream().map(test -> selectClass(test)).toList())
                    .configurationParameter(WithWorkstation.SHARED, "true")
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            session.getLauncher().execute(request, listener);
            String complaints = complaints(listener.getSummary());
            if (!complaints.isEmpty()) {
                startAfresh();
            }
            return complaints;
        }
    }

    /** What failed may have left a window open: what the next ones say must be of themselves. */
    private void startAfresh() {
        session.close();
        session = LauncherFactory.openSession();
    }

    private static List<Class<?>> tests(Path classes, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(SUFFIX))
                    .<Class<?>>map(name -> load(name, loader))
                    .toList();
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String complaints(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        if (summary.getTestsSucceededCount() == 0 || summary.getTotalFailureCount() > 0) {
            text.append(summary.getTestsSucceededCount() + " tests went well\n");
            summary.printFailuresTo(new PrintWriter(text, true), 40);
            summary.getFailures().stream()
                    .flatMap(failure -> Stream.of(failure.getException().getSuppressed()))
                    .forEach(also -> text.append(also.getMessage()).append('\n'));
        }
        return text.toString();
    }

    /** Ends the program. */
    @Override
    public void close() {
        session.close();
    }
}
