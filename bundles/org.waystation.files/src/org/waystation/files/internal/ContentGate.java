package org.waystation.files.internal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps a content that was just taken in, and whose record is not there yet, from being taken for one that nobody needs.
 */
@Component(service = ContentGate.class)
public final class ContentGate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Activate
    public ContentGate() {}

    /** Held from taking a content in until its record is kept. */
    Lock attaching() {
        return lock.readLock();
    }

    /** Held while what nobody needs is found and taken away. */
    Lock clearing() {
        return lock.writeLock();
    }
}
