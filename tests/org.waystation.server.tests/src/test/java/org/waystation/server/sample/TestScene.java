package org.waystation.server.sample;

import java.util.List;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;

/** A minimal scene for templates. */
final class TestScene {

    static final SampleUser USER = new SampleUser(UUID.randomUUID(), "Tom Reyes", "tom@x.example", false);
    static final SampleCompany.Person PERSON = new SampleCompany.Person(UUID.randomUUID(), "Ines Holm");
    static final SampleCompany.Device DEVICE =
            new SampleCompany.Device(UUID.randomUUID(), "FS-01", AssetKind.SERVER, "10.4.0.2", "R450");
    static final SampleCompany COMPANY = new SampleCompany(
            UUID.randomUUID(),
            "Harbour Dental",
            "harbour-dental.example",
            "Bristol",
            "10.4.0.",
            UUID.randomUUID(),
            AgreementKind.MANAGED,
            1,
            List.of(PERSON),
            List.of(DEVICE),
            UUID.randomUUID());

    private TestScene() {}
}
