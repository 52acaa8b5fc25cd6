package org.waystation.plugins.internal.pack;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * One bundle of a package, on disk.
 *
 * @param hash SHA-256 of the file, hexadecimal
 */
public record BundleFile(Path file, String hash, String symbolicName, Version version) {}
