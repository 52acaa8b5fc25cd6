package org.waystation.server.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Who and what a ticket is about: the values its texts are filled with.
 *
 * @param earlier number of an earlier ticket
 * @param named texts that are chosen once a scene, by name
 * @param remembered what was chosen so far
 */
record Scene(
        SampleCompany company,
        SampleCompany.Person person,
        SampleCompany.Person other,
        SampleCompany.Device device,
        SampleCompany.Device server,
        SampleUser technician,
        SampleUser colleague,
        long earlier,
        Map<String, Template> named,
        SplittableRandom random,
        Map<String, String> remembered) {

    Scene(
            SampleCompany company,
            SampleCompany.Person person,
            SampleCompany.Person other,
            SampleCompany.Device device,
            SampleCompany.Device server,
            SampleUser technician,
            SampleUser colleague,
            long earlier,
            Map<String, Template> named,
            SplittableRandom random) {
        this(company, person, other, device, server, technician, colleague, earlier, named, random, new HashMap<>());
    }

    /**
     * @throws IllegalArgumentException if a template asks for what no scene has; a test fills every template
     */
    String value(String name) {
        return switch (name) {
            case "company" -> company.name();
            case "domain" -> company.domain();
            case "city" -> company.city();
            case "network" -> company.network();
            case "contact" -> person.name();
            case "first" -> person.firstName();
            case "other" -> other.name();
            case "otherfirst" -> other.firstName();
            case "asset" -> device.name();
            case "model" -> device.model();
            case "ip" -> device.address();
            case "server" -> server.name();
            case "serverip" -> server.address();
            case "tech" -> technician.name();
            case "techfirst" -> technician.firstName();
            case "colleague" -> colleague.firstName();
            case "earlier" -> Long.toString(earlier);
            default -> {
                if (!remembered.containsKey(name) && named.containsKey(name)) {
                    named.get(name).fill(this);
                }
                String value = remembered.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("No value for {" + name + "}");
                }
                yield value;
            }
        };
    }

    String remember(String name, Supplier<String> make) {
        String value = remembered.get(name);
        if (value == null) {
            value = make.get();
            remembered.put(name, value);
        }
        return value;
    }
}
