package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A short text of a fixed form.
 *
 * @param form what it must match as a whole; runs in time that grows with the text's length only
 * @param max most characters
 * @param expected the form in words, such as {@code an amount such as 12.50}
 */
public record Matching(Pattern form, int max, String expected) implements FieldType {

    public static final Matching ID = of("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", 36, "a UUID in lower case");
    public static final Matching SHA256 = of("[0-9a-f]{64}", 64, "64 hexadecimal digits in lower case");
    public static final Matching AMOUNT = of("-?[0-9]{1,13}(\\.[0-9]{1,4})?", 19, "an amount such as 12.50");
    public static final Matching CURRENCY = of("[A-Z]{3}", 3, "a currency of ISO 4217 such as GBP");
    public static final Matching COUNTRY = of("[A-Z]{2}", 2, "a country of ISO 3166-1 such as GB");
    public static final Matching TIME_OF_DAY = of("([01][0-9]|2[0-3]):[0-5][0-9]", 5, "a time of day such as 08:30");

    static Matching of(String form, int max, String expected) {
        return new Matching(Pattern.compile(form), max, expected);
    }

    @Override
    public Optional<Fault> check(JsonNode value) {
        boolean fits = value.isTextual()
                && value.textValue().length() <= max
                && form.matcher(value.textValue()).matches();
        return fits ? Optional.empty() : FieldType.fault("malformed", "must be " + expected);
    }
}
