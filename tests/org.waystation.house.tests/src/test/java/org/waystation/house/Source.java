package org.waystation.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java file.
 *
 * @param file where it is
 * @param code its text without comments and texts in quotes
 */
record Source(Path file, String code) {

    private static final Pattern NO_CODE = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'|//[^\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    static Source read(Path file) {
        try {
            return new Source(file, NO_CODE.matcher(Files.readString(file)).replaceAll(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package it declares. */
    String packageName() {
        Matcher declaration = PACKAGE.matcher(code);
        return declaration.find() ? declaration.group(1) : "";
    }

    boolean isPackageInfo() {
        return file.endsWith("package-info.java");
    }

    /** Folder, file: short enough for a message. */
    String label() {
        return packageName() + "/" + file.getFileName();
    }
}
