package org.waystation.assets.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waystation.api.assets.AssetFields;

/** Tells by its heading which field a column means. */
final class ColumnMeaning {

    private static final String PROPERTY = "properties.";

    /** What people and other programs call the fields, in lower case and without marks. */
    private static final Map<String, String> WORDS = words();

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        AssetFields.all().forEach((field, label) -> {
            words.put(plain(field), field);
            words.put(plain(label), field);
        });
        Map.of(
                        "name", "asset hostname computer computername device devicename assetname",
                        "companyId", "customer client account organisation organization",
                        "siteId", "office branch locationname",
                        "kind", "type assettype devicetype class category",
                        "manufacturer", "make vendor brand",
                        "model", "product modelnumber",
                        "serial", "serialnumber servicetag sn",
                        "purchasedOn", "purchasedate purchaseddate bought",
                        "warrantyEndsOn", "warranty warrantyend warrantyexpiry warrantyexpires",
                        "supportEndsOn", "endofsupport eos eol endoflife")
                .forEach((field, names) -> List.of(names.split(" ")).forEach(name -> words.put(name, field)));
        words.put("status", "state");
        words.put("refresh", "refreshPlannedOn");
        words.put("replacement", "refreshPlannedOn");
        words.put("labels", "tags");
        return words;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** By the column's place; each field once, the first column that means it. */
    Map<Integer, String> of(List<String> headings) {
        Map<Integer, String> meanings = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i).strip();
            String field = WORDS.get(plain(heading));
            if (field == null && heading.startsWith(PROPERTY) && heading.length() > PROPERTY.length()) {
                field = heading;
            }
            if (field != null && taken.add(field)) {
                meanings.put(i, field);
            }
        }
        return meanings;
    }
}
