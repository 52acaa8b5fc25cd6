package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The real lock on a profile, as each instance of the program takes it. */
public final class SimulatedInstance implements AutoCloseable {

    private final ProfileLock lock;

    private SimulatedInstance(ProfileLock lock) {
        this.lock = lock;
    }

    /** Empty where another instance has the profile. */
    public static Optional<SimulatedInstance> start(Path profile) throws IOException {
        try {
            return Optional.of(new SimulatedInstance(ProfileLock.acquire(profile)));
        } catch (ProfileHeldException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
