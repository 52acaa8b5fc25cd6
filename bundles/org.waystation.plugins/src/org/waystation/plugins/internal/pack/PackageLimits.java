package org.waystation.plugins.internal.pack;

/**
 * How large a package may be; sizes in bytes.
 *
 * @param file the package itself
 * @param unpacked all entries together, unpacked
 * @param entry one entry, unpacked
 * @param entries how many entries one archive may have
 * @param ratio how many times larger than packed an entry may be; entries under a megabyte are not looked at
 */
public record PackageLimits(long file, long unpacked, long entry, int entries, int ratio) {

    /** Far above what plug-ins need, and harmless to a machine with a gigabyte free. */
    public static final PackageLimits USUAL = new PackageLimits(64L << 20, 256L << 20, 64L << 20, 20_000, 200);
}
