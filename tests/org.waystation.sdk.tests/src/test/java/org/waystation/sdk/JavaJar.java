package org.waystation.sdk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a few lines of Java and packs them, as a plug-in with exactly one thing to find would be. */
final class JavaJar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>(List.of("--release", "21"));

    static JavaJar plugin(String says) {
        return new JavaJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "com.acme.one")
                .header("Bundle-Version", "1.0.0")
                .header("Bundle-License", "EPL-2.0")
                .header("Waystation-Plugin", "com.acme.one;name=\"One\";vendor=\"Acme\";since-api=\"1.0\"" + says);
    }

    JavaJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    JavaJar without(String name) {
        headers.remove(name);
        return this;
    }

    /** A class of the package {@code com.acme.one}, or of the one its text names. */
    JavaJar source(String name, String text) {
        String packaged = text.startsWith("package ") ? text : "package com.acme.one;\n" + text;
        sources.put(name, packaged);
        return this;
    }

    Path write(Path file) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        if (!sources.isEmpty()) {
            compile(classes);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Path each : Folders.all(classes)) {
                if (Files.isRegularFile(each)) {
                    jar.putNextEntry(
                            new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
                    Files.copy(each, jar);
                    jar.closeEntry();
                }
            }
        }
        return file;
    }

    private void compile(Path classes) throws IOException {
        Path folder = Files.createTempDirectory("sources");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(said, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalArgumentException(said.toString());
            }
        }
    }
}
