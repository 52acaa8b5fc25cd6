package org.waystation.plugins.internal.capability;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.plugins.internal.host.PluginBundles;
import org.waystation.plugins.internal.store.PluginRecord;

/**
 * Hides services from plug-ins that did not declare the capability for them. A plug-in sees the doors that
 * {@link ServiceDoors} puts before the program's services, and the program sees the services themselves.
 */
@Component(
        service = {FindHook.class, EventListenerHook.class, ServiceVisibility.class},
        immediate = true)
public final class ServiceVisibility implements FindHook, EventListenerHook {

    private final PluginBundles owners;

    @Activate
    public ServiceVisibility(@Reference PluginBundles owners) {
        this.owners = owners;
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> !isVisible(reference, context.getBundle()));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> !isVisible(event.getServiceReference(), context.getBundle()));
    }

    boolean isVisible(ServiceReference<?> reference, Bundle asking) {
        if (asking.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return true;
        }
        Optional<PluginRecord> plugin = owners.ownerOf(asking);
        if (plugin.isEmpty()) {
            return !isDoor(reference) && mayBePublished(reference);
        }
        Bundle bundle = reference.getBundle();
        Optional<PluginRecord> publisher = bundle == null ? Optional.empty() : owners.ownerOf(bundle);
        return publisher.isPresent()
                || names(reference).anyMatch(name -> isHandedOut(name, isDoor(reference), plugin.get()));
    }

    private static boolean isHandedOut(String service, boolean door, PluginRecord plugin) {
        if (!CapabilityCatalog.hasDoor(service)) {
            return CapabilityCatalog.isOpen(service)
                    || CapabilityCatalog.neededAsItIs(service)
                            .filter(plugin.description().capabilities()::contains)
                            .isPresent();
        }
        return door
                && CapabilityCatalog.needed(service)
                        .map(plugin.description().capabilities()::contains)
                        .orElse(true);
    }

    /** A service the program would use counts only where its plug-in said that it would publish it. */
    private boolean mayBePublished(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Optional<PluginRecord> publisher = bundle == null ? Optional.empty() : owners.ownerOf(bundle);
        return publisher.isEmpty()
                || names(reference)
                        .flatMap(name -> CapabilityCatalog.neededToPublish(name).stream())
                        .allMatch(publisher.get().description().capabilities()::contains);
    }

    private static boolean isDoor(ServiceReference<?> reference) {
        return Boolean.TRUE.equals(reference.getProperty(ServiceDoors.DOOR));
    }

    private static Stream<String> names(ServiceReference<?> reference) {
        return Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }
}
