package org.waystation.api.assets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the fields of an asset are called. */
public final class AssetFields {

    private static final Map<String, String> LABELS = labels();
    private static final Set<String> ACRONYMS = Set.of("os", "cpu", "ip", "mac", "imei");

    private AssetFields() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", "Name");
        labels.put("companyId", "Company");
        labels.put("siteId", "Site");
        labels.put("kind", "Kind");
        labels.put("state", "State");
        labels.put("role", "Role");
        labels.put("location", "Location");
        labels.put("manufacturer", "Maker");
        labels.put("model", "Model");
        labels.put("serial", "Serial");
        labels.put("supplier", "Supplier");
        labels.put("purchasedOn", "Purchased");
        labels.put("warrantyEndsOn", "Warranty ends");
        labels.put("supportEndsOn", "Support ends");
        labels.put("refreshPlannedOn", "Refresh planned");
        labels.put("retiredOn", "Retired");
        labels.put("tags", "Tags");
        return labels;
    }

    /** Those that tables and forms know, in the order in which people expect them. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(LABELS);
    }

    /** What a field is called; a property by its own name, an unknown one as it reads. */
    public static String label(String field) {
        String known = LABELS.get(field);
        if (known != null) {
            return known;
        }
        String name = field.substring(field.indexOf('.') + 1);
        if (ACRONYMS.contains(name)) {
            return name.toUpperCase(Locale.ROOT);
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            words.append(word ? " " + Character.toLowerCase(c) : String.valueOf(c));
        }
        return words.isEmpty() ? field : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
