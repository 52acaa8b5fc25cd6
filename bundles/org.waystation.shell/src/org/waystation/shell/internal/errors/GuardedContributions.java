package org.waystation.shell.internal.errors;

import java.util.Optional;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;

/**
 * Makes the objects of the application model as the platform does; one that throws is reported as its plug-in's, and
 * where it is a part, its trouble stands in its place.
 */
final class GuardedContributions implements IContributionFactory {

    private static final String SCHEME = "bundleclass://";

    private final IContributionFactory platform;
    private final SafeCaller safe;
    private final PartTrouble trouble;
    private final Arrivals arrivals;

    GuardedContributions(IContributionFactory platform, SafeCaller safe, PartTrouble trouble, Arrivals arrivals) {
        this.arrivals = arrivals;
        this.platform = platform;
        this.safe = safe;
        this.trouble = trouble;
    }

    @Override
    public @Nullable Object create(String uri, IEclipseContext context) {
        return make(uri, context, null);
    }

    @Override
    public @Nullable Object create(String uri, IEclipseContext context, IEclipseContext staticContext) {
        return make(uri, context, staticContext);
    }

    @Override
    public Bundle getBundle(String uri) {
        return platform.getBundle(uri);
    }

    private @Nullable Object make(String uri, IEclipseContext context, @Nullable IEclipseContext own) {
        if (uri == null || !uri.startsWith(SCHEME)) {
            return own == null ? platform.create(uri, context) : platform.create(uri, context, own);
        }
        Optional<Class<?>> type = type(uri);
        if (type.isEmpty()) {
            // The platform says what is missing.
            return own == null ? platform.create(uri, context) : platform.create(uri, context, own);
        }
        if (isComing(type.get(), context)) {
            return new ComingPart();
        }
        try {
            return own == null
                    ? ContextInjectionFactory.make(type.get(), context)
                    : ContextInjectionFactory.make(type.get(), context, own);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError | OutOfMemoryError e) {
            return failed(type.get(), context, e);
        }
    }

    /** A part of a plug-in that has not come in wholly is made again when it has. */
    private boolean isComing(Class<?> type, IEclipseContext context) {
        return context.getLocal(MPart.class) instanceof MPart part
                && safe.owner(type).isPresent()
                && !arrivals.isThereOr(
                        FrameworkUtil.getBundle(type),
                        () -> context.get(UISynchronize.class).asyncExec(() -> trouble.arrived(part)));
    }

    private @Nullable Object failed(Class<?> type, IEclipseContext context, Throwable error) {
        Optional<PluginDescription> plugin = safe.owner(type);
        plugin.ifPresent(
                found -> safe.report(found, "making " + type.getSimpleName() + " threw " + first(error), error));
        Object part = context.getLocal(MPart.class);
        Object place = context.getLocal(Composite.class);
        if (part instanceof MPart failed && place instanceof Composite composite) {
            Bundle bundle = FrameworkUtil.getBundle(type);
            if (plugin.isEmpty()) {
                ErrorsAddon.log("“" + failed.getLabel() + "” could not be made", error);
            }
            return trouble.standIn(failed, composite, bundle, plugin, error);
        }
        if (plugin.isEmpty()) {
            ErrorsAddon.log(type.getName() + " could not be made", error);
        }
        return null;
    }

    private Optional<Class<?>> type(String uri) {
        Bundle bundle = platform.getBundle(uri);
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        if (bundle == null || uri.indexOf('/', SCHEME.length()) != uri.lastIndexOf('/')) {
            return Optional.empty();
        }
        try {
            return Optional.of(bundle.loadClass(name));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Throwable first(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }
}
