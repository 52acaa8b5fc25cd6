package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Finds socket and file access by our code on the UI thread, from a flight recording of the product (JEP 328). Loading
 * classes and resources of bundles reads jars and is not meant.
 */
final class UiThreadRecording {

    private static final String UI_THREAD = "main";
    private static final Set<String> EVENTS =
            Set.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
    /** Reading for these is not our code's doing: classes and resources of bundles, the toolkit, the random device. */
    private static final List<String> NOT_OURS = List.of(
            "java.lang.ClassLoader",
            "java.net.URL",
            "org.eclipse.osgi.",
            "org.eclipse.swt.",
            "sun.security.provider.NativePRNG",
            "org.waystation.driver.");

    /** Under every call of the UI thread. */
    private static final String EVENT_LOOP = "org.waystation.product.internal.Workstation";

    private final Path file;
    private final Path settings;

    UiThreadRecording(Path folder) throws IOException {
        file = folder.resolve("ui-thread.jfr");
        settings = folder.resolve("ui-thread.jfc");
        Files.writeString(settings, settings());
    }

    /** Options for the JVM that shall be recorded. */
    String[] options() {
        return new String[] {
            "-XX:StartFlightRecording=dumponexit=true,filename=" + file + ",settings=" + settings, "-Xlog:jfr*=off"
        };
    }

    /** Each access by our code on the UI thread, with its stack; to be called after the program has ended. */
    List<String> accesses() throws IOException {
        List<String> found = new ArrayList<>();
        boolean any = false;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                any |= EVENTS.contains(event.getEventType().getName());
                if (EVENTS.contains(event.getEventType().getName()) && isOurs(event)) {
                    found.add(event.getEventType().getName() + " " + event.getStackTrace());
                }
            }
        }
        if (!any) {
            throw new IOException("The recording holds no access at all, so it proves nothing: " + file);
        }
        return found;
    }

    private static boolean isOurs(RecordedEvent event) {
        if (event.getThread() == null
                || !UI_THREAD.equals(event.getThread().getJavaName())
                || event.getStackTrace() == null) {
            return false;
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.equals(EVENT_LOOP) || NOT_OURS.stream().anyMatch(type::startsWith)) {
                return false;
            }
            if (type.startsWith("org.waystation.")) {
                return true;
            }
        }
        return false;
    }

    private static String settings() {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">\n");
        for (String event : EVENTS) {
            xml.append("  <event name=\"")
                    .append(event)
                    .append("\"><setting name=\"enabled\">true</setting>")
                    .append(
                            "<setting name=\"stackTrace\">true</setting><setting name=\"threshold\">0 ms</setting></event>\n");
        }
        return xml.append("</configuration>\n").toString();
    }
}
