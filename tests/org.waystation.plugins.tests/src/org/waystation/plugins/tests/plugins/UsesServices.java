package org.waystation.plugins.tests.plugins;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.waystation.api.profile.Profile;
import org.waystation.api.settings.Settings;

/** Looks services up and uses them when it is told to. */
public final class UsesServices implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("asker", context.getBundle().getSymbolicName());
        context.registerService(Function.class, (Function<String, Object>) what -> ask(context, what), properties);
    }

    private static Object ask(BundleContext context, String what) {
        return switch (what) {
            case "profile" -> with(context, Profile.class, p -> p.folder().toString());
            case "listen" -> with(context, Settings.class, s -> String.valueOf(s.listen(Runnable::run, key -> {})));
            case "count" -> countOfProfiles(context);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Object countOfProfiles(BundleContext context) {
        ServiceReference<?>[] found = allProfiles(context);
        return found == null ? 0 : found.length;
    }

    private static ServiceReference<?>[] allProfiles(BundleContext context) {
        try {
            return context.getAllServiceReferences(Profile.class.getName(), null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <S> Object with(BundleContext context, Class<S> type, Function<S, String> use) {
        ServiceReference<S> reference = context.getServiceReference(type);
        return reference == null ? "nothing" : use.apply(context.getService(reference));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
