package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.settings.Settings;

/**
 * Which proxy a connection goes through: as it was set, or as the system has it, which is what Java knows of the desktop's
 * setting and else the variables that most programs go by ({@code https_proxy}, {@code no_proxy}).
 */
@Component(service = ConfiguredProxies.class)
public final class ConfiguredProxies extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredProxies.class);
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final AtomicReference<@Nullable Settings> settings = new AtomicReference<>();
    private final Map<String, String> environment;

    @Activate
    public ConfiguredProxies() {
        this(System.getenv());
    }

    ConfiguredProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSettings(Settings service) {
        settings.set(service);
    }

    void unbindSettings(Settings service) {
        settings.compareAndSet(service, null);
    }

    @Override
    public List<Proxy> select(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        if (isThisComputer(host)) {
            return DIRECT;
        }
        Settings present = settings.get();
        String choice = present == null ? ProxySettings.SYSTEM : present.choice(ProxySettings.PROXY);
        return switch (choice) {
            case ProxySettings.NONE -> DIRECT;
            case ProxySettings.MANUAL ->
                present == null || isIn(present.text(ProxySettings.BYPASS), host)
                        ? DIRECT
                        : proxy(present.text(ProxySettings.ADDRESS))
                                .map(List::of)
                                .orElse(DIRECT);
            default -> system(target, host);
        };
    }

    private List<Proxy> system(URI target, String host) {
        ProxySelector java = ProxySelector.getDefault();
        List<Proxy> found = java == null || java == this ? DIRECT : java.select(target);
        boolean direct = found.isEmpty() || found.getFirst().type() == Proxy.Type.DIRECT;
        if (!direct || isIn(variable("no_proxy"), host)) {
            return found.isEmpty() ? DIRECT : found;
        }
        String name = "https".equalsIgnoreCase(target.getScheme()) ? "https_proxy" : "http_proxy";
        return proxy(variable(name)).map(List::of).orElse(DIRECT);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    }

    private static boolean isThisComputer(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** As {@code no_proxy} has it: a host, or with a dot in front a domain and all in it; {@code *} for every host. */
    private static boolean isIn(String list, String host) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> part.equals("*")
                        || host.equals(part)
                        || (part.startsWith(".") && (host.endsWith(part) || host.equals(part.substring(1)))));
    }

    /** Of {@code host:port}, with or without a scheme in front; empty where it is neither. */
    private static Optional<Proxy> proxy(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && uri.getPort() > 0) {
                return Optional.of(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort())));
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("Not an address.", e);
        }
        LOG.warn("The proxy's address is none, so the connection is made without it.");
        return Optional.empty();
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException reason) {
        LOG.info("The proxy {} does not let us through: {}", address, reason.getMessage());
    }
}
