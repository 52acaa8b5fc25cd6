package org.waystation.api.domain;

import java.util.List;

/** What an asset (configuration item) is. */
public record AssetKind(String code) implements Term {

    public static final AssetKind WORKSTATION = new AssetKind("workstation");
    public static final AssetKind LAPTOP = new AssetKind("laptop");
    public static final AssetKind SERVER = new AssetKind("server");
    public static final AssetKind VIRTUAL_MACHINE = new AssetKind("virtual_machine");
    public static final AssetKind NETWORK_DEVICE = new AssetKind("network_device");
    public static final AssetKind PRINTER = new AssetKind("printer");
    public static final AssetKind MOBILE = new AssetKind("mobile");
    public static final AssetKind CLOUD_SERVICE = new AssetKind("cloud_service");
    public static final AssetKind SOFTWARE = new AssetKind("software");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AssetKind> KNOWN = List.of(
            WORKSTATION, LAPTOP, SERVER, VIRTUAL_MACHINE, NETWORK_DEVICE, PRINTER, MOBILE, CLOUD_SERVICE, SOFTWARE);
}
