package org.waystation.server.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waystation.conformance.Contract;

/** The judge must be able to condemn. */
class ContractTest {

    private static final String RIGHT = """
            {"epoch":"e","cursor":"c","more":false,"changes":[
              {"kind":"company","id":"0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f40","version":1,"seq":7,
               "actions":["update"],"data":{"name":"Harbour Dental","somethingNewer":[1]}},
              {"kind":"note","id":"0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f41","seq":8,"deleted":true}]}""";

    private final Contract contract = new Contract();

    @Test
    void anAnswerThatKeepsTheContractPasses() {
        assertEquals(List.of(), judge("/v1/changes", 200, "application/json", RIGHT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"more\":false|\"more\":\"no\"",
                "\"epoch\":\"e\",|",
                "\"version\":1|\"version\":0",
                "\"name\":\"Harbour Dental\",|",
                "7a01-8a4f-7d5b1c2e3f40|",
                "\"seq\":8|\"seq\":8,\"version\":2",
                "\"kind\":\"company\"|\"kind\":\"ticket\""
            })
    void anAnswerWithAPlantedFaultIsRefused(String fault) {
        String[] words = fault.split("\\|", -1);
        String wrong = RIGHT.replace(words[0], words[1]);
        assertFalse(wrong.equals(RIGHT));
        assertFalse(judge("/v1/changes", 200, "application/json", wrong).isEmpty());
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        String session = """
                {"user":{"id":"0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f40","name":"T","email":"t@x.example"},
                 "role":"technician","provider":"P","epoch":"e","serverTime":"TIME","offlineLeaseDays":7}""";
        assertEquals(
                List.of(),
                judge("/v1/session", 200, "application/json", session.replace("TIME", "2026-11-22T18:00:00Z")));
        assertFalse(judge("/v1/session", 200, "application/json", session.replace("TIME", "yesterday"))
                .isEmpty());
    }

    @Test
    void anErrorMustBeAProblem() {
        assertFalse(judge("/v1/session", 500, "text/html", "<h1>500</h1>").isEmpty());
        assertFalse(judge("/v1/session", 500, "application/problem+json", "{\"title\":\"x\",\"status\":500}")
                .isEmpty());
        assertFalse(judge("/v1/nothing", 404, "text/html", "not here").isEmpty());
    }

    @Test
    void oneWrongLineOfAStreamIsFound() {
        String begin = "{\"begin\":{\"epoch\":\"e\",\"expected\":{\"ticket\":1}}}\n";
        assertEquals(List.of(), judge("/v1/snapshot", 200, "application/x-ndjson", begin));
        assertFalse(judge("/v1/snapshot", 200, "application/x-ndjson", begin + "{\"kind\":\"ticket\"}\n")
                .isEmpty());
    }

    private List<String> judge(String path, int status, String type, String body) {
        return contract.judge("GET", path, status, Optional.of(type), body);
    }
}
