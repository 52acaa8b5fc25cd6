package org.waystation.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;

class DocumentsTest {

    @TempDir
    Path temp;

    @Test
    void documentsAreKeptReplacedAndTakenAway() throws Exception {
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            Documents documents = store.documents();
            documents.write(List.of(put("a", "1", "one"), put("a", "2", "two"), put("b", "1", "other")));
            documents.write(List.of(put("a", "1", "ONE"), new Change("a", "2", null)));
            assertEquals(List.of("1=ONE"), texts(documents.all("a")));
        }
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            assertArrayEquals(
                    "other".getBytes(UTF_8), store.documents().find("b", "1").orElseThrow());
            assertFalse(store.documents().find("b", "2").isPresent());
        }
    }

    @Test
    void theLastOnesComeLastFirst() throws Exception {
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            store.documents().write(List.of(put("a", "1", "x"), put("a", "2", "y"), put("a", "3", "z")));
            assertEquals(List.of("3=z", "2=y"), texts(store.documents().last("a", 2)));
        }
    }

    @Test
    void changesThatFailLeaveNothingBehind() throws Exception {
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            List<Change> changes = List.of(put("a", "1", "x"), new Change("a", null, new byte[0]));
            assertThrows(StoreException.class, () -> store.documents().write(changes));
            assertEquals(List.of(), store.documents().all("a"));
        }
    }

    @Test
    void nothingOfThemCanBeReadInTheFiles() throws Exception {
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            store.documents().write(List.of(put("credential", "key-planted", "secret-planted")));
            try (var files = Files.list(temp)) {
                for (Path file : files.toList()) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertFalse(content.contains("planted"), () -> file + " can be read");
                }
            }
        }
    }

    @Test
    void theyAreTakenOverFromDamagedData() throws Exception {
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            store.documents().write(List.of(put("a", "1", "kept")));
        }
        Files.createFile(temp.resolve("damaged"));
        try (LocalStore store = LocalStore.open(temp, StoreFixture.KEY)) {
            assertEquals(List.of("1=kept"), texts(store.documents().all("a")));
        }
    }

    private static Change put(String collection, String key, String body) {
        return new Change(collection, key, body.getBytes(UTF_8));
    }

    private static List<String> texts(List<Document> documents) {
        return documents.stream()
                .map(document -> document.key() + "=" + new String(document.body(), UTF_8))
                .toList();
    }
}
