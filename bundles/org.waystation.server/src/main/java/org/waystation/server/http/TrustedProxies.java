package org.waystation.server.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Believes forwarded headers of the proxies that were named, and of nobody else: anybody can write such a header. */
final class TrustedProxies implements HttpConfiguration.Customizer {

    private final Set<String> addresses;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    TrustedProxies(List<String> addresses) {
        this.addresses = addresses.stream().map(TrustedProxies::plain).collect(Collectors.toSet());
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        boolean trusted = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
                && from.getAddress() != null
                && addresses.contains(plain(from.getAddress().getHostAddress()));
        return trusted ? forwarded.customize(request, answer) : request;
    }

    /** Without the zone of a link-local address. */
    private static String plain(String address) {
        return address.replaceAll("%.*", "").strip();
    }
}
