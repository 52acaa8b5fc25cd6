package org.waystation.driver.internal;

import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Services of the program under test, each held only while it is asked. */
final class Services {

    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    <S, T> T with(Class<S> type, Function<S, T> use) {
        ServiceReference<S> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new DriverException("No service " + type.getName());
        }
        return with(reference, use);
    }

    /** Puts a question to a bundle that answers some in its own words. */
    @SuppressWarnings("unchecked") // such services are published as functions of texts
    String ask(String name, String question) {
        try {
            return context.getServiceReferences(Function.class, "(waystation.driver.question=" + name + ")").stream()
                    .map(reference -> with(reference, f -> ((Function<String, String>) f).apply(question)))
                    .findFirst()
                    .orElseThrow(() -> new DriverException("Nobody answers questions about " + name));
        } catch (InvalidSyntaxException e) {
            throw new DriverException(name + " is no name");
        }
    }

    private <S, T> T with(ServiceReference<S> reference, Function<S, T> use) {
        S service = context.getService(reference);
        if (service == null) {
            throw new DriverException("The service " + reference + " has just gone");
        }
        try {
            return use.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }
}
