package org.waystation.plugins.internal.capability;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.plugins.internal.host.PluginBundles;
import org.waystation.plugins.internal.store.PluginRecord;

/**
 * Puts a door before each of the program's services that plug-ins use: one for each plug-in, through which each call
 * goes. So each use is attributed and written down, what a plug-in opened is closed when it leaves, and afterwards the
 * door stays shut.
 */
public final class ServiceDoors implements AllServiceListener, ContributionLedger, AutoCloseable {

    /** Property that marks a door. */
    static final String DOOR = "waystation.plugin.door";

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDoors.class);

    private final BundleContext context;
    private final PluginBundles owners;
    private final CapabilityAudit audit;
    private final Map<ServiceReference<?>, List<ServiceRegistration<?>>> doors = new ConcurrentHashMap<>();
    private final Map<String, OpenedThings> opened = new ConcurrentHashMap<>();

    public ServiceDoors(BundleContext context, PluginBundles owners, CapabilityAudit audit) {
        this.context = context;
        this.owners = owners;
        this.audit = audit;
    }

    /** Puts doors before the services that are there, and those that will come. */
    public void open() {
        context.addServiceListener(this);
        try {
            ServiceReference<?>[] present = context.getAllServiceReferences(null, null);
            Stream.of(present == null ? new ServiceReference<?>[0] : present).forEach(this::add);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is a valid filter", e);
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        List.copyOf(doors.keySet()).forEach(this::remove);
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            add(event.getServiceReference());
        } else if (event.getType() == ServiceEvent.UNREGISTERING) {
            remove(event.getServiceReference());
        }
    }

    private void add(ServiceReference<?> original) {
        Bundle publisher = original.getBundle();
        if (publisher == null
                || Boolean.TRUE.equals(original.getProperty(DOOR))
                || owners.ownerOf(publisher).isPresent()) {
            return;
        }
        List<String> names = Stream.of((String[]) original.getProperty(Constants.OBJECTCLASS))
                .filter(CapabilityCatalog::hasDoor)
                .toList();
        if (!names.isEmpty()) {
            List<ServiceRegistration<?>> registrations = new ArrayList<>();
            if (doors.putIfAbsent(original, registrations) == null) {
                names.forEach(name -> registrations.add(register(original, name)));
            }
        }
    }

    private ServiceRegistration<?> register(ServiceReference<?> original, String name) {
        Dictionary<String, Object> properties = new Hashtable<>();
        for (String key : original.getPropertyKeys()) {
            properties.put(key, original.getProperty(key));
        }
        properties.put(DOOR, true);
        return context.registerService(name, new DoorFactory(original, name), properties);
    }

    private void remove(ServiceReference<?> original) {
        List<ServiceRegistration<?>> registrations = doors.remove(original);
        if (registrations != null) {
            registrations.forEach(ServiceRegistration::unregister);
        }
    }

    @Override
    public List<String> withdraw(Set<String> bundles) {
        int closed = 0;
        for (String bundle : bundles) {
            OpenedThings things = opened.remove(bundle);
            closed += things == null ? 0 : things.closeAll();
        }
        return closed == 0 ? List.of() : List.of(closed + " listeners, queries or jobs that it had open");
    }

    @Override
    public List<String> leftover(Set<String> bundles) {
        return List.of();
    }

    /** Makes the door of one bundle. */
    private final class DoorFactory implements ServiceFactory<Object> {

        private final ServiceReference<?> original;
        private final String name;

        private DoorFactory(ServiceReference<?> original, String name) {
            this.original = original;
            this.name = name;
        }

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            PluginRecord plugin = owners.ownerOf(bundle).orElseThrow();
            Object service = context.getService(original);
            if (service == null) {
                throw new IllegalStateException(name + " is not there any more");
            }
            OpenedThings things = opened.computeIfAbsent(bundle.getSymbolicName(), key -> new OpenedThings());
            LOG.debug("{} is handed {}", plugin.id(), name);
            return Door.before(service, name, plugin.id(), audit, things);
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object door) {
            Door.shut(door);
            context.ungetService(original);
        }
    }
}
