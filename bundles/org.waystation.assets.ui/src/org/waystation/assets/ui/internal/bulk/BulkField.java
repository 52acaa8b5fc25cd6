package org.waystation.assets.ui.internal.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetFields;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Term;

/** A field that many assets can be given at once. */
enum BulkField {
    STATE("state", AssetState.KNOWN),
    KIND("kind", AssetKind.KNOWN),
    ROLE("role", List.of()),
    LOCATION("location", List.of()),
    MANUFACTURER("manufacturer", List.of()),
    MODEL("model", List.of()),
    SUPPLIER("supplier", List.of()),
    PURCHASED("purchasedOn", List.of()),
    WARRANTY("warrantyEndsOn", List.of()),
    SUPPORT("supportEndsOn", List.of()),
    REFRESH("refreshPlannedOn", List.of()),
    ADD_TAG("tags", List.of()),
    REMOVE_TAG("tags", List.of());

    private final String field;
    private final List<? extends Term> words;

    BulkField(String field, List<? extends Term> words) {
        this.field = field;
        this.words = words;
    }

    String label() {
        return switch (this) {
            case ADD_TAG -> "Add a tag";
            case REMOVE_TAG -> "Take a tag away";
            default -> AssetFields.label(field);
        };
    }

    String field() {
        return field;
    }

    /** The words to choose from; none for a field that is typed. */
    List<? extends Term> words() {
        return words;
    }

    boolean isDate() {
        return field.endsWith("On");
    }

    /** What the asset has now, as people read it. */
    String present(Asset asset) {
        return switch (this) {
            case STATE -> asset.state().label();
            case KIND -> asset.kind().label();
            case ROLE -> asset.role();
            case LOCATION -> asset.location();
            case MANUFACTURER -> asset.manufacturer();
            case MODEL -> asset.model();
            case SUPPLIER -> asset.supplier();
            case PURCHASED -> date(asset.purchasedOn());
            case WARRANTY -> date(asset.warrantyEndsOn());
            case SUPPORT -> date(asset.supportEndsOn());
            case REFRESH -> date(asset.refreshPlannedOn());
            case ADD_TAG, REMOVE_TAG -> String.join(", ", asset.tags());
        };
    }

    private static String date(Optional<?> date) {
        return date.map(Object::toString).orElse("");
    }

    /** What the asset would have, as people read it. */
    String coming(Asset asset, String value) {
        return switch (this) {
            case STATE, KIND ->
                words.stream()
                        .filter(term -> term.code().equals(value))
                        .findFirst()
                        .map(Term::label)
                        .orElse(value);
            case ADD_TAG, REMOVE_TAG -> String.join(", ", tags(asset, value));
            default -> value;
        };
    }

    /** The change, in its form on the wire; an empty text takes the value away. */
    Map<String, @Nullable Object> change(Asset asset, String value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field, this == ADD_TAG || this == REMOVE_TAG ? tags(asset, value) : value.isEmpty() ? null : value);
        return fields;
    }

    private List<String> tags(Asset asset, String tag) {
        List<String> tags = new ArrayList<>(asset.tags());
        tags.remove(tag);
        if (this == ADD_TAG && !tag.isEmpty()) {
            tags.add(tag);
            return asset.tags().contains(tag) ? asset.tags() : tags;
        }
        return tags;
    }
}
