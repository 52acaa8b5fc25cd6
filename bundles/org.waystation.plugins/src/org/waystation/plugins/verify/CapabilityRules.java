package org.waystation.plugins.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.plugins.internal.capability.CapabilityCatalog;

/** What a plug-in uses that needs a capability, against what it declares. */
final class CapabilityRules {

    private static final Pattern NETWORK = Pattern.compile(
            "java/net/(http/.*|Socket|ServerSocket|DatagramSocket|MulticastSocket|URLConnection|HttpURLConnection)"
                    + "|javax/net/.*|java/nio/channels/(Asynchronous)?(Server)?Socket(Channel)?"
                    + "|java/nio/channels/DatagramChannel");
    private static final Pattern FILES = Pattern.compile(
            "java/nio/file/Files|java/io/(File(Input|Output)Stream|FileReader|FileWriter|RandomAccessFile)"
                    + "|java/nio/channels/FileChannel");
    private static final Map<Pattern, Capability> BY_JAVA =
            Map.of(NETWORK, Capability.NETWORK, FILES, Capability.FILES);

    private final PackageContent content;
    private final PluginDescription description;
    private final Set<Capability> used = EnumSet.noneOf(Capability.class);

    CapabilityRules(PackageContent content, PluginDescription description) {
        this.content = content;
        this.description = description;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ClassUse use : content.classes()) {
            String where = use.name.replace('/', '.');
            use.types.forEach(type -> type(type, where, findings));
            for (String type : use.injectedFromContext) {
                if (CapabilityCatalog.hasDoor(type)) {
                    findings.add(Finding.error(
                            "injection",
                            where,
                            type + " is injected from the context, past what the plug-in was granted; write @Service"
                                    + " before it."));
                }
            }
        }
        for (Capability declared : description.capabilities()) {
            if (!used.contains(declared)) {
                findings.add(Finding.warning(
                        "capability",
                        "Waystation-Plugin",
                        "It declares " + declared.word() + " and nothing in it is known to need that; people are asked"
                                + " to agree to it."));
            }
        }
        return findings;
    }

    private void type(String type, String where, List<Finding> findings) {
        String name = type.replace('/', '.');
        Optional<Capability> service = CapabilityCatalog.needed(name).or(() -> CapabilityCatalog.neededToPublish(name));
        service.ifPresent(capability -> need(capability, name, true, where, findings));
        BY_JAVA.forEach((pattern, capability) -> {
            if (pattern.matcher(type).matches()) {
                need(capability, name, capability == Capability.NETWORK, where, findings);
            }
        });
        if (type.equals("java/lang/ProcessBuilder")) {
            findings.add(Finding.warning(
                    "process", where, "It starts other programs, which nothing in this one can hold back."));
        }
    }

    private void need(Capability capability, String what, boolean refused, String where, List<Finding> findings) {
        used.add(capability);
        if (description.capabilities().contains(capability)) {
            return;
        }
        String sentence = "It uses " + what + " and does not declare the capability “" + capability.word()
                + "”; add it to capabilities=\"…\" of Waystation-Plugin.";
        findings.add(
                refused
                        ? Finding.error("capability", where, sentence)
                        : Finding.warning("capability", where, sentence));
    }
}
