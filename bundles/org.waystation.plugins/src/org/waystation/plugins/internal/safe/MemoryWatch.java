package org.waystation.plugins.internal.safe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;

/**
 * Finds the plug-in that takes the memory. Whoever runs out of it first need not be the one who took it, so this looks when
 * the virtual machine says that even a collection left little: the plug-in in whose threads most was allocated, and that
 * is at work now, is switched off. What a plug-in took earlier and keeps in a field cannot be told apart from what is the
 * program's, so without a thread at work nobody is named.
 */
@Component(
        service = {},
        immediate = true)
public final class MemoryWatch implements NotificationListener {

    /** Share of the heap that is in use after a collection when memory counts as short. */
    private static final double SHORT = 0.85;

    /** Share of the heap that must have been allocated by a plug-in's threads for it to be named. */
    private static final double MUCH = 0.5;

    private static final long MEGABYTE = 1L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);

    private final SafeCaller safe;
    private final long heap = Runtime.getRuntime().maxMemory();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Activate
    public MemoryWatch(@Reference SafeCaller safe) {
        this.safe = safe;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            long most = pool.getUsage().getMax();
            if (pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported() && most > 0) {
                pool.setCollectionUsageThreshold((long) (most * SHORT));
            }
        }
        emitter().addNotificationListener(this, null, null);
    }

    @Deactivate
    void stop() throws ListenerNotFoundException {
        emitter().removeNotificationListener(this);
    }

    private static NotificationEmitter emitter() {
        return (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED.equals(notification.getType())) {
            look();
        }
    }

    private void look() {
        Map<PluginDescription, Long> allocated = new HashMap<>();
        Map<PluginDescription, StackTraceElement[]> stacks = new HashMap<>();
        Thread.getAllStackTraces()
                .forEach((thread, stack) -> safe.culprit(List.of(stack)).ifPresent(plugin -> {
                    allocated.merge(plugin, threads.getThreadAllocatedBytes(thread.threadId()), Long::sum);
                    stacks.put(plugin, stack);
                }));
        allocated.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= heap * MUCH)
                .ifPresentOrElse(
                        most -> condemn(most.getKey(), most.getValue(), stacks.get(most.getKey())),
                        () -> LOG.warn("Memory is short, and no plug-in is at work that took much of it"));
    }

    private void condemn(PluginDescription plugin, long bytes, StackTraceElement[] stack) {
        String why = "it took %d MB when memory ran short".formatted(bytes / MEGABYTE);
        Exception where = new Exception(why);
        where.setStackTrace(stack);
        safe.condemn(plugin, why, where);
    }
}
