package org.waystation.shell.internal.late;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentServiceObjects;
import org.waystation.shell.internal.DirectCalls;

class LateServicesTest {

    private final DirectCalls calls = new DirectCalls();
    private final LateServices<Supplier<String>, String> services =
            new LateServices<>(calls, "its word", Supplier::get);
    private final List<Source> published = new ArrayList<>();

    @AfterEach
    void takeBack() {
        published.forEach(source -> source.registration.unregister());
    }

    @Test
    void nothingIsMadeBeforeItIsUsedAndThenOnce() {
        Source source = publish(() -> "hello");
        services.add(source);
        assertEquals(Optional.empty(), only().present());
        assertEquals(0, source.made);
        assertEquals("hello", only().made().orElseThrow().head());
        assertEquals("hello", only().made().orElseThrow().head());
        assertEquals(1, source.made);
    }

    @Test
    void oneThatLeavesIsGivenBackAndNotMadeAnyMore() {
        Source source = publish(() -> "hello");
        services.add(source);
        LateService<Supplier<String>, String> kept = only();
        kept.made();
        services.remove(source);
        assertEquals(List.of(), services.all());
        assertEquals(0, source.made);
        assertEquals(Optional.empty(), kept.made(), "a menu that is open still knows it");
        assertEquals(0, source.made);
    }

    @Test
    void oneThatWasNeverUsedLeavesWithoutBeingMade() {
        Source source = publish(() -> "hello");
        services.add(source);
        services.remove(source);
        assertEquals(0, source.made);
    }

    @Test
    void oneThatCannotSayWhatItIsIsLeftOutAndNamed() {
        services.add(publish(() -> {
            throw new IllegalStateException("speechless");
        }));
        assertEquals(Optional.empty(), only().made());
        assertEquals(Optional.empty(), only().made());
        assertEquals(List.of("its word: speechless"), calls.faults());
    }

    @Test
    void oneThatCannotBeMadeIsAFaultOnce() {
        services.add(new Source(null));
        assertThrows(IllegalStateException.class, () -> only().made());
        assertEquals(Optional.empty(), only().made());
    }

    private LateService<Supplier<String>, String> only() {
        return services.all().getFirst();
    }

    private Source publish(Supplier<String> service) {
        return new Source(service);
    }

    /** A service that counts how often it is in use; null is one whose component fails. */
    private final class Source implements ComponentServiceObjects<Supplier<String>> {

        private final Supplier<String> service;
        private final ServiceRegistration<?> registration;
        private int made;

        Source(Supplier<String> service) {
            BundleContext context = FrameworkUtil.getBundle(LateServices.class).getBundleContext();
            this.service = service;
            this.registration = context.registerService(Supplier.class, service == null ? () -> "" : service, null);
            published.add(this);
        }

        @Override
        public Supplier<String> getService() {
            made++;
            return service;
        }

        @Override
        public void ungetService(Supplier<String> used) {
            made--;
        }

        @Override
        @SuppressWarnings("unchecked") // registered as such above
        public ServiceReference<Supplier<String>> getServiceReference() {
            return (ServiceReference<Supplier<String>>) registration.getReference();
        }
    }
}
