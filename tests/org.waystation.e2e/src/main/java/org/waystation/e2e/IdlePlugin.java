package org.waystation.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The sample "hello" under another id, so that many of it can be installed: a tool window, a command, a context action
 * and a search provider each, of which nothing is used.
 */
record IdlePlugin(Path sample) {

    private static final String SAMPLE = "org.waystation.samples.hello";

    /**
     * Writes one.
     *
     * @param label what its tool window is called
     */
    Path write(Path target, String id, String label) throws IOException {
        return write(target, id, label, says -> {});
    }

    /**
     * Writes one that says something else of itself.
     *
     * @param says what its manifest says besides
     */
    Path write(Path target, String id, String label, Consumer<Attributes> says) throws IOException {
        try (JarFile jar = new JarFile(sample.toFile())) {
            return PluginJar.write(jar, manifest(jar, id, says), target, entry -> content(jar, entry, id, label));
        }
    }

    private static Manifest manifest(JarFile jar, String id, Consumer<Attributes> says) throws IOException {
        Manifest manifest = new Manifest(jar.getManifest());
        Attributes main = manifest.getMainAttributes();
        main.putValue("Bundle-SymbolicName", id);
        main.putValue("Waystation-Plugin", main.getValue("Waystation-Plugin").replace(SAMPLE, id));
        says.accept(main);
        return manifest;
    }

    private static InputStream content(JarFile jar, JarEntry entry, String id, String label) throws IOException {
        InputStream in = jar.getInputStream(entry);
        if (!entry.getName().equals("fragment.e4xmi")) {
            return in;
        }
        // The classes keep their package; one key for all of them would be a conflict that no idle plug-in has.
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replace("elementId=\"" + SAMPLE, "elementId=\"" + id)
                .replace("bundleclass://" + SAMPLE + "/", "bundleclass://" + id + "/")
                .replace("label=\"Hello\"", "label=\"" + label + "\"")
                .replaceAll("(?s)<fragments [^>]*featurename=\"bindings\".*?</fragments>", "");
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
