package org.waystation.api.assets;

import java.util.List;
import java.util.Map;
import org.waystation.api.domain.AssetKind;

/** The properties one expects of an asset by its kind; it may have others, and lack these. */
public final class PropertyNames {

    private static final List<String> MACHINE = List.of("os", "cpu", "memory", "disk", "ip", "mac");

    private static final Map<AssetKind, List<String>> BY_KIND = Map.of(
            AssetKind.WORKSTATION, MACHINE,
            AssetKind.LAPTOP, MACHINE,
            AssetKind.SERVER, MACHINE,
            AssetKind.VIRTUAL_MACHINE, List.of("os", "cpu", "memory", "disk", "ip", "hypervisor"),
            AssetKind.NETWORK_DEVICE, List.of("firmware", "ip", "mac", "ports"),
            AssetKind.PRINTER, List.of("firmware", "ip", "mac"),
            AssetKind.MOBILE, List.of("os", "imei", "number"),
            AssetKind.CLOUD_SERVICE, List.of("tenant", "plan", "seats", "region"),
            AssetKind.SOFTWARE, List.of("version", "licence", "seats"));

    /** In the order in which they are shown; none for a kind that this program does not know. */
    public List<String> of(AssetKind kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }
}
