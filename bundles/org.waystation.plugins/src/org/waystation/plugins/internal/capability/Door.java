package org.waystation.plugins.internal.capability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands before one service for one plug-in. */
final class Door implements InvocationHandler {

    private volatile @Nullable Object service;
    private final String name;
    private final String pluginId;
    private final CapabilityAudit audit;
    private final OpenedThings opened;

    private Door(Object service, String name, String pluginId, CapabilityAudit audit, OpenedThings opened) {
        this.service = service;
        this.name = name;
        this.pluginId = pluginId;
        this.audit = audit;
        this.opened = opened;
    }

    static Object before(Object service, String name, String pluginId, CapabilityAudit audit, OpenedThings opened) {
        Class<?> type = type(service.getClass(), name);
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Door(service, name, pluginId, audit, opened));
    }

    static void shut(Object proxy) {
        ((Door) Proxy.getInvocationHandler(proxy)).service = null;
    }

    /** The interface as the service itself knows it. */
    private static Class<?> type(Class<?> service, String name) {
        return interfaces(service)
                .filter(i -> i.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service.getName() + " is no " + name));
    }

    private static Stream<Class<?>> interfaces(@Nullable Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Class<?>> own = type.isInterface() ? Stream.of(type) : Stream.empty();
        Stream<Class<?>> above =
                Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(own, above.flatMap(Door::interfaces));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        Object target = service;
        if (target == null) {
            throw new IllegalStateException(name + " was handed to " + pluginId + ", which has left");
        }
        CapabilityCatalog.needed(name).ifPresent(c -> audit.used(pluginId, c, simpleName() + '.' + method.getName()));
        try {
            Object result = method.invoke(target, arguments);
            opened.add(result);
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> simpleName() + " for " + pluginId;
        };
    }

    private String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
