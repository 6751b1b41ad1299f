package app.afterwell.booking;

import java.util.List;

/** Everything that is treated, where and by whom, retired ones included; each by name. */
public record WholeDirectory(
        List<LocationInfo> locations,
        List<RoomInfo> rooms,
        List<ServiceInfo> services,
        List<PractitionerInfo> practitioners) {}
