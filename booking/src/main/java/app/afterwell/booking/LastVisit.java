package app.afterwell.booking;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;

/** What a client had last, or has next if there was none yet: the defaults for booking them again. */
public record LastVisit(ServiceId service, PractitionerId practitioner, LocationId location, TimeSlot slot) {}
