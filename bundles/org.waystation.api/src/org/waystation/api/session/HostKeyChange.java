package org.waystation.api.session;

/**
 * A host showed another key than the one it is known by.
 *
 * @param address host and port, as {@link KnownHosts} has it
 * @param known fingerprint of the key that is remembered, such as {@code SHA256:…}
 * @param shown fingerprint of the key that was shown instead
 */
public record HostKeyChange(String address, String known, String shown) {}
