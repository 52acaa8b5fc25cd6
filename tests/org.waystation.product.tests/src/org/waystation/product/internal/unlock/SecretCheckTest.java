package org.waystation.product.internal.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.product.internal.unlock.SecretCheck.Complaint;
import org.waystation.product.internal.unlock.SecretCheck.Field;

class SecretCheckTest {

    @Test
    void aCharacterCountsOnceHoweverItIsEncoded() {
        String eleven = "\uD83D\uDD12".repeat(11);
        assertEquals(Optional.of(Field.PASSPHRASE), field(eleven, eleven));
        assertEquals(Optional.empty(), field(eleven + "x", eleven + "x"));
    }

    @Test
    void theLengthIsLookedAtFirst() {
        assertEquals(Optional.of(Field.PASSPHRASE), field("short", "other"));
        assertEquals(Optional.of(Field.AGAIN), field("long enough, this", ""));
    }

    @Test
    void aGivenPassphraseHasOnlyToBeThere() {
        assertTrue(SecretCheck.given(new char[0]).isPresent());
        assertTrue(SecretCheck.given(new char[1]).isEmpty());
    }

    private static Optional<Field> field(String secret, String again) {
        return SecretCheck.chosen(secret.toCharArray(), again.toCharArray()).map(Complaint::field);
    }
}
