package org.waystation.server.sample;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.AssetKind;

/**
 * A customer with what belongs to it.
 *
 * @param network first three numbers of its IPv4 addresses
 * @param agreementId the agreement its tickets run under
 * @param weight its share of the tickets
 */
record SampleCompany(
        UUID id,
        String name,
        String domain,
        String city,
        String network,
        UUID agreementId,
        AgreementKind agreement,
        int weight,
        List<Person> people,
        List<Device> devices,
        UUID mainSite) {

    /** A contact. */
    record Person(UUID id, String name) {
        String firstName() {
            return name.substring(0, name.indexOf(' '));
        }
    }

    /** An asset that tickets can be about. */
    record Device(UUID id, String name, AssetKind kind, String address, String model) {}

    Person person(SplittableRandom random) {
        return people.get(random.nextInt(people.size()));
    }

    /** Some device of one of these kinds, or any where there is none. */
    Device device(List<AssetKind> kinds, SplittableRandom random) {
        // A few draws find one of a common kind; a search finds one of a rare kind.
        for (int draw = 0; draw < 6; draw++) {
            Device device = devices.get(random.nextInt(devices.size()));
            if (kinds.isEmpty() || kinds.contains(device.kind())) {
                return device;
            }
        }
        int start = random.nextInt(devices.size());
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get((start + i) % devices.size());
            if (kinds.contains(device.kind())) {
                return device;
            }
        }
        return devices.get(start);
    }
}
