package org.waystation.plugins.ui.internal.model;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.InjectorFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes classes out of the caches of the platform's injector. These are weak maps whose values refer to their keys, so
 * that no class that was injected once can ever be collected; and the platform offers no way to clear them. See decision
 * record 10 for why this looks into objects of the platform, and for what was tried before. What is not found here is
 * left alone: the proof that class loaders are collected says whether that matters.
 */
final class PlatformCaches {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformCaches.class);
    /** Of the injector's bundle, with maps in static fields. */
    private static final List<String> STATIC_HOLDERS = List.of("org.eclipse.e4.core.internal.di.Requestor");

    private final Set<String> leaving;

    /**
     * @param leaving symbolic names
     */
    PlatformCaches(Set<String> leaving) {
        this.leaving = leaving;
    }

    void forget() {
        Object injector = InjectorFactory.getDefault();
        for (Map<?, ?> cache : caches(injector)) {
            synchronized (cache) {
                cache.keySet().removeIf(this::isTheirs);
                cache.values().forEach(this::forgetBelow);
            }
        }
    }

    private void forgetBelow(@Nullable Object value) {
        if (value instanceof Map<?, ?> below) {
            synchronized (below) {
                below.keySet().removeIf(this::isTheirs);
            }
        }
    }

    private boolean isTheirs(@Nullable Object key) {
        Class<?> type =
                key instanceof Member member ? member.getDeclaringClass() : key instanceof Class<?> c ? c : null;
        // Classes of the JDK belong to no bundle.
        Bundle bundle = type == null ? null : FrameworkUtil.getBundle(type);
        return bundle != null && leaving.contains(bundle.getSymbolicName());
    }

    private static List<Map<?, ?>> caches(Object injector) {
        List<Map<?, ?>> caches = new ArrayList<>();
        mapsOf(injector.getClass(), injector).forEach(caches::add);
        for (String name : STATIC_HOLDERS) {
            try {
                Class<?> holder = injector.getClass().getClassLoader().loadClass(name);
                mapsOf(holder, null).forEach(caches::add);
            } catch (ClassNotFoundException e) {
                LOG.debug("This version of the platform has no {}", name);
            }
        }
        return caches;
    }

    private static Stream<Map<?, ?>> mapsOf(Class<?> type, @Nullable Object object) {
        return Stream.of(type.getDeclaredFields())
                .filter(f -> Map.class.isAssignableFrom(f.getType()))
                .filter(f -> Modifier.isStatic(f.getModifiers()) == (object == null))
                .flatMap(f -> value(f, object));
    }

    private static Stream<Map<?, ?>> value(Field field, @Nullable Object object) {
        try {
            field.setAccessible(true);
            return field.get(object) instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty();
        } catch (IllegalAccessException | RuntimeException e) {
            LOG.debug("{} cannot be looked into", field, e);
            return Stream.empty();
        }
    }
}
