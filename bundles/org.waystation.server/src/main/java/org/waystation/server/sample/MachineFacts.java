package org.waystation.server.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.ComputerSystem;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.OperatingSystem;

/**
 * What a machine is.
 *
 * @param properties what can be checked against the machine's own words, by name
 */
public record MachineFacts(String hostName, String manufacturer, String model, Map<String, String> properties) {

    private static final double GIBI = 1024.0 * 1024 * 1024;

    /** Reads the machine that this program runs on. */
    public static MachineFacts read() {
        SystemInfo info = new SystemInfo();
        HardwareAbstractionLayer hardware = info.getHardware();
        OperatingSystem system = info.getOperatingSystem();
        CentralProcessor processor = hardware.getProcessor();
        ComputerSystem computer = hardware.getComputerSystem();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("system", system.toString());
        properties.put("processor", processor.getProcessorIdentifier().getName().strip());
        properties.put(
                "cores",
                processor.getPhysicalProcessorCount() + " physical, " + processor.getLogicalProcessorCount()
                        + " logical");
        properties.put("memory", gibi(hardware.getMemory().getTotal()));
        properties.put("disks", String.join("; ", disks(hardware)));
        properties.put("network", String.join("; ", networks(hardware)));
        return new MachineFacts(
                system.getNetworkParams().getHostName(), computer.getManufacturer(), computer.getModel(), properties);
    }

    private static List<String> disks(HardwareAbstractionLayer hardware) {
        List<String> disks = new ArrayList<>();
        for (HWDiskStore disk : hardware.getDiskStores()) {
            disks.add((disk.getName() + " " + disk.getModel()).strip() + " " + gibi(disk.getSize()));
        }
        return disks;
    }

    private static List<String> networks(HardwareAbstractionLayer hardware) {
        List<String> networks = new ArrayList<>();
        for (NetworkIF network : hardware.getNetworkIFs()) {
            networks.add(network.getName() + " " + network.getMacaddr() + " "
                    + String.join(" ", Arrays.asList(network.getIPv4addr())));
        }
        return networks;
    }

    private static String gibi(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
    }
}
