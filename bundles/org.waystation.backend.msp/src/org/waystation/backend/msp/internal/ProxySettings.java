package org.waystation.backend.msp.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** The page about the way to the server. */
@Component
public final class ProxySettings implements SettingsPage {

    static final String SYSTEM = "system";
    static final String NONE = "none";
    static final String MANUAL = "manual";

    static final Setting.Choice PROXY = new Setting.Choice(
            "connection.proxy",
            "Proxy",
            "What stands between this computer and the server. The system's own setting is asked for each connection, so "
                    + "it may change while Waystation runs.",
            List.of(
                    new Setting.Option(SYSTEM, "As this computer has it"),
                    new Setting.Option(NONE, "None"),
                    new Setting.Option(MANUAL, "The one below")),
            SYSTEM);

    static final Setting.Text ADDRESS =
            new Setting.Text("connection.proxy.address", "Proxy's address", "Such as proxy.example.org:3128", "");

    static final Setting.Text BYPASS = new Setting.Text(
            "connection.proxy.bypass",
            "Not for",
            "Hosts that are reached without it, separated by commas; .example.org stands for all hosts in it. This "
                    + "computer itself never needs one.",
            "");

    private static final int ORDER = 55;

    @Override
    public String title() {
        return "Connection";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(PROXY, ADDRESS, BYPASS);
    }
}
