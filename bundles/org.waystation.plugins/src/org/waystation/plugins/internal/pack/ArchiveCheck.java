package org.waystation.plugins.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

/**
 * Looks at every entry of an archive before anything of it is used. Sizes are counted while unpacking: what an archive
 * says of its own sizes is not believed.
 */
final class ArchiveCheck {

    private static final long RATIO_MATTERS_FROM = 1L << 20;

    private final PackageLimits limits;
    private long unpacked;

    ArchiveCheck(PackageLimits limits) {
        this.limits = limits;
    }

    /** May be called for several archives of one package; the total counts over all of them. */
    void check(ZipFile archive) throws IOException {
        if (archive.size() > limits.entries()) {
            throw refuse(new Refusal.TooLarge("The number of entries", archive.size(), limits.entries()));
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(archive.entries())) {
            checkName(entry.getName(), names);
            checkSize(archive, entry);
        }
    }

    private static void checkName(String name, Set<String> names) {
        if (!isSafe(name)) {
            throw refuse(new Refusal.UnsafePath(name));
        }
        if (!names.add(comparable(name))) {
            throw refuse(new Refusal.DuplicateEntry(name));
        }
    }

    /** The JDK looks for manifest and signatures without regard to case, so two that differ in case are one twice. */
    private static String comparable(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/") ? upper : name;
    }

    private static boolean isSafe(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private void checkSize(ZipFile archive, ZipEntry entry) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = archive.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                checkLimits(entry, size);
            }
        }
    }

    private void checkLimits(ZipEntry entry, long size) {
        if (size > limits.entry()) {
            throw refuse(new Refusal.TooLarge("“" + entry.getName() + "”", size, limits.entry()));
        }
        if (unpacked > limits.unpacked()) {
            throw refuse(new Refusal.TooLarge("The unpacked package", unpacked, limits.unpacked()));
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (size >= RATIO_MATTERS_FROM && size / packed > limits.ratio()) {
            throw refuse(new Refusal.TooLarge(
                    "“" + entry.getName() + "” unpacked, as a multiple of its packed size,",
                    size / packed,
                    limits.ratio()));
        }
    }

    private static PluginRefusedException refuse(Refusal refusal) {
        return new PluginRefusedException(refusal);
    }
}
