package org.waystation.server.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waystation.api.record.EntityKind;
import org.waystation.server.record.Json;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "abc"            | fits
            "abcdef"         | too_long
            ""               | required
            "  "             | required
            7                | wrong_type
            ["abc"]          | wrong_type
            "a\\u0000b"      | invalid_character
            "a\\ud800b"      | invalid_character
            "\\ud83d\\ude00" | fits
            """)
    void text(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Text(1, 5), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                         | fits
            1440                      | fits
            0                         | out_of_range
            1441                      | out_of_range
            99999999999999999999999   | out_of_range
            1.0                       | wrong_type
            "5"                       | wrong_type
            true                      | wrong_type
            """)
    void whole(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Whole(1, 1440), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2026-11-22T18:30:00Z"              | fits
            "2026-11-22T19:30:00+01:00"         | fits
            "2026-11-22"                        | not_an_instant
            "2026-11-22T18:30:00"               | not_an_instant
            "2026-02-30T18:30:00Z"              | not_an_instant
            "1969-12-31T23:59:59Z"              | out_of_range
            "+999999-01-01T00:00:00Z"           | out_of_range
            1763836200                          | wrong_type
            """)
    void moment(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Moment(), json));
    }

    @Test
    void momentsAreStoredInOneForm() throws JsonProcessingException {
        assertEquals(
                "2026-11-22T18:30:00.120Z",
                new FieldType.Moment()
                        .normal(Json.mapper().readTree("\"2026-11-22T19:30:00.120999+01:00\""))
                        .textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2026-11-22"   | fits
            "2024-02-29"   | fits
            "2026-02-29"   | not_a_date
            "22.11.2026"   | not_a_date
            "0001-01-01"   | out_of_range
            20261122       | wrong_type
            """)
    void day(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Day(), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f40" | fits
            "0191D5A0-4C00-7A01-8A4F-7D5B1C2E3F40" | not_an_id
            "1-1-1-1-1"                            | not_an_id
            "ticket"                               | not_an_id
            1                                      | not_an_id
            """)
    void reference(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Reference(EntityKind.TICKET), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "p1"  | fits
            "P1"  | unknown_value
            "p9"  | unknown_value
            null  | unknown_value
            """)
    void word(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Word(List.of("p1", "p2")), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []               | fits
            ["a","b"]        | fits
            ["a","a"]        | duplicate
            ["a","b","c"]    | too_many
            ["abcdef"]       | too_long
            [""]             | required
            [1]              | wrong_type
            "a"              | wrong_type
            """)
    void texts(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Texts(2, 5), json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | fits
            {"os":"x"}                    | fits
            {"os":1}                      | wrong_type
            {"os":"abcdef"}               | too_long
            {"abcdef":"x"}                | too_long
            {"a":"1","b":"2","c":"3"}     | too_many
            []                            | wrong_type
            """)
    void properties(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, check(new FieldType.Properties(2, 5, 5), json));
    }

    private static String check(FieldType type, String json) throws JsonProcessingException {
        return type.check(Json.mapper().readTree(json))
                .map(FieldType.Fault::code)
                .orElse("fits");
    }
}
